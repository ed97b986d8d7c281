import * as Y from "yjs";
import type { z } from "zod";
import type { Column } from "../schema/parts.ts";
import type { rowSchema } from "./answers.ts";
import { type Cell, type Cells, isEmptyCell, isTextColumn, readValue } from "./cells.ts";
import { stringOf } from "./y-types.ts";

/**
 * Rows that people add and remove: the shape that tables, actions and actor maps share.
 *
 * Stored: a `Y.Array` of `Y.Map` `{ id, [column]: Y.Text (text, person) | string | number, removed?: true }`. Whoever
 * adds a row makes all its texts with it, so that two people can start the same empty cell at once. A removed row
 * stays, marked, until the next one is removed: undo gives back exactly what others may meanwhile have typed into it.
 */
export type Row = z.infer<typeof rowSchema>;

/** The key that takes a row out of sight. */
export const REMOVED = "removed";

/** What nobody could fill in by hand; more is not read. */
const MOST_ROWS = 1_000;

/** The rows that are shown. An id that occurs again (or is none) is told apart by `~2`, `~3`. */
export function readRows(array: Y.Array<unknown> | null, columns: readonly Column[]): Row[] {
	return mapRows(array, (id, row) => ({ id, cells: readCells(row, columns) }));
}

/** What `read` makes of the rows that are shown. */
export function mapRows<Value>(
	array: Y.Array<unknown> | null,
	read: (id: string, row: Y.Map<unknown>) => Value,
): Value[] {
	if (array === null) return [];
	return keyedRows(array)
		.filter(({ row }) => row.get(REMOVED) !== true)
		.slice(0, MOST_ROWS)
		.map(({ id, row }) => read(id, row));
}

export function readCells(row: Y.Map<unknown>, columns: readonly Column[]): Cells {
	return Object.fromEntries(columns.map((column) => [column.id, readCell(column, row.get(column.id))]));
}

function readCell(column: Column, value: unknown): Cell {
	if (!isTextColumn(column)) return readValue(column, value);
	return value instanceof Y.Text ? value.toString() : stringOf(value);
}

export function hasEntries(rows: readonly Row[]): boolean {
	return rows.some((row) => Object.values(row.cells).some((cell) => !isEmptyCell(cell)));
}

/** Adds a row at the end; false, and nothing written, when the table is full. `preset` fills cells. */
export function insertRow(
	array: Y.Array<unknown>,
	columns: readonly Column[],
	rowId: string,
	maxRows: number,
	preset: Readonly<Cells> = {},
): boolean {
	if (readRows(array, []).length >= maxRows) return false;
	const row = new Y.Map<unknown>();
	row.set("id", rowId);
	for (const column of columns) {
		const value = preset[column.id] ?? null;
		if (isTextColumn(column)) row.set(column.id, new Y.Text(value === null ? "" : String(value)));
		else if (value !== null) row.set(column.id, value);
	}
	array.push([row]);
	return true;
}

/** Marks a row as removed and lets go of those removed before it. */
export function markRemoved(array: Y.Array<unknown>, rowId: string): void {
	const target = rowById(array, rowId);
	if (target === null || target.get(REMOVED) === true) return;
	for (let index = array.length - 1; index >= 0; index -= 1) {
		const entry = array.get(index);
		if (entry instanceof Y.Map && entry.get(REMOVED) === true) array.delete(index);
	}
	target.set(REMOVED, true);
}

/** Undoes `markRemoved`; false when the row is gone for good. */
export function unmarkRemoved(array: Y.Array<unknown>, rowId: string): boolean {
	const row = rowById(array, rowId);
	if (row === null) return false;
	if (row.has(REMOVED)) row.delete(REMOVED);
	return true;
}

export function rowById(array: Y.Array<unknown>, rowId: string): Y.Map<unknown> | null {
	return keyedRows(array).find(({ id }) => id === rowId)?.row ?? null;
}

function keyedRows(array: Y.Array<unknown>): { id: string; row: Y.Map<unknown> }[] {
	const seen = new Map<string, number>();
	const rows: { id: string; row: Y.Map<unknown> }[] = [];
	for (const row of array.toArray()) {
		if (!(row instanceof Y.Map)) continue;
		const id = stringOf(row.get("id")).slice(0, 64);
		const count = (seen.get(id) ?? 0) + 1;
		seen.set(id, count);
		rows.push({ id: count === 1 && id !== "" ? id : `${id}~${count}`, row });
	}
	return rows;
}
