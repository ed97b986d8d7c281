import type { ReportNode, RichBlock } from "./nodes.ts";
import { type UndrawnNode, undrawn } from "./undrawn.ts";

interface LineOptions {
	/** Whether an address stands behind the words that lead to it. */
	addresses?: boolean;
}

/** A report as plain lines: one for each paragraph, list item, table row or value. */
export function plainLines(nodes: readonly ReportNode[], options: LineOptions = {}): string[] {
	return undrawn(nodes)
		.flatMap((node) => linesOf(node, options))
		.filter((line) => line !== "");
}

function linesOf(node: UndrawnNode, options: LineOptions): string[] {
	switch (node.kind) {
		case "heading":
		case "paragraph":
		case "note":
			return [node.text.trim()];
		case "rich-text":
			return node.blocks.flatMap((block) => richLines(block, options));
		case "list":
			return node.items;
		case "table":
			return node.rows.map((row) => rowLine(node.head, row));
		case "facts":
			return node.items.map(({ label, value }) => `${label}: ${value}`);
	}
}

function richLines(block: RichBlock, options: LineOptions): string[] {
	if (block.kind === "list") {
		return block.items.flatMap((item) => item.flatMap((part) => richLines(part, options)).map((line) => `– ${line}`));
	}
	return [
		block.runs
			.map(({ text, href }) =>
				options.addresses !== true || href === undefined || href === text ? text : `${text} (${href})`,
			)
			.join("")
			.trim(),
	];
}

/** Empty cells are left out; a cell's own line breaks would tear the row apart. */
function rowLine(head: readonly string[], row: readonly string[]): string {
	return row
		.map((cell) => cell.replace(/\s+/g, " ").trim())
		.flatMap((cell, column) => (cell === "" ? [] : [`${head[column] ?? ""}: ${cell}`]))
		.join(" · ");
}
