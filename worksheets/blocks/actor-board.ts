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

/** The places of a quarter, from its upper left to its lower right: a list for each of its lines. */
export function placesOf(block: Definition, quadrant: Quadrant): Place[][] {
	const half = (axis: Axis) => {
		const { scale } = axisColumn(block, axis);
		const high = quadrant === "both" || quadrant === axis;
		return scale.points.map(({ value }) => value).filter((value) => isHigh(scale, value) === high);
	};
	const across = half("across");
	return half("up")
		.reverse()
		.map((up) => across.map((value) => ({ across: value, up })));
}

export type Direction = "up" | "down" | "left" | "right";

/** Where a step takes a row: one point along an axis, never off the board. A missing rating begins at the lowest. */
export function stepFrom(block: Definition, row: Row, direction: Direction): Place {
	const axis: Axis = direction === "up" || direction === "down" ? "up" : "across";
	const by = direction === "up" || direction === "right" ? 1 : -1;
	const step = (moved: Axis) => {
		const values = axisColumn(block, moved).scale.points.map(({ value }) => value);
		const at = values.indexOf(Number(row.cells[block.axes[moved]] ?? Number.NaN));
		const next = at + (moved === axis && at >= 0 ? by : 0);
		return values[Math.min(values.length - 1, Math.max(0, next))] ?? 0;
	};
	return { across: step("across"), up: step("up") };
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
