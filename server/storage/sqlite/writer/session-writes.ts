import { DuplicateCommand, VersionConflict } from "../../errors.ts";
import type { NewDocument, NewToken, NewWorkshop, SessionChange } from "../../storage.ts";
import { queries } from "../queries.ts";
import type { Statements } from "../statements.ts";

/** Writes of workshops, their sessions and who may enter them; each runs inside the caller's transaction. */

export function createWorkshop(statements: Statements, workshop: NewWorkshop): void {
	const { id, code, createdAt, deleteOn, state, definitions, tokens, documents } = workshop;
	statements.run(
		queries.insertInto("workshops").values({ id, code, created_at: createdAt, delete_on: deleteOn, version: 0, state }),
	);
	for (const [worksheet, definition] of definitions) {
		statements.run(queries.insertInto("definitions").values({ workshop_id: id, worksheet, definition }));
	}
	addTokens(statements, tokens);
	addDocuments(statements, documents);
}

/** Throws `DuplicateCommand` before `VersionConflict`: a repeated command must find its answer, whatever came after. */
export function saveSession(statements: Statements, change: SessionChange): void {
	const { workshopId, version, state, deleteOn, command, documents = [], tokens = [] } = change;
	if (command !== undefined) {
		const { id, actor, answer, at } = command;
		const kept = statements.run(
			queries
				.insertInto("commands")
				.values({ workshop_id: workshopId, id, actor, answer, at })
				.onConflict((conflict) => conflict.doNothing()),
		);
		if (kept === 0) throw new DuplicateCommand(id);
	}
	if (state !== undefined) {
		const changed = statements.run(
			queries
				.updateTable("workshops")
				.set({ state, version })
				.where("id", "=", workshopId)
				.where("version", "<", version),
		);
		if (changed === 0) throw new VersionConflict(workshopId);
	}
	if (deleteOn !== undefined) {
		statements.run(queries.updateTable("workshops").set({ delete_on: deleteOn }).where("id", "=", workshopId));
	}
	addDocuments(statements, documents);
	addTokens(statements, tokens);
}

export function addTokens(statements: Statements, tokens: readonly NewToken[]): void {
	for (const { hash, workshopId, role, participantId, createdAt } of tokens) {
		statements.run(
			queries.insertInto("tokens").values({
				hash,
				workshop_id: workshopId,
				role,
				participant_id: participantId,
				created_at: createdAt,
				revoked_at: null,
			}),
		);
	}
}

function addDocuments(statements: Statements, documents: readonly NewDocument[]): void {
	for (const { id, workshopId, worksheet, worksheetVersion, scopeKind, scopeId, createdAt } of documents) {
		statements.run(
			queries.insertInto("documents").values({
				id,
				workshop_id: workshopId,
				worksheet,
				worksheet_version: worksheetVersion,
				scope_kind: scopeKind,
				scope_id: scopeId,
				created_at: createdAt,
			}),
		);
	}
}
