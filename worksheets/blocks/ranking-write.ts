import type * as Y from "yjs";
import { between } from "./between.ts";
import { nameOf } from "./block-type.ts";
import type { BlockOf } from "./definitions.ts";
import { isOwnId, ownId } from "./own-entries.ts";
import { OWN_LABEL, placedOrder } from "./ranking.ts";
import { setKey } from "./y-types.ts";

type Definition = BlockOf<"ranking">;

/**
 * Gives an option or own entry the place `position` (0 is the first) and moves the others down. Only its own order is
 * written where a number between its neighbours' is left, so that two people moving different entries do not disturb
 * each other.
 */
export function place(doc: Y.Doc, block: Definition, item: string | undefined, id: string, position: number): void {
	doc.transact(() => {
		const map = doc.getMap(nameOf(block.id, item));
		const others = placedOrder(map, block).filter((entry) => entry.id !== id);
		const index = Math.max(0, Math.min(Math.trunc(position), others.length));
		const before = others[index - 1]?.order;
		const after = others[index]?.order;
		const order = between(before, after);
		if (order !== null) {
			setKey(map, id, order);
			return;
		}
		const ids = others.map((entry) => entry.id);
		ids.splice(index, 0, id);
		for (const [rank, entry] of ids.entries()) setKey(map, entry, rank + 1);
	});
}

/** Takes the place away; an own entry's label stays, so that it can be placed again. */
export function unplace(doc: Y.Doc, block: Definition, item: string | undefined, id: string): void {
	doc.transact(() => setKey(doc.getMap(nameOf(block.id, item)), id, null));
}

/** Adds an own entry, or renames it, without a place; `id` is a random one, with or without `own-`. Returns its full id. */
export function setOwnEntry(
	doc: Y.Doc,
	block: Definition,
	item: string | undefined,
	id: string,
	label: string,
): string {
	const own = isOwnId(id) ? id : ownId(id);
	doc.transact(() => setKey(doc.getMap(nameOf(block.id, item)), `${OWN_LABEL}${own}`, label));
	return own;
}

/** Takes an own entry away for good, label and place. Texts written about it stay in the document and in reports. */
export function removeOwnEntry(doc: Y.Doc, block: Definition, item: string | undefined, id: string): void {
	if (!isOwnId(id)) return;
	doc.transact(() => {
		const map = doc.getMap(nameOf(block.id, item));
		setKey(map, id, null);
		setKey(map, `${OWN_LABEL}${id}`, null);
	});
}
