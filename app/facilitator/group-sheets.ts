import type { DocumentView, GroupView, SheetUse, Snapshot } from "../../worksheets/contract/snapshot.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import type { Worksheets } from "../session/phase-sheets-view.tsx";

export interface GroupSheet {
	document: DocumentView;
	/** The sections the current phase asks for; all when absent. */
	sections: SheetUse["sections"];
}

/** A group's sheets of the current phase; in a phase without group sheets, all the group has. */
export function groupSheets(snapshot: Snapshot, group: string): GroupSheet[] {
	const documents = snapshot.documents.filter(({ scope }) => scope.kind === "group" && scope.id === group);
	const phase = snapshot.phases.find(({ id }) => id === snapshot.currentPhase);
	const uses = phase?.sheets.filter((use) => use.scope === "group") ?? [];
	if (uses.length === 0) return documents.map((document) => ({ document, sections: undefined }));
	return uses.flatMap((use) => {
		const document = documents.find(({ worksheet }) => worksheet === use.worksheet);
		return document === undefined ? [] : [{ document, sections: use.sections }];
	});
}

export interface KnownSheet extends GroupSheet {
	worksheet: Worksheet;
	/** Whose it is, and which: what its buttons are about, for those who hear only them. */
	what: { name: string; sheet: string };
}

/** `groupSheets` with what they are, but for those whose worksheet has not come yet. */
export function knownSheets(snapshot: Snapshot, { id, name }: GroupView, worksheets: Worksheets): KnownSheet[] {
	return groupSheets(snapshot, id).flatMap((sheet) => {
		const worksheet = worksheets[sheet.document.worksheet];
		if (worksheet === undefined) return [];
		return [{ ...sheet, worksheet, what: { name, sheet: worksheet.title[snapshot.workshop.language] } }];
	});
}
