import * as Y from "yjs";

type Struct = Y.Item | Y.GC;

/**
 * Whether an update puts types into each other more than `most` levels deep, counted from their top-level names.
 * Deleting and reading walk them recursively, so a deep enough chain would end the process of whoever applies it.
 *
 * `waiting`: structs of updates on their way to the disk. Where a parent is nowhere to be found (a causal gap), three
 * quarters of the depth are taken as used.
 */
export function nestsTooDeep(
	structs: readonly Struct[],
	waiting: () => Iterable<readonly Struct[]>,
	doc: Y.Doc,
	most: number,
): boolean {
	if (!structs.some((struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentType)) {
		return false;
	}
	const lookup = new Lookup([structs, ...waiting()], doc, Math.floor(most * 0.75));
	return structs.some(
		(struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentType && lookup.depth(struct) >= most,
	);
}

/** Depth of an item: how many types it lies in below its top-level name. */
class Lookup {
	readonly #byClient = new Map<number, Struct[]>();
	readonly #depths = new Map<Struct, number>();
	readonly #doc: Y.Doc;
	readonly #unknown: number;

	constructor(sources: readonly (readonly Struct[])[], doc: Y.Doc, unknown: number) {
		this.#doc = doc;
		this.#unknown = unknown;
		for (const struct of sources.flat()) {
			const own = this.#byClient.get(struct.id.client);
			if (own === undefined) {
				this.#byClient.set(struct.id.client, [struct]);
			} else {
				own.push(struct);
			}
		}
		for (const own of this.#byClient.values()) {
			own.sort((one, other) => one.id.clock - other.id.clock);
		}
	}

	depth(item: Y.Item): number {
		const path: { item: Y.Item; step: number }[] = [];
		const seen = new Set<Y.Item>();
		let base = this.#unknown;
		for (let at: Y.Item | null = item; at !== null; ) {
			const known = this.#depths.get(at);
			if (known !== undefined || seen.has(at)) {
				base = known ?? this.#unknown;
				break;
			}
			seen.add(at);
			const parent: unknown = at.parent;
			if (typeof parent === "string") {
				path.push({ item: at, step: 0 });
				base = 0;
				break;
			}
			if (parent instanceof Y.AbstractType) {
				base = depthInDocument(at, parent, this.#unknown);
				break;
			}
			const inside = parent instanceof Y.ID;
			path.push({ item: at, step: inside ? 1 : 0 });
			const next: Y.ID | null = inside ? parent : (at.origin ?? at.rightOrigin);
			at = next === null ? null : this.#find(next);
		}
		for (const { item: visited, step } of path.reverse()) {
			base += step;
			this.#depths.set(visited, base);
		}
		return base;
	}

	#find(id: Y.ID): Y.Item | null {
		const structs = this.#byClient.get(id.client);
		const found = structs === undefined ? undefined : structAt(structs, id.clock);
		if (found !== undefined) {
			return found instanceof Y.Item ? found : null;
		}
		if (id.clock >= Y.getState(this.#doc.store, id.client)) {
			return null;
		}
		const stored: unknown = Y.getItem(this.#doc.store, id);
		return stored instanceof Y.Item ? stored : null;
	}
}

function structAt(structs: readonly Struct[], clock: number): Struct | undefined {
	let low = 0;
	let high = structs.length - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		const struct = structs[middle];
		if (struct === undefined || clock < struct.id.clock) {
			high = middle - 1;
		} else if (clock >= struct.id.clock + struct.length) {
			low = middle + 1;
		} else {
			return struct;
		}
	}
	return undefined;
}

function depthInDocument(item: Y.Item, parent: unknown, most: number): number {
	let depth = 0;
	let type: unknown = parent;
	for (let at: Y.Item | null = item; at !== null && type instanceof Y.AbstractType && depth < most; ) {
		at = type._item;
		if (at !== null) {
			depth += 1;
			type = at.parent;
		}
	}
	return depth;
}
