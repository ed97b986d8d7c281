import { NOTES } from "../contract/notes.ts";
import { SYNTHESIS } from "../contract/synthesis.ts";
import { exampleFaults } from "./check-actor-map.ts";
import { generatedOptionFaults } from "./check-generated.ts";
import { repeatedIds, scaleFaults } from "./check-lists.ts";
import { worksheetFaults } from "./check-worksheet.ts";
import type { ContentPath, Fault } from "./problem.ts";
import { referencesOf, stockShelf } from "./references.ts";
import type { Source, SourceWorksheet } from "./source.ts";
import type { Template } from "./template.ts";

/** What is wrong inside one file, whatever the others say. */
export function faultsInside(source: Source): Fault[] {
	switch (source.kind) {
		case "worksheet":
			return [...takenIds(source), ...worksheetFaults(source)];
		case "template":
			return [...repeatedIds(source.phases, ["phases"], "phase"), ...templateFaults(source)];
		case "scales":
			return source.scales.flatMap((scale, index) => scaleFaults(scale, ["scales", index]));
		case "options":
			return repeatedIds(source.options, ["options"], "option");
		case "dimensions":
			return source.presets.flatMap(({ dimensions }, index) =>
				repeatedIds(dimensions, ["presets", index, "dimensions"], "dimension"),
			);
		case "example":
			return [];
	}
}

/** The sheets that Arena brings along. */
const BUILT_IN: Readonly<Record<string, string>> = { [NOTES]: "private notes", [SYNTHESIS]: "the plenary's synthesis" };

function takenIds({ id }: SourceWorksheet): Fault[] {
	if (!Object.hasOwn(BUILT_IN, id)) return [];
	return [{ at: ["id"], reason: `"${id}" is the built-in sheet of ${BUILT_IN[id]}` }];
}

function templateFaults(template: Template): Fault[] {
	return template.phases.flatMap((phase, index): Fault[] => {
		const at = ["phases", index];
		const uses = phase.sheets.map(({ worksheet, scope }) => `${worksheet} ${scope}`);
		const twice = uses.findIndex((use, position) => uses.indexOf(use) !== position);
		return [
			...(phase.groups !== undefined && phase.kind !== "group"
				? [{ at: [...at, "groups"], reason: "only a phase of kind group has groups" }]
				: []),
			...(twice >= 0 ? [{ at: [...at, "sheets", twice], reason: "this phase has that sheet already" }] : []),
		];
	});
}

/**
 * What is wrong between files: ids given twice and names of nothing. Returns one list a source, in the same order.
 * Worth asking only when every file could be read; else each missing one would be reported over and over. `paths`: the
 * sources' files, in the same order.
 */
export function faultsBetween(sources: readonly Source[], paths: readonly string[]): Fault[][] {
	const shelf = stockShelf(sources);
	const worksheets = new Map<string, SourceWorksheet>();
	for (const source of sources) {
		// The first one keeps the id; the second is reported once and not blamed for what it lacks.
		if (source.kind === "worksheet" && !worksheets.has(source.id)) worksheets.set(source.id, source);
	}
	/** The file of each id. */
	const taken = new Map<string, string>();
	return sources.map((source, index): Fault[] => {
		const faults = idsGiven(source).flatMap(({ family, id, at }) => {
			const name = `${family} ${id}`;
			const holder = taken.get(name);
			if (holder !== undefined) return [{ at, reason: `${family} "${id}" exists already, in ${holder}` }];
			taken.set(name, paths[index] ?? "");
			return [];
		});
		if (source.kind === "template") faults.push(...namesOfNothing(source, worksheets));
		if (source.kind === "example" && !worksheets.has(source.worksheet)) {
			faults.push({ at: ["worksheet"], reason: unknownName(source.worksheet, worksheets.keys()) });
		}
		if (source.kind === "worksheet") {
			const blocks = source.sections.flatMap((section) => section.blocks);
			source.sections.forEach((section, sectionIndex) => {
				section.blocks.forEach((block, blockIndex) => {
					const here = ["sections", sectionIndex, "blocks", blockIndex];
					const options = generatedOptionFaults(block, blocks, ({ options }) =>
						typeof options === "string" ? shelf.options.get(options) : options,
					);
					faults.push(...options.map((fault) => ({ ...fault, at: [...here, ...fault.at] })));
					for (const reference of referencesOf(block)) {
						const known = shelf[reference.shelf];
						if (known.has(reference.name)) continue;
						faults.push({
							at: [...here, ...reference.at],
							reason: unknownName(reference.name, known.keys()),
						});
					}
					if (block.type === "actor-map") {
						faults.push(...exampleFaults(block, shelf, here));
					}
				});
			});
		}
		return faults;
	});
}

/** The ids by which other files, the API and stored workshops know what a file holds. */
function idsGiven(source: Source): { family: string; id: string; at: ContentPath }[] {
	switch (source.kind) {
		case "scales":
			return source.scales.map(({ id }, index) => ({ family: "scale", id, at: ["scales", index, "id"] }));
		case "dimensions":
			return source.presets.map(({ id }, index) => ({ family: "preset", id, at: ["presets", index, "id"] }));
		case "options":
		case "worksheet":
		case "template":
			return [{ family: source.kind, id: source.id, at: ["id"] }];
		case "example":
			return [{ family: "example of worksheet", id: source.worksheet, at: ["worksheet"] }];
	}
}

function namesOfNothing(template: Template, worksheets: ReadonlyMap<string, SourceWorksheet>): Fault[] {
	return template.phases.flatMap((phase, phaseIndex) =>
		phase.sheets.flatMap((use, sheetIndex): Fault[] => {
			const at = ["phases", phaseIndex, "sheets", sheetIndex];
			const worksheet = worksheets.get(use.worksheet);
			if (worksheet === undefined) {
				return [{ at: [...at, "worksheet"], reason: unknownName(use.worksheet, worksheets.keys()) }];
			}
			const known = worksheet.sections.map((section) => section.id);
			return (use.sections ?? []).flatMap((section, index) =>
				known.includes(section) ? [] : [{ at: [...at, "sections", index], reason: unknownName(section, known) }],
			);
		}),
	);
}

function unknownName(name: string, known: Iterable<string>): string {
	const possible = [...known];
	return possible.length === 0 ? `"${name}" is unknown` : `"${name}" is unknown; there are: ${possible.join(", ")}`;
}
