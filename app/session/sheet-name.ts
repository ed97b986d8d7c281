import { groupLabel } from "../../worksheets/contract/group-letter.ts";
import type { DocumentView, Snapshot } from "../../worksheets/contract/snapshot.ts";
import type { Messages } from "../i18n/messages.ts";
import { tableSheets } from "./table/table-sheets.ts";

/** Whose sheet it is, in words: „Arbeitsblatt von Gruppe A“. */
export function sheetOwner(snapshot: Snapshot, document: DocumentView, { session }: Messages): string {
	const { scope } = document;
	switch (scope.kind) {
		case "participant":
			return tableSheets(snapshot, document).length > 0 ? session.sheetsAtTable : session.ownSheet;
		case "plenary":
			return session.sheetOfPlenary;
		case "group": {
			const index = snapshot.groups.findIndex((candidate) => candidate.id === scope.id);
			const group = snapshot.groups[index];
			if (group !== undefined) return session.sheetOfGroup({ name: groupLabel(index, group.name) });
			const former = formerGroupsSheets(snapshot, document);
			return session.sheetOfFormerGroup({ number: former.indexOf(document.id) + 1, count: former.length });
		}
	}
}

/** The same worksheet of all former groups. Their names are gone; a number tells them apart. */
function formerGroupsSheets({ documents, groups }: Snapshot, { worksheet }: DocumentView): string[] {
	return documents
		.filter((other) => other.worksheet === worksheet && other.scope.kind === "group")
		.filter((other) => !groups.some((group) => group.id === other.scope.id))
		.map((other) => other.id);
}
