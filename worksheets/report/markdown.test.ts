import { describe, expect, it } from "vitest";
import { toMarkdown } from "./markdown.ts";
import type { ReportNode, RichRun } from "./nodes.ts";

function paragraph(text: string): string {
	return toMarkdown([{ kind: "paragraph", text }]);
}

function runs(...parts: RichRun[]): string {
	return toMarkdown([{ kind: "rich-text", blocks: [{ kind: "paragraph", runs: parts }] }]);
}

function line(text: string) {
	return { kind: "paragraph" as const, runs: [{ text }] };
}

describe("Markdown of a report", () => {
	it("leaves a date behind a label as people write it", () => {
		const facts: ReportNode[] = [{ kind: "facts", items: [{ label: "Datum", value: "25. November 2026\n1. Zeile" }] }];
		expect(toMarkdown(facts)).toContain("**Datum:** 25. November 2026\\\n  1\\. Zeile");
	});

	it("writes every kind of node", () => {
		const nodes: ReportNode[] = [
			{ kind: "heading", level: 2, text: "Aus\u00adwahl\nhier" },
			{ kind: "paragraph", text: "eins\n\nzwei" },
			{ kind: "note", text: "Keine Antwort" },
			{ kind: "list", ordered: true, items: ["a", "", "b\nc"] },
			{ kind: "list", ordered: true, items: ["d"] },
			{ kind: "table", caption: "Tabelle", head: ["A", "B"], rows: [["a|b", "x\ny"], ["nur eine"]] },
			{
				kind: "facts",
				items: [
					{ label: "Stand", value: "3 umgesetzt" },
					{ label: "Leer", value: "" },
				],
			},
		];
		expect(toMarkdown(nodes)).toBe(
			[
				"## Auswahl hier",
				"eins\\\nzwei",
				"*Keine Antwort*",
				"1. a\n2. –\n3. b\\\n   c",
				"1) d",
				"Tabelle",
				"| A | B |\n| --- | --- |\n| a\\|b | x · y |\n| nur eine |  |",
				"- **Stand:** 3 umgesetzt\n- **Leer:**\n",
			].join("\n\n"),
		);
	});

	it("nests lists and keeps a second list apart from the first", () => {
		expect(
			toMarkdown([
				{
					kind: "rich-text",
					blocks: [
						{
							kind: "list",
							ordered: false,
							items: [[line("a"), { kind: "list", ordered: true, items: [[line("b"), line("c")]] }]],
						},
						{ kind: "list", ordered: false, items: [[line("d")]] },
						line("e"),
					],
				},
			]),
		).toBe("- a\n  1. b\n\n     c\n\n* d\n\ne\n");
	});

	it.each([
		["<script>alert(1)</script>", "\\<script>alert(1)\\</script>"],
		["<!-- x -->", "\\<!-- x -->"],
		["[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))"],
		["![x](https://evil.example/p.png)", "!\\[x\\](<https://evil.example/p.png>)"],
		["<javascript:alert(1)>", "\\<javascript:alert(1)>"],
		["*a* _b_ `c` ~~d~~ **e**", "\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~ \\*\\*e\\*\\*"],
		["&lt;b&gt; &#60; R & D", "\\&lt;b\\&gt; &\\#60; R & D"],
		["# kein Titel", "\\# kein Titel"],
		["- kein Punkt", "\\- kein Punkt"],
		["12. Mai", "12\\. Mai"],
		["> kein Zitat", "\\> kein Zitat"],
		["Titel\n===", "Titel\\\n\\==="],
		["    kein Code", "kein Code"],
		["| a |\n| - |", "\\| a \\|\\\n\\| - \\|"],
		["C:\\temp\\", "C:\\\\temp\\\\"],
		["a\u0000b\u0007c", "abc"],
	])("shows %j as it was typed", (typed, markdown) => {
		expect(paragraph(typed)).toBe(`${markdown}\n`);
	});

	it("lets an address people typed be followed, whole and nothing else", () => {
		expect(paragraph("siehe https://example.org/a_b?x=1&y=2.")).toBe("siehe <https://example.org/a_b?x=1&y=2>.\n");
		expect(paragraph("javascript:alert(1) ftp://example.org")).toBe("javascript:alert(1) ftp://example.org\n");
	});

	it("formats runs, and gives up formatting that would show as asterisks", () => {
		expect(runs({ text: "ganz " }, { text: "wichtig ", bold: true }, { text: "ist", italic: true, bold: true })).toBe(
			"ganz **wichtig** ***ist***\n",
		);
		expect(runs({ text: "a" }, { text: "(b)", bold: true }, { text: "c" })).toBe("a(b)c\n");
		expect(runs({ text: "a", bold: true }, { text: "b", italic: true })).toBe("**a**b\n");
	});

	it("links only to http, https and mailto", () => {
		expect(runs({ text: "hier [x]", href: "https://example.org/a(b)|c" })).toBe(
			"[hier \\[x\\]](<https://example.org/a(b)%7Cc>)\n",
		);
		expect(runs({ text: "Post", href: "mailto:a@example.org" })).toBe("[Post](mailto:a@example.org)\n");
		expect(runs({ text: "böse", href: "javascript:alert(1)" })).toBe("böse\n");
	});

	it("never makes an image of a link behind an exclamation mark", () => {
		expect(runs({ text: "Achtung!" }, { text: "hier", href: "https://example.org/" })).toBe(
			"Achtung\\![hier](https://example.org/)\n",
		);
	});

	it("keeps the levels of its headings apart below a title", () => {
		const nodes = ([3, 4] as const).map((level) => ({ kind: "heading" as const, level, text: "Frage" }));
		expect(toMarkdown(nodes, { below: 1 })).toBe("#### Frage\n\n##### Frage\n");
	});

	it("is empty for a report without nodes", () => {
		expect(toMarkdown([])).toBe("");
	});
});
