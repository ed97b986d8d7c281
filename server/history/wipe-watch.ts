import * as Y from "yjs";
import type { AnyType } from "./units.ts";

/** How a document's text was, from a moment on until the next sample. */
interface Sample {
	at: number;
	letters: number;
	/** The document's last change by then. */
	changedAt: number | null;
}

const WITHIN_MS = 10_000;
/** A few words that somebody takes back are nobody's business. */
const FEWEST_LETTERS = 200;

/** Notices when over half of a document's text goes within ten seconds. It keeps numbers, never a word. */
export class WipeWatch {
	#samples: Sample[];

	constructor(first: Sample) {
		this.#samples = [first];
	}

	/** Takes how it stands now; where most of it has gone, returns the last moment before. */
	see(sample: Sample): number | null {
		const since = sample.at - WITHIN_MS;
		// What has been so until after `since` counts, however long before it began.
		this.#samples = [
			...this.#samples.filter((_, index) => (this.#samples[index + 1]?.at ?? sample.at) > since),
			sample,
		];
		const fullest = this.#samples.reduce((one, other) => (other.letters > one.letters ? other : one));
		const gone = fullest.letters - sample.letters;
		if (gone < FEWEST_LETTERS || gone * 2 <= fullest.letters || fullest.changedAt === null) return null;
		this.reset(sample);
		return fullest.changedAt;
	}

	/** Begins anew: what changed until now was meant to. */
	reset(sample: Sample): void {
		this.#samples = [sample];
	}
}

/** Letters that can be read in a document, those in plain values included. */
export function lettersIn(doc: Y.Doc): number {
	let letters = 0;
	const types: unknown[] = [...doc.share.values()];
	for (let type = types.pop(); type !== undefined; type = types.pop()) {
		if (!(type instanceof Y.AbstractType)) continue;
		for (const item of itemsOf(type)) {
			if (item.deleted) continue;
			const { content } = item;
			if (content instanceof Y.ContentString) letters += content.str.length;
			else if (content instanceof Y.ContentType) types.push(content.type);
			else if (content instanceof Y.ContentAny) letters += lettersOf(content.arr);
		}
	}
	return letters;
}

function* itemsOf(type: AnyType): Iterable<Y.Item> {
	for (let item = type._start; item !== null; item = item.right) yield item;
	yield* type._map.values();
}

function lettersOf(values: readonly unknown[]): number {
	return values.reduce<number>((sum, value) => sum + (typeof value === "string" ? value.length : 0), 0);
}
