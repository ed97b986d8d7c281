import * as Y from "yjs";
import type { Logger } from "../logger.ts";
import type { Storage, StoredDocument } from "../storage/storage.ts";
import type { WholeDocument } from "./compaction.ts";
import { LoadedDocument } from "./loaded-document.ts";
import { integrateReady } from "./ready.ts";

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
	const whole = storedWhole(stored);
	const build = () => replayed(stored, logger);
	return new LoadedDocument(stored, seq, whole === null ? build() : { whole, build });
}

/** What the store holds, where that is all there is to the document: a snapshot that was read back when it was taken. */
function storedWhole({ snapshot, updates, damaged }: StoredDocument): WholeDocument | null {
	if (snapshot?.stateVector === undefined || updates.length > 0 || damaged > 0) {
		return null;
	}
	return { state: snapshot.state, stateVector: snapshot.stateVector };
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

function replayed(stored: StoredDocument, logger: Logger): Y.Doc {
	const { doc, refused } = replay(stored);
	if (refused.length > 0) {
		const [document, rows] = [stored.record.id, refused.length];
		logger.error("rows that cannot be applied left out of a document", { document, rows });
	}
	return doc;
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
			integrateReady(doc);
		});
		return null;
	} catch {
		return at;
	}
}
