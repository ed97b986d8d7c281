/**
 * The nodes and marks a guiding question may hold. The editor's extensions and the reader below both follow this
 * list; what a document holds beyond it is read as plain paragraphs, so that no text ever vanishes from a report.
 */
export const RICH_NODES = ["paragraph", "bulletList", "orderedList", "listItem", "hardBreak"] as const;

export const RICH_MARKS = ["bold", "italic", "link"] as const;

const SCHEMES: readonly string[] = ["http:", "https:", "mailto:"];
const LONGEST_LINK = 2_048;

/**
 * A link's address as browsers understand it (white space, control characters and letter case normalised), or null
 * for anything but http, https and mailto.
 */
export function safeHref(href: unknown): string | null {
	if (typeof href !== "string" || href.length > LONGEST_LINK || !URL.canParse(href)) return null;
	const url = new URL(href);
	return SCHEMES.includes(url.protocol) ? url.href : null;
}
