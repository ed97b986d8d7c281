import * as encoding from "lib0/encoding";
import { RawClient } from "../../server/sync/bench-client.ts";
import { decodeAwareness, encodeAwareness, encodeStep2, encodeUpdate } from "../../server/sync/codec.ts";
import { CLOSE } from "../../worksheets/contract/close-codes.ts";
import type { Random } from "../harness/random.ts";
import { Attacker } from "./attacker.ts";

export const FORGED_LETTER = "☠";

export interface Forgery {
	kind: "gc" | "skip" | "item" | "deletion";
	clock: number;
	length: number;
}

/** An update that adds, leaves out or takes away something under a victim's id, at a clock of its own sequence. */
export function forge(victim: number, { kind, clock, length }: Forgery): Uint8Array {
	return encoding.encode((encoder) => {
		const write = (...values: number[]) => {
			for (const value of values) encoding.writeVarUint(encoder, value);
		};
		if (kind === "deletion") {
			write(0, 1, victim, 1, clock, length);
			return;
		}
		write(1, kind === "skip" ? 2 : 1, victim, clock);
		if (kind === "gc") write(0, length);
		else if (kind === "skip") write(10, 1, 0, length);
		else {
			// Letters behind the victim's own first one.
			encoding.writeUint8(encoder, 0x84);
			write(victim, 0);
			encoding.writeVarString(encoder, FORGED_LETTER.repeat(length));
		}
		write(0);
	});
}

/** Somebody in a document who writes, deletes and shows up under the client ids of others, and looks who is shown. */
export class Forger {
	readonly #attacker: Attacker;
	readonly #url: string;
	readonly #watcherToken: string;
	#watcher: RawClient | null = null;
	#struck = Promise.resolve();
	readonly #victims = new Set<number>();
	/** Client ids of victims that were shown to others. */
	readonly shown: number[] = [];
	/** How often the server ended the line for a forgery. */
	refused = 0;

	constructor(url: string, token: string, watcherToken: string) {
		this.#url = url;
		this.#attacker = new Attacker(url, token);
		this.#watcherToken = watcherToken;
	}

	/** One after another, while everything else goes on. `next`: the clock that the victim's next content will have. */
	strike(random: Random, victim: number, next: number): void {
		this.#victims.add(victim);
		this.#watch();
		const frame = forgedFrame(random, victim, next);
		this.#struck = this.#struck.then(async () => {
			try {
				if ((await this.#attacker.provoke(frame)) === CLOSE.forbidden) this.refused += 1;
			} catch {
				// The server has just gone or is not back yet.
			}
		});
	}

	/** Resolves when all has been tried. */
	async leave(): Promise<void> {
		await this.#struck;
		await this.#attacker.leave().catch(() => undefined);
		this.#look();
		this.#watcher?.socket.terminate();
	}

	#watch(): void {
		if (this.#watcher !== null && this.#watcher.socket.readyState <= this.#watcher.socket.OPEN) return;
		this.#look();
		this.#watcher = new RawClient(this.#url, this.#watcherToken);
	}

	#look(): void {
		for (const message of this.#watcher?.received ?? []) {
			const entries = message.type === "awareness" ? decodeAwareness(message.bytes) : null;
			if (entries?.ok)
				this.shown.push(...entries.value.map(({ client }) => client).filter((id) => this.#victims.has(id)));
		}
	}
}

function forgedFrame(random: Random, victim: number, next: number): Uint8Array {
	if (random.chance(0.3)) {
		return encodeAwareness([{ client: victim, clock: random.int(2 ** 31), state: '{"user":{"name":"forged"}}' }]);
	}
	const kind = random.pick(["gc", "skip", "item", "deletion"] as const);
	const clock = next + random.pick([0, 0, 1, random.int(1_000)]);
	// What somebody has written may be deleted by everybody; the forgery reaches beyond whatever they write meanwhile.
	const bytes = forge(victim, { kind, clock, length: 1 + random.int(50) + (kind === "deletion" ? 10_000 : 0) });
	return random.chance(0.5) ? encodeUpdate(bytes) : encodeStep2(bytes);
}
