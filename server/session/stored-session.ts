import type { z } from "zod";
import { NOTES } from "../../worksheets/contract/notes.ts";
import { SYNTHESIS } from "../../worksheets/contract/synthesis.ts";
import { NOTES_SHEET } from "../../worksheets/notes/notes-sheet.ts";
import { withLaterMarks } from "../../worksheets/schema/former.ts";
import { type Worksheet, worksheetSchema } from "../../worksheets/schema/worksheet.ts";
import { SYNTHESIS_SHEET } from "../../worksheets/synthesis/synthesis-sheet.ts";
import type { Storage } from "../storage/storage.ts";
import type { SessionsOptions } from "./config.ts";
import { definitionText } from "./definition-text.ts";
import type { StoredSession } from "./live-session.ts";
import { sessionStateSchema } from "./state.ts";

/** What the store holds of a session is not what this release understands. */
class DamagedSession extends Error {
	constructor(what: string) {
		super(`a stored ${what} cannot be read`);
		this.name = "DamagedSession";
	}
}

/** Reads a session and the definitions its workshop was created with. Null where there is none; throws `DamagedSession`. */
export async function readSession(
	storage: Storage,
	library: Pick<SessionsOptions["library"], "worksheet">,
	workshopId: string,
): Promise<StoredSession | null> {
	const record = await storage.findWorkshop(workshopId);
	if (record === null) return null;
	const definitions = await storage.definitions(workshopId);
	return {
		late: await storage.lateTotals(workshopId),
		state: read(record.state, sessionStateSchema, "session"),
		version: record.version,
		definitions: new Map([
			[NOTES, NOTES_SHEET],
			[SYNTHESIS, SYNTHESIS_SHEET],
			...[...definitions].map(([id, json]) => [id, readDefinition(json, library.worksheet(id))] as const),
		]),
	};
}

/** Nearly every definition is still the library's, which has been read already. */
function readDefinition(json: string, known: Worksheet | undefined): Worksheet {
	if (known !== undefined && definitionText(known) === json) return known;
	return withLaterMarks(read(json, worksheetSchema, "worksheet"));
}

/** The parsers' own messages quote what they read, which may be what people wrote, so they go no further. */
function read<Value>(json: string, schema: z.ZodType<Value>, what: string): Value {
	const parsed = schema.safeParse(parseJson(json));
	if (!parsed.success) throw new DamagedSession(what);
	return parsed.data;
}

function parseJson(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		return undefined;
	}
}
