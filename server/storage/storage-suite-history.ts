import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { PastDocument, Storage } from "./storage.ts";
import { bytes, update, workshop } from "./testing/fixtures.ts";

const MINUTE = 60_000;
const MEGABYTE = 1024 * 1024;

/** The part of the acceptance suite about what documents were before. */
export function describeHistory(storage: () => Storage): void {
	/** A document whose rows hold their numbers; row n is written at n seconds unless told otherwise. */
	async function written(id: string, rows: number, at = (seq: number) => seq * 1_000): Promise<void> {
		await storage().createWorkshop(workshop(`w-${id}`, [id]));
		await append(id, 1, rows, at);
	}

	async function append(id: string, from: number, to: number, at = (seq: number) => seq * 1_000): Promise<void> {
		for (let seq = from; seq <= to; seq += 1) {
			await storage().appendUpdate(update(id, seq, { at: at(seq), update: bytes(` ${seq}`) }));
		}
	}

	/** A snapshot that holds the numbers of all rows before it. */
	const compact = (id: string, seq: number, keepHistory = true) =>
		storage().compact(id, { seq, at: seq * 1_000, state: bytes(numbers(seq)), keepHistory });
	const numbers = (to: number) => Array.from({ length: to }, (_, index) => ` ${index + 1}`).join("");

	describe("history", () => {
		it("gives a document back as it was at any moment", async () => {
			await written("d-moment", 3);
			expect(await storage().loadPast("d-moment", 999)).toBeNull();
			expect(await storage().loadPast("d-moment", 1_000)).toMatchObject({ seq: 1, state: null });
			expect(text(await storage().loadPast("d-moment", 2_999))).toBe(" 1 2");
			expect(text(await storage().loadPast("d-moment", 9_999))).toBe(" 1 2 3");
			expect(await storage().loadPast("nothing", 9_999)).toBeNull();
		});

		it("names the last change of each minute", async () => {
			await written("d-minutes", 5, (seq) => seq * 25_000);
			expect(await storage().past("d-minutes")).toEqual({ from: 25_000, minutes: [50_000, 100_000, 125_000] });
			expect(await storage().past("nothing")).toEqual({ from: null, minutes: [] });
		});

		it("keeps to the order of the rows where the clock was put back", async () => {
			const times = [10, 90, 40, 120].map((seconds) => seconds * 1_000);
			await written("d-clock", 4, (seq) => times[seq - 1] ?? 0);
			expect(text(await storage().loadPast("d-clock", 50_000))).toBe(" 1");
			expect(text(await storage().loadPast("d-clock", 90_000))).toBe(" 1 2 3");
			expect((await storage().past("d-clock")).minutes).toEqual([10_000, 90_000, 120_000]);
		});

		it("knows every moment as before, however often the log was compacted", async () => {
			await written("d-packed", 30, (seq) => seq * 20_000);
			const before = await storage().past("d-packed");
			for (const seq of [7, 12, 13, 25, 30]) {
				await compact("d-packed", seq);
				expect(await storage().past("d-packed")).toEqual(before);
				for (let row = 1; row <= 30; row += 1) {
					const past = await storage().loadPast("d-packed", row * 20_000 + 19_999);
					expect(past?.seq).toBe(row);
					expect(text(past)).toBe(numbers(row));
				}
			}
			expect((await storage().loadDocument("d-packed"))?.updates).toEqual([]);
			await append("d-packed", 31, 32, (seq) => seq * 20_000);
			expect(text(await storage().loadPast("d-packed", 31 * 20_000))).toBe(numbers(31));
		});

		it("needs no more than a few thousand rows to get at any moment", async () => {
			await written("d-base", 0);
			for (let round = 0; round < 12; round += 1) {
				const rows = Array.from({ length: 500 }, (_, index) => round * 500 + index + 1);
				await Promise.all(
					rows.map((seq) => storage().appendUpdate(update("d-base", seq, { at: seq, update: bytes(` ${seq}`) }))),
				);
				await compact("d-base", (round + 1) * 500);
			}
			for (const seq of [1, 1_999, 2_400, 3_999, 4_600, 5_999]) {
				const past = await storage().loadPast("d-base", seq);
				expect(past?.updates.length).toBeLessThan(3_000);
				expect(text(past)).toBe(numbers(seq));
			}
		});

		it("keeps nothing of what was before where nobody may go back to it", async () => {
			await written("d-private", 6);
			for (const seq of [2, 4, 6]) await compact("d-private", seq, false);
			expect(await storage().loadPast("d-private", 2_000)).toBeNull();
			expect(text(await storage().loadPast("d-private", 5_000))).toBe(numbers(5));
			expect(await storage().past("d-private")).toMatchObject({ from: 5_000 });
		});

		it("offers nothing that lies before a gap", async () => {
			await written("d-gap-past", 8);
			await compact("d-gap-past", 2);
			await compact("d-gap-past", 4);
			await compact("d-gap-past", 6, false);
			await compact("d-gap-past", 8);
			expect(await storage().loadPast("d-gap-past", 2_000)).toBeNull();
			expect(await storage().past("d-gap-past")).toMatchObject({ from: 5_000 });
			for (const seq of [5, 6, 7, 8]) {
				expect(text(await storage().loadPast("d-gap-past", seq * 1_000))).toBe(numbers(seq));
			}
		});

		it("gives up the oldest when there is too much, and only that", async () => {
			await storage().createWorkshop(workshop("w-d-much", ["d-much"]));
			const rounds = 44;
			for (let seq = 1; seq <= rounds; seq += 1) {
				await storage().appendUpdate(update("d-much", seq, { at: seq * MINUTE, update: randomBytes(MEGABYTE) }));
				const state = bytes(numbers(seq));
				await storage().compact("d-much", { seq, at: seq, state, keepHistory: true });
			}
			const { from, minutes } = await storage().past("d-much");
			// The newest few stay in any case: two in the log, some thirty packed.
			expect(from ?? 0).toBeGreaterThan(MINUTE);
			expect(minutes.length).toBeLessThan(rounds);
			for (const at of minutes) expect(await storage().loadPast("d-much", at)).toMatchObject({ seq: at / MINUTE });
			expect(await storage().loadPast("d-much", (from ?? 0) - 1)).toBeNull();
		}, 60_000);
	});

	describe("set-backs", () => {
		const setBack = { id: "s-1", goal: 1_000, origins: bytes("copies") };

		it("are kept with the row that carries them out", async () => {
			await written("d-back", 1);
			await storage().appendUpdate(update("d-back", 2, { at: 5_000, setBack }));
			expect(await storage().setBacks("d-back")).toEqual([{ ...setBack, seq: 2, at: 5_000 }]);
			expect(await storage().setBacks("nothing")).toEqual([]);
		});

		it("happen once, and not at all where their row is refused", async () => {
			await written("d-once", 1);
			await expect(storage().appendUpdate(update("d-once", 9, { setBack }))).rejects.toThrow();
			expect(await storage().setBacks("d-once")).toEqual([]);
			await storage().appendUpdate(update("d-once", 2, { setBack }));
			await expect(storage().appendUpdate(update("d-once", 3, { setBack }))).rejects.toThrow();
			expect((await storage().loadDocument("d-once"))?.updates).toHaveLength(2);
		});
	});

	describe("forgetting", () => {
		it("is due when it was said to be, until it is done", async () => {
			await written("d-due", 1);
			const due = (now: number) => storage().dueForForgetting(now);
			expect(await due(Number.MAX_SAFE_INTEGER)).not.toContain("w-d-due");
			await storage().saveSession({ workshopId: "w-d-due", version: 1, state: "{}", forgetHistoryOn: 700 });
			expect(await due(699)).not.toContain("w-d-due");
			expect(await due(700)).toContain("w-d-due");
			await storage().forgetHistory("w-d-due");
			expect(await due(Number.MAX_SAFE_INTEGER)).not.toContain("w-d-due");
		});

		it("leaves the document as it is and nothing of what it was", async () => {
			await written("d-forget", 6);
			for (const seq of [2, 4]) await compact("d-forget", seq);
			await storage().appendUpdate(update("d-forget", 7, { setBack: { id: "s", goal: 1, origins: bytes("") } }));
			await storage().condense("d-forget", { seq: 7, at: 7_000, state: bytes("all there is") });
			await storage().forgetHistory("w-d-forget");
			expect(await storage().past("d-forget")).toEqual({ from: null, minutes: [] });
			expect(await storage().loadPast("d-forget", 3_000)).toBeNull();
			expect(await storage().setBacks("d-forget")).toEqual([]);
			expect(await storage().loadDocument("d-forget")).toMatchObject({
				snapshot: { seq: 7, at: 7_000, state: bytes("all there is") },
				updates: [],
				damaged: 0,
			});
			await append("d-forget", 8, 8);
		});

		it("leaves other workshops' past alone", async () => {
			await written("d-neighbour", 4);
			for (const seq of [2, 4]) await compact("d-neighbour", seq);
			await written("d-forgotten", 4);
			await storage().forgetHistory("w-d-forgotten");
			expect(text(await storage().loadPast("d-neighbour", 1_000))).toBe(" 1");
		});
	});
}

function text(past: PastDocument | null): string {
	return [past?.state ?? new Uint8Array(), ...(past?.updates ?? [])]
		.map((part) => new TextDecoder().decode(part))
		.join("");
}
