/** Control characters, bidi overrides and isolates, zero-width and other invisible marks that could disguise a name. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u{115f}\u{1160}\u{3164}\u{ffa0}]/gu;

/** Half a character, which no file and no address can hold. */
const HALVES = /\p{Cs}/gu;

/** One visible line: NFC, invisible characters removed, half characters replaced, white space folded and trimmed. */
export function cleanLine(value: string): string {
	return value
		.normalize("NFC")
		.replace(/[\r\n\t]/g, " ")
		.replace(INVISIBLE, "")
		.replace(HALVES, "\u{fffd}")
		.replace(/\s+/g, " ")
		.trim();
}

/** Lines that one can see, each cleaned as `cleanLine` does it; never more than one empty line between two. */
export function cleanText(value: string): string {
	const lines = value.split(/\r\n|[\r\n]/).map(cleanLine);
	return lines
		.join("\n")
		.replace(/\n{3,}/g, "\n\n")
		.trim();
}

export function codePoints(value: string): number {
	return [...value].length;
}
