import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../contract/languages.ts";
import { everyBlock } from "../document/every-block.fixture.ts";
import { planted, plants } from "../document/junk.fixture.ts";
import { type Answered, readWorksheet } from "../document/read.ts";
import { exampleDocument } from "../examples/example.ts";
import { actionPlanOf } from "../plan/action-plan.ts";
import { loadLibrary } from "../schema/load.ts";
import { readResults, writeResults } from "./read-results.ts";
import type { Results } from "./results.ts";
import { resultsJsonSchema } from "./results-json-schema.ts";

const folder = fileURLToPath(new URL("../library", import.meta.url));
const outcome = loadLibrary(
	["", "/examples"].flatMap((below) =>
		readdirSync(`${folder}${below}`)
			.filter((name) => name.endsWith(".yaml"))
			.map((name) => ({ path: `${below}/${name}`, text: readFileSync(`${folder}${below}/${name}`, "utf8") })),
	),
);
if (!outcome.ok) throw new Error("the library does not load");
const library = outcome.value;

const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(resultsJsonSchema("arena-results"));
const id = (letter: string) => letter.repeat(22);

function resultsOf(answered: Answered): Results {
	const sheet: Results["sheets"][number] = {
		document: id("d"),
		worksheet: answered.worksheet,
		worksheetVersion: answered.version,
		title: answered.title.de,
		scope: { kind: "plenary", id: null, name: "Plenum" },
		credits: { names: ["Anna"], changedAt: 2 },
		revealed: [],
		answered,
		withheld: false,
		late: [{ id: "l", at: 3, by: "Ben", answers: [{ block: "steps", text: "=1+1\n„später“" }] }],
	};
	return {
		format: "arena-results",
		version: 1,
		exportedAt: 4,
		interim: true,
		rehearsal: false,
		language: "de",
		part: { kind: "all", of: "" },
		recipient: { role: "facilitator", names: [] },
		workshop: {
			id: id("w"),
			title: "Werkstatt",
			template: "blank",
			startsAt: 1,
			endedAt: null,
			place: "",
			series: { name: "Reihe", number: 2 },
			deleteOn: 9,
			participants: 2,
		},
		phases: [
			{
				id: "work",
				title: "Arbeit",
				kind: "group",
				minutes: 30,
				assignment: "",
				enteredAt: 1,
				visits: [{ from: 1, to: null }],
			},
		],
		groups: [{ id: id("g"), name: "Gruppe A", members: ["Anna", "Ben"] }],
		sheets: [sheet],
		overview: [],
		actionPlan: actionPlanOf([sheet], "de"),
		topics: [{ text: "Datenschutz", group: null, at: 2, done: false }],
		messages: [{ text: "Willkommen", at: 1 }],
	};
}

/** What is written is read again as it was, and written again letter for letter; the other program finds no fault. */
function expectReturns(results: Results): void {
	const text = writeResults(results);
	expect(validate(JSON.parse(text)), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
	const again = readResults(text);
	if (again === null) throw new Error("could not be read again");
	expect(again).toStrictEqual(results);
	expect(writeResults(again)).toBe(text);
}

describe("the JSON export", () => {
	const sheets = LANGUAGES.flatMap((language) =>
		library.worksheets.map((worksheet) => {
			const example = library.example(worksheet.id);
			if (example === undefined) throw new Error(`no example of ${worksheet.id}`);
			return [worksheet.id, language, readWorksheet(exampleDocument(worksheet, example, language), worksheet)] as const;
		}),
	);

	const answeredOf = (worksheet: string) => {
		const [, , answered] = sheets.find(([id]) => id === worksheet) ?? [];
		if (answered === undefined) throw new Error(`no sheet ${worksheet}`);
		return answered;
	};

	it.each(sheets)("gives %s (%s) back as it was", (_id, _language, answered) => {
		expectReturns(resultsOf(answered));
	});

	it("gives back whatever a document may hold, in every type of block", () => {
		const answered = readWorksheet(planted([]), everyBlock);
		const kinds = new Set(answered.sections.flatMap(({ blocks }) => blocks.map(({ definition }) => definition.type)));
		expect(kinds.size).toBe(15);
		fc.assert(
			fc.property(plants, fc.boolean(), (entries, outside) => {
				expectReturns(resultsOf(readWorksheet(planted(entries), everyBlock, { outside })));
			}),
			{ seed: 37, numRuns: 200 },
		);
	});

	it("is refused with anything more, anything less or anything else in it, by both readers", () => {
		const results = resultsOf(answeredOf("action-plan"));
		const whole = writeResults(results);
		const places = placesIn(JSON.parse(whole));
		expect(places.length).toBeGreaterThan(30);
		for (const place of places) {
			const more = at(whole, place, (object) => Object.assign(object, { unheardOf: 1 }));
			if (!isRecord(place)) expectRefused(more, `${place.join(".")}: more`);
		}
		for (const changed of [
			{ ...results, version: 2 },
			{ ...results, format: "arena-unit-results" },
			{ ...results, exportedAt: "heute" },
			{ ...results, part: { kind: "unit", of: "" } },
			{ ...results, sheets: [{ ...results.sheets[0], late: undefined }] },
			{ ...results, workshop: { ...results.workshop, id: "kurz" } },
			{ ...results, groups: {} },
		]) {
			expectRefused(JSON.stringify(changed), JSON.stringify(changed).slice(0, 120));
		}
		for (const text of ["", "null", "[]", "{}", whole.slice(0, -3)]) expect(readResults(text)).toBeNull();
	});

	it("is taken for the same by both readers, whatever was done to it", () => {
		const whole = writeResults(resultsOf(answeredOf("structure-sustainability")));
		const places = placesIn(JSON.parse(whole));
		const values = fc.constantFrom(null, true, -1, 1.5, "x", "2026-01-01", [], {}, [1], { id: "x" });
		fc.assert(
			fc.property(fc.constantFrom(...places), fc.nat(), fc.option(values, { nil: undefined }), (place, key, value) => {
				const changed = at(whole, place, (object) => {
					const keys = Object.keys(object);
					const name = keys[key % keys.length] ?? "x";
					if (value === undefined) Reflect.deleteProperty(object, name);
					else Reflect.set(object, name, value);
				});
				expect(readResults(changed) !== null).toBe(validate(JSON.parse(changed)));
			}),
			{ seed: 37, numRuns: 300 },
		);
	});
});

function expectRefused(text: string, why: string): void {
	expect(readResults(text), why).toBeNull();
	expect(validate(JSON.parse(text)), why).toBe(false);
}

/** Where objects are, one of each kind: what repeats is looked at once. */
function placesIn(value: unknown, place: string[] = [], seen = new Map<string, string[]>()): string[][] {
	if (typeof value === "object" && value !== null) {
		const kind = place.map((part) => (/^\d+$/.test(part) ? "*" : part)).join(".");
		if (!Array.isArray(value) && !seen.has(kind)) seen.set(kind, place);
		for (const [key, entry] of Object.entries(value)) placesIn(entry, [...place, key], seen);
	}
	return [...seen.values()];
}

/** Cells go by the ids of columns: another one is nothing that the schema could know. */
function isRecord(place: readonly string[]): boolean {
	return place.at(-1) === "cells";
}

function at(text: string, place: readonly string[], change: (object: object) => void): string {
	const whole: unknown = JSON.parse(text);
	let inner: unknown = whole;
	for (const part of place) inner = typeof inner === "object" && inner !== null ? Reflect.get(inner, part) : undefined;
	if (typeof inner === "object" && inner !== null) change(inner);
	return JSON.stringify(whole);
}
