import type { Distribution } from "../assessment/distribution.ts";
import type { Point } from "../blocks/points.ts";
import { ratedParts } from "../blocks/rated-parts.ts";
import { ratedIn } from "../blocks/registry.ts";
import type { Language } from "../contract/languages.ts";
import type { ScopeKind } from "../contract/snapshot.ts";
import { type AnsweredBlock, type AnsweredQuestion, isOf } from "../document/read.ts";
import { itemName } from "./item-name.ts";
import { ratedLabels } from "./ratings.ts";
import type { ResultSheet, Results } from "./results.ts";
import { tableWords } from "./table-words.ts";
import type { UnitResults } from "./unit-results.ts";
import { reportWords } from "./words.ts";

/**
 * Ratings one by one, for calculating with them: what a group, the plenary or a person's own sheet says, and what people
 * have rated each for themselves where that was revealed. Of those nothing is told but how often which value was chosen,
 * so their rows are in the order of the values, and hold nobody's name and no municipality.
 */
export interface RatingRow {
	/** A municipality; empty where ratings are not told by them. */
	unit: string;
	group: string;
	/** What is rated, where one question is asked of several things. */
	module: string;
	dimension: string;
	/** Null for somebody who cannot or does not want to say. */
	value: number | null;
	/** Of that point, or of not knowing. */
	label: string;
	stage: "individual" | "group" | "plenary" | "own";
	/** What is said of it; what people rated each for themselves has none. */
	reason: string;
	question: string;
	worksheet: string;
}

const STAGE: Record<ScopeKind, RatingRow["stage"]> = { group: "group", plenary: "plenary", participant: "own" };

/** In the order of the sheets, their questions and their parts: first the value agreed on, then those of each. */
export function ratingRows({ sheets, language }: Pick<Results, "sheets" | "language">): RatingRow[] {
	return sheets.flatMap((sheet) =>
		sheet.answered.sections.flatMap(({ blocks }) =>
			blocks.flatMap((block) =>
				givenRatings(block, language).flatMap((given) => questionRows(sheet, block, given, language)),
			),
		),
	);
}

function questionRows(
	{ scope, title, revealed }: ResultSheet,
	{ definition }: AnsweredBlock,
	{ question, ratings }: GivenRatings,
	language: Language,
): RatingRow[] {
	const asked = ratedParts(definition);
	const labels = ratedLabels(definition, language);
	const people = new Map(
		revealed
			.filter((one) => one.question === question.name)
			.flatMap(({ parts }) => parts.map(({ part, distribution }) => [part, distribution])),
	);
	return [...new Set([...ratings.map(({ part }) => part), ...people.keys()])].flatMap((part): RatingRow[] => {
		// What is no longer asked about had the scale that all of its kind have.
		const scale = (asked.find((one) => one.part === part) ?? asked[0])?.scale;
		const points = {
			points: scale?.points.map(({ value, label }) => ({ value, label: label[language] })) ?? [],
			unknown: scale?.unknown[language] ?? "",
		};
		const about = {
			unit: "",
			group: scope.name,
			module: itemName(question, language),
			dimension: part === "" ? "" : (labels.get(part) ?? part),
			question: definition.label[language],
			worksheet: title,
		};
		const given = ratings.find((one) => one.part === part);
		const spread = people.get(part);
		return [
			...(given === undefined || given.value === null
				? []
				: [{ ...about, ...said(given.value, points), stage: STAGE[scope.kind], reason: given.reason }]),
			...(spread === undefined ? [] : individualRows(about, spread, points)),
		];
	});
}

/** A scale in words. */
interface Points {
	points: readonly { value: number; label: string }[];
	unknown: string;
}

function said(value: Point, { points, unknown }: Points): Pick<RatingRow, "value" | "label"> {
	if (value === "unknown") return { value: null, label: unknown };
	return { value, label: points.find((point) => point.value === value)?.label ?? "" };
}

/** One row a person: by value, then those who cannot say. */
function individualRows(
	about: Omit<RatingRow, "value" | "label" | "stage" | "reason">,
	{ counts, unknown }: Pick<Distribution, "counts" | "unknown">,
	points: Points,
): RatingRow[] {
	const values = counts
		.toSorted((one, other) => one.value - other.value)
		.flatMap(({ value, people }) => Array.from({ length: people }, (): Point => value));
	return [...values, ...Array.from({ length: unknown }, (): Point => "unknown")].map((value) => ({
		...about,
		...said(value, points),
		stage: "individual",
		reason: "",
	}));
}

/** How the people of one municipality have rated, beside all others: each of them one row, without a name or a text. */
export function unitRatingRows({ unit, questions, language }: UnitResults): RatingRow[] {
	const others = tableWords[language].otherUnits;
	return questions.flatMap(({ title, prompt, subject, parts }) =>
		parts.flatMap((part) => {
			const about = {
				group: "",
				module: subject ?? "",
				dimension: part.part === "" ? "" : part.label,
				question: prompt,
				worksheet: title,
			};
			return [
				...(part.own === null ? [] : individualRows({ ...about, unit }, part.own, part)),
				...(part.others === null ? [] : individualRows({ ...about, unit: others }, part.others, part)),
			];
		}),
	);
}

interface GivenRatings {
	question: AnsweredQuestion;
	ratings: { part: string; value: Point | null; reason: string }[];
}

/** The ratings that an answer holds, with what is said of each. */
function givenRatings(block: AnsweredBlock, language: Language): GivenRatings[] {
	const words = reportWords[language];
	if (isOf(block, "module-assessment")) {
		return block.answers.map((question) => ({
			question,
			ratings: [...question.answer.dimensions, ...(question.answer.former ?? [])].map(
				({ id, state, evidence, remark, dissent = "" }) => ({
					part: id,
					value: state,
					reason: named([words.evidence, evidence], [words.remark, remark], [words.dissent, dissent]),
				}),
			),
		}));
	}
	const ratedWith = (question: AnsweredQuestion, reason: (part: string) => string): GivenRatings => ({
		question,
		ratings: ratedIn(block.definition, question.answer).map(({ part, value }) => ({
			part,
			value,
			reason: reason(part),
		})),
	});
	if (isOf(block, "scale")) {
		return block.answers.map((question) => ratedWith(question, () => question.answer.reason.trim()));
	}
	if (isOf(block, "checklist")) {
		return block.answers.map((question) =>
			ratedWith(question, (part) => question.answer.find(({ id }) => id === part)?.note?.trim() ?? ""),
		);
	}
	return block.answers.map((question) => ratedWith(question, () => ""));
}

function named(...texts: readonly (readonly [name: string, text: string])[]): string {
	return texts.flatMap(([name, text]) => (text.trim() === "" ? [] : [`${name}: ${text.trim()}`])).join("\n");
}
