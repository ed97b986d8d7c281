import type { CreateWorkshop } from "../../worksheets/contract/api.ts";
import type { Language, Localized } from "../../worksheets/contract/languages.ts";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import { withoutSoftHyphens } from "../../worksheets/report/soft-hyphens.ts";
import type { Template, TemplatePhase } from "../../worksheets/schema/template.ts";
import type { PhaseState, SessionState } from "./state.ts";

/** What a new workshop gets from the server; `retentionDays` is the operator's bound. */
interface Given {
	id: string;
	code: string;
	now: number;
	retentionDays: number;
}

/** A session in which nothing has happened. */
const NOTHING_YET: Omit<SessionState, "workshop" | "phases"> = {
	schema: 1,
	currentPhase: null,
	timer: { state: "idle" },
	groupTimers: [],
	undo: null,
	removedPhase: null,
	groupings: [],
	currentGrouping: null,
	participants: [],
	rehearsal: null,
	documents: [],
	messages: [],
	help: [],
	topics: [],
	questions: [],
	recall: null,
	spotlight: null,
	shown: [],
	back: [],
	votes: [],
	reveals: [],
	units: null,
	turns: [],
	alarms: [],
	links: [],
	facilitatorLink: null,
	history: [],
};

/**
 * A new workshop's state: the template's agenda in the workshop's language, so that what people work with no longer
 * changes when the library does. Refused `invalid`, with the field that is wrong.
 */
export function initialState(input: CreateWorkshop, template: Template, given: Given): Result<SessionState> {
	const { language, minutes = {} } = input;
	if (!template.languages.includes(language)) return refusal("invalid", "language: the template does not have it");
	const unknown = Object.keys(minutes).find((id) => !template.phases.some((phase) => phase.id === id));
	if (unknown !== undefined) return refusal("invalid", `minutes.${unknown}: no such phase`);
	const retentionDays = input.retentionDays ?? given.retentionDays;
	if (retentionDays > given.retentionDays) {
		return refusal("invalid", `retentionDays: at most ${given.retentionDays}`);
	}
	return accepted({
		...NOTHING_YET,
		workshop: {
			id: given.id,
			code: given.code,
			title: input.title ?? withoutSoftHyphens(template.title[language]),
			language,
			template: template.id,
			status: "lobby",
			startsAt: input.startsAt ?? null,
			endsAt: null,
			place: input.place ?? "",
			retentionDays,
			createdAt: given.now,
			endedAt: null,
			latecomers: "smallest",
			conferenceUrl: "",
			series: null,
			dimensions: null,
			formerDimensions: [],
			door: "open",
			namesAtEnd: input.namesAtEnd ?? "kept",
			names: "kept",
			takeHome: "shown",
		},
		phases: template.phases.map((phase) => phaseState(phase, language, minutes[phase.id])),
	});
}

/**
 * The next workshop of a series: the plan of this one with its settings, and nobody in it yet. No word that anybody
 * wrote comes along, but what those who steer planned. The operator may have come to allow less time until erasure.
 */
export function copiedState({ workshop, phases }: SessionState, title: string | undefined, given: Given): SessionState {
	const { series } = workshop;
	return {
		...NOTHING_YET,
		workshop: {
			...workshop,
			id: given.id,
			code: given.code,
			title: title ?? workshop.title,
			status: "lobby",
			startsAt: null,
			endsAt: null,
			retentionDays: Math.min(workshop.retentionDays, given.retentionDays),
			createdAt: given.now,
			endedAt: null,
			series: series === null ? null : { ...series, number: Math.min(series.number + 1, LIMITS.seriesNumber) },
			formerDimensions: [],
			names: "kept",
			// Shut against latecomers of that day; people of the next one are still to come.
			door: workshop.door === "closed" ? "open" : workshop.door,
		},
		phases: phases.map((phase) => ({ ...phase, enteredAt: null, grouping: null })),
	};
}

function phaseState(phase: TemplatePhase, language: Language, minutes: number | undefined): PhaseState {
	const text = (localized: Localized) => localized[language];
	return {
		id: phase.id,
		title: text(phase.title),
		kind: phase.kind,
		minutes: minutes ?? phase.minutes,
		sheets: phase.sheets,
		assignment: text(phase.assignment),
		...(phase.script === undefined ? {} : { script: text(phase.script) }),
		groupsRule: phase.groups ?? "keep",
		materials: [],
		conferenceUrl: "",
		enteredAt: null,
		grouping: null,
	};
}

/** The worksheets a plan uses, each once. */
export function worksheetsOf({ phases }: Pick<SessionState, "phases">): string[] {
	return [...new Set(phases.flatMap((phase) => phase.sheets.map((sheet) => sheet.worksheet)))];
}
