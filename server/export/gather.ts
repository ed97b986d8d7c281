import { ratingResultSchema } from "../../worksheets/assessment/rating-result.ts";
import { type VoteResult, voteResultSchema } from "../../worksheets/assessment/vote-result.ts";
import type { Block } from "../../worksheets/blocks/definitions.ts";
import { headCount } from "../../worksheets/contract/head-count.ts";
import type { Assessment } from "../../worksheets/contract/plenary.ts";
import { accepted, type Result } from "../../worksheets/contract/result.ts";
import type { DocumentView, SheetUse, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { goesRound, isJudged, withoutJudgements } from "../../worksheets/document/handed-round.ts";
import { type Answered, readWorksheet } from "../../worksheets/document/read.ts";
import { withVotes } from "../../worksheets/document/votes.ts";
import { memoize } from "../../worksheets/memoize.ts";
import { actionPlanOf } from "../../worksheets/plan/action-plan.ts";
import type { RevealedRatings } from "../../worksheets/report/ratings.ts";
import type { ResultLate, ResultSheet, Results, ResultWorkshop } from "../../worksheets/report/results.ts";
import { resultsWords } from "../../worksheets/report/results-words.ts";
import { withoutSoftHyphens } from "../../worksheets/report/soft-hyphens.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import type { LateReader } from "../late/read-late.ts";
import type { PhaseVisit } from "../session/agenda.ts";
import type { CreditedDocument } from "../sync/server.ts";
import { creditsOf } from "./credits.ts";

export interface GatherOptions {
	/** The asker's own view: what it does not list is not taken home. */
	snapshot: Snapshot;
	worksheets: ReadonlyMap<string, Worksheet>;
	/** Names of groups of every grouping, also of those no longer in force. */
	groupName(groupId: string): string | undefined;
	/** Names of everybody who ever joined, in that order. */
	people: ReadonlyMap<string, string>;
	/** Each time the room was in a phase; none where nobody asks. */
	visits?: readonly PhaseVisit[];
	read(documentId: string): Promise<CreditedDocument | null>;
	readLate: LateReader;
	now: number;
	/** What the asker may see of all groups side by side. */
	overview?: readonly Assessment[];
	/** Which of the sheets to read; all when absent. */
	wanted?(document: DocumentView, worksheet: Worksheet): boolean;
}

/** Only the library's words: people's own leave as they typed them. Many sheets are of the same worksheet. */
const onPaper = memoize((definition: Worksheet): Worksheet => withoutSoftHyphens(definition));

/** Reads every sheet the asker may open into one value that all formats are made from. */
export async function gather({
	snapshot,
	worksheets,
	groupName,
	people,
	visits = [],
	read,
	readLate,
	now,
	overview = [],
	wanted = () => true,
}: GatherOptions): Promise<Result<Results>> {
	const { workshop } = snapshot;
	const words = resultsWords[workshop.language];
	const table = snapshot.you.people ?? [];
	// One file for all who sit or sat at the device, to whom the page shows each one's judgements alone.
	const isShared = ({ scope }: DocumentView) => scope.kind === "participant" && table.length > 1;

	const scopeName = ({ scope }: DocumentView, worksheet: Worksheet): string => {
		if (scope.kind === "plenary") return words.plenary;
		if (scope.kind === "participant") {
			// Of several at the asker's device each has their own, where a sheet goes round.
			const person = goesRound(worksheet) ? table.find(({ id }) => id === scope.id) : undefined;
			return person?.name ?? words.mine;
		}
		return (scope.id === undefined ? undefined : groupName(scope.id)) ?? "";
	};

	const lateOf = async (document: DocumentView, worksheet: Worksheet): Promise<ResultLate[]> => {
		if (document.late === 0) return [];
		const late = await readLate(document.id, worksheet, workshop.language, document.outside === true);
		// Where all of it had arrived after all, there is nothing to say.
		const judged = new Set(
			isShared(document)
				? blocksOf(worksheet)
						.filter(isJudged)
						.map(({ id }) => id)
				: [],
		);
		const speaking = late
			.map((entry) => ({ ...entry, answers: entry.answers.filter(({ block }) => !judged.has(block)) }))
			.filter(({ answers }) => answers.length > 0);
		return speaking.map(({ author, ...entry }) => ({ ...entry, by: people.get(author) ?? words.facilitation }));
	};

	const sheets: ResultSheet[] = [];
	for (const document of inAgendaOrder(snapshot)) {
		const definition = worksheets.get(document.worksheet);
		const stored = definition && wanted(document, definition) ? await read(document.id) : null;
		if (!definition || !stored) continue;
		const worksheet = onPaper(definition);
		const late = await lateOf(document, worksheet);
		const whole = readWorksheet(stored.doc, worksheet, { outside: document.outside === true });
		const answered = withoutUnasked(whole, late, usesOf(document, snapshot));
		const withheld = isShared(document) && goesRound(worksheet);
		sheets.push({
			document: document.id,
			worksheet: worksheet.id,
			worksheetVersion: worksheet.version,
			title: worksheet.title[workshop.language],
			scope: { kind: document.scope.kind, id: document.scope.id ?? null, name: scopeName(document, worksheet) },
			credits: creditsOf(stored, document.scope.kind, people, words.facilitation),
			revealed: revealedIn(snapshot, document.id),
			answered: withheld ? withoutJudgements(answered) : answered,
			withheld,
			late,
		});
		stored.doc.destroy();
	}

	return accepted({
		format: "arena-results",
		version: 1,
		exportedAt: now,
		interim: workshop.status !== "ended",
		rehearsal: workshop.rehearsal,
		language: workshop.language,
		part: { kind: "all", of: "" },
		recipient: recipientOf(snapshot),
		workshop: workshopIn(snapshot),
		phases: withoutSoftHyphens(snapshot.phases).map(({ id, title, kind, minutes, assignment, enteredAt }) => ({
			id,
			title,
			kind,
			minutes,
			assignment,
			enteredAt,
			visits: visits.filter(({ phase }) => phase === id).map(({ from, to }) => ({ from, to })),
		})),
		groups: snapshot.groups.map((group) => ({
			id: group.id,
			name: group.name,
			members: group.members.map((member) => {
				const name = people.get(member) ?? "–";
				const heads = snapshot.participants.find(({ id }) => id === member)?.people;
				return heads === undefined ? name : words.table(name, heads);
			}),
		})),
		sheets: withVotes(sheets, resultsIn(snapshot)),
		overview: [...overview],
		actionPlan: actionPlanOf(sheets, workshop.language),
		topics: snapshot.topics.map(({ text, group, at, done }) => ({
			text,
			group: group === null ? null : (groupName(group) ?? null),
			at,
			done,
		})),
		messages: snapshot.messages.map(({ text, at }) => ({ text, at })),
	});
}

/** What every file says of the workshop itself. */
export function workshopIn({ workshop, participants }: Snapshot): ResultWorkshop {
	return {
		id: workshop.id,
		// Every file says so in its name and in its title.
		title: workshop.rehearsal ? resultsWords[workshop.language].rehearsal(workshop.title) : workshop.title,
		template: workshop.template,
		startsAt: workshop.startsAt,
		endedAt: workshop.endedAt,
		place: workshop.place,
		series: workshop.series,
		deleteOn: workshop.deleteOn,
		participants: headCount(participants.filter(({ waiting }) => !waiting)),
	};
}

function recipientOf({ you }: Snapshot): Results["recipient"] {
	const names = (you.people ?? []).flatMap(({ name, left }) => (left === true || name === "" ? [] : [name]));
	const own = you.role === "participant" && you.name !== undefined ? [you.name] : [];
	return { role: you.role, names: names.length > 0 ? names : own };
}

/** What the votes came to that the asker may know of, by the sheet in which they were decided. */
function resultsIn({ votes }: Snapshot): Map<string, VoteResult> {
	return new Map(
		votes.flatMap(({ id, result }) => (result === undefined ? [] : [[id, voteResultSchema.parse(result)] as const])),
	);
}

/** What was revealed of the ratings that belong to a sheet, as far as the asker may know it (session/answer-views.ts). */
function revealedIn({ ratings }: Snapshot, sheet: string): RevealedRatings[] {
	return ratings.flatMap(({ document, question, result }) =>
		document !== sheet || result === undefined ? [] : [{ question, ...ratingResultSchema.parse(result) }],
	);
}

function blocksOf({ sections }: Worksheet): Block[] {
	return sections.flatMap(({ blocks }) => blocks);
}

/** How the phases use a document. */
function usesOf({ worksheet, scope }: DocumentView, { phases }: Snapshot): SheetUse[] {
	return phases
		.flatMap(({ sheets }) => sheets)
		.filter((use) => use.worksheet === worksheet && use.scope === scope.kind);
}

/**
 * Without the sections that no phase lays before anybody: a page of questions that people never saw would look as if
 * they had nothing to say. What holds an answer all the same stays.
 */
function withoutUnasked(answered: Answered, late: readonly ResultLate[], uses: readonly SheetUse[]): Answered {
	const added = new Set(late.flatMap(({ answers }) => answers.map(({ block }) => block)));
	const isAsked = (section: string) =>
		uses.some(({ sections }) => sections === undefined || sections.includes(section));
	return {
		...answered,
		sections: answered.sections.filter(
			({ id, blocks }) =>
				isAsked(id) ||
				blocks.some(({ definition, answers }) => added.has(definition.id) || answers.some(({ empty }) => !empty)),
		),
	};
}

/** By the first phase that uses them, then as the session lists them (groups in their order). */
function inAgendaOrder(snapshot: Snapshot): DocumentView[] {
	const position = new Map(snapshot.phases.map((phase, index) => [phase.id, index]));
	const first = (document: DocumentView) => Math.min(...document.phases.map((phase) => position.get(phase) ?? 999));
	return [...snapshot.documents].sort((a, b) => first(a) - first(b));
}
