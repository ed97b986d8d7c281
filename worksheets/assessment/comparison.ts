import * as z from "zod/mini";
import { questionNameSchema, slugSchema } from "../contract/ids.ts";
import type { Language, Localized } from "../contract/languages.ts";
import { type ComparedPart, comparedPartSchema, type Occasion } from "./occasion.ts";
import { thingOf } from "./thing.ts";

/**
 * Several dates side by side: the same things by their ids, whatever they were called. Two medians are subtracted only
 * where both dates asked the same in the same words and on the same scale; where they did not, that is told.
 */

const position = z.int().check(z.gte(0));
const localized = z.object({ de: z.string(), en: z.string() });

/** What stands between two dates: which of them, by their places in the list; and the later median less the earlier one. */
const changeSchema = z.object({
	from: position,
	to: position,
	/** What was not the same; then there is no difference. */
	differs: z.array(z.enum(["wording", "scale"])),
	/** Null as well where a median is missing on one of the dates. */
	groups: z.nullable(z.number()),
	people: z.nullable(z.number()),
});
export type Change = z.infer<typeof changeSchema>;

const cellSchema = z.object({
	...z.pick(comparedPartSchema, { groups: true, people: true, points: true, prompt: true, item: true, label: true })
		.shape,
	hint: comparedPartSchema.shape.hint,
});
export type ComparedCell = z.infer<typeof cellSchema>;

const rowSchema = z.object({
	part: z.string(),
	/** As on the last date that has it. */
	label: localized,
	/** By date; null where it was not asked, or nobody answered. At least two are there. */
	cells: z.array(z.nullable(cellSchema)),
	/** From each date that has it to the next one that has it. */
	changes: z.array(changeSchema),
	/** From the first date that has it to the last, where there are others between. */
	overall: z.nullable(changeSchema),
});
export type ComparedRow = z.infer<typeof rowSchema>;

const questionSchema = z.object({
	question: questionNameSchema,
	prompt: localized,
	item: z.nullable(localized),
	rows: z.array(rowSchema),
});
export type ComparedQuestion = z.infer<typeof questionSchema>;

export const comparisonSchema = z.object({
	sheets: z.array(z.object({ worksheet: slugSchema, title: localized, questions: z.array(questionSchema) })),
	/** What only one date has, by its place in the list; a question's parts together. */
	once: z.array(
		z.object({
			at: position,
			worksheet: slugSchema,
			title: localized,
			question: questionNameSchema,
			prompt: localized,
			item: z.nullable(localized),
			labels: z.array(localized),
		}),
	),
});
export type Comparison = z.infer<typeof comparisonSchema>;

/** `occasions` in the order of their dates. Sheets, questions and parts stand in the order of the last date that has them. */
export function compare(occasions: readonly Occasion[]): Comparison {
	const dates = occasions.map(({ parts }) => new Map(parts.map((part) => [thingOf(part), part])));
	const seen = new Map<string, { part: ComparedPart; at: number[] }>();
	for (const [at, parts] of [...dates.entries()].reverse()) {
		for (const [thing, part] of parts) {
			const known = seen.get(thing);
			if (known === undefined) seen.set(thing, { part, at: [at] });
			else known.at.unshift(at);
		}
	}
	const sheets: Comparison["sheets"] = [];
	const once: Comparison["once"] = [];
	for (const [thing, { part, at }] of seen) {
		const [first = 0] = at;
		if (at.length === 1) noteOnce(once, first, part);
		else
			rowsFor(sheets, part).push(
				rowOf(
					occasions,
					dates.map((parts) => parts.get(thing) ?? null),
					part,
				),
			);
	}
	return { sheets, once: once.sort((one, other) => one.at - other.at) };
}

function noteOnce(once: Comparison["once"], at: number, part: ComparedPart): void {
	const { worksheet, title, question, prompt, item, label } = part;
	const known = once.find((entry) => entry.at === at && entry.worksheet === worksheet && entry.question === question);
	if (known === undefined) once.push({ at, worksheet, title, question, prompt, item, labels: [label] });
	else known.labels.push(label);
}

/** Where a part's row belongs; made when it is the first of its sheet or question. */
function rowsFor(sheets: Comparison["sheets"], part: ComparedPart): ComparedRow[] {
	const { worksheet, title, question, prompt, item } = part;
	const sheet = sheets.find((known) => known.worksheet === worksheet) ?? { worksheet, title, questions: [] };
	if (!sheets.includes(sheet)) sheets.push(sheet);
	const asked = sheet.questions.find((known) => known.question === question) ?? { question, prompt, item, rows: [] };
	if (!sheet.questions.includes(asked)) sheet.questions.push(asked);
	return asked.rows;
}

function rowOf(
	occasions: readonly Occasion[],
	parts: readonly (ComparedPart | null)[],
	last: ComparedPart,
): ComparedRow {
	const there = parts.flatMap((part, at) => (part === null ? [] : [{ part, at }]));
	const between = (from: (typeof there)[number] | undefined, to: (typeof there)[number] | undefined): Change[] => {
		if (from === undefined || to === undefined) return [];
		const languages = [occasions[from.at], occasions[to.at]].flatMap((occasion) => occasion?.language ?? []);
		return [{ from: from.at, to: to.at, ...changeOf(from.part, to.part, languages) }];
	};
	return {
		part: last.part,
		label: last.label,
		cells: parts.map((part) => (part === null ? null : cellOf(part))),
		changes: there.slice(1).flatMap((to, index) => between(there[index], to)),
		overall: there.length > 2 ? (between(there[0], there.at(-1))[0] ?? null) : null,
	};
}

function cellOf({ groups, people, points, prompt, item, label, hint }: ComparedPart): ComparedCell {
	return { groups, people, points, prompt, item, label, hint };
}

/** `languages`: in which people read the two; words of a language that nobody read make no difference. */
function changeOf(
	from: ComparedPart,
	to: ComparedPart,
	languages: readonly Language[],
): Pick<Change, "differs" | "groups" | "people"> {
	const alike = (one: Localized | null, other: Localized | null) =>
		languages.every((language) => one?.[language] === other?.[language]);
	const wording = (["prompt", "item", "label", "hint"] as const).every((text) => alike(from[text], to[text]));
	const scale =
		from.points.length === to.points.length &&
		from.points.every((point, index) => {
			const other = to.points[index];
			return other?.value === point.value && alike(point.label, other.label);
		});
	const differs = [...(wording ? [] : (["wording"] as const)), ...(scale ? [] : (["scale"] as const))];
	const less = (later: number | null, earlier: number | null) =>
		differs.length > 0 || later === null || earlier === null ? null : later - earlier;
	return {
		differs,
		groups: less(to.groups.median, from.groups.median),
		people: less(to.people?.median ?? null, from.people?.median ?? null),
	};
}
