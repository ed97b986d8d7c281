import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Point } from "../blocks/points.ts";
import { ratedParts } from "../blocks/rated-parts.ts";
import { assessmentSchema } from "../contract/plenary.ts";
import { everyBlock } from "../document/every-block.fixture.ts";
import { cellSpread, cellText, overviewNodes, overviewSentence, valueInWords } from "../report/overview.ts";
import { undrawn } from "../report/undrawn.ts";
import { onlyDimension, onlyShown } from "./overview.ts";
import { overviewOfUnits } from "./overview-units.ts";
import { ratingsOfUnits, type UnitRating, type UnitRatings, unitKey } from "./units.ts";

const blocks = everyBlock.sections.flatMap((section) => section.blocks);
const block = blocks.find((one) => one.type === "module-assessment");
if (block?.type !== "module-assessment") throw new Error("the fixture has no assessment");
const definition = block;
const options = blocks.flatMap((one) =>
	one.type === "ranking" && one.id === definition.repeat?.over ? one.options : [],
);
const modules = options.slice(0, 3).map(({ id }) => id);
const [board = "", council = ""] = modules;
const dimensions = definition.dimensions.map(({ id }) => id);
const [first = "", second = ""] = dimensions;
const scale = definition.state.points.map(({ value }) => value);
const worksheets = new Map([[everyBlock.id, everyBlock]]);

/** Who comes from where, and how they have rated each dimension of a module, in order; null where they have not. */
interface Person {
	unit: string | null;
	values: readonly (Point | null)[];
}

function counted(module: string, people: readonly Person[]): UnitRatings {
	const given = people.map(
		({ unit, values }, at): UnitRating => ({
			sheet: `sheet-${at}`,
			unit,
			ratings: dimensions.map((part, index) => ({ part, value: values[index] ?? null })),
		}),
	);
	return {
		worksheet: everyBlock.id,
		question: `${definition.id}/${module}`,
		units: ratingsOfUnits(ratedParts(definition), given, []),
	};
}

const from = (unit: string | null, ...values: (Point | null)[]): Person => ({ unit, values });
const seenOf = (...all: UnitRatings[]) => {
	const [assessment] = overviewOfUnits(all, worksheets, "de");
	if (assessment === undefined) throw new Error("nothing was counted");
	return assessment;
};

it("bears a name that holds half a character", () => {
	const half = `Ahlen \u{d800}`;
	const seen = seenOf(
		counted(
			board,
			[0, 1, 1, 2].map((value) => from(half, value)),
		),
	);
	expect(seen.units.map(({ name }) => name)).toEqual([half]);
});

const BOARD = counted(board, [
	...[0, 1, 1, 2].map((value) => from("Kreis Ahlen", value)),
	...[1, 1, 2, 2].map((value) => from("Beckum", value, value)),
	...[0, 0].map((value) => from("Oelde", value)),
	from(null, 1),
]);
const COUNCIL = counted(
	council,
	[1, 2, 2].map((value) => from("kreis ahlen", null, value)),
);

describe("what was counted of municipalities, side by side", () => {
	it("has their medians below each module, with how many people they are of, and none of too few", () => {
		const seen = seenOf(BOARD, COUNCIL);
		expect(seen).toMatchObject({ view: "units", worksheet: everyBlock.id, title: everyBlock.title.de });
		expect(seen.units.map(({ name, kind }) => [name, kind])).toEqual([
			["Beckum", "unit"],
			["Kreis Ahlen", "unit"],
		]);
		const texts = (module: string) =>
			seen.modules
				.find(({ id }) => id === module)
				?.rows.map(({ document, cells }) => [
					seen.units.find((unit) => unit.document === document)?.name,
					...cells.slice(0, 2).map((cell) => `${cellText(cell, "de")} ${cellSpread(seen, cell)}`),
				]);
		expect(texts(board)).toEqual([
			["Beckum", "1,5 1–2, n = 4", "1,5 1–2, n = 4"],
			["Kreis Ahlen", "1 0–2, n = 4", "– "],
		]);
		expect(texts(council)).toEqual([["Kreis Ahlen", "– ", "2 1–2, n = 3"]]);
		expect(assessmentSchema.parse(JSON.parse(JSON.stringify(seen)))).toEqual(seen);
		expect(JSON.stringify(seen)).not.toContain("Oelde");
	});

	it("says in a sentence where they are furthest apart, and of whom something is not shown", () => {
		const seen = seenOf(BOARD, COUNCIL);
		const [label] = options.map((option) => option.label.de);
		const said = overviewSentence(seen, "de");
		expect(said).toContain(`Größter Abstand zwischen den Kommunen: ${label}, ${definition.dimensions[0]?.label.de}`);
		expect(said).toContain("(1–1,5).");
		expect(said).toContain("Einzelne Werte werden nicht gezeigt: Kreis Ahlen (2).");
		expect(overviewSentence(seen, "en")).toContain("(1–1.5).");
		expect(valueInWords(seen, { value: 1.5 }, "de")).toMatch(/^1,5, zwischen „.+“ und „.+“$/);
		expect(valueInWords(seen, { value: 2 }, "de")).toBe(`2 ${definition.state.points[2]?.label.de}`);
		const file = JSON.stringify(undrawn(overviewNodes([seen], "de")));
		expect(file).toContain(`${everyBlock.title.de}: Kommunen`);
		expect(file).toContain("1,5 (1–2, n = 4)");
		expect(file).not.toMatch(/Gruppe|Arbeitsblättern/);
	});

	it("is nothing where nothing was counted, or its worksheet, block or dimensions are no longer there", () => {
		expect(overviewOfUnits([], worksheets, "de")).toEqual([]);
		expect(overviewOfUnits([BOARD], new Map(), "de")).toEqual([]);
		expect(overviewOfUnits([{ ...BOARD, question: "another/board" }], worksheets, "de")).toEqual([]);
		const former = BOARD.units.map((unit) => ({
			...unit,
			parts: unit.parts.map((part) => ({ ...part, part: `former-${part.part}` })),
		}));
		expect(overviewOfUnits([{ ...BOARD, units: former }], worksheets, "de")).toEqual([]);
	});

	it("tells own entries apart without telling what people have called them", () => {
		const own = ["own-1", "own-2"].map((id) => ({ ...COUNCIL, question: `${definition.id}/${id}` }));
		expect(seenOf(...own).modules.map(({ label }) => label)).toEqual(["Eigener Eintrag 1", "Eigener Eintrag 2"]);
		expect(seenOf(own[0] ?? COUNCIL).modules.map(({ label }) => label)).toEqual(["Eigener Eintrag"]);
	});

	it("is open to those it was shown to, and by no other view", () => {
		const seen = seenOf(BOARD, COUNCIL);
		const shown = (...names: string[]) =>
			onlyShown([{ ...seen, view: "all" }, seen], new Set(names.map((name) => `${name}/${everyBlock.id}`))).map(
				({ view }) => view,
			);
		expect(shown()).toEqual([]);
		expect(shown("units")).toEqual(["units"]);
		expect(shown("heatmap", "distribution")).toEqual(["heatmap", "distribution"]);
		expect(onlyShown([seen], new Set([`units/${everyBlock.id}`]))).toEqual([seen]);
		expect(onlyShown([seen], new Set([`units/${everyBlock.id}/${second}`]))).toEqual([onlyDimension(seen, second)]);
		expect(onlyShown([seen], new Set([`units/another/${first}`]))).toEqual([]);
	});
});

/** The middle of what was chosen, found by taking one from either end. */
function middle(values: readonly number[]): number {
	const left = values.toSorted((one, other) => one - other);
	while (left.length > 2) left.splice(0, 1) && left.pop();
	return left.reduce((sum, value) => sum + value, 0) / left.length;
}

it("whatever people rate, each cell is the middle of at least three of that municipality, or empty", () => {
	const point = fc.constantFrom<Point | null>(...scale, "unknown", null);
	const someone = fc.record({
		unit: fc.constantFrom("Ahlen", " AHLEN", "Beckum", "Oelde", null),
		values: fc.array(point, { minLength: dimensions.length, maxLength: dimensions.length }),
	});
	const room = fc.dictionary(fc.constantFrom(...modules), fc.array(someone, { maxLength: 14 }));
	fc.assert(
		fc.property(room, (people) => {
			const all = Object.entries(people).map(([module, given]) => counted(module, given));
			const told = all.flatMap(({ question, units }) =>
				units.flatMap(({ unit, parts }) =>
					parts.flatMap(({ part, own }) => (own === null ? [] : [`${question} ${unitKey(unit)} ${part}`])),
				),
			);
			const cells: string[] = [];
			for (const { units, modules: rows } of overviewOfUnits(all, worksheets, "de")) {
				for (const { document, question, cells: row } of rows.flatMap((module) => module.rows)) {
					const key = unitKey(units.find((unit) => unit.document === document)?.name ?? "");
					const given = people[question.slice(definition.id.length + 1)] ?? [];
					const own = given.filter(({ unit }) => unit !== null && unitKey(unit) === key);
					for (const [at, { value, distribution }] of row.entries()) {
						const chosen = own.flatMap(({ values }) => (typeof values[at] === "number" ? [values[at]] : []));
						if (value === null) continue;
						cells.push(`${question} ${key} ${dimensions[at]}`);
						expect(chosen.length).toBeGreaterThanOrEqual(3);
						expect(value).toBe(middle(chosen));
						expect(distribution).toMatchObject({ n: chosen.length, lowest: Math.min(...chosen) });
					}
				}
			}
			expect(cells.toSorted()).toEqual(told.toSorted());
		}),
	);
});
