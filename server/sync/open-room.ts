import { allowedName } from "../../worksheets/document/names.ts";
import { hasSides, readSide } from "../../worksheets/document/sides.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import { asError } from "../as-error.ts";
import type { Clock } from "../clock.ts";
import type { Logger } from "../logger.ts";
import type { DocumentRecord, Storage } from "../storage/storage.ts";
import type { SyncAccess } from "./access.ts";
import type { SyncLimits } from "./limits.ts";
import { loadDocument } from "./load.ts";
import { ProgressReporter, readProgress } from "./progress.ts";
import { Room } from "./room.ts";
import { RoomWatch } from "./room-watch.ts";

export interface RoomSources {
	storage: Pick<Storage, "loadDocument" | "appendUpdate" | "compact">;
	access: SyncAccess;
	logger: Logger;
	clock: Clock;
	limits: SyncLimits;
}

/** Loads a document into a room. Null where there is none; throws when it, or its worksheet, cannot be read. */
export async function openRoom(documentId: string, broken: () => void, sources: RoomSources): Promise<Room | null> {
	const { storage, access, logger, clock, limits } = sources;
	const loaded = await loadDocument(storage, documentId, logger);
	if (loaded === null) {
		return null;
	}
	const worksheet = await worksheetOf(loaded.record, access);
	const isAnswered = hasSides(worksheet);
	const progress = new ProgressReporter(limits.progressEveryMs, () => {
		try {
			const asked = access.worksheetNow(room.workshopId, room.record.worksheet) ?? worksheet;
			access.reportProgress(room.workshopId, readProgress(documentId, room.doc, asked, room.lastChangeAt));
			if (isAnswered) {
				const side = readSide(room.doc, asked, documentId, room.record.scopeKind);
				access.reportSide(room.workshopId, documentId, side);
			}
			const alarm = watch.look(room);
			if (alarm !== null) {
				access.raiseAlarm(room.workshopId, alarm);
			}
		} catch (error) {
			// Called by a timer: what one document holds must not end the process.
			logger.error("progress could not be counted", { document: documentId, error: asError(error) });
		}
	});
	const watch = new RoomWatch(loaded, clock);
	const room: Room = new Room(loaded, {
		storage,
		clock,
		logger,
		limits,
		isAllowedName: allowedName(worksheet),
		events: {
			changed: () => progress.changed(),
			setBack: () => watch.pardon(room),
			broken,
			disposed: () => progress.stop(),
		},
	});
	return room;
}

/** What the document's sheet asks; a document without one is a fault of ours. */
export async function worksheetOf(record: DocumentRecord, access: SyncAccess): Promise<Worksheet> {
	const worksheet = await access.worksheet(record.workshopId, record.worksheet);
	if (worksheet === undefined) {
		throw new Error(`document ${record.id} names an unknown worksheet`);
	}
	return worksheet;
}
