import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { blockOf } from "../document/every-block.fixture.ts";
import { richTextBlock, richTextOf } from "./rich-text.ts";
import { safeHref } from "./rich-text-schema.ts";

const block = blockOf("rich-text", "goal");

function element(name: string, ...children: (Y.XmlElement | Y.XmlText | string)[]): Y.XmlElement {
	const node = new Y.XmlElement(name);
	node.insert(
		0,
		children.map((child) => (typeof child === "string" ? new Y.XmlText(child) : child)),
	);
	return node;
}

function readOf(...nodes: (Y.XmlElement | Y.XmlText)[]) {
	const doc = new Y.Doc();
	richTextOf(doc, block, undefined).push(nodes);
	return richTextBlock.read(doc, block);
}

function line(...texts: string[]) {
	return { kind: "paragraph", runs: texts.map((text) => ({ text })) };
}

describe("rich text", () => {
	it("is empty while nobody wrote, and when only empty paragraphs stand there", () => {
		expect(richTextBlock.read(new Y.Doc(), block)).toEqual([]);
		expect(readOf(element("paragraph"), element("paragraph", "  "))).toEqual([]);
	});

	it("reads paragraphs, lists in lists and line breaks as tiptap writes them", () => {
		const inner = element("orderedList", element("listItem", element("paragraph", "b")));
		expect(
			readOf(
				element("paragraph", "one", new Y.XmlElement("hardBreak"), "two"),
				element("bulletList", element("listItem", element("paragraph", "a"), inner)),
			),
		).toEqual([
			line("one", "\n", "two"),
			{
				kind: "list",
				ordered: false,
				items: [[line("a"), { kind: "list", ordered: true, items: [[line("b")]] }]],
			},
		]);
	});

	it("reads bold, italic and links, also where marks carry a suffix", () => {
		const text = new Y.XmlText();
		text.insert(0, "bold", { bold: {}, "italic--k3l9": {} });
		text.insert(4, "link", { bold: null, "italic--k3l9": null, link: { href: "HTTPS://Example.org/a b" } });
		expect(readOf(element("paragraph", text))).toEqual([
			{
				kind: "paragraph",
				runs: [
					{ text: "bold", bold: true, italic: true },
					{ text: "link", href: "https://example.org/a%20b" },
				],
			},
		]);
	});

	it("keeps the text of nodes it does not know as paragraphs", () => {
		expect(
			readOf(
				element("heading", "Title"),
				element("table", element("tableRow", element("tableCell", element("paragraph", "cell")))),
				new Y.XmlText("loose"),
				element("listItem", element("paragraph", "stray")),
			),
		).toEqual([line("Title"), line("cell"), line("loose"), line("stray")]);
	});

	it("keeps text that is nested deeper than any stack", () => {
		const doc = new Y.Doc();
		doc.transact(() => {
			let node = richTextOf(doc, block, undefined);
			for (let depth = 0; depth < 5_000; depth += 1) {
				const child = new Y.XmlElement(depth % 2 === 0 ? "bulletList" : "listItem");
				node.insert(0, [child]);
				node = child;
			}
			node.insert(0, [new Y.XmlText("deep")]);
		});
		expect(JSON.stringify(richTextBlock.read(doc, block))).toContain('"deep"');
	});

	it.each([
		"javascript:alert(1)",
		" JaVa\nScript:alert(1)",
		"data:text/html,x",
		"vbscript:x",
		"//example.org",
		"/relative",
		"",
		7,
		null,
		{ href: "https://example.org" },
		`https://example.org/${"a".repeat(3_000)}`,
	])("makes plain text of a link to %j", (href) => {
		expect(safeHref(href)).toBeNull();
	});

	it.each(["https://example.org/", "http://example.org/?a=1", "mailto:a@example.org"])("keeps a link to %s", (href) => {
		expect(safeHref(href)).toBe(href);
	});
});
