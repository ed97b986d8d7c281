import * as Y from "yjs";

/** A document's visible content as plain data. */
type Json = string | { list: Json[]; map: Record<string, Json>; name?: string };

/**
 * Everything that a reader of the document can see, whatever types the worksheet gives its names: for telling whether
 * two documents hold the same. Formatting is folded into the text it applies to, because Yjs drops marks that apply to
 * nothing whenever it comes across them.
 */
export function contentOf(doc: Y.Doc): string {
	const names = [...doc.share.keys()].sort();
	return JSON.stringify(names.map((name) => [name, doc.share.get(name)]).map(([name, type]) => [name, readType(type)]));
}

function readType(type: unknown): Json {
	const node: { list: Json[]; map: Record<string, Json>; name?: string } = { list: [], map: Object.create(null) };
	if (!(type instanceof Y.AbstractType)) {
		return node;
	}
	if (type instanceof Y.XmlElement) {
		node.name = type.nodeName;
	}
	readList(type._start, node.list);
	for (const [key, item] of [...type._map].sort(([one], [other]) => (one < other ? -1 : 1))) {
		if (!item.deleted) {
			node.map[key] = readContent(item.content);
		}
	}
	return node;
}

function readList(start: Y.Item | null, list: Json[]): void {
	const marks = new Map<string, string>();
	let text = "";
	let textMarks = "";
	const flush = () => {
		if (text !== "") {
			list.push(`${textMarks}:${text}`);
			text = "";
		}
	};
	for (let item = start; item !== null; item = item.right) {
		if (item.deleted) {
			continue;
		}
		if (item.content instanceof Y.ContentFormat) {
			setMark(marks, item.content.key, item.content.value);
			continue;
		}
		const now = JSON.stringify([...marks].sort(([one], [other]) => (one < other ? -1 : 1)));
		if (item.content instanceof Y.ContentString) {
			if (now !== textMarks) {
				flush();
				textMarks = now;
			}
			text += item.content.str;
			continue;
		}
		flush();
		list.push(readContent(item.content));
	}
	flush();
}

function setMark(marks: Map<string, string>, key: string, value: unknown): void {
	if (value === null) {
		marks.delete(key);
	} else {
		marks.set(key, JSON.stringify(value));
	}
}

function readContent(content: Y.Item["content"]): Json {
	if (content instanceof Y.ContentType) {
		return readType(content.type);
	}
	return content instanceof Y.ContentString ? content.str : JSON.stringify(content.getContent());
}
