import type { Language } from "../contract/languages.ts";
import { timeOfDay } from "./dates.ts";
import type { ReportNode } from "./nodes.ts";
import type { Results } from "./results.ts";
import { resultsWords } from "./results-words.ts";

const MINUTE_MS = 60_000;

type Told = Pick<Results, "workshop" | "phases" | "interim" | "language">;
type Phase = Results["phases"][number];

/** What was planned and what came of it: a phase may have been left out, entered several times, or last longer. */
export function agendaNodes({ workshop, phases, interim, language }: Told, timeZone: string): ReportNode[] {
	const words = resultsWords[language];
	const planned = plannedStarts(workshop.startsAt, phases);
	const clock = (time: number) => timeOfDay(time, language, timeZone);
	const begun = ({ visits }: Phase) =>
		visits.length === 0 ? (interim ? words.ahead : words.leftOut) : visits.map(({ from }) => clock(from)).join("\n");
	const row = (phase: Phase, index: number) => [
		...planned.slice(index, index + 1).map(clock),
		begun(phase),
		phase.title,
		String(phase.minutes),
		tookText(phase, language),
		phase.assignment,
	];
	return [
		{ kind: "heading", level: 1, text: words.agenda },
		...spanNodes({ workshop, phases, language }, timeZone),
		{
			kind: "table",
			caption: words.agendaCaption,
			head: [
				...(planned.length === 0 ? [] : [words.planned]),
				words.begun,
				words.phase,
				words.minutesPlanned,
				words.minutesTaken,
				words.assignment,
			],
			rows: phases.map(row),
			share: [...(planned.length === 0 ? [] : [2.2]), 2.4, 3.4, 1.9, 2.1, 5.8],
		},
	];
}

/** By the plan as it stands in the end; none where no beginning was set. */
function plannedStarts(startsAt: number | null, phases: readonly Phase[]): number[] {
	if (startsAt === null) return [];
	let next = startsAt;
	return phases.map(({ minutes }) => {
		const at = next;
		next += minutes * MINUTE_MS;
		return at;
	});
}

/** „22 + 8“ for a phase entered twice; a dash for one that nobody entered, or that goes on. */
function tookText({ visits }: Phase, language: Language): string {
	const { goesOn } = resultsWords[language];
	return visits.length === 0
		? "–"
		: visits.map(({ from, to }) => (to === null ? goesOn : String(minutesBetween(from, to)))).join(" + ");
}

function spanNodes({ workshop, phases, language }: Omit<Told, "interim">, timeZone: string): ReportNode[] {
	const words = resultsWords[language];
	const starts = phases.flatMap(({ visits }) => visits.map(({ from }) => from));
	if (starts.length === 0 || workshop.endedAt === null) return [];
	const from = Math.min(...starts);
	const [begun, ended] = [from, workshop.endedAt].map((time) => timeOfDay(time, language, timeZone));
	const text = words.ran(begun ?? "", ended ?? "", minutesBetween(from, workshop.endedAt));
	return [{ kind: "paragraph", text }];
}

function minutesBetween(from: number, to: number): number {
	return Math.round((to - from) / MINUTE_MS);
}
