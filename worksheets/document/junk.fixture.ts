import fc from "fast-check";
import * as Y from "yjs";
import { observedNames } from "../blocks/observed.ts";
import { everyBlock } from "./every-block.fixture.ts";

/** What somebody may write into a document who does not use our page. */

type Junk =
	| { kind: "value"; value: unknown }
	| { kind: "text"; text: string }
	| { kind: "map"; entries: [string, Junk][] }
	| { kind: "array"; items: Junk[] }
	| { kind: "xml"; name: string; items: Junk[] };

const blocks = everyBlock.sections.flatMap((section) => section.blocks);
const items = ["board", "own-a1", "own-gone", "__proto__"];
const names = blocks.flatMap((block) =>
	block.repeat?.over === undefined
		? observedNames(block).map(({ name }) => name)
		: items.flatMap((item) => observedNames(block, item).map(({ name }) => name)),
);

const keys = fc.oneof(
	fc.constantFrom(
		...["__proto__", "constructor", "toString", "id", "value", "own", "reason", "removed", "note", "stand", "what"],
		...["board", "circle", "own-a1", "label:own-a1", "label:own-", "top.stand", "lasting.state", "mandate", "goal"],
	),
	fc.string({ maxLength: 8 }),
);
const strings = fc.oneof(
	fc.constantFrom("own", "unknown", "yes", "board", "2023-03-08", "2023-13-40", "<b>x</b>", "__proto__", "\ud800"),
	fc.constant("x".repeat(20_000)),
	fc.string({ maxLength: 12, unit: "binary" }),
);
const scalars = fc.oneof(
	strings,
	fc.boolean(),
	fc.constantFrom(0, 1, 2, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e308, null),
	fc.jsonValue({ maxDepth: 2 }),
	fc.constant({ id: "r", ["__proto__"]: { polluted: true } }),
	fc.uint8Array({ maxLength: 4 }),
);
const nodeNames = fc.constantFrom("paragraph", "bulletList", "orderedList", "listItem", "hardBreak", "script", "");

const { junk } = fc.letrec<{ junk: Junk }>((tie) => ({
	junk: fc.oneof(
		{ maxDepth: 4 },
		fc.record({ kind: fc.constant("value" as const), value: scalars }),
		fc.record({ kind: fc.constant("text" as const), text: strings }),
		fc.record({
			kind: fc.constant("map" as const),
			entries: fc.array(fc.tuple(keys, tie("junk")), { maxLength: 6 }),
		}),
		fc.record({ kind: fc.constant("array" as const), items: fc.array(tie("junk"), { maxLength: 4 }) }),
		fc.record({
			kind: fc.constant("xml" as const),
			name: nodeNames,
			items: fc.array(tie("junk"), { maxLength: 4 }),
		}),
	),
}));

function plant(value: Junk): unknown {
	switch (value.kind) {
		case "value":
			return value.value;
		case "text": {
			const text = new Y.XmlText();
			text.insert(0, value.text || "-", { ["__proto__"]: { href: "javascript:1" }, link: { href: 7 }, bold: 0 });
			return text;
		}
		case "map":
			return new Y.Map(value.entries.map(([key, entry]): [string, unknown] => [key, plant(entry)]));
		case "array": {
			const array = new Y.Array<unknown>();
			array.push(value.items.map(plant));
			return array;
		}
		case "xml": {
			const element = new Y.XmlElement(value.name);
			const children = value.items.map(plant);
			element.insert(
				0,
				children.filter((child) => child instanceof Y.XmlElement || child instanceof Y.XmlText),
			);
			return element;
		}
	}
}

/** Writes junk as whatever type it is, whether or not the definition wants that type under the name. */
function plantAt(doc: Y.Doc, name: string, value: Junk): void {
	if (value.kind === "map") {
		for (const [key, entry] of value.entries) doc.getMap(name).set(key, plant(entry));
	} else if (value.kind === "xml") {
		const element = plant(value);
		if (element instanceof Y.XmlElement) doc.getXmlFragment(name).insert(0, [element]);
	} else if (value.kind === "text") {
		doc.getText(name).insert(0, value.text || "-");
	} else {
		doc.getArray(name).insert(0, value.kind === "array" ? value.items.map(plant) : [plant(value)]);
	}
}

/** What stands under the names of `everyBlock`. */
export const plants = fc.array(fc.tuple(fc.constantFrom(...names), junk), { maxLength: 25 });

/** A document with that in it; of what several plant under one name, the first. */
export function planted(entries: readonly (readonly [name: string, value: Junk])[]): Y.Doc {
	const doc = new Y.Doc();
	for (const [name, value] of new Map([...entries].reverse())) plantAt(doc, name, value);
	return doc;
}
