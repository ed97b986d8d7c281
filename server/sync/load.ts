import * as Y from "yjs";
import type { Logger } from "../logger.ts";
import type { DocumentRecord, Storage, StoredDocument } from "../storage/storage.ts";

/** A document as it stands in the store, in memory. */
export interface LoadedDocument {
	record: DocumentRecord;
	doc: Y.Doc;
	/** Yjs client id → author. */
	owners: Map<number, string>;
	/** The last log row there is; the next append takes the number after it. */
	seq: number;
	/** Log rows after the snapshot. */
	rows: number;
	/** Bytes of snapshot and rows. */
	bytes: number;
	/** Epoch milliseconds; null when nothing was ever written. */
	lastChangeAt: number | null;
}

/** Rows beyond which a document counts as unreadable; each one costs another replay. */
const MOST_REFUSED = 20;

/** A log that does not give the document back: rows are missing, or too many cannot be applied. */
class IncompleteLog extends Error {
	constructor(documentId: string) {
		super(`the log of document ${documentId} is incomplete`);
		this.name = "IncompleteLog";
	}
}

/**
 * Reads a document from the store. Null where there is none; what cannot be read throws and is never taken for empty.
 * Rows that are damaged or that Yjs cannot apply are left out with an alarm, so that one of them does not keep
 * everybody from the rest.
 */
export async function loadDocument(
	storage: Pick<Storage, "loadDocument">,
	id: string,
	logger: Logger,
): Promise<LoadedDocument | null> {
	const stored = await storage.loadDocument(id);
	if (stored === null) {
		return null;
	}
	if (stored.damaged > 0) {
		logger.error("damaged rows left out of a document", { document: id, rows: stored.damaged });
	}
	const seq = lastSeq(stored);
	const { doc, refused } = replay(stored);
	if (refused.length > 0) {
		logger.error("rows that cannot be applied left out of a document", { document: id, rows: refused.length });
	}
	const snapshotBytes = stored.snapshot?.state.length ?? 0;
	return {
		record: stored.record,
		doc,
		owners: new Map(stored.owners),
		seq,
		rows: stored.updates.length + stored.damaged,
		bytes: stored.updates.reduce((sum, { update }) => sum + update.length, snapshotBytes),
		lastChangeAt: stored.updates.at(-1)?.at ?? stored.snapshot?.at ?? null,
	};
}

function lastSeq(stored: StoredDocument): number {
	const first = stored.snapshot?.seq ?? 0;
	const counted = first + stored.updates.length + stored.damaged;
	const last = stored.updates.at(-1)?.seq ?? first;
	if (last > counted || (stored.damaged === 0 && last !== counted)) {
		throw new IncompleteLog(stored.record.id);
	}
	return counted;
}

/** Applies all in one transaction; where that throws, finds the rows at fault and does without them. */
function replay(stored: StoredDocument): { doc: Y.Doc; refused: number[] } {
	const rows = stored.updates.map(({ seq, update }) => ({ seq, update }));
	if (stored.snapshot !== null) {
		rows.unshift({ seq: stored.snapshot.seq, update: stored.snapshot.state });
	}
	const refused = new Set<number>();
	for (;;) {
		const doc = new Y.Doc();
		const good = rows.filter(({ seq }) => !refused.has(seq));
		const failed = tryApply(doc, good);
		if (failed === null) {
			return { doc, refused: [...refused] };
		}
		doc.destroy();
		if (failed === stored.snapshot?.seq || refused.size >= MOST_REFUSED) {
			throw new IncompleteLog(stored.record.id);
		}
		refused.add(failed);
	}
}

/** The number of the row that could not be applied, or null. */
function tryApply(doc: Y.Doc, rows: readonly { seq: number; update: Uint8Array }[]): number | null {
	let at = rows[0]?.seq ?? 0;
	try {
		doc.transact(() => {
			for (const { seq, update } of rows) {
				at = seq;
				Y.applyUpdate(doc, update);
			}
		});
		return null;
	} catch {
		return at;
	}
}
