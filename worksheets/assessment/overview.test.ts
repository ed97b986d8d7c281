import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { assessmentText, setAssessment } from "../blocks/module-assessment.ts";
import type { Point } from "../blocks/points.ts";
import { assessmentSchema } from "../contract/plenary.ts";
import { everyBlock } from "../document/every-block.fixture.ts";
import { readWorksheet } from "../document/read.ts";
import { disagreementText, overviewNodes, overviewSentence, spreadSentence } from "../report/overview.ts";
import { distributionOf, FEWEST_PEOPLE } from "./distribution.ts";
import {
	byModuleSpread,
	hasDistributions,
	hasValues,
	largestDisagreements,
	missingValues,
	moduleSpread,
	type OverviewSheet,
	onlyDimension,
	onlyShown,
	overviewOf,
	pooledAt,
	speaking,
} from "./overview.ts";

const blocks = everyBlock.sections.flatMap((section) => section.blocks);
const block = blocks.find((one) => one.type === "module-assessment");
if (block?.type !== "module-assessment") throw new Error("the fixture has no assessment");
const definition = block;
const ranking = definition.repeat?.over ?? "";
const scale = definition.state.points.map(({ value }) => value);
const [first = "", second = ""] = definition.dimensions.map(({ id }) => id);
const options = blocks.flatMap((one) => (one.type === "ranking" && one.id === ranking ? one.options : []));
const [board = "", council = ""] = options.map(({ id }) => id);

interface Given {
	/** By module and dimension. */
	values?: Record<string, Record<string, Point>>;
	ratings?: Record<string, Record<string, Point[]>>;
	reason?: string;
	kind?: "group" | "plenary" | "participant";
}

function sheet(name: string, { values = {}, ratings = {}, reason = "", kind = "group" }: Given): OverviewSheet {
	const doc = new Y.Doc();
	for (const [at, [module, given]] of Object.entries(values).entries()) {
		doc.getMap(ranking).set(module, at + 1);
		for (const [dimension, state] of Object.entries(given)) {
			setAssessment(doc, definition, module, dimension, { state });
			if (reason !== "") assessmentText(doc, definition, module, dimension, "remark").insert(0, reason);
		}
	}
	return {
		document: `d-${name}`,
		worksheet: everyBlock.id,
		title: everyBlock.title.de,
		scope: { kind, id: name, name: `Gruppe ${name}` },
		answered: readWorksheet(doc, everyBlock),
		revealed: Object.entries(ratings).map(([module, parts]) => ({
			question: `${definition.id}/${module}`,
			eligible: 9,
			submitted: 9,
			parts: Object.entries(parts).map(([part, people]) => ({ part, distribution: distributionOf(scale, people) })),
		})),
	};
}

function overview(...sheets: OverviewSheet[]) {
	const [assessment] = overviewOf(sheets, "de");
	if (assessment === undefined) throw new Error("nothing is assessed");
	return assessment;
}

const [low = 0, high = 0] = [scale[0], scale.at(-1)];

describe("what the groups say side by side", () => {
	it("has a row for each group at each module it has chosen, and a cell for each dimension", () => {
		const seen = overview(
			sheet("A", { values: { [board]: { [first]: low }, [council]: { [second]: "unknown" } }, reason: "Darum" }),
			sheet("B", { values: { [board]: { [first]: high } } }),
			sheet("C", {}),
			sheet("ich", { kind: "participant", values: { [board]: { [first]: high } } }),
		);
		expect(seen.units.map(({ name }) => name)).toEqual(["Gruppe A", "Gruppe B", "Gruppe C"]);
		const module = seen.modules.find(({ id }) => id === board);
		expect(module?.rows.map(({ document, cells }) => [document, cells[0]?.value])).toEqual([
			["d-A", low],
			["d-B", high],
		]);
		expect(module?.rows[0]?.cells[0]).toMatchObject({ reason: "Darum", dissent: "", distribution: null });
		expect(module?.rows.every(({ cells }) => cells.length === definition.dimensions.length)).toBe(true);
		expect(seen.modules.map(({ label }) => label)).toEqual(seen.modules.map(({ label }) => label).toSorted());
		expect(assessmentSchema.parse(JSON.parse(JSON.stringify(seen)))).toEqual(seen);
	});

	it("names those who have no value, and what lies furthest apart", () => {
		const seen = overview(
			sheet("A", { values: { [board]: Object.fromEntries(definition.dimensions.map(({ id }) => [id, low])) } }),
			sheet("B", { values: { [board]: { [first]: high } } }),
			sheet("C", {}),
		);
		expect(missingValues(seen).map(({ name, all }) => [name, all])).toEqual([
			["Gruppe B", false],
			["Gruppe C", true],
		]);
		expect(largestDisagreements(seen)[0]).toMatchObject({ unit: null, lowest: low, highest: high });
		const said = overviewSentence(seen, "de");
		expect(said).toContain(`(${low}–${high})`);
		expect(said).toContain("Ohne Wert: Gruppe C.");
		expect(said).toContain("Gruppe B (");
		expect(overviewSentence(overview(sheet("A", {})), "de")).toBe("Noch hat keine Gruppe einen Wert eingetragen.");
		expect(overviewNodes([overview(sheet("A", {}))], "de")).toEqual([]);
		expect(overviewSentence(seen, "en")).toContain("Without a value: Gruppe C.");
	});

	it("takes what groups have named themselves for one thing where they call it the same", () => {
		const own = (name: string, id: string, label: string): OverviewSheet => {
			const one = sheet(name, { values: { [board]: { [first]: low } } });
			for (const { blocks: answered } of one.answered.sections) {
				for (const { definition: asked, answers } of answered) {
					if (asked.type !== "module-assessment") continue;
					for (const question of answers) question.item = { id, label };
				}
			}
			return one;
		};
		const seen = overview(own("A", "own-1", "Runder Tisch"), own("B", "own-2", " runder tisch "));
		expect(seen.modules.map(({ rows }) => rows.length)).toEqual([2]);
	});

	it("does not miss groups of former rounds that say nothing", () => {
		const sheets = [sheet("A", {}), sheet("old", {}), sheet("said", { values: { [board]: { [first]: low } } })];
		expect(speaking(sheets, new Set(["A"])).map(({ scope }) => scope.id)).toEqual(["A", "said"]);
	});

	it("tells no distribution of people who are too few to stay nameless", () => {
		const of = (people: number, ...others: Point[]) =>
			overview(
				sheet("A", {
					values: { [board]: { [first]: low } },
					ratings: { [board]: { [first]: [...Array<Point>(people).fill(high), ...others] } },
				}),
			);
		expect(hasDistributions(of(FEWEST_PEOPLE - 1))).toBe(false);
		expect(hasDistributions(of(FEWEST_PEOPLE))).toBe(true);
		expect(hasDistributions(of(1, "unknown", "unknown"))).toBe(false);
		expect(hasDistributions(of(FEWEST_PEOPLE, "unknown"))).toBe(true);
		expect(spreadSentence(of(FEWEST_PEOPLE - 1), "de")).toContain("Noch ist keine Verteilung");
		expect(spreadSentence(of(FEWEST_PEOPLE), "de")).toContain("Gruppe A");
	});

	it("names views and assessments so that no two headings are alike, and points to no sheets that are not there", () => {
		const ratings = { [board]: { [first]: [low, high, high] } };
		const whole = overview(sheet("A", { kind: "plenary", values: { [board]: { [first]: low } }, ratings }));
		const named = (...all: Parameters<typeof overviewNodes>[0]) =>
			overviewNodes(all, "de").flatMap((node) => (node.kind === "heading" && node.level === 2 ? node.text : []));
		const views = ["heatmap", "distribution"].map((view) => `${view}/${whole.worksheet}`);
		const shown = onlyShown([whole], new Set(views));
		expect(named(whole)).toEqual([whole.title]);
		expect(named(...shown)).toEqual([`${whole.title}: Heatmap`, `${whole.title}: Verteilung`]);
		expect(named(whole, { ...whole, id: "other", label: "Anderes" })).toEqual([
			`${whole.title}: ${whole.label}`,
			`${whole.title}: Anderes`,
		]);
		expect(JSON.stringify(overviewNodes([whole], "de"))).toContain("steht in ihren Arbeitsblättern");
		expect(JSON.stringify(overviewNodes(shown, "de"))).not.toContain("Arbeitsblättern");
		expect(largestDisagreements(whole).map((one) => disagreementText(one, whole, "de"))[0]).toMatch(/^Im Plenum: /);
	});

	it("opens by each view what that view shows, and nothing else", () => {
		const whole = overview(
			sheet("A", {
				values: { [board]: { [first]: low, [second]: high }, [council]: { [first]: low } },
				ratings: { [board]: { [first]: [low, high, high], [second]: [low, low, low] } },
				reason: "Nur in der Heatmap",
			}),
		);
		const shown = (...names: string[]) =>
			onlyShown([whole], new Set(names.map((name) => name.replace("#", whole.worksheet))));
		expect(shown()).toEqual([]);
		expect(shown("heatmap/another")).toEqual([]);
		const [heatmap] = shown("heatmap/#");
		expect(heatmap).toMatchObject({ view: "heatmap" });
		expect(heatmap && hasDistributions(heatmap)).toBe(false);
		const [spread] = shown("distribution/#");
		expect(spread && hasValues(spread)).toBe(false);
		expect(JSON.stringify(spread)).not.toContain("Nur in der Heatmap");
		expect(spread?.modules.map(({ id }) => id)).toEqual([board]);
		const [one] = shown(`heatmap/#/${second}`);
		expect(one?.dimensions.map(({ id }) => id)).toEqual([second]);
		expect(one?.modules[0]?.rows[0]?.cells.map(({ value }) => value)).toHaveLength(1);
		expect(shown(`heatmap/#/${first}`, "distribution/#").map(({ view }) => view)).toEqual(["heatmap", "distribution"]);
		expect(one).toEqual({ ...onlyDimension(heatmap ?? whole, second), view: "heatmap" });
	});
});

const point = fc.constantFrom<Point>(...scale, "unknown");
const values = fc.dictionary(
	fc.constantFrom(...options.slice(0, 3).map(({ id }) => id)),
	fc.dictionary(fc.constantFrom(...definition.dimensions.map(({ id }) => id)), point),
);
const groups = fc.array(
	fc.record({ values, ratings: fc.dictionary(fc.constant(board), fc.dictionary(fc.constant(first), fc.array(point))) }),
	{ minLength: 1, maxLength: 5 },
);
const built = groups.map((all) => overview(...all.map((given, at) => sheet(String.fromCharCode(65 + at), given))));

describe("whatever groups say", () => {
	it("no difference is larger than the scale or missed, and the largest comes first", () => {
		fc.assert(
			fc.property(built, (seen) => {
				const spans = largestDisagreements(seen).map(({ lowest, highest }) => highest - lowest);
				expect(spans).toEqual(spans.toSorted((one, other) => other - one));
				for (const span of spans) expect(span).toBeGreaterThan(0);
				for (const span of spans) expect(span).toBeLessThanOrEqual(high - low);
				const between = largestDisagreements(seen).filter(({ unit }) => unit === null);
				const widest = Math.max(0, ...seen.modules.map(moduleSpread));
				expect(between[0] === undefined ? 0 : between[0].highest - between[0].lowest).toBe(widest);
			}),
		);
	});

	it("sorting moves modules and loses none; a cell is missing or it is not", () => {
		fc.assert(
			fc.property(built, (seen) => {
				const sorted = byModuleSpread(seen.modules);
				expect(new Set(sorted)).toEqual(new Set(seen.modules));
				expect(sorted.map(moduleSpread)).toEqual(sorted.map(moduleSpread).toSorted((one, other) => other - one));
				const cells = seen.modules.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
				const missing = missingValues(seen).reduce((sum, { count }) => sum + count, 0);
				expect(missing).toBe(cells.filter(({ value }) => value === null).length);
				expect(hasValues(seen)).toBe(missing < cells.length);
			}),
		);
	});

	it("everybody together are as many as all groups whose spread is told", () => {
		fc.assert(
			fc.property(built, (seen) => {
				for (const module of seen.modules) {
					const told = module.rows.flatMap(({ cells }) => cells[0]?.distribution ?? []);
					const all = pooledAt(seen, module, 0);
					expect(all?.n ?? null).toBe(told.length < 2 ? null : told.reduce((sum, { n }) => sum + n, 0));
					for (const { n, unknown } of told) expect(n === 0 ? unknown : n).toBeGreaterThanOrEqual(FEWEST_PEOPLE);
				}
			}),
		);
	});

	it("what one may see by a view says the same as the whole, and never more", () => {
		fc.assert(
			fc.property(built, fc.subarray(["heatmap", "distribution"]), (seen, views) => {
				const shown = onlyShown([seen], new Set(views.map((view) => `${view}/${seen.worksheet}`)));
				expect(shown.map(({ view }) => view)).toEqual(views);
				for (const part of shown) {
					for (const module of part.modules) {
						const same = seen.modules.find(({ id }) => id === module.id);
						for (const row of module.rows) {
							const whole = same?.rows.find(({ document }) => document === row.document);
							for (const [at, cell] of row.cells.entries()) {
								expect([whole?.cells[at]?.value, null]).toContainEqual(cell.value);
								expect([whole?.cells[at]?.distribution, null]).toContainEqual(cell.distribution);
							}
						}
					}
				}
			}),
		);
	});
});
