import { describe, expect, it } from "vitest";
import type { Storage } from "./storage.ts";
import { workshop } from "./testing/fixtures.ts";

const encode = (text: string) => new TextEncoder().encode(text);

/** The part of the acceptance suite about uploaded files. */
export function describeMaterials(storage: () => Storage): void {
	const textOf = async (workshopId: string, id: string) => {
		const found = await storage().readMaterial(workshopId, id);
		if (found === null) return null;
		const pieces: Uint8Array[] = [];
		for await (const piece of found.body) pieces.push(piece);
		expect(pieces.reduce((sum, piece) => sum + piece.byteLength, 0)).toBe(found.bytes);
		return Buffer.concat(pieces).toString();
	};
	const keep = async (workshopId: string, id: string, text: string, version: number) => {
		await storage().putMaterial(workshopId, id, encode(text));
		await storage().saveSession({ workshopId, version, state: "{}", materials: { added: [id], removed: [] } });
	};

	describe("materials", () => {
		it("keeps bytes with the workshop, apart from another one's of the same id", async () => {
			await storage().createWorkshop(workshop("w-materials"));
			await storage().createWorkshop(workshop("w-materials-others"));
			await keep("w-materials", "one", "mine", 1);
			await keep("w-materials-others", "one", "theirs", 1);
			expect(await textOf("w-materials", "one")).toBe("mine");
			expect(await textOf("w-materials-others", "one")).toBe("theirs");
			expect(await textOf("w-materials", "two")).toBeNull();
		});

		it("removes what a session no longer has, and what never became part of one", async () => {
			await storage().createWorkshop(workshop("w-materials-removed"));
			await keep("w-materials-removed", "one", "first", 1);
			await storage().saveSession({
				workshopId: "w-materials-removed",
				version: 2,
				state: "{}",
				materials: { added: [], removed: ["one"] },
			});
			expect(await textOf("w-materials-removed", "one")).toBeNull();
			await storage().putMaterial("w-materials-removed", "two", encode("given up"));
			await storage().dropMaterial("w-materials-removed", "two");
			expect(await textOf("w-materials-removed", "two")).toBeNull();
		});

		it("sweeps up what is nobody's, and leaves what is on its way", async () => {
			await storage().createWorkshop(workshop("w-materials-swept"));
			await keep("w-materials-swept", "kept", "kept", 1);
			await storage().putMaterial("w-materials-swept", "coming", encode("coming"));
			await storage().sweepMaterials();
			expect(await textOf("w-materials-swept", "kept")).toBe("kept");
			expect(await textOf("w-materials-swept", "coming")).toBe("coming");
		});

		it("gives a copied workshop bytes of its own", async () => {
			await storage().createWorkshop(workshop("w-materials-from"));
			await keep("w-materials-from", "one", "shared by nobody", 1);
			const materials = { from: "w-materials-from", ids: [{ from: "one", to: "other" }] };
			await storage().createWorkshop({ ...workshop("w-materials-to"), materials });
			await storage().eraseWorkshop("w-materials-from", 2, "asked");
			expect(await textOf("w-materials-from", "one")).toBeNull();
			await storage().sweepMaterials();
			expect(await textOf("w-materials-to", "other")).toBe("shared by nobody");
		});

		it("leaves nothing of a copy that failed", async () => {
			await storage().createWorkshop(workshop("w-materials-source"));
			await keep("w-materials-source", "one", "text", 1);
			const twice = { ...workshop("w-materials-failed"), code: "code-w-materials-source" };
			const materials = { from: "w-materials-source", ids: [{ from: "one", to: "other" }] };
			await expect(storage().createWorkshop({ ...twice, materials })).rejects.toThrow();
			expect(await textOf("w-materials-failed", "other")).toBeNull();
		});

		it("takes no id that could lead elsewhere", async () => {
			for (const id of ["../one", "a/b", "", ".", "a\0", "x".repeat(65)]) {
				await expect(storage().putMaterial("w-materials", id, encode("text"))).rejects.toThrow();
			}
		});
	});
}
