import type { DocumentView, GroupView, PhaseView, SheetUse, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { isRatedThere } from "../../worksheets/document/rated-alone.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import { withoutNeighbours } from "./table/table-sheets.ts";

/** One sheet as the shown phase offers it to this person. */
export interface PhaseSheet {
	document: DocumentView;
	use: SheetUse;
	readOnly: boolean;
}

/** The group this person is in now, with its place in the grouping (which gives letter, shape and colour). */
export function ownGroup(snapshot: Snapshot): (GroupView & { index: number }) | null {
	const self = snapshot.you.participantId;
	if (self === undefined) return null;
	const index = snapshot.groups.findIndex((group) => group.members.includes(self));
	const group = snapshot.groups[index];
	return group === undefined ? null : { ...group, index };
}

/**
 * The sheets a phase lays before this person, in the phase's order. A sheet that is only shown (results in the
 * plenary) comes once for every group; everything else only as one's own, one's group's or the plenary's. Where several
 * people sit at this device, the first one's stands for those of all (table/round.tsx).
 */
export function phaseSheets(snapshot: Snapshot, phase: PhaseView): PhaseSheet[] {
	const group = ownGroup(snapshot);
	const documents = withoutNeighbours(snapshot, snapshot.documents);
	return phase.sheets.flatMap((use) => {
		const readOnly = use.readOnly === true;
		return documents
			.filter((document) => document.worksheet === use.worksheet && document.scope.kind === use.scope)
			.filter((document) => readOnly || use.scope !== "group" || document.scope.id === group?.id)
			.sort((a, b) => placeOf(snapshot, a) - placeOf(snapshot, b))
			.map((document) => ({ document, use, readOnly }));
	});
}

/**
 * The same without one's own sheet where the group's, or the plenary's, beside it is where one rates alone first: two
 * places for one rating would be one too many.
 */
export function laidOut(
	sheets: readonly PhaseSheet[],
	phase: PhaseView,
	worksheets: Record<string, Worksheet>,
): PhaseSheet[] {
	return sheets.filter(({ document, use }) => {
		const worksheet = worksheets[document.worksheet];
		const isShared = sheets.some(
			(other) => other.use.worksheet === use.worksheet && other.use.scope !== "participant" && !other.readOnly,
		);
		return !isShared || worksheet === undefined || !isRatedThere(worksheet, use, phase);
	});
}

/** The groups in force come in their order, those of former groupings after them. */
function placeOf({ groups }: Snapshot, { scope }: DocumentView): number {
	const place = groups.findIndex((group) => group.id === scope.id);
	return place < 0 ? groups.length : place;
}

/** Whether a phase works in groups: it uses a group's sheet to write, or is a group phase by kind. */
export function needsGroup(phase: PhaseView): boolean {
	return phase.kind === "group" || phase.sheets.some((use) => use.scope === "group" && use.readOnly !== true);
}

/** Everything this person may open, own sheets first: „Meine Arbeitsblätter“. */
export function mySheets(snapshot: Snapshot): DocumentView[] {
	const rank = { participant: 0, group: 1, plenary: 2 };
	return withoutNeighbours(snapshot, snapshot.documents).sort((a, b) => rank[a.scope.kind] - rank[b.scope.kind]);
}
