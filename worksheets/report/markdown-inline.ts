import { escapePlain, escapeText, linkTarget } from "./markdown-text.ts";
import type { RichRun } from "./nodes.ts";

/**
 * Runs of formatted text as inline Markdown; line breaks stay "\n" for `paragraphLines`. Formatting that Markdown
 * cannot express at a place (bold from the middle of „a(b“) is left out rather than shown as asterisks.
 */
export function inlineMarkdown(runs: readonly RichRun[]): string {
	const stretches = joined(runs);
	let result = "";
	let afterMark = false;
	for (const [index, { text, sign }] of stretches.entries()) {
		const core = text.trim();
		const start = text.length - text.trimStart().length;
		const before = start > 0 ? " " : result;
		const after = text.length > start + core.length ? " " : (stretches[index + 1]?.text ?? "");
		const touchesMark: boolean = afterMark && start === 0;
		const marked: boolean = sign !== "" && core !== "" && !touchesMark && opens(before, core) && closes(core, after);
		result += marked ? text.replace(core, () => `${sign}${core}${sign}`) : text;
		afterMark = marked && after !== " ";
	}
	return result;
}

interface Stretch {
	text: string;
	/** `*`, `**` or `***`; empty for plain text. */
	sign: string;
}

/** Neighbours with the same formatting as one stretch: two signs in a row would be read as one. */
function joined(runs: readonly RichRun[]): Stretch[] {
	const stretches: Stretch[] = [];
	for (const run of runs) {
		const sign = `${run.italic ? "*" : ""}${run.bold ? "**" : ""}`;
		const text = linked(run);
		const last = stretches.at(-1);
		if (text === "") continue;
		if (last?.sign === sign) last.text += text;
		else stretches.push({ text, sign });
	}
	return stretches;
}

function linked({ text, href }: RichRun): string {
	const target = href === undefined || text.trim() === "" ? null : linkTarget(href);
	if (target !== null) return `[${escapePlain(text)}](${target})`;
	// A link may follow, and the sign would turn it into an image that loads by itself.
	return escapeText(text).replace(/!$/, "\\!");
}

/** An opening sign counts at the start, after white space, or before a letter or digit. */
function opens(before: string, core: string): boolean {
	return before === "" || /\s$/.test(before) || /^[\p{L}\p{N}]/u.test(core);
}

function closes(core: string, after: string): boolean {
	return after === "" || /^\s/.test(after) || /[\p{L}\p{N}]$/u.test(core);
}
