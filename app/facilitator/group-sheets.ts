import type { DocumentView, SheetUse, Snapshot } from "../../worksheets/contract/snapshot.ts";

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
