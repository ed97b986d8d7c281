import { safeHref } from "../blocks/rich-text-schema.ts";

/**
 * Text as Markdown that shows exactly this text. What could become markup, raw HTML, an entity, an image or a link is
 * escaped wherever it stands; what only means something at the start of a line is left to `paragraphLines`.
 */
export function escapeText(text: string): string {
	let result = "";
	let rest = 0;
	for (const match of text.matchAll(BARE_LINK)) {
		const link = match[0].replace(/[.,;:!?'()]+$/, "");
		if (safeHref(link) === null || ENTITY.test(link)) continue;
		result += `${escapePlain(text.slice(rest, match.index))}<${link}>`;
		rest = match.index + link.length;
	}
	return result + escapePlain(text.slice(rest));
}

/** As `escapeText`, with no addresses made into links: for the inside of a link. */
export function escapePlain(text: string): string {
	return visible(text)
		.replace(/[\\`*_[\]<~|#$]/g, "\\$&")
		.replace(/&(?=[#A-Za-z0-9]|$)/g, "\\&");
}

/** An address inside a link's parentheses; null unless it is http, https or mailto. */
export function linkTarget(href: string): string | null {
	const safe = safeHref(href);
	if (safe === null) return null;
	const target = safe
		.replace(/[\s<>\\|`]/g, (character) => encodeURIComponent(character))
		.replace(/&(?=#?[A-Za-z0-9]+;)/g, "\\&");
	return /[()]/.test(target) ? `<${target}>` : target;
}

/**
 * Escaped inline text as the lines of one paragraph. Blank lines go, because they would end it, and so does
 * indentation, because it would make code; list and quote signs at the start of a line are made harmless.
 */
export function paragraphLines(inline: string): string[] {
	return inline
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => line !== "")
		.map((line) => line.replace(/^[-+=>]/, "\\$&").replace(/^(\d{1,9})([.)])/, "$1\\$2"));
}

/** The same in one line, for headings and table cells. */
export function oneLine(inline: string, separator = " "): string {
	return inline
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => line !== "")
		.join(separator);
}

const BARE_LINK = /\bhttps?:\/\/[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]+/g;
const ENTITY = /&#?[A-Za-z0-9]+;/;

/** Line ends as "\n"; control characters and the library's soft hyphens are nothing to read. */
function visible(text: string): string {
	return text
		.replace(/\r\n?|[\u2028\u2029]/g, "\n")
		.replace(/\t/g, " ")
		.replace(/(?!\n)\p{Cc}|\u00ad/gu, "");
}
