import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { blockOf } from "../document/every-block.fixture.ts";
import { keyMessageOf, keyMessageText, richTextBlock, richTextOf } from "./rich-text.ts";
import { appendParagraphs } from "./rich-text-append.ts";
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

describe("Kernaussage", () => {
	const asked = blockOf("rich-text", "outcome");
	const repeated = blockOf("rich-text", "sum");

	it("is part of the answer and the report, before the prose", () => {
		const doc = new Y.Doc();
		keyMessageText(doc, asked, undefined).insert(0, " Es fehlt die Wirtschaft. ");
		appendParagraphs(doc, asked, undefined, "Lange Antwort");
		const answer = richTextBlock.read(doc, asked);
		expect(answer).toEqual([{ kind: "key-message", text: "Es fehlt die Wirtschaft." }, line("Lange Antwort")]);
		expect(keyMessageOf(answer)).toBe("Es fehlt die Wirtschaft.");
		expect(richTextBlock.report(asked, answer, "de")).toEqual([
			{ kind: "facts", items: [{ label: "Kernaussage", value: "Es fehlt die Wirtschaft." }] },
			{ kind: "rich-text", blocks: [line("Lange Antwort")] },
		]);
	});

	it("is an answer by itself, one for each thing a question repeats over, and none where nobody asks for it", () => {
		const doc = new Y.Doc();
		keyMessageText(doc, repeated, "board").insert(0, "Er entscheidet.");
		expect(richTextBlock.isEmpty(richTextBlock.read(doc, repeated, "board"))).toBe(false);
		expect(richTextBlock.report(repeated, richTextBlock.read(doc, repeated, "board"), "en")).toHaveLength(1);
		expect(richTextBlock.read(doc, repeated, "circle")).toEqual([]);
		expect(richTextBlock.read(doc, { ...repeated, keyMessage: false }, "board")).toEqual([]);
	});
});

describe("appending", () => {
	it("puts each line in a paragraph of its own at the end, in one step", () => {
		const doc = new Y.Doc();
		richTextOf(doc, block, undefined).push([element("bulletList", element("listItem", element("paragraph", "a")))]);
		let updates = 0;
		doc.on("update", () => {
			updates += 1;
		});
		expect(appendParagraphs(doc, block, undefined, " eins\r\n\n zwei 👩‍👩‍👧 ")).toBe(true);
		expect(updates).toBe(1);
		expect(richTextBlock.read(doc, block).slice(1)).toEqual([line("eins"), line("zwei 👩‍👩‍👧")]);
	});

	it("writes nothing when there is nothing to add", () => {
		const doc = new Y.Doc();
		expect(appendParagraphs(doc, block, undefined, " \n\t")).toBe(false);
		expect(doc.store.clients.size).toBe(0);
	});

	it("leaves empty paragraphs behind it, where somebody's caret may stand", () => {
		const doc = new Y.Doc();
		const empty = element("paragraph", new Y.XmlText());
		richTextOf(doc, block, undefined).push([element("paragraph"), element("paragraph", "eins"), empty]);
		appendParagraphs(doc, block, undefined, "zwei");
		expect(richTextOf(doc, block, undefined).toArray().map(String)).toEqual([
			"<paragraph></paragraph>",
			"<paragraph>eins</paragraph>",
			"<paragraph>zwei</paragraph>",
			"<paragraph></paragraph>",
		]);
		expect(richTextOf(doc, block, undefined).get(3)).toBe(empty);
	});

	it("keeps what two people add at once, each whole", () => {
		const [one, other] = [new Y.Doc(), new Y.Doc()];
		appendParagraphs(one, block, undefined, "eins\nzwei");
		appendParagraphs(other, block, undefined, "drei\nvier");
		Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
		Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
		expect(richTextBlock.read(one, block)).toEqual(richTextBlock.read(other, block));
		expect([
			["eins", "zwei", "drei", "vier"],
			["drei", "vier", "eins", "zwei"],
		]).toContainEqual(
			richTextBlock.read(one, block).flatMap((part) => (part.kind === "paragraph" ? part.runs[0]?.text : [])),
		);
	});
});
