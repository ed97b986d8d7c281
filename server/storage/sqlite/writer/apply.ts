import type { Database } from "better-sqlite3";
import type { Operation } from "../protocol.ts";
import { prepareErasure } from "./erasure.ts";
import { prepareHistoryWrites } from "./history-writes.ts";
import { prepareAddLate } from "./late-writes.ts";
import type { LogRows } from "./log-rows.ts";
import { prepareAppend, prepareCompact } from "./log-writes.ts";
import { prepareOccasionWrites } from "./occasion-writes.ts";
import { prepareSessionWrites } from "./session-writes.ts";

/** Carries out one operation inside the caller's transaction; false only where there was nothing to erase or remove. */
export type Apply = (operation: Operation) => boolean;

export function prepareApply(database: Database, log: LogRows): Apply {
	const { createWorkshop, saveSession, addToken, tokenUsed } = prepareSessionWrites(database);
	const append = prepareAppend(database, log);
	const addLate = prepareAddLate(database);
	const occasions = prepareOccasionWrites(database);
	const history = prepareHistoryWrites(database, log);
	const compact = prepareCompact(database, log, history.pack);
	const erase = prepareErasure(database);

	return (operation) => {
		switch (operation.type) {
			case "append-update":
				append(operation.entry);
				return true;
			case "save-session":
				if (operation.change.wiped !== undefined) log.forget();
				saveSession(operation.change);
				return true;
			case "create-workshop":
				createWorkshop(operation.workshop);
				return true;
			case "add-token":
				addToken(operation.token);
				return true;
			case "token-used":
				tokenUsed(operation.use);
				return true;
			case "add-late":
				addLate(operation.late);
				return true;
			case "add-occasion":
				occasions.add(operation.workshopId, operation.occasion);
				return true;
			case "remove-occasion":
				return occasions.remove(operation.workshopId, operation.id);
			case "compact":
				compact(operation.documentId, operation.snapshot);
				return true;
			case "condense":
				history.condense(operation.documentId, operation.snapshot);
				return true;
			case "forget-history":
				history.forget(operation.workshopId);
				return true;
			case "history-forgotten":
				history.forgotten(operation.workshopId);
				return true;
			case "scrub":
				return true;
			case "erase-workshop":
				log.forget();
				return erase(operation);
		}
	};
}
