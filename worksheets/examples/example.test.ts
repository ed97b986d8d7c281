import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../contract/languages.ts";
import { readWorksheet } from "../document/read.ts";
import { toMarkdown } from "../report/markdown.ts";
import { reportWorksheet } from "../report/worksheet-report.ts";
import { loadLibrary } from "../schema/load.ts";
import { exampleDocument } from "./example.ts";

const folder = fileURLToPath(new URL("../library", import.meta.url));
const files = ["", "/examples"].flatMap((below) =>
	readdirSync(`${folder}${below}`)
		.filter((name) => name.endsWith(".yaml"))
		.map((name) => ({ path: `${below}/${name}`, text: readFileSync(`${folder}${below}/${name}`, "utf8") })),
);

function load(changed: (path: string, text: string) => string = (_, text) => text) {
	return loadLibrary(files.map(({ path, text }) => ({ path, text: changed(path, text) })));
}

const outcome = load();
if (!outcome.ok)
	throw new Error(outcome.problems.map(({ path, line, reason }) => `${path}:${line}: ${reason}`).join("\n"));
const library = outcome.value;

function filled(id: string, language: (typeof LANGUAGES)[number]) {
	const worksheet = library.worksheet(id);
	const example = library.example(id);
	if (worksheet === undefined || example === undefined) throw new Error(`no example of ${id}`);
	return readWorksheet(exampleDocument(worksheet, example, language), worksheet);
}

describe("the library's examples", () => {
	it("are there for every worksheet", () => {
		expect(library.worksheets.filter(({ id }) => library.example(id) === undefined).map(({ id }) => id)).toEqual([]);
	});

	it.each(library.worksheets.map(({ id }) => id))("leave no question of %s empty, in either language", (id) => {
		for (const language of LANGUAGES) {
			const questions = filled(id, language).sections.flatMap(({ blocks }) => blocks);
			expect(questions.filter(({ answers }) => answers.length === 0).map(({ definition }) => definition.id)).toEqual(
				[],
			);
			const empty = questions.flatMap(({ answers }) => answers.filter((answer) => answer.empty));
			expect(empty.map(({ name }) => name)).toEqual([]);
		}
	});

	it.each(library.worksheets.map(({ id }) => id))(
		"say in %s what they say, in the language that is asked for",
		(id) => {
			const [german, english] = LANGUAGES.map((language) => textsOf(library.example(id)?.answers, language));
			const [inGerman, inEnglish] = LANGUAGES.map((language) =>
				toMarkdown(reportWorksheet(filled(id, language), language, { headingLevel: 1 })),
			);
			const words = (text: string | undefined) => (text ?? "").replace(/[^\p{L}\p{N}]+/gu, " ");
			for (const text of german ?? []) expect(words(inGerman)).toContain(words(text).trim());
			for (const text of english ?? []) expect(words(inEnglish)).toContain(words(text).trim());
		},
	);

	it("have German quotation marks and no exclamation marks", () => {
		const texts = library.worksheets.flatMap(({ id }) => textsOf(library.example(id)?.answers, "de"));
		expect(texts.length).toBeGreaterThan(200);
		expect(texts.filter((text) => /[!"]/.test(text))).toEqual([]);
	});
});

describe("an example that does not fit its worksheet", () => {
	const PATH = "/examples/network-check.yaml";
	const broken = (from: string | RegExp, to: string) =>
		load((path, text) => (path === PATH ? text.replace(from, to) : text));

	it.each([
		["unknown block", /^ {2}network:/m, "  nothing:", 'answers: "nothing" is no block of this worksheet'],
		["unknown row", "    goals:", "    gaols:", 'answers.check: unknown key "gaols"'],
		["unknown column", "      rating: 3", "      mark: 3", 'answers.check.goals: unknown key "mark"'],
		["point that the scale has not", "rating: 3", "rating: 7", "answers.check.goals.rating: "],
		["day that is none", "next-check: 2027-11-25", "next-check: 2027-13-25", "answers.next-check: wanted here: a date"],
		["text in one language only", /^ {8}en: On time, prepared\n/m, "", "answers.check.rules.evidence.en: "],
	])("is refused with file and line: %s", (_, from, to, reason) => {
		const found = broken(from, to);
		const problem = found.ok ? undefined : found.problems[0];
		expect(problem?.path).toBe(PATH);
		expect(problem?.line).toBeGreaterThan(4);
		expect(problem?.reason).toContain(reason);
	});

	it("is refused where nobody has such a worksheet, or it has one already", () => {
		const unknown = broken("worksheet: network-check", "worksheet: network-chequers");
		expect(unknown.ok ? "" : unknown.problems[0]?.reason).toMatch(/^worksheet: "network-chequers" is unknown/);
		const twice = broken("worksheet: network-check", "worksheet: must-want-can");
		expect(twice.ok ? "" : twice.problems[0]?.reason).toMatch(/exists already/);
	});
});

/** Every text of an example in one language, line by line as prose is written. */
function textsOf(value: unknown, language: (typeof LANGUAGES)[number]): string[] {
	if (typeof value !== "object" || value === null) return [];
	if (language in value) {
		const text: unknown = Object.getOwnPropertyDescriptor(value, language)?.value;
		return typeof text === "string" ? text.split("\n").filter((line) => line.trim() !== "") : [];
	}
	return Object.values(value).flatMap((part) => textsOf(part, language));
}
