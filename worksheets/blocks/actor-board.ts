import type * as Y from "yjs";
import { type Axis, axisColumn, isHigh } from "./actor-columns.ts";
import { nameOf } from "./block-type.ts";
import type { BlockOf } from "./definitions.ts";
import { type Row, rowById } from "./rows.ts";
import { setKey } from "./y-types.ts";

/** Where actors stand on the board. A place is nothing stored of its own: it is what a row's two axes are rated. */
type Definition = BlockOf<"actor-map">;

/** Points of the two scales. */
export type Place = Record<Axis, number>;
export type Quadrant = keyof Definition["quadrants"];

/** Most important first: the order in which a list goes through the board. */
export const QUADRANTS: readonly Quadrant[] = ["both", "up", "across", "neither"];

/** Null while one of the two ratings is missing or „weiß nicht“. */
export function placeOf(block: Definition, row: Row): Place | null {
	const across = row.cells[block.axes.across];
	const up = row.cells[block.axes.up];
	return typeof across === "number" && typeof up === "number" ? { across, up } : null;
}

export function quadrantOf(block: Definition, { across, up }: Place): Quadrant {
	const highAcross = isHigh(axisColumn(block, "across").scale, across);
	const highUp = isHigh(axisColumn(block, "up").scale, up);
	if (highAcross) return highUp ? "both" : "across";
	return highUp ? "up" : "neither";
}

/** Puts a row on a place of the board; null takes it off. Does nothing when the row is gone. */
export function setPlace(
	doc: Y.Doc,
	block: Definition,
	item: string | undefined,
	rowId: string,
	place: Place | null,
): void {
	doc.transact(() => {
		const row = rowById(doc.getArray(nameOf(block.id, item)), rowId);
		if (row === null) return;
		setKey(row, block.axes.across, place?.across ?? null);
		setKey(row, block.axes.up, place?.up ?? null);
	});
}
