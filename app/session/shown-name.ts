import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { shownSheet, shownView } from "../../worksheets/contract/spotlight.ts";
import type { Messages } from "../i18n/messages.ts";
import { sheetOwner } from "./sheet-name.ts";

/** What is shown to everybody, in words; null where nothing is, or nothing that this person may open. */
export function shownName(snapshot: Snapshot, messages: Messages): string | null {
	const view = shownView(snapshot.spotlight);
	if (view !== null) return messages.room.shownViews[view.view];
	const document = snapshot.documents.find(({ id }) => id === shownSheet(snapshot.spotlight)?.document);
	return document === undefined ? null : sheetOwner(snapshot, document, messages);
}
