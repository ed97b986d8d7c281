import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { contentOf } from "../sync/content.ts";
import { setBack } from "./set-back.ts";
import { type AnyType, entriesOf, unitsOf } from "./units.ts";

/** A document with people in it and a past, as the server has both. */
class Sheet {
	readonly doc = new Y.Doc();
	readonly #origins: Uint8Array[] = [];
	readonly #past: Y.Doc[] = [];
	#clients = 1_000;

	edit(write: (doc: Y.Doc) => void): void {
		const own = new Y.Doc();
		Y.applyUpdate(own, Y.encodeStateAsUpdate(this.doc));
		this.#clients += 1;
		own.clientID = this.#clients;
		own.transact(() => write(own));
		Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(own, Y.encodeStateVector(this.doc)));
	}

	/** Keeps the present as a moment of the past; says which. */
	remember(): number {
		this.#past.push(copyOf(this.doc));
		return this.#past.length - 1;
	}

	before(moment: number): Y.Doc {
		return copyOf(this.#past[moment] ?? new Y.Doc());
	}

	setBack(moment: number, keepLater: boolean): Uint8Array | null {
		this.#clients += 1;
		const made = setBack(this.before(moment), this.doc, { keepLater, origins: this.#origins, client: this.#clients });
		if (made === null) return null;
		this.#origins.push(made.origins);
		Y.applyUpdate(this.doc, made.update);
		return made.update;
	}
}

function copyOf(doc: Y.Doc): Y.Doc {
	const copy = new Y.Doc();
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
	return copy;
}

function paragraph(text: string, marks?: Record<string, unknown>): Y.XmlElement {
	const element = new Y.XmlElement("paragraph");
	const content = new Y.XmlText();
	content.insert(0, text, marks);
	element.insert(0, [content]);
	return element;
}

function textIn(doc: Y.Doc, name: string, index: number): Y.XmlText {
	const found = (doc.getXmlFragment(name).get(index) as Y.XmlElement).get(0);
	if (!(found instanceof Y.XmlText)) throw new Error("no text there");
	return found;
}

const shown = (doc: Y.Doc, name: string) => copyOf(doc).getXmlFragment(name).toString();

describe("a sheet set back, with what was written later", () => {
	it("has a wiped prose field again, formats included", () => {
		const sheet = new Sheet();
		sheet.edit((doc) => {
			doc.getXmlFragment("goal").push([paragraph("Erstens"), paragraph("Zweitens", { bold: {} })]);
			doc.getText("name").insert(0, "Kreis Nord");
		});
		const before = shown(sheet.doc, "goal");
		const moment = sheet.remember();
		sheet.edit((doc) => {
			doc.getXmlFragment("goal").delete(0, 2);
			doc.getText("name").delete(0, 10);
		});
		sheet.setBack(moment, true);
		expect(shown(sheet.doc, "goal")).toBe(before);
		expect(copyOf(sheet.doc).getText("name").toString()).toBe("Kreis Nord");
	});

	it("keeps what others wrote meanwhile, each in its place", () => {
		const sheet = new Sheet();
		sheet.edit((doc) => doc.getXmlFragment("goal").push(["A", "B", "C"].map((text) => paragraph(text))));
		const moment = sheet.remember();
		sheet.edit((doc) => doc.getXmlFragment("goal").delete(1, 1));
		sheet.edit((doc) => textIn(doc, "goal", 0).insert(1, "nton"));
		sheet.edit((doc) => doc.getXmlFragment("goal").push([paragraph("D")]));
		sheet.setBack(moment, true);
		expect(shown(sheet.doc, "goal")).toBe(
			["Anton", "B", "C", "D"].map((text) => `<paragraph>${text}</paragraph>`).join(""),
		);
	});

	it("gives words back in the midst of a text without their format spreading", () => {
		const sheet = new Sheet();
		sheet.edit((doc) => {
			doc.getText("name").insert(0, "vor ");
			doc.getText("name").insert(4, "fett", { bold: true });
			doc.getText("name").insert(8, " nach", { bold: null });
		});
		const moment = sheet.remember();
		sheet.edit((doc) => doc.getText("name").delete(2, 8));
		sheet.edit((doc) => doc.getText("name").insert(2, "!"));
		sheet.setBack(moment, true);
		const text = copyOf(sheet.doc).getText("name");
		expect(text.toString().replace("!", "")).toBe("vor fett nach");
		const bold = text.toDelta().filter((part: { attributes?: unknown }) => part.attributes !== undefined);
		expect(bold).toEqual([{ insert: "fett", attributes: { bold: true } }]);
	});

	it("does not bring things back that are there already", () => {
		const sheet = new Sheet();
		sheet.edit((doc) => doc.getXmlFragment("goal").push([paragraph("A"), paragraph("B")]));
		const first = sheet.remember();
		sheet.edit((doc) => doc.getXmlFragment("goal").delete(0, 2));
		expect(sheet.setBack(first, true)).not.toBeNull();
		expect(sheet.setBack(first, true)).toBeNull();
		const second = sheet.remember();
		sheet.edit((doc) => textIn(doc, "goal", 0).insert(1, "!"));
		sheet.edit((doc) => doc.getXmlFragment("goal").delete(1, 1));
		sheet.setBack(first, true);
		sheet.setBack(second, true);
		expect(shown(sheet.doc, "goal")).toBe("<paragraph>A!</paragraph><paragraph>B</paragraph>");
	});

	it("puts answers right that were changed or taken away, and leaves new ones", () => {
		const sheet = new Sheet();
		sheet.edit((doc) => {
			doc.getMap("form").set("value", "board");
			doc.getMap("form").set("empty", "");
			doc.getMap("ticks").set("first", false);
		});
		const moment = sheet.remember();
		sheet.edit((doc) => {
			for (const [key, value] of [
				["value", "circle"],
				["other", 3],
				["empty", "later"],
			] as const) {
				doc.getMap("form").set(key, value);
			}
			doc.getMap("ticks").set("first", true);
		});
		sheet.setBack(moment, true);
		expect(copyOf(sheet.doc).getMap("form").toJSON()).toEqual({ value: "board", other: 3, empty: "later" });
		expect(copyOf(sheet.doc).getMap("ticks").toJSON()).toEqual({ first: true });
	});
});

it("touches nothing of what is still there", () => {
	const sheet = new Sheet();
	sheet.edit((doc) => doc.getXmlFragment("goal").push([paragraph("bleibt"), paragraph("geht")]));
	const moment = sheet.remember();
	sheet.edit((doc) => doc.getXmlFragment("goal").delete(1, 1));
	const caret = Y.createRelativePositionFromTypeIndex(textIn(sheet.doc, "goal", 0), 3);
	const update = sheet.setBack(moment, true);
	expect(Y.decodeUpdate(update ?? new Uint8Array()).ds.clients.size).toBe(0);
	expect(Y.createAbsolutePositionFromRelativePosition(caret, sheet.doc)?.index).toBe(3);
});

/** Every letter of a document is written once only, so that it can be told what became of it. */
class Letters {
	#next = 0x4e00;
	word(length: number): string {
		return Array.from({ length }, () => String.fromCharCode(this.#next++)).join("");
	}
}

/** One thing that somebody does; numbers choose where, modulo what there is. */
const stepArbitrary = fc.record({
	what: fc.constantFrom(
		"paragraph",
		"write",
		"write",
		"cut",
		"remove",
		"bold",
		"line",
		"cutLine",
		"cell",
		"row",
		"dropRow",
	),
	where: fc.nat(1_000),
	size: fc.integer({ min: 1, max: 6 }),
});
type Step = typeof stepArbitrary extends fc.Arbitrary<infer Value> ? Value : never;

function perform(doc: Y.Doc, { what, where, size }: Step, letters: Letters): void {
	const prose = doc.getXmlFragment("prose");
	const line = doc.getText("line");
	const rows = doc.getMap<Y.Map<unknown>>("rows");
	const list = doc.getArray<unknown>("list");
	const texts = prose.toArray().map((_, index) => textIn(doc, "prose", index));
	const text = texts[where % Math.max(1, texts.length)];
	switch (what) {
		case "paragraph":
			prose.insert(where % (prose.length + 1), [paragraph(letters.word(size))]);
			list.insert(where % (list.length + 1), [letters.word(1)]);
			return;
		case "write":
			text?.insert(where % (text.length + 1), letters.word(size));
			return;
		case "cut":
			if (text !== undefined) removeFrom(text, where, size * 3);
			return;
		case "remove":
			if (prose.length > 0) prose.delete(where % prose.length, 1 + (size % (prose.length - (where % prose.length))));
			if (list.length > 0) list.delete(where % list.length, 1);
			return;
		case "bold":
			if (text !== undefined && text.length > 0) {
				text.format(where % text.length, Math.min(size, text.length - (where % text.length)), {
					bold: size % 2 === 0 ? {} : null,
				});
			}
			return;
		case "line":
			line.insert(where % (line.length + 1), letters.word(size));
			return;
		case "cutLine":
			removeFrom(line, where, size * 3);
			return;
		case "row": {
			const row = new Y.Map<unknown>();
			rows.set(`row-${where % 3}`, row);
			row.set("cell", new Y.Text(letters.word(size)));
			return;
		}
		case "cell": {
			const cell = rows.get(`row-${where % 3}`)?.get("cell");
			if (cell instanceof Y.Text) cell.insert(where % (cell.length + 1), letters.word(size));
			return;
		}
		case "dropRow":
			rows.delete(`row-${where % 3}`);
	}
}

function removeFrom(text: Y.Text, where: number, most: number): void {
	if (text.length === 0) return;
	const from = where % text.length;
	text.delete(from, Math.min(most, text.length - from));
}

/** All that can be seen in a document, letter by letter, by the top-level name it stands under. */
function lettersOf(doc: Y.Doc): Map<string, string> {
	const read = (type: AnyType): string => {
		const entries = [...entriesOf(type)].sort(([one], [other]) => (one < other ? -1 : 1));
		return [...entries.map(([, entry]) => entry), ...unitsOf(type)]
			.map((part) =>
				part.kind === "letter"
					? part.letter
					: part.kind === "type"
						? read(part.type)
						: String(part.kind === "value" ? part.value : ""),
			)
			.join("");
	};
	return new Map([...copyOf(doc).share.keys()].sort().map((name) => [name, read(copyOf(doc).get(name))]));
}

const stepsArbitrary = fc.array(stepArbitrary, { maxLength: 25 });

describe("whatever people did", () => {
	it("everything that was there is there again in order, and everything that came later still is", () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(stepsArbitrary, fc.nat(5)), { minLength: 2, maxLength: 5 }), (rounds) => {
				const sheet = new Sheet();
				const letters = new Letters();
				for (const [steps, choice] of rounds) {
					for (const step of steps) sheet.edit((doc) => perform(doc, step, letters));
					const moment = choice % (sheet.remember() + 1);
					const [then, before] = [lettersOf(sheet.before(moment)), lettersOf(sheet.doc)];
					sheet.setBack(moment, true);
					const after = lettersOf(sheet.doc);
					for (const name of ["prose", "line", "list"]) {
						const now = after.get(name) ?? "";
						expect(new Set(now).size).toBe(now.length);
						expect(new Set(now)).toEqual(new Set((then.get(name) ?? "") + (before.get(name) ?? "")));
						for (const order of [then, before]) {
							const kept = new Set(order.get(name));
							expect([...now].filter((letter) => kept.has(letter)).join("")).toBe(order.get(name) ?? "");
						}
					}
					// One key holds one row: the one of then comes back whole, with what was written in it since.
					for (const letter of then.get("rows") ?? "") expect(after.get("rows")).toContain(letter);
				}
			}),
			{ seed: 20_261, numRuns: 150 },
		);
	}, 60_000);

	it("a sheet set back without what came later is exactly what it was", () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(stepsArbitrary, fc.nat(5), fc.boolean()), { minLength: 2, maxLength: 5 }),
				(rounds) => {
					const sheet = new Sheet();
					const letters = new Letters();
					for (const [steps, choice, keepLater] of rounds) {
						for (const step of steps) sheet.edit((doc) => perform(doc, step, letters));
						const moment = choice % (sheet.remember() + 1);
						sheet.setBack(moment, keepLater);
						if (!keepLater) expect(visible(sheet.doc)).toBe(visible(sheet.before(moment)));
					}
				},
			),
			{ seed: 20_262, numRuns: 150 },
		);
	}, 60_000);
});

/** Content without the names that hold nothing, which a document never loses. */
function visible(doc: Y.Doc): string {
	const copy = copyOf(doc);
	const all = ["prose", "line", "rows", "list"];
	for (const name of all) copy.get(name);
	return contentOf(copy);
}
