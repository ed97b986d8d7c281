import type { Database } from "better-sqlite3";
import type { Selectable } from "kysely";
import { erasureReasonSchema } from "../../../worksheets/contract/erasure.ts";
import { roleSchema, scopeKindSchema } from "../../../worksheets/contract/snapshot.ts";
import type {
	DocumentRecord,
	ErasureReceipt,
	StoredCommand,
	StoredOccasion,
	TokenRecord,
	WorkshopRecord,
} from "../storage.ts";
import { plain } from "./checksum.ts";
import { queries } from "./queries.ts";
import type { Schema } from "./schema.ts";
import { Statements } from "./statements.ts";

/** All reads but a document's log. They see every write that was answered, and none that may still fail. */
export class Reader {
	readonly #statements: Statements;
	/** Asked with every line that is opened. */
	readonly #findToken: (hash: Uint8Array) => Selectable<Schema["tokens"]> | undefined;
	readonly #findDocument: (id: string) => Selectable<Schema["documents"]> | undefined;

	constructor(database: Database) {
		this.#statements = new Statements(database);
		this.#findToken = this.#statements.finder((hash: Uint8Array) =>
			queries.selectFrom("tokens").selectAll().where("hash", "=", hash),
		);
		this.#findDocument = this.#statements.finder((id: string) =>
			queries.selectFrom("documents").selectAll().where("id", "=", id),
		);
	}

	workshop(id: string): WorkshopRecord | null {
		const row = this.#statements.first(queries.selectFrom("workshops").selectAll().where("id", "=", id));
		if (row === undefined) return null;
		const { code, version, state } = row;
		return { id, code, createdAt: row.created_at, deleteOn: row.delete_on, version, state };
	}

	workshopIdByCode(code: string): string | null {
		return this.#statements.first(queries.selectFrom("workshops").select("id").where("code", "=", code))?.id ?? null;
	}

	command(workshopId: string, commandId: string): StoredCommand | null {
		const row = this.#statements.first(
			queries
				.selectFrom("commands")
				.select(["id", "actor", "answer", "at"])
				.where("workshop_id", "=", workshopId)
				.where("id", "=", commandId),
		);
		return row ?? null;
	}

	definitions(workshopId: string): Map<string, string> {
		const rows = this.#statements.all(
			queries
				.selectFrom("definitions")
				.select(["worksheet", "definition"])
				.where("workshop_id", "=", workshopId)
				.orderBy("worksheet"),
		);
		return new Map(rows.map(({ worksheet, definition }) => [worksheet, definition]));
	}

	token(hash: Uint8Array): TokenRecord | null {
		const row = this.#findToken(hash);
		if (row === undefined) return null;
		return {
			hash: plain(row.hash),
			workshopId: row.workshop_id,
			role: roleSchema.parse(row.role),
			participantId: row.participant_id,
			createdAt: row.created_at,
			linkId: row.link_id,
			revokedAt: row.revoked_at,
			usedOn: row.used_on,
		};
	}

	linksUsed(workshopId: string): Map<string, number> {
		const rows = this.#statements.all(
			queries
				.selectFrom("tokens")
				.select(["link_id", "used_on"])
				.where("workshop_id", "=", workshopId)
				.where("link_id", "is not", null)
				.where("used_on", "is not", null)
				.orderBy("used_on"),
		);
		return new Map(rows.flatMap(({ link_id, used_on }) => (link_id && used_on ? [[link_id, used_on] as const] : [])));
	}

	recoveryHash(workshopId: string): Uint8Array | null {
		const row = this.#statements.first(
			queries.selectFrom("workshops").select("recovery_hash").where("id", "=", workshopId),
		);
		return row?.recovery_hash ? plain(row.recovery_hash) : null;
	}

	document(id: string): DocumentRecord | null {
		const row = this.#findDocument(id);
		return row === undefined ? null : documentOf(row);
	}

	documentsOf(workshopId: string): DocumentRecord[] {
		const rows = this.#statements.all(
			queries
				.selectFrom("documents")
				.selectAll()
				.where("workshop_id", "=", workshopId)
				.orderBy("created_at")
				.orderBy("id"),
		);
		return rows.map(documentOf);
	}

	occasionsOf(workshopId: string): StoredOccasion[] {
		return this.#statements.all(
			queries
				.selectFrom("occasions")
				.select(["id", "at", "occasion"])
				.where("workshop_id", "=", workshopId)
				.orderBy("at")
				.orderBy("id"),
		);
	}

	/** Ids of a workshop's uploaded files; null where there is no such workshop. */
	materialsOf(workshopId: string): Set<string> | null {
		if (this.workshop(workshopId) === null) return null;
		const rows = this.#statements.all(
			queries.selectFrom("materials").select("id").where("workshop_id", "=", workshopId),
		);
		return new Set(rows.map(({ id }) => id));
	}

	dueForErasure(now: number): string[] {
		const rows = this.#statements.all(
			queries.selectFrom("workshops").select("id").where("delete_on", "<=", now).orderBy("delete_on"),
		);
		return rows.map(({ id }) => id);
	}

	dueForForgetting(now: number): string[] {
		const rows = this.#statements.all(
			queries.selectFrom("workshops").select("id").where("forget_history_on", "<=", now).orderBy("forget_history_on"),
		);
		return rows.map(({ id }) => id);
	}

	erasure(id: string): ErasureReceipt | null {
		const row = this.#statements.first(queries.selectFrom("erasures").selectAll().where("workshop_id", "=", id));
		if (row === undefined) return null;
		const { documents, participants } = row;
		const why = row.why === null ? null : erasureReasonSchema.parse(row.why);
		return { workshopId: id, erasedAt: row.erased_at, why, documents, participants };
	}
}

function documentOf(row: Selectable<Schema["documents"]>): DocumentRecord {
	return {
		id: row.id,
		workshopId: row.workshop_id,
		worksheet: row.worksheet,
		worksheetVersion: row.worksheet_version,
		scopeKind: scopeKindSchema.parse(row.scope_kind),
		scopeId: row.scope_id,
		createdAt: row.created_at,
	};
}
