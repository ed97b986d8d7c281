import { describe, expect, it } from "vitest";
import { ClientIdTaken, DuplicateLate } from "./errors.ts";
import type { Storage } from "./storage.ts";
import { bytes, late, update, workshop } from "./testing/fixtures.ts";

/** The part of the acceptance suite about contributions that came when their document was closed. */
export function describeLate(storage: () => Storage): void {
	describe("late contributions", () => {
		it("keeps them beside the document, in the order in which they came", async () => {
			await storage().createWorkshop(workshop("w-late", ["d-late", "d-other"]));
			await storage().appendUpdate(update("d-late", 1));
			await storage().addLate(late("d-late", "second", { at: 6000, author: "ben" }));
			await storage().addLate(late("d-late", "first"));
			expect(await storage().lateOf("d-late")).toEqual([
				{ id: "first", author: "anna", at: 5000, update: bytes("d-late first") },
				{ id: "second", author: "ben", at: 6000, update: bytes("d-late second") },
			]);
			expect((await storage().loadDocument("d-late"))?.updates).toHaveLength(1);
			expect(await storage().lateOf("d-other")).toEqual([]);
		});

		it("finds one by its id, and keeps an id once for each document", async () => {
			await storage().createWorkshop(workshop("w-late-id", ["d-late-1", "d-late-2"]));
			await storage().addLate(late("d-late-1", "same"));
			const again = late("d-late-1", "same", { update: bytes("other"), at: 9000, claims: [11] });
			await expect(storage().addLate(again)).rejects.toThrow(DuplicateLate);
			await storage().addLate(late("d-late-2", "same"));
			expect(await storage().findLate("d-late-1", "same")).toEqual({ id: "same", author: "anna", at: 5000 });
			expect(await storage().findLate("d-late-1", "none")).toBeNull();
			expect(await storage().lateOf("d-late-1")).toHaveLength(1);
			expect((await storage().loadDocument("d-late-1"))?.owners).toEqual(new Map());
		});

		it("gives the client ids in them to their author for good", async () => {
			await storage().createWorkshop(workshop("w-late-claim", ["d-claimed"]));
			expect(await storage().hasWritten("d-claimed", "anna")).toBe(false);
			await storage().addLate(late("d-claimed", "mine", { claims: [7] }));
			expect(await storage().hasWritten("d-claimed", "anna")).toBe(true);
			expect(await storage().hasWritten("d-claimed", "ben")).toBe(false);
			const stolen = late("d-claimed", "stolen", { author: "ben", claims: [7] });
			await expect(storage().addLate(stolen)).rejects.toThrow(ClientIdTaken);
			await expect(storage().appendUpdate(update("d-claimed", 1, { author: "ben", claims: [7] }))).rejects.toThrow(
				ClientIdTaken,
			);
			expect(await storage().lateOf("d-claimed")).toHaveLength(1);
		});

		it("tells how many there are and how large, by document", async () => {
			await storage().createWorkshop(workshop("w-late-total", ["d-total", "d-none"]));
			await storage().addLate(late("d-total", "one", { update: new Uint8Array(10) }));
			await storage().addLate(late("d-total", "two", { update: new Uint8Array(200_000) }));
			expect(await storage().lateTotals("w-late-total")).toEqual(new Map([["d-total", { count: 2, bytes: 200_010 }]]));
			expect(await storage().lateTotals("nobody")).toEqual(new Map());
		});

		it("refuses one of a document that does not exist", async () => {
			await expect(storage().addLate(late("nothing", "lost"))).rejects.toThrow();
		});
	});
}
