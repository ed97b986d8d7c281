import type * as Y from "yjs";
import { ACTION_COLUMNS, MOST_ACTIONS } from "../blocks/action-columns.ts";
import { type ActionSource, readSource, SOURCE_KEY } from "../blocks/action-source.ts";
import { nameOf } from "../blocks/block-type.ts";
import { type Cells, isEmptyCell } from "../blocks/cells.ts";
import type { BlockOf } from "../blocks/definitions.ts";
import { insertRow, rowById } from "../blocks/rows.ts";
import { fingerprint } from "../fingerprint.ts";

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
		rowById(rows, rowId)?.set(SOURCE_KEY, { ...step.source, name: step.source.name.slice(0, 300) });
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
		if (row && source && source.said !== said) row.set(SOURCE_KEY, { ...source, said });
	});
}

/**
 * The same for the same step, another one as soon as any of its cells says something else. Marks are stored: a column
 * that came after the first marks counts only where it says something.
 */
export function markOf(cells: Readonly<Cells>): string {
	const said = ACTION_COLUMNS.map(({ id }) => {
		const cell = cells[id];
		return isEmptyCell(cell) ? "" : String(cell).trim();
	});
	while (said.length > FIRST_MARKED && said.at(-1) === "") said.pop();
	return fingerprint(JSON.stringify(said));
}

/** How many columns there were when the first marks were stored. */
const FIRST_MARKED = 10;
