import { ratedParts } from "../../../worksheets/blocks/rated-parts.ts";
import type { DocumentView, GroupView, RatingView, Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { questionLabel } from "../../../worksheets/document/question-label.ts";
import { withDimensions } from "../../../worksheets/schema/own-dimensions.ts";
import type { Worksheet } from "../../../worksheets/schema/worksheet.ts";
import type { Worksheets } from "../../session/phase-sheets-view.tsx";

/** A question that people rate alone first, in all the sheets that ask it now. */
export interface RatedQuestion {
	/** Of the worksheet and the question. */
	id: string;
	label: string;
	sheets: RatedSheet[];
}

export interface RatedSheet {
	view: RatingView;
	/** Whose sheet it is, with the group's place among all, from 0; null: the plenary's. */
	group: { group: GroupView; index: number } | null;
	/** What of the question has no value in the shared sheet yet; null as long as nobody has counted. */
	without: string[] | null;
}

/**
 * What is rated alone in the sheets of the present phase, each thing once, in the order in which groups ask it.
 * `ownEntry` stands for what a group has named by itself.
 */
export function ratedQuestions(snapshot: Snapshot, worksheets: Worksheets, ownEntry: string): RatedQuestion[] {
	const questions = new Map<string, RatedQuestion>();
	for (const { document, group } of sheetsNow(snapshot)) {
		const kept = worksheets[document.worksheet];
		if (kept === undefined) continue;
		const worksheet = withDimensions(kept, snapshot.workshop);
		for (const view of snapshot.ratings.filter((one) => one.document === document.id)) {
			const id = `${document.worksheet} ${view.question}`;
			const label = questionLabel(worksheet, view.question, snapshot.workshop.language, ownEntry);
			const question = questions.get(id) ?? { id, label, sheets: [] };
			questions.set(id, question);
			question.sheets.push({ view, group, without: withoutValue(snapshot, worksheet, view) });
		}
	}
	return [...questions.values()];
}

/** Where a reveal still has something to reveal. */
export function toReveal({ sheets }: RatedQuestion): RatedSheet[] {
	return sheets.filter(({ view }) => !view.revealed && view.submitted > 0);
}

interface SheetNow {
	document: DocumentView;
	group: RatedSheet["group"];
}

function sheetsNow({ documents, groups, currentPhase }: Snapshot): SheetNow[] {
	const now = documents.filter(({ phases }) => currentPhase !== null && phases.includes(currentPhase));
	const ofGroups = groups.flatMap((group, index) =>
		now
			.filter(({ scope }) => scope.kind === "group" && scope.id === group.id)
			.map((document) => ({ document, group: { group, index } })),
	);
	const ofAll = now.filter(({ scope }) => scope.kind === "plenary").map((document) => ({ document, group: null }));
	return [...ofGroups, ...ofAll];
}

function withoutValue({ progress, workshop }: Snapshot, worksheet: Worksheet, view: RatingView): string[] | null {
	const [id] = view.question.split("/");
	const block = worksheet.sections.flatMap((section) => section.blocks).find((candidate) => candidate.id === id);
	const counted = progress.find((one) => one.id === view.document)?.questions;
	const valued = counted?.find(({ name }) => name === view.question)?.valued;
	if (block === undefined || valued === undefined) return null;
	return ratedParts(block).flatMap(({ part, label }) => (valued.includes(part) ? [] : label[workshop.language]));
}
