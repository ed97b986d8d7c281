import { exampleFaults } from "../examples/example.ts";
import { faultsBetween, faultsInside } from "./check-library.ts";
import { textFaults } from "./check-texts.ts";
import { type Example, exampleSchema } from "./example.ts";
import { faultsOf, type LibraryProblem } from "./problem.ts";
import { stockShelf } from "./references.ts";
import { resolveWorksheet } from "./resolve.ts";
import { type DimensionPreset, type Source, sourceSchema } from "./source.ts";
import { type Template, templateMinutes } from "./template.ts";
import type { Worksheet } from "./worksheet.ts";
import { readYaml, type YamlFile } from "./yaml-file.ts";

/** Everything a workshop can be made of; checked, resolved, every text in every language. */
export interface Library {
	/** The longest first, of equally long ones that with more phases: what holds most is what people are offered first. */
	templates: readonly Template[];
	worksheets: readonly Worksheet[];
	/** What structure modules may be assessed by, for a workshop to choose from. */
	dimensionPresets: readonly DimensionPreset[];
	template(id: string): Template | undefined;
	worksheet(id: string): Worksheet | undefined;
	/** The worksheet as a group might fill it in; checked against it. */
	example(worksheetId: string): Example | undefined;
}

/** `path` is only repeated in problems; nothing is read from it. */
export interface LibraryFile {
	path: string;
	text: string;
}

export type LibraryOutcome = { ok: true; value: Library } | { ok: false; problems: LibraryProblem[] };

interface ReadFile {
	yaml: YamlFile;
	source: Source;
}

/**
 * Makes the library out of its YAML files, or says everything that is wrong with them: each problem names file, line
 * and reason. Problems between files are looked for once every file by itself is sound, those of examples last.
 */
export function loadLibrary(files: readonly LibraryFile[]): LibraryOutcome {
	const problems: LibraryProblem[] = [];
	const read: ReadFile[] = [];
	for (const file of files) {
		const outcome = readFile(file);
		if ("problems" in outcome) problems.push(...outcome.problems);
		else read.push(outcome);
	}
	if (problems.length > 0) return { ok: false, problems };

	const sources = read.map(({ source }) => source);
	const paths = files.map(({ path }) => path);
	faultsBetween(sources, paths).forEach((faults, index) => {
		const yaml = read[index]?.yaml;
		if (yaml !== undefined) problems.push(...faults.map(yaml.problem));
	});
	if (problems.length > 0) return { ok: false, problems };

	const library = assemble(sources);
	for (const { yaml, source } of read) {
		const worksheet = source.kind === "example" ? library.worksheet(source.worksheet) : undefined;
		if (source.kind !== "example" || worksheet === undefined) continue;
		problems.push(...exampleFaults(source, worksheet).map(yaml.problem));
	}
	return problems.length > 0 ? { ok: false, problems } : { ok: true, value: library };
}

/**
 * Everything that could be better about the files, in the order in which they stand there: what keeps the library from
 * loading, and texts that are hard to read.
 */
export function checkLibrary(files: readonly LibraryFile[]): LibraryProblem[] {
	const outcome = loadLibrary(files);
	const problems = outcome.ok ? [] : outcome.problems;
	const texts = files.flatMap(({ path, text }) => {
		const read = readYaml(path, text);
		// An example is what people answered: nobody measures that.
		if (!read.ok || exampleSchema.safeParse(read.file.content).success) return [];
		return textFaults(read.file.content).map(read.file.problem);
	});
	const order = new Map(files.map(({ path }, index) => [path, index]));
	const place = ({ path }: LibraryProblem) => order.get(path) ?? 0;
	return [...problems, ...texts].sort((one, other) => place(one) - place(other) || one.line - other.line);
}

function readFile({ path, text }: LibraryFile): ReadFile | { problems: LibraryProblem[] } {
	const outcome = readYaml(path, text);
	if (!outcome.ok) return outcome;
	const yaml = outcome.file;
	const parsed = sourceSchema.safeParse(yaml.content);
	if (!parsed.success) return { problems: faultsOf(parsed.error.issues).map(yaml.problem) };
	const faults = faultsInside(parsed.data);
	if (faults.length > 0) return { problems: faults.map(yaml.problem) };
	return { yaml, source: parsed.data };
}

function assemble(sources: readonly Source[]): Library {
	const shelf = stockShelf(sources);
	const templates = sources
		.flatMap((source) => (source.kind === "template" ? [source] : []))
		.sort((one, other) => templateMinutes(other) - templateMinutes(one) || other.phases.length - one.phases.length);
	const worksheets = sources.flatMap((source) =>
		source.kind === "worksheet" ? [resolveWorksheet(source, shelf)] : [],
	);
	const examples = new Map(
		sources.flatMap((source) => (source.kind === "example" ? [[source.worksheet, source] as const] : [])),
	);
	const templatesById = new Map(templates.map((template) => [template.id, template]));
	const worksheetsById = new Map(worksheets.map((worksheet) => [worksheet.id, worksheet]));
	return {
		templates,
		worksheets,
		dimensionPresets: sources.flatMap((source) => (source.kind === "dimensions" ? source.presets : [])),
		template: (id) => templatesById.get(id),
		worksheet: (id) => worksheetsById.get(id),
		example: (id) => examples.get(id),
	};
}
