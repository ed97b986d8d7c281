import type { Database } from "better-sqlite3";
import { z } from "zod";
import type { Past, PastDocument, SetBack } from "../storage.ts";
import { isIntact, isIntactSnapshot, plain } from "./checksum.ts";
import { inflate, lastOfEachMinute, unpackRows } from "./packed-rows.ts";
import { queries } from "./queries.ts";
import { Statements } from "./statements.ts";

/** Rows that lie together: a packed stretch, or all that is still in the log. */
interface Part {
	from: number;
	to: number;
	minutes: number[];
	/** Time of its first row. */
	since: number;
	/** The latest of their times. */
	latest: number;
	rows(): { seq: number; at: number; update: Uint8Array }[];
}

/** A state that a replay can begin with: after row `seq`. `read` throws where it is damaged. */
interface Start {
	seq: number;
	read(): Uint8Array | null;
}

/** All that is left of a document's rows, without a gap, and the states among them, the first right before them. */
interface Kept {
	parts: Part[];
	starts: Start[];
	/** Time of the first row. */
	since: number;
}

const minutesSchema = z.array(z.number());

/**
 * Reads what documents were before. The log's order is the order of things: a moment's state is what all rows before
 * the first later one make.
 */
export class HistoryReader {
	/** Compaction must not move rows between two looks. */
	readonly past: (documentId: string) => Past;
	readonly load: (documentId: string, at: number) => PastDocument | null;
	readonly #statements: Statements;

	constructor(database: Database) {
		this.#statements = new Statements(database);
		this.past = database.transaction((documentId: string) => this.#past(documentId));
		this.load = database.transaction((documentId: string, at: number) => this.#load(documentId, at));
	}

	setBacks(documentId: string): SetBack[] {
		const rows = this.#statements.all(
			queries.selectFrom("set_backs").selectAll().where("document_id", "=", documentId).orderBy("seq"),
		);
		return rows.map((row) => ({
			id: row.id,
			seq: row.seq,
			goal: row.at,
			at: row.made_at,
			origins: plain(row.origins),
		}));
	}

	#past(documentId: string): Past {
		const kept = this.#kept(documentId);
		return kept === null
			? { from: null, minutes: [] }
			: { from: kept.since, minutes: lastOfEachMinute(kept.parts.flatMap((part) => part.minutes)) };
	}

	#load(documentId: string, at: number): PastDocument | null {
		const kept = this.#kept(documentId);
		if (kept === null || at < kept.since) return null;
		const { parts, starts } = kept;
		const last = lastRowUntil(parts, at);
		const usable = starts.filter(({ seq }) => seq <= last).sort((one, other) => other.seq - one.seq);
		for (const start of usable) {
			try {
				const state = start.read();
				const rows = parts
					.filter((part) => part.to > start.seq && part.from <= last)
					.flatMap((part) => part.rows())
					.filter(({ seq, update }) => seq > start.seq && seq <= last && update.length > 0);
				return { seq: last, state, updates: rows.map(({ update }) => update) };
			} catch {
				// Damaged: an earlier state and more rows give the same document.
			}
		}
		return null;
	}

	#kept(documentId: string): Kept | null {
		const stretches = this.#stretches(documentId);
		const all = [...stretches.map(({ part }) => part), ...this.#log(documentId)];
		const gap = all.findLastIndex((part, index) => (all[index + 1]?.from ?? part.to + 1) !== part.to + 1);
		const joined = all.slice(gap + 1);
		const first = joined[0]?.from ?? 0;
		const starts = [
			...(first === 1 ? [{ seq: 0, read: () => null }] : []),
			...stretches.flatMap(({ base }) => base ?? []),
			...this.#snapshots(documentId),
		].filter(({ seq }) => seq >= first - 1);
		const earliest = Math.min(...starts.map(({ seq }) => seq));
		const parts = joined.filter((part) => part.to > earliest);
		const [part] = parts;
		if (part === undefined) return null;
		const since = part.from > earliest ? part.since : part.rows().find(({ seq }) => seq > earliest)?.at;
		return since === undefined ? null : { parts, starts, since };
	}

	#stretches(documentId: string): { part: Part; base: Start | null }[] {
		const rows = this.#statements.all(
			queries
				.selectFrom("history")
				.select(({ eb }) => [
					"first_seq",
					"last_seq",
					"first_at",
					"last_at",
					"minutes",
					eb("base", "is not", null).as("has_base"),
				])
				.where("document_id", "=", documentId)
				.orderBy("first_seq"),
		);
		return rows.map(({ first_seq, last_seq, first_at, last_at, minutes, has_base }) => ({
			part: {
				from: first_seq,
				to: last_seq,
				minutes: minutesSchema.parse(JSON.parse(minutes)),
				since: first_at,
				latest: last_at,
				rows: () => this.#unpack(documentId, first_seq),
			},
			base: has_base ? { seq: first_seq - 1, read: () => this.#base(documentId, first_seq) } : null,
		}));
	}

	#unpack(documentId: string, firstSeq: number): ReturnType<Part["rows"]> {
		const row = this.#statements.first(
			queries
				.selectFrom("history")
				.select("rows")
				.where("document_id", "=", documentId)
				.where("first_seq", "=", firstSeq),
		);
		return row === undefined ? [] : unpackRows(row.rows).map((past, index) => ({ seq: firstSeq + index, ...past }));
	}

	#base(documentId: string, firstSeq: number): Uint8Array | null {
		const row = this.#statements.first(
			queries
				.selectFrom("history")
				.select("base")
				.where("document_id", "=", documentId)
				.where("first_seq", "=", firstSeq),
		);
		return row?.base ? inflate(row.base) : null;
	}

	#log(documentId: string): Part[] {
		const times = this.#statements.all(
			queries.selectFrom("log").select(["seq", "at"]).where("document_id", "=", documentId).orderBy("seq"),
		);
		const [first] = times;
		if (first === undefined) return [];
		const part: Part = {
			from: first.seq,
			to: first.seq + times.length - 1,
			minutes: lastOfEachMinute(times.map(({ at }) => at)),
			since: first.at,
			latest: times.reduce((latest, { at }) => Math.max(latest, at), 0),
			rows: () =>
				this.#statements
					.all(
						queries
							.selectFrom("log")
							.select(["seq", "at", "checksum", "bytes"])
							.where("document_id", "=", documentId)
							.orderBy("seq"),
					)
					.map((row) => ({ seq: row.seq, at: row.at, update: isIntact(row) ? plain(row.bytes) : NOTHING })),
		};
		return [part];
	}

	#snapshots(documentId: string): Start[] {
		const rows = this.#statements.all(
			queries.selectFrom("snapshots").select("seq").where("document_id", "=", documentId),
		);
		return rows.map(({ seq }) => ({ seq, read: () => this.#snapshot(documentId, seq) }));
	}

	#snapshot(documentId: string, seq: number): Uint8Array {
		const row = this.#statements.first(
			queries
				.selectFrom("snapshots")
				.select(["checksum", "bytes", "state_vector"])
				.where("document_id", "=", documentId)
				.where("seq", "=", seq),
		);
		if (row === undefined || !isIntactSnapshot(row)) throw new Error("a snapshot is damaged");
		return plain(row.bytes);
	}
}

const NOTHING = new Uint8Array();

/** The number of the last row before the first one after `at`. */
function lastRowUntil(parts: readonly Part[], at: number): number {
	const part = parts.find(({ latest }) => latest > at);
	if (part === undefined) return parts.at(-1)?.to ?? 0;
	try {
		return (part.rows().find((row) => row.at > at)?.seq ?? part.from) - 1;
	} catch {
		// A damaged stretch: all that is before it can still be had.
		return part.from - 1;
	}
}
