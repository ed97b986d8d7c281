import * as Y from "yjs";
import * as z from "zod/mini";
import { idSchema } from "../contract/ids.ts";
import { ACTION_COLUMNS, MOST_ACTIONS } from "./action-columns.ts";
import { nameOf } from "./block-type.ts";
import { type Cells, isEmptyCell } from "./cells.ts";
import type { BlockOf } from "./definitions.ts";
import { insertRow, rowById } from "./rows.ts";

/**
 * Where a row of the plan was taken from.
 *
 * Stored: in the row under the key `source`, a plain object `{ document, row, name, said }`: the ids of the document and
 * of the row in it; in words whose sheet it was („Gruppe B: Stand und Perspektiven“), because not everybody who reads
 * the plan may open that sheet; and the mark (`markOf`) of what the step said when it was taken or last looked at.
 */
const sourceSchema = z.object({
	document: idSchema,
	row: z.string().check(z.minLength(1), z.maxLength(80)),
	name: z.string().check(z.maxLength(300)),
	said: z.string().check(z.maxLength(40)),
});
export type ActionSource = z.infer<typeof sourceSchema>;

const KEY = "source";

/** Null for a row that was entered in the plan itself, or whose source nobody can make sense of. */
export function readSource(row: Y.Map<unknown>): ActionSource | null {
	const parsed = sourceSchema.safeParse(row.get(KEY));
	return parsed.success ? parsed.data : null;
}

/** Copies a step into the plan; false, and nothing written, when the plan is full. `rowId` is a random one. */
export function takeStep(
	doc: Y.Doc,
	plan: BlockOf<"actions">,
	item: string | undefined,
	rowId: string,
	step: { cells: Readonly<Cells>; source: ActionSource },
): boolean {
	return doc.transact(() => {
		const rows = doc.getArray(nameOf(plan.id, item));
		if (!insertRow(rows, ACTION_COLUMNS, rowId, MOST_ACTIONS, step.cells)) return false;
		rowById(rows, rowId)?.set(KEY, { ...step.source, name: step.source.name.slice(0, 300) });
		return true;
	});
}

/** Notes that somebody has seen what a step says at its source by now. Does nothing when the row is gone. */
export function noteSeen(
	doc: Y.Doc,
	plan: BlockOf<"actions">,
	item: string | undefined,
	rowId: string,
	said: string,
): void {
	doc.transact(() => {
		const row = rowById(doc.getArray(nameOf(plan.id, item)), rowId);
		const source = row && readSource(row);
		if (row && source && source.said !== said) row.set(KEY, { ...source, said });
	});
}

/** Gives a row of a former version the text that it lacks, so that people can write in it. */
export function addMissingText(
	doc: Y.Doc,
	block: BlockOf<"actions">,
	item: string | undefined,
	rowId: string,
	columnId: string,
): void {
	doc.transact(() => {
		const row = rowById(doc.getArray(nameOf(block.id, item)), rowId);
		if (row !== null && !row.has(columnId)) row.set(columnId, new Y.Text());
	});
}

/** The same for the same step, another one as soon as any of its cells says something else. */
export function markOf(cells: Readonly<Cells>): string {
	const said = ACTION_COLUMNS.map(({ id }) => {
		const cell = cells[id];
		return isEmptyCell(cell) ? "" : String(cell).trim();
	});
	return hash(JSON.stringify(said));
}

/** FNV-1a, twice with other beginnings: 64 bits that any machine finds the same. */
function hash(text: string): string {
	return [0x811c9dc5, 0x1b873593]
		.map((start) => {
			let state = start;
			for (let index = 0; index < text.length; index += 1) {
				state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
			}
			return (state >>> 0).toString(16).padStart(8, "0");
		})
		.join("");
}
