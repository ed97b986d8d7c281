import type { DocumentView, Snapshot } from "../../../worksheets/contract/snapshot.ts";

/**
 * Everybody's own sheet of the same worksheet, where several people sit at this device and the sheet goes round: in
 * their order, those who have left last. Empty for every other sheet.
 */
export function tableSheets({ you, documents }: Snapshot, { worksheet, scope }: DocumentView): DocumentView[] {
	if (you.people === undefined || scope.kind !== "participant") return [];
	const own = documents.filter((other) => other.worksheet === worksheet && other.scope.kind === "participant");
	const sheets = you.people.flatMap(({ id }) => own.filter((sheet) => sheet.scope.id === id));
	return sheets.length > 1 ? sheets : [];
}

/** The same list with the sheets that go round only once each. */
export function withoutNeighbours(snapshot: Snapshot, documents: readonly DocumentView[]): DocumentView[] {
	return documents.filter((document) => {
		const [first] = tableSheets(snapshot, document);
		return first === undefined || first.id === document.id;
	});
}
