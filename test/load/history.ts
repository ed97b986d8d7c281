import * as Y from "yjs";
import { Random } from "../harness/random.ts";
import { FIELD } from "./script.ts";

const WRITERS = 5;
const PARAGRAPHS = 8;
const FIRST_CLIENT = 1_500_000_000;
const CLIENT_STEP = 104_729;
const TEXT = "we agreed on two steps for the coming year and on who takes care of them. ";

export interface History {
	/** One update for each keystroke, in the order of their sending. */
	updates: Uint8Array[];
	/** The finished document. */
	doc: Y.Doc;
}

/**
 * A sheet with a past: five people at once in eight paragraphs, who type, correct themselves, paste, set bold and jump
 * about, as real documents that hear of each other every few keys.
 */
export function writeHistory(keys: number): History {
	const random = new Random(7);
	const docs = Array.from({ length: WRITERS }, (_, index) => {
		const doc = new Y.Doc();
		doc.clientID = FIRST_CLIENT + index * CLIENT_STEP;
		return doc;
	});
	const updates: Uint8Array[] = [];
	const untold: { from: Y.Doc; update: Uint8Array }[] = [];
	for (const doc of docs) {
		doc.on("update", (update: Uint8Array, origin: unknown) => {
			if (origin === "told") return;
			updates.push(update);
			untold.push({ from: doc, update });
		});
	}
	const tell = (): void => {
		for (const { from, update } of untold.splice(0)) {
			for (const doc of docs) if (doc !== from) Y.applyUpdate(doc, update, "told");
		}
	};
	const text = (doc: Y.Doc, paragraph: number): Y.XmlText => {
		const element: unknown = doc.getXmlFragment(FIELD).get(paragraph);
		const inner: unknown = element instanceof Y.XmlElement ? element.get(0) : null;
		if (!(inner instanceof Y.XmlText)) throw new Error("the paragraph is not there");
		return inner;
	};
	const [first = new Y.Doc()] = docs;
	for (let paragraph = 0; paragraph < PARAGRAPHS; paragraph += 1) {
		first.transact(() => {
			const element = new Y.XmlElement("paragraph");
			element.insert(0, [new Y.XmlText()]);
			first.getXmlFragment(FIELD).push([element]);
		});
	}
	tell();
	const carets = docs.map((doc, index) => ({ doc, home: index, paragraph: index, at: 0, left: 0 }));
	for (let key = 0; key < keys; key += 1) {
		const caret = random.pick(carets);
		if (caret.left === 0) {
			caret.left = 5 + random.int(60);
			caret.paragraph = random.chance(0.6) ? caret.home : random.int(PARAGRAPHS);
			const { length } = text(caret.doc, caret.paragraph);
			caret.at = random.chance(0.3) ? length : random.int(length + 1);
		}
		caret.left -= 1;
		const target = text(caret.doc, caret.paragraph);
		caret.at = Math.min(caret.at, target.length);
		const dice = random.int(600);
		if (dice < 66 && caret.at > 0) {
			caret.at -= 1;
			target.delete(caret.at, 1);
		} else if (dice === 66) {
			target.insert(caret.at, TEXT.repeat(4));
			caret.at += TEXT.length * 4;
		} else if (dice < 73 && caret.at > 12) {
			target.format(caret.at - 10, 8, { bold: true });
		} else {
			target.insert(caret.at, TEXT.charAt(key % TEXT.length));
			caret.at += 1;
		}
		if (random.chance(0.12)) tell();
	}
	tell();
	return { updates, doc: first };
}
