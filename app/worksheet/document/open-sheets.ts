import { journalName } from "./journal-name.ts";
import { emptyJournal } from "./journals.ts";
import { SheetDocument, type SheetDocumentOptions } from "./sheet-document.ts";

/** A sheet nobody looks at any more stays this long, so that a phase change or a second look does not load it anew. */
const LOOK_EVERY_MS = 1_000;

interface Entry {
	sheet: SheetDocument;
	holders: number;
	/** Who shows the sheet, and has to show another document when this one has come to its end. */
	showing: Set<(sheet: SheetDocument) => void>;
	/** Who wants to know that the last of the text has left this browser, or that the server will not take it. */
	onGone: ((end: SheetEnd) => void)[];
	/** Its last words came after it was closed and stand beside it. */
	late: boolean;
}

/** How a sheet that nobody holds any more has ended. */
export interface SheetEnd {
	sheet: SheetDocument;
	late: boolean;
}

/** One document per sheet and person in this browser tab, however many screens show it. */
const entries = new Map<string, Entry>();

/**
 * Opens a sheet, or joins in where it is open; each call wants one `releaseSheet`. `replaced` is called with another
 * document when the text in this one came too late for the sheet: it holds what the server has.
 */
export function acquireSheet(options: SheetDocumentOptions, replaced?: (sheet: SheetDocument) => void): SheetDocument {
	const key = keyOf(options);
	const entry = entries.get(key) ?? newEntry(key, options);
	entries.set(key, entry);
	entry.holders += 1;
	if (replaced !== undefined) entry.showing.add(replaced);
	// It is not gone after all; whoever holds it now will be told.
	entry.onGone = [];
	return entry.sheet;
}

/**
 * Lets go of a sheet: its person disappears for the others at once. The line ends when everything written here is
 * saved or has been refused for good; until then it is dialled again. `onGone` sees the sheet just before its end.
 */
export function releaseSheet(
	options: SheetDocumentOptions,
	onGone?: (end: SheetEnd) => void,
	replaced?: (sheet: SheetDocument) => void,
): void {
	const key = keyOf(options);
	const entry = entries.get(key);
	if (entry === undefined) return;
	if (onGone !== undefined) entry.onGone.push(onGone);
	if (replaced !== undefined) entry.showing.delete(replaced);
	entry.holders -= 1;
	if (entry.holders > 0) return;
	entry.sheet.awareness.setLocalState(null);
	setTimeout(() => endWhenSettled(key, entry), LOOK_EVERY_MS);
}

function newEntry(key: string, options: SheetDocumentOptions): Entry {
	const entry: Entry = { sheet: open(), holders: 0, showing: new Set(), onGone: [], late: false };
	return entry;

	function open(): SheetDocument {
		const sheet = new SheetDocument(options);
		sheet.onHandedIn(() => {
			replace(sheet).catch((error: unknown) => reportError(error));
		});
		return sheet;
	}

	/** The document and its journal hold what stands beside the sheet now; in the sheet itself it must not reappear. */
	async function replace(sheet: SheetDocument): Promise<void> {
		entry.late = true;
		sheet.destroy();
		await emptyJournal(journalName(options.workshopId, options.author, options.documentId));
		if (entries.get(key) !== entry || entry.holders === 0) return;
		entry.sheet = open();
		for (const show of [...entry.showing]) show(entry.sheet);
	}
}

function endWhenSettled(key: string, entry: Entry): void {
	if (entry.holders > 0 || entries.get(key) !== entry) return;
	if (!entry.sheet.settled && entry.sheet.saveState().kind !== "failed") {
		setTimeout(() => endWhenSettled(key, entry), LOOK_EVERY_MS);
		return;
	}
	entries.delete(key);
	const { sheet, late } = entry;
	for (const told of entry.onGone) told({ sheet, late });
	sheet.destroy();
}

function keyOf({ workshopId, author, documentId }: SheetDocumentOptions): string {
	return `${workshopId} ${author} ${documentId}`;
}
