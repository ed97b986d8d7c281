import type { Command } from "../../worksheets/contract/commands.ts";
import { accepted, refusal } from "../../worksheets/contract/result.ts";
import { isStricter } from "./names.ts";
import { ownDimensions } from "./own-dimensions.ts";
import { deleteOn, type SessionState } from "./state.ts";
import { type Context, type Decision, step } from "./step.ts";

type Details = Extract<Command, { type: "workshop.set" }>["details"];

/** Changes what is said of the workshop, and the durations. The time until erasure stays within the operator's, and is never over at once: whoever wants that deletes. */
export function setDetails(state: SessionState, details: Details, context: Context): Decision {
	const { bounds, now, newId, worksheet } = context;
	const { minutes = {}, series = state.workshop.series, ...changes } = details;
	const { retentionDays } = changes;
	if (retentionDays !== undefined && retentionDays > bounds.retentionDays) {
		return refusal("invalid", `details.retentionDays: at most ${bounds.retentionDays}`);
	}
	if (retentionDays !== undefined && deleteOn({ ...state, workshop: { ...state.workshop, retentionDays } }) <= now) {
		return refusal("invalid", "details.retentionDays: that time is over already");
	}
	const { namesAtEnd } = changes;
	const promised = state.participants.some(({ simulated }) => simulated !== true);
	if (namesAtEnd !== undefined && promised && !isStricter(state.workshop.namesAtEnd, namesAtEnd)) {
		return refusal("wrong-state", "details.namesAtEnd: people have joined who were told otherwise");
	}
	const unknown = Object.keys(minutes).find((id) => !state.phases.some((phase) => phase.id === id));
	if (unknown !== undefined) return refusal("invalid", `details.minutes.${unknown}: no such phase`);
	const own = details.dimensions === undefined ? accepted({}) : ownDimensions(state, details.dimensions, worksheet);
	if (!own.ok) return own;
	const times = timesAfter(state.workshop, details);
	if (times.endsAt !== null && (times.startsAt === null || times.endsAt <= times.startsAt)) {
		return refusal("invalid", "details.endsAt: must come after the start");
	}
	return step(
		{
			...state,
			workshop: {
				...state.workshop,
				...changes,
				// Under another name it is the same series still; its other workshops know it by its id.
				series: series === null ? null : { ...series, id: state.workshop.series?.id ?? newId() },
				...own.value,
				...times,
			},
			phases: state.phases.map((phase) => ({ ...phase, minutes: minutes[phase.id] ?? phase.minutes })),
		},
		{ type: "details-set" },
	);
}

/** A workshop that is put off lasts as long as it would have; one without a beginning has no end either. */
function timesAfter(
	workshop: Pick<SessionState["workshop"], "startsAt" | "endsAt">,
	{ startsAt = workshop.startsAt, endsAt }: Details,
): Pick<SessionState["workshop"], "startsAt" | "endsAt"> {
	if (endsAt !== undefined) return { startsAt, endsAt };
	if (startsAt === null || workshop.startsAt === null || workshop.endsAt === null) {
		return { startsAt, endsAt: startsAt === null ? null : workshop.endsAt };
	}
	return { startsAt, endsAt: workshop.endsAt + startsAt - workshop.startsAt };
}

/** How long the results are there, and for whom. */
const ALSO_AFTER_THE_END: readonly string[] = ["retentionDays", "takeHome"];

/** Whether nothing else is touched than what may change after the end. */
export function mayFollowTheEnd(details: Details): boolean {
	const touched = Object.keys(details);
	return touched.length > 0 && touched.every((name) => ALSO_AFTER_THE_END.includes(name));
}
