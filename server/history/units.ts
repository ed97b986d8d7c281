import * as Y from "yjs";
import type { Marks } from "./marks.ts";
import type { Place } from "./origins.ts";

/** Any shared type, whatever its kind: what Yjs keeps where one stands within another. */
export type AnyType = Y.ContentType["type"];

/** The smallest parts of a list: a letter, an embedded value, a value, or a type of its own. */
type Content =
	| { kind: "letter"; letter: string }
	| { kind: "embed"; value: unknown }
	| { kind: "value"; value: unknown }
	| { kind: "type"; type: AnyType };

export type Unit = Place & Content & { marks: Marks };

/** What can be seen of a list (a text, an array, an element's children), in order, with the marks it stands under. */
export function unitsOf(type: AnyType): Unit[] {
	const units: Unit[] = [];
	let marks: Marks = {};
	for (let item = type._start; item !== null; item = item.right) {
		if (item.deleted) continue;
		if (item.content instanceof Y.ContentFormat) {
			marks = withMark(marks, item.content.key, item.content.value);
			continue;
		}
		for (const [offset, content] of contentsOf(item.content).entries()) {
			units.push({ client: item.id.client, clock: item.id.clock + offset, marks, ...content });
		}
	}
	return units;
}

/** What can be seen under the keys of a map, or of an element as its attributes. */
export function entriesOf(type: AnyType): Map<string, Place & Content> {
	const entries = new Map<string, Place & Content>();
	for (const [key, item] of type._map) {
		const last = item.deleted ? undefined : contentsOf(item.content).at(-1);
		if (last !== undefined) entries.set(key, { client: item.id.client, clock: item.lastId.clock, ...last });
	}
	return entries;
}

export function isXml(type: AnyType): type is Y.XmlElement | Y.XmlText | Y.XmlHook {
	return type instanceof Y.XmlElement || type instanceof Y.XmlText || type instanceof Y.XmlHook;
}

export function isList(type: AnyType): boolean {
	return type instanceof Y.Text || type instanceof Y.Array || type instanceof Y.XmlFragment;
}

function contentsOf(content: Y.Item["content"]): Content[] {
	if (content instanceof Y.ContentString) {
		// By code units, as Yjs counts; not by characters.
		return Array.from({ length: content.str.length }, (_, index) => ({
			kind: "letter",
			letter: content.str.charAt(index),
		}));
	}
	if (content instanceof Y.ContentType) return [{ kind: "type", type: content.type }];
	if (content instanceof Y.ContentEmbed) return [{ kind: "embed", value: content.embed }];
	return content.isCountable() ? content.getContent().map((value): Content => ({ kind: "value", value })) : [];
}

function withMark(marks: Marks, key: string, value: unknown): Marks {
	const { [key]: _before, ...others } = marks;
	return value === null ? others : { ...others, [key]: value };
}
