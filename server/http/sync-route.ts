import type { IncomingMessage } from "node:http";
import { CLOSE } from "../../worksheets/contract/close-codes.ts";
import { asError } from "../as-error.ts";
import type { Logger } from "../logger.ts";
import type { Storage } from "../storage/storage.ts";
import type { SyncServer } from "../sync/server.ts";
import { bearerToken } from "./cookies.ts";
import { isOwnOrigin } from "./origin.ts";
import { couldBeDocument, sheetCookie } from "./sheet-token.ts";
import type { UpgradeRoute } from "./upgrade-router.ts";

const PREFIX = "/sync/";

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
		return isOwnOrigin(request, publicUrl) ? await sheetCookie(request, documentId, storage) : null;
	}

	return {
		matches: (path) => path.startsWith(PREFIX),
		handle(request, socket, head) {
			const documentId = (request.url ?? "").slice(PREFIX.length).replace(/\?.*$/s, "");
			if (!couldBeDocument(documentId)) {
				sync.refuse(request, socket, head, CLOSE.malformed);
				return;
			}
			tokenFor(request, documentId).then(
				(token) => sync.handleUpgrade(request, socket, head, documentId, token),
				(error: unknown) => {
					logger.error("sync upgrade failed", { error: asError(error) });
					socket.destroy();
				},
			);
		},
	};
}
