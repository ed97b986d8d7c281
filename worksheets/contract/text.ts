import { z } from "zod";

/** Control characters, bidi overrides and isolates, zero-width and other invisible marks that could disguise a name. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u{115f}\u{1160}\u{3164}\u{ffa0}]/gu;

/** One visible line: NFC, invisible characters removed, white space folded and trimmed. */
export function cleanLine(value: string): string {
	return value
		.normalize("NFC")
		.replace(/[\r\n\t]/g, " ")
		.replace(INVISIBLE, "")
		.replace(/\s+/g, " ")
		.trim();
}

export function codePoints(value: string): number {
	return [...value].length;
}

/** A cleaned line of 1 to `max` code points. Longer input is refused rather than cut: nothing of a person's text goes silently. */
export function lineSchema(max: number) {
	return optionalLineSchema(max).refine((line) => line.length > 0, "must not be empty");
}

/** As `lineSchema`, but may be empty. */
export function optionalLineSchema(max: number) {
	return z
		.string()
		.max(max * 40, `at most ${max} characters`)
		.transform(cleanLine)
		.refine((line) => codePoints(line) <= max, `at most ${max} characters`);
}
