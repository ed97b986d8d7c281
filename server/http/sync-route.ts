import type { IncomingMessage } from "node:http";
import { idSchema } from "../../worksheets/contract/ids.ts";
import type { Logger } from "../logger.ts";
import type { Storage } from "../storage/storage.ts";
import type { SyncServer } from "../sync/server.ts";
import { bearerToken, workshopTokens } from "./cookies.ts";
import { isOwnOrigin } from "./origin.ts";
import type { UpgradeRoute } from "./upgrade-router.ts";

const PREFIX = "/sync/";

export interface SyncRouteOptions {
	sync: SyncServer;
	storage: Pick<Storage, "findDocument">;
	publicUrl: string | null;
	logger: Logger;
}

/** `/sync/{documentId}`. A well-formed path is accepted, and what is wrong then is told by its close code. */
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
		matches: (path) => path.startsWith(PREFIX) && idSchema.safeParse(path.slice(PREFIX.length)).success,
		handle(request, socket, head) {
			const documentId = (request.url ?? "").slice(PREFIX.length).replace(/\?.*$/s, "");
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
