import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type Source, sourceSchema } from "../schema/source.ts";
import { readYaml } from "../schema/yaml-file.ts";

/** docs/coverage.md against the library: what a row calls the home of an element must be there. */

const folder = fileURLToPath(new URL(".", import.meta.url));
const library = readdirSync(folder).flatMap((name) => (name.endsWith(".yaml") ? [sourceOf(name)] : []));
const homes = new Set(library.flatMap(homesIn));
const text = readFileSync(`${folder}/../../docs/coverage.md`, "utf8");
const table = readRows(text);

describe("the table of what the field asks for", () => {
	it("has every source, and each element once in it", () => {
		const sources = [...new Set(table.map(({ source }) => source))];
		expect(sources.map((source) => source.slice(0, 9))).toEqual([0, 1, 2, 3, 4].map((number) => `Quelle ${number}:`));
		// A source whose rows were lost would pass every other test.
		for (const source of sources) {
			const elements = table.filter((row) => row.source === source).map(({ element }) => element);
			expect(elements.length, source).toBeGreaterThan(20);
			expect(new Set(elements).size, source).toBe(elements.length);
		}
	});

	it("names only homes that the library has", () => {
		const named = table.flatMap(({ element, references }) => references.map((reference) => ({ element, reference })));
		expect(named.filter(({ reference }) => !homes.has(reference))).toEqual([]);
	});

	it("gives every element a home, or says why it has none", () => {
		const homeless = table.filter(
			({ references, home }) => references.length === 0 && !/Merkmal:|Fehlt noch:|^Kein Inhalt$/.test(home),
		);
		expect(homeless.map(({ element }) => element)).toEqual([]);
	});

	it("forgets nothing that is still missing", () => {
		const missing = table.flatMap(
			({ home }) => home.match(/(?<=fehlt noch: )[^;]+/i)?.map((text) => text.trim()) ?? [],
		);
		expect([...new Set(missing)].sort()).toEqual([]);
	});

	it("says which sheets no template uses", () => {
		const used = new Set(
			library.flatMap((source) =>
				source.kind === "template"
					? source.phases.flatMap(({ sheets }) => (sheets ?? []).map((use) => use.worksheet))
					: [],
			),
		);
		const unused = library.flatMap((source) =>
			source.kind === "worksheet" && !used.has(source.id) ? [source.id] : [],
		);
		const said = text.split("## Blätter außerhalb der Vorlagen")[1] ?? "";
		expect(unused).toEqual([...said.matchAll(/`([^`]+)`/g)].map(([, id]) => id));
	});
});

interface CoverageRow {
	source: string;
	element: string;
	home: string;
	/** What stands in backquotes. */
	references: string[];
}

function readRows(document: string): CoverageRow[] {
	let source = "";
	return document.split("\n").flatMap((line): CoverageRow[] => {
		if (line.startsWith("## ")) source = line.slice(3);
		const [, element, home] = /^\| (.+) \| (.+) \|$/.exec(line) ?? [];
		if (element === undefined || home === undefined || element === "Element") return [];
		return [{ source, element, home, references: [...home.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? "") }];
	});
}

function sourceOf(name: string): Source {
	const outcome = readYaml(name, readFileSync(`${folder}/${name}`, "utf8"));
	if (!outcome.ok) throw new Error(`${name} cannot be read`);
	return sourceSchema.parse(outcome.file.content);
}

/** Every home that a file of the library holds, in the notation of the table. */
function homesIn(source: Source): string[] {
	switch (source.kind) {
		case "worksheet":
			return [
				source.id,
				...(source.terms ?? []).map(({ id }) => `term:${source.id}/${id}`),
				...source.sections.flatMap(({ blocks }) =>
					blocks.flatMap((block) => withParts(`${source.id}/${block.id}`, block)),
				),
			];
		case "template":
			return [`template:${source.id}`, ...source.phases.map(({ id }) => `template:${source.id}/${id}`)];
		case "options":
			return withParts(`options:${source.id}`, source.options);
		case "dimensions":
			return source.presets.map(({ id }) => `dimensions:${id}`);
		case "scales":
		case "example":
			return [];
	}
}

/** A thing and whatever has an id inside it: rows, items, columns, options. */
function withParts(name: string, thing: object): string[] {
	return [
		name,
		...Object.values(thing)
			.flatMap(idsInside)
			.map((id) => `${name}#${id}`),
	];
}

function idsInside(value: unknown): string[] {
	if (typeof value !== "object" || value === null) return [];
	const own = "id" in value && typeof value.id === "string" ? [value.id] : [];
	return [...own, ...Object.values(value).flatMap(idsInside)];
}
