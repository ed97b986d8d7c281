import type { Language } from "../contract/languages.ts";
import { withoutSoftHyphens } from "../report/soft-hyphens.ts";
import type { Column, Scale } from "../schema/parts.ts";
import type { Cells } from "./cells.ts";
import type { BlockOf } from "./definitions.ts";
import type { Row } from "./rows.ts";

/** What an actor map's definition says about its columns. */
type Definition = BlockOf<"actor-map">;
export type ActorExample = NonNullable<Definition["examples"]>[number];
export type ActorPart = Definition["parts"][number];
export type Axis = keyof Definition["axes"];
export type AxisColumn = Extract<Column, { kind: "scale" }>;

/** The columns of all parts, in order. */
export function columnsOf(block: Definition): Column[] {
	return block.parts.flatMap((part) => part.columns);
}

/** What a row is called, in one line; empty while it has no name. */
export function actorName(block: Definition, row: Row): string {
	return String(row.cells[nameColumn(block)?.id ?? ""] ?? "")
		.replace(/\s+/g, " ")
		.trim();
}

/** The column that names a row. */
export function nameColumn(block: Definition): Column | undefined {
	return block.parts[0]?.columns[0];
}

/** The rating that places a row along an axis; the loader has checked that it is there. */
export function axisColumn(block: Definition, axis: Axis): AxisColumn {
	const column = columnsOf(block).find(({ id }) => id === block.axes[axis]);
	if (column?.kind !== "scale") throw new Error(`unchecked axis ${block.axes[axis]}`);
	return column;
}

/** The lower half of a scale, by the places of its points; the middle of an odd scale counts as low. */
export function isHigh(scale: Scale, value: number): boolean {
	return scale.points.findIndex((point) => point.value === value) >= scale.points.length / 2;
}

/**
 * A part without what is rated, for people outside the group. The first part says who somebody is; ratings are its
 * scales and yes-partly-no columns, and all that stands in later parts.
 */
export function withoutRatings(part: ActorPart, index: number): Column[] {
	return index > 0 ? [] : part.columns.filter(({ kind }) => kind !== "scale" && kind !== "yes-partly-no");
}

/** An example of the definition as the cells of a row. What was a label becomes people's text: without soft hyphens. */
export function exampleCells(example: ActorExample, language: Language): Cells {
	const said = withoutSoftHyphens(example);
	return Object.fromEntries(
		Object.entries(said).map(([column, value]) => [column, typeof value === "object" ? value[language] : value]),
	);
}
