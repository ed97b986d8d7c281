import { SheetDocument, type SheetDocumentOptions } from "./sheet-document.ts";

/** A sheet nobody looks at any more stays this long, so that a phase change or a second look does not load it anew. */
const LOOK_EVERY_MS = 1_000;

interface Entry {
	sheet: SheetDocument;
	holders: number;
	/** Who wants to know that the last of the text has left this browser, or that the server will not take it. */
	onGone: ((sheet: SheetDocument) => void)[];
}

/** One document per sheet and person in this browser tab, however many screens show it. */
const entries = new Map<string, Entry>();

/** Opens a sheet, or joins in where it is open; each call wants one `releaseSheet`. */
export function acquireSheet(options: SheetDocumentOptions): SheetDocument {
	const key = keyOf(options);
	const entry = entries.get(key) ?? { sheet: new SheetDocument(options), holders: 0, onGone: [] };
	entries.set(key, entry);
	entry.holders += 1;
	// It is not gone after all; whoever holds it now will be told.
	entry.onGone = [];
	return entry.sheet;
}

/**
 * Lets go of a sheet: its person disappears for the others at once. The line ends when everything written here is
 * saved or has been refused for good; until then it is dialled again. `onGone` sees the sheet just before its end.
 */
export function releaseSheet(options: SheetDocumentOptions, onGone?: (sheet: SheetDocument) => void): void {
	const key = keyOf(options);
	const entry = entries.get(key);
	if (entry === undefined) return;
	if (onGone !== undefined) entry.onGone.push(onGone);
	entry.holders -= 1;
	if (entry.holders > 0) return;
	entry.sheet.awareness.setLocalState(null);
	setTimeout(() => endWhenSettled(key, entry), LOOK_EVERY_MS);
}

function endWhenSettled(key: string, entry: Entry): void {
	if (entry.holders > 0 || entries.get(key) !== entry) return;
	if (!entry.sheet.settled && entry.sheet.saveState().kind !== "failed") {
		setTimeout(() => endWhenSettled(key, entry), LOOK_EVERY_MS);
		return;
	}
	entries.delete(key);
	for (const told of entry.onGone) told(entry.sheet);
	entry.sheet.destroy();
}

function keyOf({ workshopId, author, documentId }: SheetDocumentOptions): string {
	return `${workshopId} ${author} ${documentId}`;
}
