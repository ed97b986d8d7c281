import { appendFileSync, readFileSync } from "node:fs";

/** What became of a word, in the order in which a client learned of it. */
type Fact = "typed" | "seen" | "saved" | "deleting" | "deleted";

/**
 * What the clients of a server were told, kept outside of it. A fact stands in the file before anything else happens,
 * so that it can be held against the store after any kill.
 */
export class Witness {
	readonly #file: string;
	/** How many words each fact was noted of; the file is what counts in the end. */
	readonly #noted = new Map<Fact, number>();

	constructor(file: string) {
		this.#file = file;
	}

	note(fact: Fact, word: string): void {
		appendFileSync(this.#file, `${fact} ${word}\n`);
		this.#noted.set(fact, this.count(fact) + 1);
	}

	/** Everything that is wrong with what the store holds; empty when every promise was kept. */
	judge(words: readonly string[]): string[] {
		const facts = this.#facts();
		const held = new Map<string, number>();
		for (const word of words) {
			held.set(word, (held.get(word) ?? 0) + 1);
		}
		const wrong: string[] = [];
		for (const [word, count] of held) {
			if (count > 1) wrong.push(`${word} is there ${count} times`);
			if (!facts.has(word)) wrong.push(`${word} was never typed`);
			if (facts.get(word)?.has("deleted")) wrong.push(`${word} is back after it was deleted`);
		}
		for (const [word, known] of facts) {
			const promised = known.has("saved") || known.has("seen");
			if (promised && !known.has("deleting") && !held.has(word)) wrong.push(`${word} is lost`);
		}
		return wrong;
	}

	count(fact: Fact): number {
		return this.#noted.get(fact) ?? 0;
	}

	#facts(): Map<string, Set<Fact>> {
		const facts = new Map<string, Set<Fact>>();
		for (const line of readFileSync(this.#file, "utf8").trim().split("\n")) {
			const [fact, word] = line.split(" ") as [Fact, string];
			facts.set(word, (facts.get(word) ?? new Set<Fact>()).add(fact));
		}
		return facts;
	}
}
