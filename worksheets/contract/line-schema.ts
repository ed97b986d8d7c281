import { z } from "zod";
import { cleanLine, cleanText, codePoints } from "./text.ts";

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

/** Cleaned text of up to `max` code points, line breaks included; may be empty. */
export function optionalTextSchema(max: number) {
	return z
		.string()
		.max(max * 40, `at most ${max} characters`)
		.transform(cleanText)
		.refine((text) => codePoints(text) <= max, `at most ${max} characters`);
}
