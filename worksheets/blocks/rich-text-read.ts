import * as Y from "yjs";
import type { RichBlock, RichRun } from "../report/nodes.ts";
import { RICH_MARKS, RICH_NODES, safeHref } from "./rich-text-schema.ts";

/** Deeper nesting is nothing a person can make in the editor; its text is read flat. */
const DEEPEST = 24;

/**
 * What tiptap wrote, as blocks of a report. Empty paragraphs and list items are left out. Unknown nodes give their
 * text as paragraphs, unknown marks are dropped, and nothing that others may have written here makes it throw.
 */
export function readRichText(fragment: Y.XmlFragment): RichBlock[] {
	return blocksOf(fragment.toArray(), 0);
}

function blocksOf(children: readonly unknown[], depth: number): RichBlock[] {
	const blocks: RichBlock[] = [];
	let line: RichRun[] = [];
	const endLine = () => {
		const runs = trimmed(line);
		if (runs.length > 0) blocks.push({ kind: "paragraph", runs });
		line = [];
	};
	for (const child of children) {
		if (child instanceof Y.Text) {
			line = line.concat(runsOf(child));
		} else if (nodeOf(child) === "hardBreak") {
			line.push({ text: "\n" });
		} else if (child instanceof Y.XmlFragment) {
			endLine();
			for (const block of nodeBlocks(child, depth + 1)) blocks.push(block);
		}
	}
	endLine();
	return blocks;
}

function nodeBlocks(node: Y.XmlFragment, depth: number): RichBlock[] {
	if (depth > DEEPEST) return flatText(node);
	const name = nodeOf(node);
	if (name !== "bulletList" && name !== "orderedList") return blocksOf(node.toArray(), depth);
	const items = node
		.toArray()
		.map((item) => blocksOf([item], depth))
		.filter((item) => item.length > 0);
	return items.length === 0 ? [] : [{ kind: "list", ordered: name === "orderedList", items }];
}

/** The node's name, or undefined for anything the schema does not have. */
function nodeOf(node: unknown): (typeof RICH_NODES)[number] | undefined {
	return node instanceof Y.XmlElement ? RICH_NODES.find((name) => name === node.nodeName) : undefined;
}

/** Every text below a node, one paragraph each, without recursion: the nesting may be deeper than the stack. */
function flatText(node: Y.XmlFragment): RichBlock[] {
	const blocks: RichBlock[] = [];
	const open: unknown[] = [node];
	while (open.length > 0) {
		const next = open.pop();
		if (next instanceof Y.Text) {
			const runs = trimmed(runsOf(next));
			if (runs.length > 0) blocks.push({ kind: "paragraph", runs });
		} else if (next instanceof Y.XmlFragment) {
			for (const child of next.toArray().reverse()) open.push(child);
		}
	}
	return blocks;
}

function runsOf(text: Y.Text): RichRun[] {
	const runs: RichRun[] = [];
	const delta: unknown = text.toDelta();
	if (!Array.isArray(delta)) return runs;
	for (const part of delta) {
		const insert = field(part, "insert");
		if (typeof insert === "string" && insert !== "") runs.push(runOf(insert, field(part, "attributes")));
	}
	return runs;
}

function runOf(text: string, attributes: unknown): RichRun {
	const run: RichRun = { text };
	if (typeof attributes !== "object" || attributes === null) return run;
	for (const [key, value] of Object.entries(attributes)) {
		if (value === null || value === undefined || value === false) continue;
		// Marks of one kind that overlap are told apart by a suffix.
		const mark = RICH_MARKS.find((known) => known === key.split("--")[0]);
		if (mark === "bold") run.bold = true;
		if (mark === "italic") run.italic = true;
		const href = mark === "link" ? safeHref(field(value, "href")) : null;
		if (href !== null) run.href = href;
	}
	return run;
}

function field(value: unknown, key: string): unknown {
	if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
	return Object.getOwnPropertyDescriptor(value, key)?.value;
}

/** Runs without white space and line breaks at either end of the paragraph. */
function trimmed(runs: readonly RichRun[]): RichRun[] {
	const result = runs.map((run) => ({ ...run }));
	while (result[0] !== undefined) {
		result[0].text = result[0].text.trimStart();
		if (result[0].text !== "") break;
		result.shift();
	}
	for (let last = result.at(-1); last !== undefined; last = result.at(-1)) {
		last.text = last.text.trimEnd();
		if (last.text !== "") break;
		result.pop();
	}
	return result;
}
