import * as Y from "yjs";

/**
 * Reading a document that others write to. A name that is absent, or that somebody already uses as another type, is
 * `null`: `doc.getMap` and its siblings would create the first and throw at the second.
 */

export function mapAt(doc: Y.Doc, name: string): Y.Map<unknown> | null {
	return holds(doc, name, Y.Map) ? doc.getMap(name) : null;
}

export function arrayAt(doc: Y.Doc, name: string): Y.Array<unknown> | null {
	return holds(doc, name, Y.Array) ? doc.getArray(name) : null;
}

export function fragmentAt(doc: Y.Doc, name: string): Y.XmlFragment | null {
	return holds(doc, name, Y.XmlFragment) ? doc.getXmlFragment(name) : null;
}

/** The text under a name, as it stands; empty where there is none. */
export function textAt(doc: Y.Doc, name: string): string {
	return holds(doc, name, Y.Text) ? doc.getText(name).toString() : "";
}

/** A name that came in from elsewhere is an `AbstractType` until it is first asked for as something. */
function holds(doc: Y.Doc, name: string, wanted: unknown): boolean {
	const found = doc.share.get(name)?.constructor;
	return found !== undefined && (found === wanted || found === Y.AbstractType);
}

/** Far above anything a person enters in one field; it keeps a hostile value out of answers and reports. */
const LONGEST_VALUE = 10_000;

/** A plain string of a map, or empty. Texts that people write together are `Y.Text` and know no such bound. */
export function stringOf(value: unknown): string {
	return typeof value === "string" && value.length <= LONGEST_VALUE ? value : "";
}

/** Sets a key, or takes it away with null; writes nothing when that is how it stands. */
export function setKey(map: Y.Map<unknown>, key: string, value: string | number | boolean | null): void {
	if (value === null) {
		if (map.has(key)) map.delete(key);
	} else if (map.get(key) !== value) {
		map.set(key, value);
	}
}
