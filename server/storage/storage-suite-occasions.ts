import { describe, expect, it } from "vitest";
import type { Storage } from "./storage.ts";
import { workshop } from "./testing/fixtures.ts";

/** The part of the acceptance suite about what files of earlier workshops give to a comparison. */
export function describeOccasions(storage: () => Storage): void {
	describe("occasions", () => {
		it("keeps them with the workshop, in the order in which they came, each once", async () => {
			await storage().createWorkshop(workshop("w-occasions"));
			await storage().createWorkshop(workshop("w-occasions-others"));
			await storage().addOccasion("w-occasions", { id: "one", at: 1, occasion: "first" });
			await storage().addOccasion("w-occasions", { id: "two", at: 2, occasion: "second" });
			await storage().addOccasion("w-occasions-others", { id: "one", at: 9, occasion: "theirs" });
			await storage().addOccasion("w-occasions", { id: "one", at: 3, occasion: "again" });
			expect(await storage().occasionsOf("w-occasions")).toEqual([
				{ id: "two", at: 2, occasion: "second" },
				{ id: "one", at: 3, occasion: "again" },
			]);
			expect(await storage().occasionsOf("nobody")).toEqual([]);
		});

		it("removes one, and says whether there was one", async () => {
			await storage().createWorkshop(workshop("w-occasions-removed"));
			await storage().addOccasion("w-occasions-removed", { id: "one", at: 1, occasion: "first" });
			expect(await storage().removeOccasion("w-occasions-others", "two")).toBe(false);
			expect(await storage().removeOccasion("w-occasions-removed", "one")).toBe(true);
			expect(await storage().removeOccasion("w-occasions-removed", "one")).toBe(false);
			expect(await storage().occasionsOf("w-occasions-removed")).toEqual([]);
		});

		it("goes with the workshop it was added to", async () => {
			await storage().createWorkshop(workshop("w-occasions-gone"));
			await storage().addOccasion("w-occasions-gone", { id: "one", at: 1, occasion: "first" });
			expect(await storage().eraseWorkshop("w-occasions-gone", 2, "asked")).toBe(true);
			expect(await storage().occasionsOf("w-occasions-gone")).toEqual([]);
			await expect(
				storage().addOccasion("w-occasions-gone", { id: "one", at: 1, occasion: "first" }),
			).rejects.toThrow();
		});
	});
}
