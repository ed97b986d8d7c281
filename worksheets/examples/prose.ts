import * as Y from "yjs";

const POINT = "- ";

/** Writes plain lines as the editor stores them: each a paragraph, those that begin with a dash one list. */
export function writeProse(fragment: Y.XmlFragment, text: string): void {
	let list: Y.XmlElement | null = null;
	for (const line of text.split("\n").map((one) => one.trim())) {
		if (line === "") continue;
		if (!line.startsWith(POINT)) {
			list = null;
			paragraph(fragment, line);
			continue;
		}
		if (list === null) {
			list = new Y.XmlElement("bulletList");
			fragment.push([list]);
		}
		const item = new Y.XmlElement("listItem");
		list.push([item]);
		paragraph(item, line.slice(POINT.length));
	}
}

function paragraph(parent: Y.XmlFragment, text: string): void {
	const node = new Y.XmlElement("paragraph");
	parent.push([node]);
	node.push([new Y.XmlText(text)]);
}
