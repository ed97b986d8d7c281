import { systemClock } from "../../server/clock.ts";
import { createLogger } from "../../server/logger.ts";
import type { DocumentRecord } from "../../server/storage/storage.ts";
import { SYNC_LIMITS } from "../../server/sync/limits.ts";
import { loadDocument } from "../../server/sync/load.ts";
import { Room } from "../../server/sync/room.ts";

const NAMES = new Set(["line", "note", "each/answers", "each/x", "each/ranking"]);

const RECORD: DocumentRecord = {
	id: "document",
	workshopId: "workshop",
	worksheet: "sheet",
	worksheetVersion: 1,
	scopeKind: "group",
	scopeId: "group",
	createdAt: 0,
};

/** A room whose every write takes one turn and goes to `rows`; nobody in it is too fast. */
export async function openRoom(rows: Uint8Array[]): Promise<Room> {
	const stored = { record: RECORD, snapshot: null, updates: [], damaged: 0, owners: new Map<number, string>() };
	const logger = createLogger("silent");
	const loaded = await loadDocument({ loadDocument: async () => stored }, RECORD.id, logger);
	if (loaded === null) throw new Error("a stored document was not found");
	return new Room(loaded, {
		storage: {
			loadDocument: async () => stored,
			appendUpdate: async ({ update }) => {
				rows.push(update);
			},
			compact: async () => undefined,
		},
		clock: systemClock,
		logger,
		limits: {
			...SYNC_LIMITS,
			compactRows: Number.MAX_SAFE_INTEGER,
			copiedBytesPerSecond: Number.MAX_SAFE_INTEGER,
			copiedBytesBurst: Number.MAX_SAFE_INTEGER,
		},
		isAllowedName: (name) => NAMES.has(name),
		events: { changed: ignore, setBack: ignore, broken: ignore, disposed: ignore },
	});
}

function ignore(): void {
	// Nobody looks but us.
}
