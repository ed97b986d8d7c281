import { type Earlier, earlierBlock, notEarlier } from "./check-earlier.ts";
import { leanColumns, namedMatrix, ratedColumn } from "./generated-sources.ts";
import type { Option, Scale } from "./parts.ts";
import type { ContentPath, Fault } from "./problem.ts";
import type { SourceBlock, SourceGenerated } from "./source.ts";

type View<Name extends SourceGenerated["view"]> = Extract<SourceGenerated, { view: Name }>;

/** What is wrong with the blocks a generated one is made of: they stand above it, and hold what it reads. */
export function generatedFaults(block: SourceGenerated, earlier: Earlier, at: ContentPath): Fault[] {
	switch (block.view) {
		case "profile":
			return profileFaults(block, earlier, at);
		case "format-suggestion":
			return suggestionFaults(block, earlier, at);
		case "lean-structure":
			return leanFaults(block, earlier, at);
	}
}

function profileFaults(block: View<"profile">, earlier: Earlier, at: ContentPath): Fault[] {
	let first: string | null = null;
	return block.of.flatMap((entry, index): Fault[] => {
		const here = [...at, "of", index];
		const { block: id } = namedMatrix(entry);
		const matrix = earlierBlock(earlier, "matrix", id);
		if (matrix === undefined) return [notEarlier(earlier, "matrix", id, here)];
		const column = ratedColumn(matrix, block.column);
		if (column === undefined) {
			const wanted = block.column === undefined ? "with a scale" : `"${block.column}" with a scale`;
			return [{ at: here, reason: `"${id}" has no column ${wanted}` }];
		}
		const scale = scaleKey(column.scale);
		first ??= scale;
		return scale === first ? [] : [{ at: here, reason: `"${id}" is rated on another scale than the first` }];
	});
}

function scaleKey(scale: string | Scale): string {
	return typeof scale === "string" ? scale : JSON.stringify(scale);
}

function suggestionFaults(block: View<"format-suggestion">, earlier: Earlier, at: ContentPath): Fault[] {
	const [id] = block.of;
	const seen = new Set<string>();
	const twice = block.suggestions.flatMap(({ when }, index): Fault[] => {
		if (!seen.has(when)) {
			seen.add(when);
			return [];
		}
		return [{ at: [...at, "suggestions", index, "when"], reason: `there is a suggestion for "${when}" already` }];
	});
	const choice = earlierBlock(earlier, "choice", id);
	return [...twice, ...(choice === undefined ? [notEarlier(earlier, "choice", id, [...at, "of", 0])] : [])];
}

/** What a choice offers, or nothing where it names a list that is unknown. */
type OptionsOf = (choice: { options: string | readonly Option[] }) => readonly Option[] | undefined;

/** Options that a generated block asks for and that the choice it looks at does not have. */
export function generatedOptionFaults(
	block: SourceBlock,
	blocks: readonly SourceBlock[],
	optionsOf: OptionsOf,
): Fault[] {
	if (block.type !== "generated") return [];
	switch (block.view) {
		case "profile":
			return [];
		case "format-suggestion":
			return goalFaults(block, blocks, optionsOf);
		case "lean-structure":
			return whenNeededFaults(block, blocks, optionsOf);
	}
}

function whenNeededFaults(
	{ whenNeeded, of }: View<"lean-structure">,
	blocks: readonly SourceBlock[],
	optionsOf: OptionsOf,
): Fault[] {
	const bodies = blocks.find(({ id }) => id === of[1]);
	if (whenNeeded === undefined || bodies?.type !== "table") return [];
	const choices = bodies.columns.filter((column) => column.kind === "choice");
	const choice = choices.find(({ id }) => id === whenNeeded.column);
	if (choice === undefined) {
		const known = choices.map(({ id }) => id).join(", ");
		const reason = `"${whenNeeded.column}" is no column of "${bodies.id}" with a choice; there are: ${known}`;
		return [{ at: ["whenNeeded", "column"], reason }];
	}
	const known = optionsOf(choice)?.map(({ id }) => id);
	if (known === undefined || known.includes(whenNeeded.option)) return [];
	const reason = `"${whenNeeded.option}" is unknown; there are: ${known.join(", ")}`;
	return [{ at: ["whenNeeded", "option"], reason }];
}

function goalFaults(block: View<"format-suggestion">, blocks: readonly SourceBlock[], optionsOf: OptionsOf): Fault[] {
	const [id] = block.of;
	const choice = blocks.find((candidate) => candidate.id === id);
	const options = choice?.type === "choice" ? optionsOf(choice) : undefined;
	if (options === undefined) return [];
	const known = options.map((option) => option.id);
	return block.suggestions.flatMap(({ when }, index) =>
		known.includes(when)
			? []
			: [{ at: ["suggestions", index, "when"], reason: `"${when}" is unknown; there are: ${known.join(", ")}` }],
	);
}

function leanFaults(block: View<"lean-structure">, earlier: Earlier, at: ContentPath): Fault[] {
	const [partsId, bodiesId] = block.of;
	const faults: Fault[] = [];
	const parts = earlierBlock(earlier, "checklist", partsId);
	if (parts === undefined) faults.push(notEarlier(earlier, "checklist", partsId, [...at, "of", 0]));
	else if (parts.answers !== "yes-partly-no") {
		faults.push({ at: [...at, "of", 0], reason: `"${partsId}" is not answered with yes, partly or no` });
	}
	const bodies = earlierBlock(earlier, "table", bodiesId);
	if (bodies === undefined) return [...faults, notEarlier(earlier, "table", bodiesId, [...at, "of", 1])];
	const known = bodies.columns.map(({ id }) => id);
	for (const [role, id] of Object.entries(block.columns)) {
		if (id === undefined || known.includes(id)) continue;
		faults.push({
			at: [...at, "columns", role],
			reason: `"${id}" is no column of "${bodiesId}"; there are: ${known.join(", ")}`,
		});
	}
	if (faults.length === 0 && leanColumns(block, bodies) === null) {
		const reason = `"${bodiesId}" has no column "name", and none is named in columns`;
		faults.push({ at: [...at, "of", 1], reason });
	}
	return faults;
}
