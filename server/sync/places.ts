import * as Y from "yjs";
import { integrateReady } from "./ready.ts";
import type { Between, Reference } from "./update-decode.ts";

/** Further than this nobody is looked for step by step: the whole list is numbered. */
const STEPS = 64;

/**
 * Whether what was written stands in one list, behind its origin and before its right origin: Yjs puts anything else
 * wherever its copy of the document has it arrive. „waiting“: not all of it is in the document.
 */
export class Places {
	readonly #doc: Y.Doc;
	readonly #numbers = new Map<Y.Item, number>();

	/** `doc`: unchanged as long as this is asked. */
	constructor(doc: Y.Doc) {
		this.#doc = doc;
	}

	/** `origin` and `rightOrigin` have to be in the document. */
	check({ origin, rightOrigin }: Pick<Between, "origin" | "rightOrigin">): "right" | "wrong" | "waiting" {
		const [left, right] = [this.#find(origin), this.#find(rightOrigin)];
		if (left === null || right === null) {
			return "waiting";
		}
		if (!(left instanceof Y.Item && right instanceof Y.Item)) {
			// Of a list that is gone less and less is left, and with it goes what is written into it.
			return isGone(left) && isGone(right) ? "right" : "wrong";
		}
		const isBefore = left === right ? origin.clock < rightOrigin.clock : this.#isBefore(left, right);
		return isBefore ? "right" : "wrong";
	}

	#find({ client, clock }: Reference): Y.Item | Y.GC | null {
		const structs = this.#doc.store.clients.get(client) ?? [];
		return clock < Y.getState(this.#doc.store, client) ? (structs[Y.findIndexSS(structs, clock)] ?? null) : null;
	}

	#isBefore(left: Y.Item, right: Y.Item): boolean {
		if (left.parent !== right.parent || left.parentSub !== right.parentSub) {
			return false;
		}
		let at = left.right;
		for (let steps = 0; steps < STEPS && !this.#numbers.has(left); steps += 1) {
			if (at === null || at === right) {
				return at === right;
			}
			at = at.right;
		}
		return this.#numberOf(left) < this.#numberOf(right);
	}

	#numberOf(item: Y.Item): number {
		if (!this.#numbers.has(item)) {
			let number = 0;
			for (let at: Y.Item | null = firstOf(item); at !== null; at = at.right) {
				this.#numbers.set(at, number);
				number += 1;
			}
		}
		return this.#numbers.get(item) ?? -1;
	}
}

/** Whether something is in a list that was deleted, or was so when it was thrown away. */
function isGone(struct: Y.Item | Y.GC): boolean {
	for (let at: unknown = struct; at instanceof Y.Item; ) {
		const holder: Y.Item | null = at.parent instanceof Y.AbstractType ? at.parent._item : null;
		if (holder === null) {
			return false;
		}
		if (holder.deleted) {
			return true;
		}
		at = holder;
	}
	return true;
}

function firstOf(item: Y.Item): Y.Item {
	let first = item;
	while (first.left !== null) {
		first = first.left;
	}
	return first;
}

/** A copy of a document that further updates are tried in; the caller's to destroy. Nothing in it is thrown away. */
export function copyWith(doc: Y.Doc, updates: Iterable<Uint8Array>): Y.Doc {
	const copy = new Y.Doc({ gc: false });
	copy.transact(() => {
		Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
		for (const update of updates) {
			Y.applyUpdate(copy, update);
		}
		integrateReady(copy);
	});
	return copy;
}
