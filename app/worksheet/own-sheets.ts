import type { DocumentView, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { tableSheets } from "../session/table/table-sheets.ts";

/** One's own sheet of a worksheet, or everybody's at this device; empty where there is none. */
export function ownSheets(snapshot: Snapshot, worksheet: string): DocumentView[] {
	const own = snapshot.documents.filter(
		(document) => document.worksheet === worksheet && document.scope.kind === "participant",
	);
	const [first] = own;
	const sheets = first === undefined ? [] : tableSheets(snapshot, first);
	return sheets.length > 0 ? sheets : own;
}
