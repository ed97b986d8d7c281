import { inlineMarkdown } from "./markdown-inline.ts";
import { escapeText, oneLine, paragraphLines } from "./markdown-text.ts";
import type { ReportNode, RichBlock } from "./nodes.ts";
import { type UndrawnNode, undrawn } from "./undrawn.ts";

/**
 * A report as Markdown (CommonMark with GitHub's tables). People's words show as they were typed: no raw HTML, no
 * images, no links but http, https and mailto. A caption that a heading has said already is left out. `below`: the level
 * of the heading that it stands under.
 */
export function toMarkdown(nodes: readonly ReportNode[], { below = 0 }: { below?: 0 | 1 } = {}): string {
	const parts: string[] = [];
	let lists = 0;
	const written = undrawn(nodes);
	const headings = new Set(written.flatMap((node) => (node.kind === "heading" ? [node.text] : [])));
	for (const node of written) {
		const isList = node.kind === "list" || node.kind === "facts" || node.kind === "rich-text";
		lists = isList ? lists + 1 : 0;
		const caption = node.kind === "table" && !headings.has(node.caption) ? paragraph(escapeText(node.caption)) : "";
		parts.push(...[caption, nodeMarkdown(node, lists, below)].filter((part) => part !== ""));
	}
	return parts.length === 0 ? "" : `${parts.join("\n\n")}\n`;
}

/** `turn` counts lists that follow each other: they take turns with their sign, or they would be read as one list. */
function nodeMarkdown(node: UndrawnNode, turn: number, below: number): string {
	switch (node.kind) {
		case "heading": {
			const text = oneLine(escapeText(node.text));
			return text === "" ? "" : `${"#".repeat(below + node.level)} ${text}`;
		}
		case "paragraph":
			return paragraph(escapeText(node.text));
		case "note": {
			const text = oneLine(escapeText(node.text));
			return text === "" ? "" : `*${text}*`;
		}
		case "rich-text":
			return richBlocks(node.blocks, turn);
		case "list":
			return list(
				node.items.map((item) => paragraph(escapeText(item))),
				node.ordered,
				turn,
			);
		case "table":
			return table(node.head, node.rows);
		case "facts":
			return list(
				node.items.map(({ label, value }) => fact(label, value)),
				false,
				turn,
			);
	}
}

function paragraph(inline: string): string {
	return paragraphLines(inline).join("\\\n");
}

function fact(label: string, value: string): string {
	// As one paragraph, so that only what really starts a line is taken for its start: „25. November“ stays as it is.
	return paragraph(`**${oneLine(escapeText(label))}:** ${escapeText(value)}`);
}

function list(items: readonly string[], ordered: boolean, turn: number): string {
	const odd = turn % 2 === 1;
	return items
		.map((item, index) => {
			const sign = ordered ? `${index + 1}${odd ? "." : ")"} ` : odd ? "- " : "* ";
			return sign + (item === "" ? "–" : item).replaceAll(/\n(?!\n)/g, `\n${" ".repeat(sign.length)}`);
		})
		.join("\n");
}

function richBlocks(blocks: readonly RichBlock[], turn: number): string {
	let lists = turn;
	let result = "";
	for (const [index, block] of blocks.entries()) {
		const part = richBlock(block, lists);
		if (part === "") continue;
		const tight = block.kind === "list" && blocks[index - 1]?.kind === "paragraph";
		result += result === "" ? part : `${tight ? "\n" : "\n\n"}${part}`;
		if (block.kind === "list") lists += 1;
	}
	return result;
}

function richBlock(block: RichBlock, turn: number): string {
	if (block.kind === "paragraph") return paragraph(inlineMarkdown(block.runs));
	return list(
		block.items.map((item) => richBlocks(item, 1)),
		block.ordered,
		turn,
	);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
	const cell = (text: string | undefined) => oneLine(escapeText(text ?? ""), " · ");
	return [
		line(head.map(cell)),
		line(head.map(() => "---")),
		...rows.map((row) => line(head.map((_, column) => cell(row[column])))),
	].join("\n");
}
