import * as z from "zod/mini";
import { idSchema, questionNameSchema, slugSchema } from "../contract/ids.ts";
import { languageSchema } from "../contract/language-schemas.ts";
import { distributionSchema } from "./distribution.ts";

/**
 * What one workshop gives to the comparison over several dates, and all that is kept of a file from an earlier one: no
 * name of a group and nothing that people wrote but their measures. It is stored for as long as the workshop to which it
 * was added: a new field has a default.
 */

/** Longer texts are cut: what is compared are values. */
export const LONGEST_TEXT = 2_000;
export const LONGEST_ROW = 80;
/** More than any workshop of the library's sheets comes to; what goes beyond is left out. */
export const MOST_PARTS = 5_000;
export const MOST_MEASURES = 1_000;

const text = z.string().check(z.maxLength(LONGEST_TEXT));
const localized = z.object({ de: text, en: text });

/** A thing that is rated, as it was asked on that date, and what it came to. */
export const comparedPartSchema = z.object({
	worksheet: slugSchema,
	/** The worksheet's title. */
	title: localized,
	/** The question's name in its sheet: block and item. */
	question: questionNameSchema,
	prompt: localized,
	/** What the question is asked about, where it is asked of several things (structure modules). */
	item: z.nullable(localized),
	part: z.string().check(z.maxLength(200)),
	/** Of the part; the prompt's where the question is one rating. */
	label: localized,
	hint: z.nullable(localized),
	points: z.array(z.object({ value: z.number(), label: localized })).check(z.minLength(1), z.maxLength(11)),
	/** What the shared sheets say, each counted once. */
	groups: distributionSchema,
	/** What people said each for themselves, where that was revealed, all groups together. */
	people: z.nullable(distributionSchema),
});
export type ComparedPart = z.infer<typeof comparedPartSchema>;

/** A row of the plan of measures. */
export const comparedMeasureSchema = z.object({
	row: z.string().check(z.maxLength(LONGEST_ROW)),
	what: text,
	responsible: text,
	due: text,
	/** An option's id of the column. */
	status: text,
	/** Where it was taken from; of one that came along from an earlier date, that one's row. */
	source: z.nullable(z.object({ document: idSchema, row: z.string().check(z.maxLength(LONGEST_ROW)) })),
});
export type ComparedMeasure = z.infer<typeof comparedMeasureSchema>;

export const occasionSchema = z.object({
	/** The workshop's id. */
	workshop: idSchema,
	title: text,
	series: z.nullable(z.object({ name: text, number: z.int() })),
	language: languageSchema,
	/** When it was, or is to be; epoch milliseconds. */
	date: z.nullable(z.number()),
	place: text,
	participants: z.int().check(z.gte(0)),
	/** Whether it has not begun, is going on, or is over. */
	stage: z.enum(["coming", "running", "ended"]),
	parts: z.array(comparedPartSchema).check(z.maxLength(MOST_PARTS)),
	measures: z.array(comparedMeasureSchema).check(z.maxLength(MOST_MEASURES)),
});
export type Occasion = z.infer<typeof occasionSchema>;
