import { describe, expect, it } from "vitest";
import { distributionOf } from "./distribution.ts";
import { type Exported, exportedSchema } from "./exported.ts";
import { occasionSchema } from "./occasion.ts";
import { occasionOf } from "./occasion-of.ts";

const both = (text: string) => ({ de: text, en: text });
const scale = {
	id: "stand",
	points: [0, 1, 2].map((value) => ({ value, label: both(`Stufe ${value}`) })),
	unknown: both("weiß nicht"),
};
const BLOCKS = {
	single: { id: "single", type: "scale", label: both("Wie weit?"), scale, reason: true },
	list: {
		id: "list",
		type: "checklist",
		label: both("Liste"),
		items: [{ id: "one", label: both("Eins") }],
		answers: { scale },
	},
	grid: {
		id: "grid",
		type: "matrix",
		label: both("Tabelle"),
		rows: [{ id: "goals", label: both("Ziele") }],
		columns: [
			{ id: "state", kind: "scale", label: both("Stand"), scale },
			{ id: "why", kind: "text", label: both("Warum") },
		],
	},
	modules: {
		id: "modules",
		type: "module-assessment",
		label: both("Wo steht der Baustein?"),
		dimensions: [{ id: "reach", label: both("Reichweite"), hint: both("Wen erreicht er?") }],
		state: scale,
		outlooks: [{ id: "keep", label: both("behalten") }],
	},
} as const;

const moduleAnswer = (state: unknown) => ({
	name: "modules/beirat",
	item: { id: "beirat", label: both("Beirat") },
	answer: { dimensions: [{ id: "reach", state, outlook: null, evidence: "GEHEIM", remark: "GEHEIM" }] },
});

function sheet(kind: string, blocks: unknown[], revealed: unknown[] = []) {
	return { worksheet: "stand", scope: { kind }, answered: { title: both("Blatt"), sections: [{ blocks }] }, revealed };
}

function exported(sheets: unknown[], other: object = {}): Exported {
	return exportedSchema.parse({
		format: "arena-results",
		version: 1,
		interim: false,
		language: "de",
		workshop: {
			id: "w".repeat(22),
			title: "Treffen",
			startsAt: 1000,
			endedAt: 2000,
			place: "",
			series: { name: "Reihe", number: 2 },
			participants: 4,
		},
		phases: [{ enteredAt: null }, { enteredAt: 1500 }],
		sheets,
		...other,
	});
}

describe("what an export gives to the comparison", () => {
	it("is every rated part of the shared sheets, each sheet counted once", () => {
		const group = (state: unknown) => sheet("group", [{ definition: BLOCKS.modules, answers: [moduleAnswer(state)] }]);
		const occasion = occasionOf(
			exported([
				group(1),
				group(2),
				group("unknown"),
				sheet("plenary", [{ definition: BLOCKS.modules, answers: [moduleAnswer(0)] }]),
			]),
		);
		expect(occasionSchema.parse(JSON.parse(JSON.stringify(occasion)))).toEqual(occasion);
		expect(occasion).toMatchObject({ workshop: "w".repeat(22), date: 1000, stage: "ended", participants: 4 });
		expect(occasion.parts).toEqual([
			{
				worksheet: "stand",
				title: both("Blatt"),
				question: "modules/beirat",
				prompt: both("Wo steht der Baustein?"),
				item: both("Beirat"),
				part: "reach",
				label: both("Reichweite"),
				hint: both("Wen erreicht er?"),
				points: scale.points,
				groups: distributionOf([0, 1, 2], [1, 2, "unknown", 0]),
				people: null,
			},
		]);
		expect(JSON.stringify(occasion)).not.toContain("GEHEIM");
	});

	it("reads scales, lists and tables, and leaves out what nobody answered or is no point of the scale", () => {
		const { parts } = occasionOf(
			exported([
				sheet("group", [
					{ definition: BLOCKS.single, answers: [{ name: "single", answer: { value: 2, reason: "GEHEIM" } }] },
					{ definition: BLOCKS.list, answers: [{ name: "list", answer: [{ id: "one", answer: 1 }] }] },
					{
						definition: BLOCKS.grid,
						answers: [{ name: "grid", answer: { rows: [{ id: "goals", cells: { state: 0, why: "GEHEIM" } }] } }],
					},
					{ definition: BLOCKS.modules, answers: [moduleAnswer(7)] },
					{ definition: { id: "later", type: "of-a-later-release" }, answers: [] },
				]),
			]),
		);
		expect(parts.map(({ question, part, groups }) => [question, part, groups.median])).toEqual([
			["single", "", 2],
			["list", "one", 1],
			["grid", "goals.state", 0],
		]);
		expect(JSON.stringify(parts)).not.toContain("GEHEIM");
	});

	it("takes nobody's own sheet, nor things that people added themselves", () => {
		const own = { ...moduleAnswer(1), name: "modules/xyz", item: { id: "xyz", label: "GEHEIM" } };
		const { parts } = occasionOf(
			exported([
				sheet("participant", [{ definition: BLOCKS.modules, answers: [moduleAnswer(1)] }]),
				sheet("group", [{ definition: BLOCKS.modules, answers: [own] }]),
			]),
		);
		expect(parts).toEqual([]);
	});

	it("is read where there are more own entries than anybody counts, and of the largest matrix", () => {
		const own = Array.from({ length: 250 }, (_, at) => ({
			name: `modules/own-${at}`,
			item: { id: "x", label: "GEHEIM" },
			answer: null,
		}));
		const rows = Array.from({ length: 40 }, (_, at) => ({ id: `row-${at}`, label: both(`Zeile ${at}`) }));
		const columns = Array.from({ length: 8 }, (_, at) => ({
			id: `c-${at}`,
			kind: "scale",
			label: both(`${at}`),
			scale,
		}));
		const parts = rows.flatMap((row) =>
			columns.map((column) => ({ part: `${row.id}.${column.id}`, distribution: distributionOf([0, 1, 2], [1, 1, 2]) })),
		);
		const seen = occasionOf(
			exported([
				sheet("group", [{ definition: BLOCKS.modules, answers: [moduleAnswer(1), ...own] }]),
				sheet(
					"group",
					[{ definition: { ...BLOCKS.grid, rows, columns }, answers: [{ name: "grid", answer: { rows: [] } }] }],
					[{ question: "grid", parts }],
				),
			]),
		);
		expect(seen.parts).toHaveLength(1 + parts.length);
	});

	it("puts together what the groups have revealed", () => {
		const revealed = (values: (number | "unknown")[]) => [
			{
				question: "modules/beirat",
				eligible: values.length,
				submitted: values.length,
				parts: [{ part: "reach", distribution: distributionOf([0, 1, 2], values) }],
			},
		];
		const group = (values: (number | "unknown")[]) =>
			sheet("group", [{ definition: BLOCKS.modules, answers: [moduleAnswer(null)] }], revealed(values));
		const { parts } = occasionOf(exported([group([0, 1, 2]), group([2, 2, "unknown"])]));
		expect(parts[0]?.groups.n).toBe(0);
		expect(parts[0]?.people).toEqual(distributionOf([0, 1, 2], [0, 1, 2, 2, 2, "unknown"]));
	});

	it("has the plan's measures, with where they were taken from", () => {
		const source = { document: "d".repeat(22), row: "r1", name: "Treffen 1", said: "x" };
		const rows = [
			{
				id: "m1",
				cells: { what: " Beirat ", responsible: "Kim", due: "2026-06-01", status: "open", goal: "GEHEIM" },
				source,
			},
			{ id: "m2", cells: { what: "x".repeat(5000), status: null } },
		];
		const { measures } = occasionOf(exported([], { actionPlan: { rows } }));
		expect(measures[0]).toEqual({
			row: "m1",
			what: "Beirat",
			responsible: "Kim",
			due: "2026-06-01",
			status: "open",
			source: { document: "d".repeat(22), row: "r1" },
		});
		expect(measures[1]).toMatchObject({ status: "", source: null });
		expect(measures[1]?.what).toHaveLength(2000);
	});

	it("knows a workshop that has not begun, and one that is going on", () => {
		const stage = (phases: object[]) => occasionOf(exported([], { interim: true, phases })).stage;
		expect(stage([{ enteredAt: null }])).toBe("coming");
		expect(stage([{ enteredAt: 1 }])).toBe("running");
	});
});
