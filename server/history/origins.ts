import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

/** Where something in a document came to be: a Yjs id. */
export interface Place {
	client: number;
	clock: number;
}

interface Copy extends Place {
	length: number;
	of: Place;
}

/**
 * Of what each part that a set-back wrote is the copy. What was deleted cannot come alive again in Yjs, only be written
 * anew; whoever sets a sheet back twice must not find everything in it twice.
 */
export class Origins {
	/** By the client id they were written under, in order of their clocks: each set-back has a client id of its own. */
	readonly #copies = new Map<number, Copy[]>();

	/** `records`: what `encode` gave for each set-back so far. Throws for anything else. */
	constructor(records: Iterable<Uint8Array> = []) {
		for (const record of records) {
			const decoder = decoding.createDecoder(record);
			while (decoding.hasContent(decoder)) {
				const [client, clock, length] = [readNumber(decoder), readNumber(decoder), readNumber(decoder)];
				const of = { client: readNumber(decoder), clock: readNumber(decoder) };
				this.#put({ client, clock, length, of });
			}
		}
	}

	/** What is the same for a thing, its copies, and their copies. */
	rootOf({ client, clock }: Place): string {
		let place: Place = { client, clock };
		for (let copy = this.#find(place); copy !== null; copy = this.#find(place)) {
			place = { client: copy.of.client, clock: copy.of.clock + place.clock - copy.clock };
		}
		return `${place.client}:${place.clock}`;
	}

	/** To be called in the order of the copies' clocks. */
	add(copy: Place, of: Place): void {
		const last = this.#copies.get(copy.client)?.at(-1);
		const follows =
			last !== undefined &&
			last.clock + last.length === copy.clock &&
			last.of.client === of.client &&
			last.of.clock + last.length === of.clock;
		if (follows) last.length += 1;
		else this.#put({ ...copy, length: 1, of: { client: of.client, clock: of.clock } });
	}

	/** The copies written under one client id. */
	encode(client: number): Uint8Array {
		return encoding.encode((encoder) => {
			for (const { clock, length, of } of this.#copies.get(client) ?? []) {
				for (const number of [client, clock, length, of.client, of.clock]) encoding.writeVarUint(encoder, number);
			}
		});
	}

	#put(copy: Copy): void {
		const own = this.#copies.get(copy.client);
		if (own === undefined) this.#copies.set(copy.client, [copy]);
		else own.push(copy);
	}

	#find({ client, clock }: Place): Copy | null {
		const copies = this.#copies.get(client) ?? [];
		let low = 0;
		let high = copies.length - 1;
		while (low <= high) {
			const middle = (low + high) >> 1;
			const copy = copies[middle];
			if (copy === undefined || clock < copy.clock) high = middle - 1;
			else if (clock >= copy.clock + copy.length) low = middle + 1;
			else return copy;
		}
		return null;
	}
}

const readNumber = decoding.readVarUint;
