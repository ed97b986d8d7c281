import type { Command } from "../../worksheets/contract/commands.ts";
import { refusal } from "../../worksheets/contract/result.ts";
import type { SessionState } from "./state.ts";
import { type Context, type Decision, step } from "./step.ts";

type Details = Extract<Command, { type: "workshop.set" }>["details"];

/** Changes title, date, place, durations, where latecomers go or the time until erasure, which only ever stays within the operator's. */
export function setDetails(state: SessionState, details: Details, { bounds }: Context): Decision {
	const { title, startsAt, place, minutes = {}, retentionDays, latecomers, conferenceUrl } = details;
	if (retentionDays !== undefined && retentionDays > bounds.retentionDays) {
		return refusal("invalid", `details.retentionDays: at most ${bounds.retentionDays}`);
	}
	const unknown = Object.keys(minutes).find((id) => !state.phases.some((phase) => phase.id === id));
	if (unknown !== undefined) return refusal("invalid", `details.minutes.${unknown}: no such phase`);
	return step(
		{
			...state,
			workshop: {
				...state.workshop,
				title: title ?? state.workshop.title,
				startsAt: startsAt === undefined ? state.workshop.startsAt : startsAt,
				place: place ?? state.workshop.place,
				retentionDays: retentionDays ?? state.workshop.retentionDays,
				latecomers: latecomers ?? state.workshop.latecomers,
				conferenceUrl: conferenceUrl ?? state.workshop.conferenceUrl,
			},
			phases: state.phases.map((phase) => ({ ...phase, minutes: minutes[phase.id] ?? phase.minutes })),
		},
		{ type: "details-set" },
	);
}

/** Whether only the time until erasure is touched: the one thing that may change after the end. */
export function onlyRetention(details: Details): boolean {
	const touched = Object.entries(details).filter(([, value]) => value !== undefined);
	return touched.length > 0 && touched.every(([name]) => name === "retentionDays");
}
