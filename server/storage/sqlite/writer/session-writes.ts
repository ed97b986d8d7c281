import type { Database } from "better-sqlite3";
import { DuplicateCommand, VersionConflict } from "../../errors.ts";
import type {
	NewDocument,
	NewToken,
	NewWorkshop,
	Revocation,
	SessionChange,
	StoredCommand,
	TokenUse,
} from "../../storage.ts";

/** Writes of workshops, their sessions and who may enter them. */
export interface SessionWrites {
	createWorkshop(workshop: NewWorkshop): void;
	/** Throws `DuplicateCommand` before `VersionConflict`: a repeated command must find its answer, whatever came after. */
	saveSession(change: SessionChange): void;
	addToken(token: NewToken): void;
	tokenUsed(use: TokenUse): void;
}

export function prepareSessionWrites(database: Database): SessionWrites {
	const insertWorkshop = database.prepare<NewWorkshop>(
		`INSERT INTO workshops (id, code, created_at, delete_on, version, state, recovery_hash)
		VALUES (@id, @code, @createdAt, @deleteOn, 0, @state, @recoveryHash)`,
	);
	const insertDefinition = database.prepare<[string, string, string]>(
		"INSERT INTO definitions (workshop_id, worksheet, definition) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
	);
	const insertDocument = database.prepare<NewDocument>(
		`INSERT INTO documents (id, workshop_id, worksheet, worksheet_version, scope_kind, scope_id, created_at)
		VALUES (@id, @workshopId, @worksheet, @worksheetVersion, @scopeKind, @scopeId, @createdAt)`,
	);
	const insertToken = database.prepare<NewToken>(
		`INSERT INTO tokens (hash, workshop_id, role, participant_id, created_at, link_id)
		VALUES (@hash, @workshopId, @role, @participantId, @createdAt, @linkId)`,
	);
	const insertCommand = database.prepare<StoredCommand & { workshopId: string }>(
		`INSERT INTO commands (workshop_id, id, actor, answer, at)
		VALUES (@workshopId, @id, @actor, @answer, @at) ON CONFLICT DO NOTHING`,
	);
	const updateState = database.prepare<{ workshopId: string; version: number; state: string }>(
		"UPDATE workshops SET state = @state, version = @version WHERE id = @workshopId AND version < @version",
	);
	const updateDeleteOn = database.prepare<[number, string]>("UPDATE workshops SET delete_on = ? WHERE id = ?");
	const updateRecovery = database.prepare<[Uint8Array, string]>("UPDATE workshops SET recovery_hash = ? WHERE id = ?");
	const revokeTokens = database.prepare<Revocation & { workshopId: string }>(
		`UPDATE tokens SET revoked_at = @at
		WHERE workshop_id = @workshopId AND role = @role AND link_id IS @linkId AND revoked_at IS NULL`,
	);
	const updateUsedOn = database.prepare<TokenUse>("UPDATE tokens SET used_on = @on WHERE hash = @hash");
	const updateCode = database.prepare<[string, string]>("UPDATE workshops SET code = ? WHERE id = ?");
	const updateForgetOn = database.prepare<[number, string]>("UPDATE workshops SET forget_history_on = ? WHERE id = ?");

	const deleteDocuments = database.prepare<[string, string]>(
		"DELETE FROM documents WHERE workshop_id = ? AND id NOT IN (SELECT value FROM json_each(?))",
	);
	const deleteTokens = database.prepare<[string, string]>(
		"DELETE FROM tokens WHERE workshop_id = ? AND participant_id = ?",
	);
	const insertMaterial = database.prepare<[string, string]>("INSERT INTO materials (workshop_id, id) VALUES (?, ?)");
	const deleteMaterial = database.prepare<[string, string]>("DELETE FROM materials WHERE workshop_id = ? AND id = ?");
	const keepHistory = database.prepare<[string]>("UPDATE workshops SET forget_history_on = NULL WHERE id = ?");

	return {
		createWorkshop(workshop) {
			insertWorkshop.run(workshop);
			for (const [worksheet, definition] of workshop.definitions) {
				insertDefinition.run(workshop.id, worksheet, definition);
			}
			for (const token of workshop.tokens) insertToken.run(token);
			for (const document of workshop.documents) insertDocument.run(document);
			for (const { to } of workshop.materials?.ids ?? []) insertMaterial.run(workshop.id, to);
		},

		saveSession({ workshopId, version, state, code, deleteOn, forgetHistoryOn, command, ...added }) {
			const { documents = [], tokens = [], definitions = [], revoke, recoveryHash, wiped, materials } = added;
			if (command !== undefined && insertCommand.run({ ...command, workshopId }).changes === 0) {
				throw new DuplicateCommand(command.id);
			}
			if (state !== undefined && updateState.run({ workshopId, version, state }).changes === 0) {
				throw new VersionConflict(workshopId);
			}
			if (code !== undefined) updateCode.run(code, workshopId);
			if (deleteOn !== undefined) updateDeleteOn.run(deleteOn, workshopId);
			if (forgetHistoryOn !== undefined) updateForgetOn.run(forgetHistoryOn, workshopId);
			if (wiped !== undefined) {
				deleteDocuments.run(workshopId, JSON.stringify(wiped.kept));
				for (const participant of wiped.participants) deleteTokens.run(workshopId, participant);
				keepHistory.run(workshopId);
			}
			for (const [worksheet, definition] of definitions) insertDefinition.run(workshopId, worksheet, definition);
			for (const document of documents) insertDocument.run(document);
			for (const id of materials?.added ?? []) insertMaterial.run(workshopId, id);
			for (const id of materials?.removed ?? []) deleteMaterial.run(workshopId, id);
			if (revoke !== undefined) revokeTokens.run({ ...revoke, workshopId });
			for (const token of tokens) insertToken.run(token);
			if (recoveryHash !== undefined) updateRecovery.run(recoveryHash, workshopId);
		},

		addToken(token) {
			insertToken.run(token);
		},

		tokenUsed(use) {
			updateUsedOn.run(use);
		},
	};
}
