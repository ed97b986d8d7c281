import * as Y from "yjs";
import { namesOf } from "./edits.ts";

/**
 * All that people can see of a document, for telling whether two hold the same. Read through Yjs's public types, and
 * not by the server's own comparison, so that one mistake cannot hide in both.
 */
export function visible(doc: Y.Doc): string {
	return JSON.stringify(namesOf(doc).map(read));
}

/** The state vector as sorted pairs. */
export function clocks(doc: Y.Doc): string {
	return JSON.stringify([...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([one], [other]) => one - other));
}

function read(value: unknown): unknown {
	if (value instanceof Y.XmlText || value instanceof Y.Text) return joined(value.toDelta());
	if (value instanceof Y.XmlElement) {
		return { name: value.nodeName, attributes: sorted(value.getAttributes()), children: value.toArray().map(read) };
	}
	if (value instanceof Y.XmlFragment || value instanceof Y.Array) return value.toArray().map(read);
	if (value instanceof Y.Map) return sorted(Object.fromEntries(value.entries()));
	return value;
}

function sorted(record: object): [string, unknown][] {
	return Object.entries(record)
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([key, value]) => [key, read(value)]);
}

/** Marks that apply to nothing split a text for the reader without being seen, and browsers clear them away. */
function joined(delta: { insert?: unknown; attributes?: object }[]): unknown[] {
	const parts: [string, unknown][] = [];
	for (const { insert, attributes = {} } of delta) {
		const marks = JSON.stringify(sorted(attributes));
		const last = parts.at(-1);
		if (typeof insert === "string" && last?.[0] === marks && typeof last[1] === "string") last[1] += insert;
		else parts.push([marks, read(insert)]);
	}
	return parts;
}
