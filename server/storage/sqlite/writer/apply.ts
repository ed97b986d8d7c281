import type { Database } from "better-sqlite3";
import type { Operation } from "../protocol.ts";
import { Statements } from "../statements.ts";
import { eraseWorkshop } from "./erasure.ts";
import { prepareAppend, prepareCompact } from "./log-writes.ts";
import { addTokens, createWorkshop, saveSession } from "./session-writes.ts";

/** Carries out one operation inside the caller's transaction; false only where there was nothing to erase. */
export type Apply = (operation: Operation) => boolean;

export function prepareApply(database: Database): Apply {
	const statements = new Statements(database);
	const append = prepareAppend(database);
	const compact = prepareCompact(database, statements);

	return (operation) => {
		switch (operation.type) {
			case "append-update":
				append(operation.entry);
				return true;
			case "save-session":
				saveSession(statements, operation.change);
				return true;
			case "create-workshop":
				createWorkshop(statements, operation.workshop);
				return true;
			case "add-token":
				addTokens(statements, [operation.token]);
				return true;
			case "compact":
				compact(operation.documentId, operation.snapshot);
				return true;
			case "erase-workshop":
				return eraseWorkshop(statements, operation.id, operation.now);
		}
	};
}
