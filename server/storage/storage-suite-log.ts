import { describe, expect, it } from "vitest";
import { ClientIdTaken, OutOfOrder } from "./errors.ts";
import type { Storage } from "./storage.ts";
import { bytes, document, update, workshop } from "./testing/fixtures.ts";

/** The part of the acceptance suite about documents, their logs and snapshots. */
export function describeLog(storage: () => Storage): void {
	describe("documents", () => {
		it("tells an empty document from none", async () => {
			await storage().createWorkshop(workshop("w-empty", ["d-empty"]));
			expect(await storage().loadDocument("d-empty")).toEqual({
				record: document("w-empty", "d-empty"),
				snapshot: null,
				updates: [],
				damaged: 0,
				owners: new Map(),
			});
			expect(await storage().loadDocument("nothing")).toBeNull();
		});

		it("gives updates back in order, with their bytes, authors and times", async () => {
			await storage().createWorkshop(workshop("w-log", ["d-log"]));
			await storage().appendUpdate(update("d-log", 1));
			await storage().appendUpdate(update("d-log", 2, { author: "ben" }));
			const stored = await storage().loadDocument("d-log");
			expect(stored?.updates).toEqual([
				{ seq: 1, update: bytes("d-log 1"), author: "anna", at: 2001 },
				{ seq: 2, update: bytes("d-log 2"), author: "ben", at: 2002 },
			]);
		});

		it("stores the bytes as they were when it was asked", async () => {
			await storage().createWorkshop(workshop("w-reuse", ["d-reuse"]));
			const buffer = bytes("xx before xx");
			const written = storage().appendUpdate(update("d-reuse", 1, { update: buffer.subarray(3, 9) }));
			buffer.fill(0);
			await written;
			expect((await storage().loadDocument("d-reuse"))?.updates[0]?.update).toEqual(bytes("before"));
		});

		it("refuses a number that leaves a gap or was there before", async () => {
			await storage().createWorkshop(workshop("w-gap", ["d-gap"]));
			await storage().appendUpdate(update("d-gap", 1));
			await expect(storage().appendUpdate(update("d-gap", 3))).rejects.toThrow(OutOfOrder);
			await expect(storage().appendUpdate(update("d-gap", 1))).rejects.toThrow(OutOfOrder);
			expect((await storage().loadDocument("d-gap"))?.updates).toHaveLength(1);
		});

		it("refuses an update of a document that does not exist", async () => {
			await expect(storage().appendUpdate(update("nothing", 1))).rejects.toThrow();
		});

		it("gives a client id to its first author for good", async () => {
			await storage().createWorkshop(workshop("w-claim", ["d-claim", "d-claim-2"]));
			await storage().appendUpdate(update("d-claim", 1, { claims: [7, 4_294_967_295] }));
			await storage().appendUpdate(update("d-claim", 2, { claims: [7] }));
			const stolen = update("d-claim", 3, { author: "ben", claims: [8, 7] });
			await expect(storage().appendUpdate(stolen)).rejects.toThrow(ClientIdTaken);
			const stored = await storage().loadDocument("d-claim");
			expect(stored?.owners).toEqual(
				new Map([
					[7, "anna"],
					[4_294_967_295, "anna"],
				]),
			);
			expect(stored?.updates).toHaveLength(2);
			await storage().appendUpdate(update("d-claim-2", 1, { author: "ben", claims: [7] }));
			expect((await storage().loadDocument("d-claim-2"))?.owners).toEqual(new Map([[7, "ben"]]));
		});

		it("takes 300 appends at once to ten documents without a gap", async () => {
			const ids = Array.from({ length: 10 }, (_, index) => `d-many-${index}`);
			await storage().createWorkshop(workshop("w-many", ids));
			const appends = Array.from({ length: 30 }, (_, index) => ids.map((id) => update(id, index + 1)));
			await Promise.all(appends.flat().map((entry) => storage().appendUpdate(entry)));
			for (const id of ids) {
				const stored = await storage().loadDocument(id);
				expect(stored?.updates.map(({ seq }) => seq)).toEqual(appends.map((_, index) => index + 1));
				expect(stored?.updates.every(({ seq, update: read }) => text(read) === `${id} ${seq}`)).toBe(true);
			}
		});

		it("answers in the order of the calls", async () => {
			await storage().createWorkshop(workshop("w-order", ["d-order"]));
			const answered: number[] = [];
			const seqs = [1, 2, 3, 4, 5];
			await Promise.all(
				seqs.map((seq) =>
					storage()
						.appendUpdate(update("d-order", seq))
						.then(() => answered.push(seq)),
				),
			);
			expect(answered).toEqual(seqs);
		});

		it("lets one bad call fail alone among those at the same time", async () => {
			await storage().createWorkshop(workshop("w-mixed", ["d-mixed-1", "d-mixed-2"]));
			const results = await Promise.allSettled([
				storage().appendUpdate(update("d-mixed-1", 1)),
				storage().appendUpdate(update("d-mixed-1", 9)),
				storage().appendUpdate(update("d-mixed-2", 1)),
				storage().appendUpdate(update("d-mixed-1", 2)),
			]);
			expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
			expect((await storage().loadDocument("d-mixed-1"))?.updates).toHaveLength(2);
			expect(storage().isReady()).toBe(true);
		});
	});

	describe("snapshots", () => {
		async function filled(id: string, rows: number): Promise<void> {
			await storage().createWorkshop(workshop(`w-${id}`, [id]));
			for (let seq = 1; seq <= rows; seq += 1) await storage().appendUpdate(update(id, seq));
		}

		it("puts a snapshot in the place of the rows it holds", async () => {
			await filled("d-snap", 5);
			await storage().compact("d-snap", { seq: 3, state: bytes("up to 3"), at: 77 });
			const stored = await storage().loadDocument("d-snap");
			expect(stored?.snapshot).toEqual({ seq: 3, state: bytes("up to 3"), at: 77 });
			expect(stored?.updates.map(({ seq }) => seq)).toEqual([4, 5]);
		});

		it("goes on counting after a snapshot of everything", async () => {
			await filled("d-count", 2);
			await storage().compact("d-count", { seq: 2, state: bytes("all"), at: 1 });
			await storage().compact("d-count", { seq: 2, state: bytes("all again"), at: 2 });
			expect((await storage().loadDocument("d-count"))?.snapshot?.state).toEqual(bytes("all again"));
			await expect(storage().appendUpdate(update("d-count", 1))).rejects.toThrow(OutOfOrder);
			await storage().appendUpdate(update("d-count", 3));
			await storage().compact("d-count", { seq: 3, state: bytes("all three"), at: 3 });
			const stored = await storage().loadDocument("d-count");
			expect(stored).toMatchObject({ snapshot: { seq: 3, state: bytes("all three") }, updates: [], damaged: 0 });
		});

		it("refuses a snapshot from beyond the log, or from before an existing one", async () => {
			await filled("d-wrong", 4);
			const compact = (seq: number) => storage().compact("d-wrong", { seq, state: bytes("?"), at: 1 });
			await expect(compact(5)).rejects.toThrow(OutOfOrder);
			await compact(3);
			await expect(compact(2)).rejects.toThrow(OutOfOrder);
			expect((await storage().loadDocument("d-wrong"))?.snapshot?.seq).toBe(3);
		});

		it("keeps large snapshots and the caller's bytes", async () => {
			await filled("d-large", 1);
			const state = new Uint8Array(3_000_000).map((_, index) => index % 251);
			await storage().compact("d-large", { seq: 1, state, at: 1 });
			const read = (await storage().loadDocument("d-large"))?.snapshot?.state;
			expect(read?.length).toBe(state.length);
			expect(Buffer.compare(read ?? bytes(""), state)).toBe(0);
		});
	});
}

function text(read: Uint8Array): string {
	return new TextDecoder().decode(read);
}
