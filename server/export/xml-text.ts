/** What XML 1.0 cannot hold: control characters but tab and line feed, single surrogates, two that are no characters. */
const UNFIT = /[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** A text as XML can hold it; line ends become line feeds, and what cannot stand there becomes the replacement sign. */
export function xmlText(text: string): string {
	return text.replace(/\r\n?/g, "\n").replace(UNFIT, "\u{FFFD}");
}

/** A text between tags. */
export function escaped(text: string): string {
	return xmlText(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** A text within quotes. */
export function attribute(text: string): string {
	return escaped(text).replaceAll('"', "&quot;").replaceAll("'", "&apos;");
}
