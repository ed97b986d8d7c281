import type { Database } from "better-sqlite3";
import type { Logger } from "../../logger.ts";
import type { LateReceipt, LateTotal, StoredLate } from "../storage.ts";
import { isIntact, plain } from "./checksum.ts";
import { queries } from "./queries.ts";
import { Statements } from "./statements.ts";

/** Reads what lies beside the documents: contributions that came when they were closed. */
export class LateReader {
	readonly #statements: Statements;
	readonly #logger: Logger;

	constructor(database: Database, logger: Logger) {
		this.#statements = new Statements(database);
		this.#logger = logger;
	}

	hasWritten(documentId: string, author: string): boolean {
		const row = this.#statements.first(
			queries
				.selectFrom("client_ids")
				.select("client_id")
				.where("document_id", "=", documentId)
				.where("author", "=", author)
				.limit(1),
		);
		return row !== undefined;
	}

	find(documentId: string, id: string): LateReceipt | null {
		const row = this.#statements.first(
			queries
				.selectFrom("late_contributions")
				.select(["id", "author", "at"])
				.where("document_id", "=", documentId)
				.where("id", "=", id),
		);
		return row ?? null;
	}

	of(documentId: string): StoredLate[] {
		const rows = this.#statements.all(
			queries
				.selectFrom("late_contributions")
				.select(["id", "author", "at", "checksum", "bytes"])
				.where("document_id", "=", documentId)
				.orderBy("at")
				.orderBy("id"),
		);
		return rows.flatMap((row) => {
			if (isIntact(row)) return { id: row.id, author: row.author, at: row.at, update: plain(row.bytes) };
			this.#logger.error("a late contribution is damaged", { document: documentId });
			return [];
		});
	}

	totals(workshopId: string): Map<string, LateTotal> {
		const rows = this.#statements.all(
			queries
				.selectFrom("late_contributions")
				.innerJoin("documents", "documents.id", "late_contributions.document_id")
				.select(({ fn, ref }) => [
					"late_contributions.document_id as document",
					fn.countAll<number>().as("count"),
					fn.sum<number>(fn<number>("length", [ref("late_contributions.bytes")])).as("bytes"),
				])
				.where("documents.workshop_id", "=", workshopId)
				.groupBy("late_contributions.document_id"),
		);
		return new Map(rows.map(({ document, count, bytes }) => [document, { count, bytes }]));
	}
}
