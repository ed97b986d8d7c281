import { expect, it } from "vitest";
import * as Y from "yjs";
import { Random } from "../../test/harness/random.ts";
import { decodeKeystroke } from "./keystroke.ts";
import { decodeUpdate } from "./update-decode.ts";

const MOST = 10_000;

/** Everything but the structs, which a keystroke leaves out. */
function said(update: Uint8Array) {
	const { ranges, deletes, names, references, between } = decodeUpdate(update, MOST);
	return {
		ranges,
		deletes,
		names: [...names],
		between: between.map(({ origin, rightOrigin, ...rest }) => ({
			...rest,
			origin: { ...origin },
			rightOrigin: { ...rightOrigin },
		})),
		references: references.map(({ client, clock }) => ({ client, clock })),
	};
}

/** Updates of people who type, correct, paste, mark and press enter in one text. */
function keystrokes(seed: number, count: number): Uint8Array[] {
	const random = new Random(seed);
	const updates: Uint8Array[] = [];
	const docs = [1, 2].map((client) => {
		const doc = new Y.Doc();
		doc.clientID = client * 1_000_000_007;
		return doc;
	});
	for (const doc of docs) {
		doc.on("update", (update: Uint8Array, origin: unknown) => {
			if (origin === "told") return;
			updates.push(update);
			for (const other of docs) if (other !== doc) Y.applyUpdate(other, update, "told");
		});
	}
	for (let key = 0; key < count; key += 1) {
		const text = random.pick(docs).getText("line");
		const at = random.int(text.length + 1);
		switch (random.weighted({ type: 10, paste: 1, umlaut: 1, erase: 4, mark: 1, replace: 1 })) {
			case "type":
				text.insert(at, "x");
				break;
			case "paste":
				text.insert(at, "a few words ".repeat(random.int(20)));
				break;
			case "umlaut":
				text.insert(at, "Übergänge 🙂");
				break;
			case "erase":
				text.delete(at, Math.min(random.int(5), text.length - at));
				break;
			case "mark":
				text.format(at, Math.min(3, text.length - at), { bold: true });
				break;
			case "replace":
				text.doc?.transact(() => {
					text.delete(at, Math.min(2, text.length - at));
					text.insert(at, "yz");
				});
		}
	}
	return updates;
}

it("reads a keystroke as Yjs does, and nothing else", () => {
	const updates = keystrokes(1, 3_000);
	let read = 0;
	for (const update of updates) {
		const keystroke = decodeKeystroke(update);
		if (keystroke !== null) {
			read += 1;
			const { structs: _structs, names, ...rest } = keystroke;
			expect({ ...rest, names: [...names] }).toEqual(said(update));
		}
	}
	expect(read / updates.length).toBeGreaterThan(0.7);
});

it("never reads what Yjs refuses, and reads what is damaged no otherwise", () => {
	const random = new Random(2);
	const updates = keystrokes(3, 500);
	let read = 0;
	for (let round = 0; round < 40_000; round += 1) {
		const update = random.pick(updates).slice();
		for (let hits = 1 + random.int(3); hits > 0; hits -= 1) {
			update[random.int(update.length)] = random.chance(0.5) ? random.int(256) : random.int(6);
		}
		const cut = random.chance(0.2) ? update.subarray(0, random.int(update.length)) : update;
		const keystroke = decodeKeystroke(cut);
		if (keystroke !== null) {
			read += 1;
			const { structs: _structs, names, ...rest } = keystroke;
			expect({ ...rest, names: [...names] }).toEqual(said(cut));
		}
	}
	expect(read).toBeGreaterThan(1_000);
});
