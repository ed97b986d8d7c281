import { worksheetSchema } from "../../worksheets/schema/worksheet.ts";
import type { Storage } from "../storage/storage.ts";
import type { StoredSession } from "./live-session.ts";
import { sessionStateSchema } from "./state.ts";

/** Reads a session and the definitions its workshop was created with. Null where there is none; throws where it is damaged. */
export async function readSession(storage: Storage, workshopId: string): Promise<StoredSession | null> {
	const record = await storage.findWorkshop(workshopId);
	if (record === null) return null;
	const definitions = await storage.definitions(workshopId);
	return {
		state: sessionStateSchema.parse(JSON.parse(record.state)),
		version: record.version,
		definitions: new Map(
			[...definitions].map(([id, definition]) => [id, worksheetSchema.parse(JSON.parse(definition))]),
		),
	};
}
