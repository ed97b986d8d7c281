import type { Database } from "better-sqlite3";
import { codeOf, failureOf, healthAfter } from "../failure.ts";
import type { Health, Outcome, Request } from "../protocol.ts";
import type { Apply } from "./apply.ts";
import { scrub } from "./erasure.ts";

export interface BatchResult {
	outcomes: Outcome[];
	health: Health;
}

/** Commits requests together; what comes back is true of the disk. */
export type CommitBatch = (requests: readonly Request[]) => BatchResult;

class DiskError extends Error {
	constructor(cause: unknown) {
		super("the batch cannot go on", { cause });
	}
}

/**
 * One transaction for all, a savepoint for each: an operation at fault fails alone, a disk at fault fails all of them.
 * An erasure is answered only after the log was emptied too.
 */
export function prepareBatch(database: Database, apply: Apply): CommitBatch {
	const begin = database.prepare("BEGIN IMMEDIATE");
	const commit = database.prepare("COMMIT");
	const rollback = database.prepare("ROLLBACK");
	const open = database.prepare("SAVEPOINT operation");
	const keep = database.prepare("RELEASE operation");
	const undo = database.prepare("ROLLBACK TO operation");

	function carryOut({ id, operation }: Request): Outcome {
		open.run();
		try {
			const found = apply(operation);
			keep.run();
			return { id, ok: true, found };
		} catch (error) {
			// Some errors of the disk end the whole transaction by themselves.
			if (healthAfter(error) !== "good" || !database.inTransaction) throw new DiskError(error);
			undo.run();
			keep.run();
			return { id, ok: false, failure: failureOf(error) };
		}
	}

	return (requests) => {
		let outcomes: Outcome[];
		try {
			begin.run();
			outcomes = requests.map(carryOut);
			commit.run();
		} catch (error) {
			if (database.inTransaction) rollback.run();
			const cause = error instanceof DiskError ? error.cause : error;
			const health = healthAfter(cause) === "broken" ? "broken" : "failing";
			const failure = { kind: "unavailable", code: codeOf(cause) } as const;
			return { outcomes: requests.map(({ id }) => ({ id, ok: false, failure })), health };
		}
		const erasures = new Set(requests.filter(isErasure).map(({ id }) => id));
		if (erasures.size === 0) return { outcomes, health: "good" };
		try {
			scrub(database);
			return { outcomes, health: "good" };
		} catch (error) {
			const failure = { kind: "unavailable", code: codeOf(error) } as const;
			return {
				outcomes: outcomes.map((outcome) =>
					erasures.has(outcome.id) ? { id: outcome.id, ok: false, failure } : outcome,
				),
				health: healthAfter(error),
			};
		}
	};
}

function isErasure({ operation }: Request): boolean {
	return operation.type === "erase-workshop";
}
