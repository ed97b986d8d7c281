import { describe, expect, test } from "vitest";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import type { MaterialFile } from "../../worksheets/contract/materials.ts";
import { allFiles, copiedMaterials, materialsBetween } from "./materials.ts";
import { sessionStateSchema } from "./state.ts";
import { Run } from "./testing/workshop.ts";

const file = (id: string, more: Partial<MaterialFile> = {}): MaterialFile => ({
	id: id.padEnd(22, "_"),
	type: "pdf",
	bytes: 10,
	alt: "",
	...more,
});
const add = (phase: string, one: MaterialFile) =>
	({ type: "material.add", phase, label: "Bericht", file: one }) as const;
const link = { label: "Seite", url: "https://bibliothek.example/" };

describe("bounds", () => {
	test("of a phase count links and files together", () => {
		const run = new Run();
		run.do({ type: "plan.change", phase: "own", patch: { materials: Array(LIMITS.materials).fill(link) } });
		expect(run.try(add("own", file("a")))).toMatchObject({ refused: "full" });
	});

	test("of a workshop count every file that is kept, also of the phase that was removed last", () => {
		const run = new Run().do(add("own", file("a", { bytes: LIMITS.workshopFilesBytes - 10 })));
		run.do(add("round-1", file("b")));
		expect(run.try(add("round-1", file("c", { bytes: 1 })))).toMatchObject({ refused: "full" });
		run.do({ type: "plan.remove", phase: "own" });
		expect(run.try(add("round-1", file("c", { bytes: 1 })))).toMatchObject({ refused: "full" });
		run.do({ type: "plan.remove", phase: "pause" }).do(add("round-1", file("c", { bytes: 1 })));
		expect([...allFiles(run.state).keys()].map((id) => id[0])).toEqual(["b", "c"]);
	});

	test("hold for links beside files that nobody named", () => {
		const run = new Run().do(add("own", file("a")));
		const all = Array(LIMITS.materials).fill(link);
		expect(run.try({ type: "plan.change", phase: "own", patch: { materials: all } })).toMatchObject({
			refused: "full",
		});
	});
});

test("a picture without words is refused", () => {
	expect(new Run().try(add("own", file("a", { type: "png" })))).toMatchObject({ refused: "invalid", detail: /^alt/ });
	expect(new Run().try(add("own", file("a", { type: "png", alt: "Ein Feld" })))).toMatchObject({ ok: true });
});

test("the store hears of what came and what went", () => {
	const run = new Run();
	const [empty, one] = [run.state, run.do(add("own", file("a"))).state];
	expect(materialsBetween(empty, one)).toEqual({ materials: { added: [file("a").id], removed: [] } });
	expect(materialsBetween(one, empty)).toEqual({ materials: { added: [], removed: [file("a").id] } });
	expect(materialsBetween(one, run.do({ type: "plan.remove", phase: "own" }).state)).toEqual({});
});

test("a copy's files have ids of their own, and links stay as they are", () => {
	const run = new Run()
		.do({ type: "plan.change", phase: "own", patch: { materials: [link] } })
		.do(add("own", file("a")));
	const { phases, ids } = copiedMaterials(run.state.phases, () => file("z").id);
	expect(ids).toEqual([{ from: file("a").id, to: file("z").id }]);
	expect(phases.find(({ id }) => id === "own")?.materials).toEqual([link, { label: "Bericht", file: file("z") }]);
});

test("plans of former releases, with links alone, still read", () => {
	const run = new Run().do({ type: "plan.change", phase: "own", patch: { materials: [link] } });
	const stored: unknown = JSON.parse(JSON.stringify(run.state));
	expect(sessionStateSchema.parse(stored).phases.find(({ id }) => id === "own")?.materials).toEqual([link]);
});
