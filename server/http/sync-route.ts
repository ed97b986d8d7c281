import type { IncomingMessage } from "node:http";
import { CLOSE } from "../../worksheets/contract/close-codes.ts";
import type { Logger } from "../logger.ts";
import type { Storage } from "../storage/storage.ts";
import type { SyncServer } from "../sync/server.ts";
import { bearerToken, workshopTokens } from "./cookies.ts";
import { isOwnOrigin } from "./origin.ts";
import type { UpgradeRoute } from "./upgrade-router.ts";

const PREFIX = "/sync/";
/** What could be a document's id; whether it is one, only who has a token is told. */
const SEGMENT = /^[A-Za-z0-9_-]{1,64}$/;

export interface SyncRouteOptions {
	sync: SyncServer;
	storage: Pick<Storage, "findDocument">;
	publicUrl: string | null;
	logger: Logger;
}

/** `/sync/{documentId}`. The upgrade is accepted, and what is wrong then is told by its close code. */
export function createSyncRoute({ sync, storage, publicUrl, logger }: SyncRouteOptions): UpgradeRoute {
	async function tokenFor(request: IncomingMessage, documentId: string): Promise<string | null> {
		const bearer = bearerToken(request);
		if (bearer !== null) return bearer;
		if (!isOwnOrigin(request, publicUrl)) return null;
		const tokens = workshopTokens(request.headers.cookie);
		if (tokens.size === 0) return null;
		// A browser may know several workshops; the document says whose cookie counts.
		const document = await storage.findDocument(documentId);
		const [anyToken = null] = tokens.values();
		return document === null ? anyToken : (tokens.get(document.workshopId) ?? null);
	}

	return {
		matches: (path) => path.startsWith(PREFIX),
		handle(request, socket, head) {
			const documentId = (request.url ?? "").slice(PREFIX.length).replace(/\?.*$/s, "");
			if (!SEGMENT.test(documentId)) {
				sync.refuse(request, socket, head, CLOSE.malformed);
				return;
			}
			tokenFor(request, documentId).then(
				(token) => sync.handleUpgrade(request, socket, head, documentId, token),
				(error: unknown) => {
					logger.error("sync upgrade failed", { error: error instanceof Error ? error : new Error("not an error") });
					socket.destroy();
				},
			);
		},
	};
}
