import type { Option, Row, Scale } from "./parts.ts";
import type { ContentPath } from "./problem.ts";
import type { Source, SourceAnswers, SourceBlock, SourceColumn } from "./source.ts";

/** What worksheets may call by name instead of writing it out. */
export interface Shelf {
	scales: ReadonlyMap<string, Scale>;
	options: ReadonlyMap<string, Option[]>;
	dimensions: ReadonlyMap<string, Row[]>;
}

/** Use of a name: which shelf it is on, and where in its block it stands. */
export interface Reference {
	shelf: keyof Shelf;
	name: string;
	at: ContentPath;
}

export function stockShelf(sources: readonly Source[]): Shelf {
	const scales = new Map<string, Scale>();
	const options = new Map<string, Option[]>();
	const dimensions = new Map<string, Row[]>();
	for (const source of sources) {
		if (source.kind === "scales") for (const scale of source.scales) scales.set(scale.id, scale);
		if (source.kind === "options") options.set(source.id, source.options);
		if (source.kind === "dimensions") for (const preset of source.presets) dimensions.set(preset.id, preset.dimensions);
	}
	return { scales, options, dimensions };
}

/** Every name a block uses. */
export function referencesOf(block: SourceBlock): Reference[] {
	switch (block.type) {
		case "choice":
		case "multi-choice":
		case "ranking":
			return named("options", block.options, ["options"]);
		case "scale":
			return named("scales", block.scale, ["scale"]);
		case "table":
		case "matrix":
			return block.columns.flatMap((column, index) => columnReferences(column, ["columns", index]));
		case "actor-map":
			return block.parts.flatMap(({ columns }, part) =>
				columns.flatMap((column, index) => columnReferences(column, ["parts", part, "columns", index])),
			);
		case "module-assessment":
			return [
				...named("dimensions", block.dimensions, ["dimensions"]),
				...named("scales", block.state, ["state"]),
				...named("options", block.outlooks, ["outlooks"]),
			];
		case "checklist":
			return answerReferences(block.answers, ["answers"]);
		case "rich-text":
		case "text":
		case "actions":
		case "decision":
		case "generated":
			return [];
	}
}

function answerReferences(answers: SourceAnswers, at: ContentPath): Reference[] {
	if (typeof answers === "string") return [];
	if ("scale" in answers) return named("scales", answers.scale, [...at, "scale"]);
	return named("options", answers.options, [...at, "options"]);
}

function columnReferences(column: SourceColumn, at: ContentPath): Reference[] {
	if (column.kind === "choice") return named("options", column.options, [...at, "options"]);
	if (column.kind === "scale") return named("scales", column.scale, [...at, "scale"]);
	return [];
}

function named(shelf: keyof Shelf, value: unknown, at: ContentPath): Reference[] {
	return typeof value === "string" ? [{ shelf, name: value, at }] : [];
}
