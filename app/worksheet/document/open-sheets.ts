import { SheetDocument, type SheetDocumentOptions } from "./sheet-document.ts";

/** A sheet nobody looks at any more keeps its line for as long as text is unsaved, but no longer than this. */
const LINGER_MS = 60_000;
/** And at least this long, so that a phase change or a second look does not load it anew. */
const LOOK_EVERY_MS = 1_000;

interface Entry {
	sheet: SheetDocument;
	holders: number;
	releasedAt: number;
	/** Who wants to know that the last of the text has left this browser, or that waiting for it has ended. */
	onGone: (() => void)[];
}

/** One document per sheet and person in this browser tab, however many screens show it. */
const entries = new Map<string, Entry>();

/** Opens a sheet, or joins in where it is open; each call wants one `releaseSheet`. */
export function acquireSheet(options: SheetDocumentOptions): SheetDocument {
	const key = keyOf(options);
	const entry = entries.get(key) ?? { sheet: new SheetDocument(options), holders: 0, releasedAt: 0, onGone: [] };
	entries.set(key, entry);
	entry.holders += 1;
	return entry.sheet;
}

/** Lets go of a sheet: its person disappears for the others at once, and ends when everything written here is saved. */
export function releaseSheet(options: SheetDocumentOptions, onGone: () => void = () => {}): void {
	const key = keyOf(options);
	const entry = entries.get(key);
	if (entry === undefined) return;
	entry.onGone.push(onGone);
	entry.holders -= 1;
	if (entry.holders > 0) return;
	entry.releasedAt = Date.now();
	entry.sheet.awareness.setLocalState(null);
	setTimeout(() => endWhenSettled(key, entry), LOOK_EVERY_MS);
}

function endWhenSettled(key: string, entry: Entry): void {
	if (entry.holders > 0 || entries.get(key) !== entry) return;
	if (!entry.sheet.settled && Date.now() - entry.releasedAt < LINGER_MS) {
		setTimeout(() => endWhenSettled(key, entry), LOOK_EVERY_MS);
		return;
	}
	entries.delete(key);
	entry.sheet.destroy();
	for (const told of entry.onGone) told();
}

function keyOf({ workshopId, author, documentId }: SheetDocumentOptions): string {
	return `${workshopId} ${author} ${documentId}`;
}
