import type { Database } from "better-sqlite3";
import { codeOf, failureOf, healthAfter } from "../failure.ts";
import { type Parcel, unpackAppends, unpackRequests } from "../packed-appends.ts";
import type { Failure, Health, Outcome, Request } from "../protocol.ts";
import type { Apply } from "./apply.ts";
import type { LogRows } from "./log-rows.ts";

export interface BatchResult {
	outcomes: Outcome[];
	health: Health;
}

/** Commits requests together; what comes back is true of the disk. */
export type CommitBatch = (parcels: readonly Parcel[]) => BatchResult;

class DiskError extends Error {
	constructor(cause: unknown) {
		super("the batch cannot go on", { cause });
	}
}

/** Nothing is wrong but with one operation; a failed commit is none of this and never tried again. */
class OperationAtFault extends Error {}

/**
 * One transaction for all. An operation at fault fails alone: where there is one, everything is done once more with a
 * savepoint for each, which costs more than most operations do. A disk at fault fails all of them but the erasures, which
 * are tried once more.
 * An erasure is answered only after `scrub`, which throws where something of the workshop may be left.
 */
export function prepareBatch(database: Database, apply: Apply, log: LogRows, scrub: () => void): CommitBatch {
	const begin = database.prepare("BEGIN IMMEDIATE");
	const commit = database.prepare("COMMIT");
	const rollback = database.prepare("ROLLBACK");
	const open = database.prepare("SAVEPOINT operation");
	const keep = database.prepare("RELEASE operation");
	const undo = database.prepare("ROLLBACK TO operation");

	function carryOutAlone({ id, operation }: Request): Outcome[] {
		open.run();
		try {
			const found = apply(operation);
			keep.run();
			return [{ id, ok: true, found }];
		} catch (error) {
			// Some errors of the disk end the whole transaction by themselves.
			if (healthAfter(error) !== "good" || !database.inTransaction) throw new DiskError(error);
			undo.run();
			log.forget();
			keep.run();
			return [{ id, ok: false, failure: failureOf(error) }];
		}
	}

	function carryOutPlainly(parcel: Parcel): Outcome[] {
		try {
			if ("operation" in parcel) return [{ id: parcel.id, ok: true, found: apply(parcel.operation) }];
			log.append(unpackAppends(parcel));
			return parcel.seqs.map((_, index) => ({ id: parcel.firstId + index, ok: true, found: true }));
		} catch (error) {
			if (healthAfter(error) !== "good" || !database.inTransaction) throw new DiskError(error);
			throw new OperationAtFault();
		}
	}

	function write<Part extends Parcel>(parts: readonly Part[], carryOut: (part: Part) => Outcome[]): BatchResult {
		try {
			begin.run();
			const outcomes = parts.flatMap(carryOut);
			commit.run();
			return { outcomes, health: "good" };
		} catch (error) {
			if (database.inTransaction) rollback.run();
			log.forget();
			const requests = unpackRequests(parts);
			if (error instanceof OperationAtFault) return write(requests, carryOutAlone);
			const cause = error instanceof DiskError ? error.cause : error;
			const health = healthAfter(cause) === "broken" ? "broken" : "failing";
			const erasures = requests.filter(isErasure);
			// On a full disk only an erasure makes room: it shall not fail because others of its batch found none.
			if (health === "failing" && erasures.length > 0 && erasures.length < requests.length) {
				const others = requests.filter((request) => !isErasure(request)).map((request) => failed(request, cause));
				const alone = write(erasures, carryOutAlone);
				return { outcomes: [...others, ...alone.outcomes], health: alone.health };
			}
			return { outcomes: requests.map((request) => failed(request, cause)), health };
		}
	}

	return (parcels) => {
		const written = write(parcels, carryOutPlainly);
		const erasures = new Map(parcels.filter(isErasure).map((request) => [request.id, request]));
		if (!written.outcomes.some(({ id, ok }) => ok && erasures.has(id))) return written;
		try {
			scrub();
			return written;
		} catch (error) {
			return {
				outcomes: written.outcomes.map((outcome) => {
					const erasure = erasures.get(outcome.id);
					return erasure === undefined ? outcome : failed(erasure, error);
				}),
				health: healthAfter(error),
			};
		}
	};
}

function isErasure(parcel: Parcel): parcel is Request {
	if (!("operation" in parcel)) return false;
	const { type } = parcel.operation;
	return type === "erase-workshop" || type === "forget-history" || type === "scrub";
}

function failed({ id }: Request, cause: unknown): Outcome {
	const failure: Failure = { kind: "unavailable", code: codeOf(cause) };
	return { id, ok: false, failure };
}
