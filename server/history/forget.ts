import type { Logger } from "../logger.ts";
import type { Storage } from "../storage/storage.ts";
import { verifiedSnapshot } from "../sync/compaction.ts";
import { loadDocument } from "../sync/load.ts";

export interface ForgetOptions {
	storage: Pick<Storage, "documentsOf" | "loadDocument" | "condense" | "forgetHistory">;
	logger: Logger;
}

/**
 * Forgets what a workshop's sheets were before: what people deleted is gone then from the store as well. Nobody writes
 * in them any more. Throws where the store does; begun anew, it ends what it began.
 */
export async function forgetHistory(workshopId: string, { storage, logger }: ForgetOptions): Promise<void> {
	for (const { id } of await storage.documentsOf(workshopId)) {
		const loaded = await loadDocument(storage, id, logger);
		if (loaded === null || loaded.lastChangeAt === null) continue;
		const snapshot = verifiedSnapshot(loaded.doc);
		loaded.doc.destroy();
		if (snapshot.ok) {
			await storage.condense(id, { seq: loaded.seq, ...snapshot.value, at: loaded.lastChangeAt });
		} else {
			logger.warn("a document keeps its log", { document: id, reason: snapshot.detail });
		}
	}
	await storage.forgetHistory(workshopId);
}
