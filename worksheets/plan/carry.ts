import type * as Y from "yjs";
import { ACTION_COLUMNS, MOST_ACTIONS } from "../blocks/action-columns.ts";
import { SOURCE_KEY } from "../blocks/action-source.ts";
import type { ActionRow } from "../blocks/actions.ts";
import { nameOf } from "../blocks/block-type.ts";
import type { BlockOf } from "../blocks/definitions.ts";
import { insertRow, rowById } from "../blocks/rows.ts";
import { isOpen } from "./missing.ts";
import { markOf } from "./take.ts";

/** The measures that are neither done nor dropped: what the next meeting asks about. */
export function openMeasuresOf(rows: readonly ActionRow[]): ActionRow[] {
	return rows.filter(isOpen);
}

/**
 * Writes measures into the empty plan of another workshop, as they stand. A measure keeps its id, so that it can be
 * known again over many meetings, and says from which of them it is: `from` with the document that held it, unless an
 * earlier meeting had it already.
 */
export function carryInto(
	doc: Y.Doc,
	plan: BlockOf<"actions">,
	measures: readonly ActionRow[],
	from: { document: string; name: string },
): void {
	doc.transact(() => {
		const rows = doc.getArray(nameOf(plan.id));
		for (const { id, cells, source } of measures) {
			if (!insertRow(rows, ACTION_COLUMNS, id, MOST_ACTIONS, cells)) return;
			const wasCarried = source?.row === id;
			const carried = { document: from.document, row: id, name: from.name.slice(0, 300), said: markOf(cells) };
			rowById(rows, id)?.set(SOURCE_KEY, wasCarried ? source : carried);
		}
	});
}
