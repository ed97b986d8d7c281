import type * as Y from "yjs";
import { z } from "zod";
import { type Cell, type Cells, YES_PARTLY_NO } from "../blocks/cells.ts";
import { localizedSchema } from "../contract/language-schemas.ts";
import type { Language } from "../contract/languages.ts";
import type { Column, Option, Scale } from "../schema/parts.ts";

/**
 * How the example of one block is written down in YAML, and how it comes into a document. `write` throws where the
 * schema would refuse; both are made from the block's definition, so that an example can only name what there is.
 */
export interface Filling {
	schema: z.core.$ZodType;
	write(doc: Y.Doc, item: string | undefined, value: unknown, language: Language): void;
}

export function filling<Value>(
	schema: z.core.$ZodType<Value>,
	write: (doc: Y.Doc, item: string | undefined, value: Value, language: Language) => void,
): Filling {
	return {
		schema,
		write: (doc, item, value, language) => write(doc, item, z.parse(schema, value), language),
	};
}

export const day = z.iso.date("wanted here: a date, YYYY-MM-DD");

export function optionId(options: readonly Option[]) {
	return z.literal(options.map(({ id }) => id));
}

export function pointOf(scale: Scale) {
	return z.literal([...scale.points.map(({ value }) => value), "unknown" as const]);
}

type ExampleCells = z.output<ReturnType<typeof cellsSchema>>;

/** A row of a table: any of its columns, texts in both languages. */
export function cellsSchema(columns: readonly Column[]) {
	return z.strictObject(Object.fromEntries(columns.map((column) => [column.id, z.optional(cellSchema(column))])));
}

function cellSchema(column: Column) {
	switch (column.kind) {
		case "text":
		case "person":
			return localizedSchema;
		case "date":
			return day;
		case "yes-partly-no":
			return z.enum(YES_PARTLY_NO);
		case "choice":
			return optionId(column.options);
		case "scale":
			return pointOf(column.scale);
	}
}

/** The cells of a row in one language. */
export function cellsIn(cells: ExampleCells, language: Language): Cells {
	const filled = Object.entries(cells).flatMap(([id, cell]): [string, Cell][] => {
		if (cell === undefined) return [];
		return [[id, typeof cell === "object" ? cell[language] : cell]];
	});
	return Object.fromEntries(filled);
}
