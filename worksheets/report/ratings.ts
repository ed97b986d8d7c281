import type { z } from "zod";
import type { Distribution } from "../assessment/distribution.ts";
import type { RatingResult } from "../assessment/rating-result.ts";
import type { Block } from "../blocks/definitions.ts";
import { pointText } from "../blocks/points.ts";
import { ratedParts } from "../blocks/rated-parts.ts";
import type { Language } from "../contract/languages.ts";
import type { ReportNode } from "./nodes.ts";
import { atMostOneDecimal, unbroken } from "./numbers.ts";
import type { revealedSchema } from "./results-schema.ts";
import { reportWords } from "./words.ts";

/** How people have rated a question each for themselves, as it was revealed in the sheet that they share. */
export type RevealedRatings = z.infer<typeof revealedSchema>;

/** What the parts of a block are called, those included that are no longer asked about. */
export function ratedLabels(block: Block, language: Language): Map<string, string> {
	const labels = new Map(ratedParts(block).map(({ part, label }) => [part, label[language]]));
	if (block.type === "module-assessment") {
		const { formerDimension } = reportWords[language];
		for (const { id, label } of block.former ?? []) labels.set(id, formerDimension(label[language]));
	}
	return labels;
}

/** What was revealed of a question: a line for each part of its block; nothing where none of them may be told. */
export function ratingNodes(
	block: Block,
	{ eligible, submitted, parts }: RatingResult,
	language: Language,
): ReportNode[] {
	const words = reportWords[language];
	const labels = ratedLabels(block, language);
	const asked = ratedParts(block);
	if (parts.length === 0) return [];
	return [
		{
			kind: "distributions",
			caption: words.ratedAlone(submitted, eligible),
			head: [words.row, "n", words.median, words.range, words.notRated, words.byPoint],
			share: [5, 1, 1.8, 2.6, 2.4, 5.6],
			parts: parts.map(({ part, distribution }) => {
				const label = labels.get(part) ?? part;
				// What is no longer asked about had the scale that all of its kind have.
				const scale = (asked.find((one) => one.part === part) ?? asked[0])?.scale;
				const points = distribution.counts.map(({ value, people }) => ({
					name: (scale && pointText(scale, value, language)) || String(value),
					people,
				}));
				return {
					row: [
						label,
						String(distribution.n),
						medianText(distribution.median, language),
						rangeText(distribution),
						String(distribution.unknown),
						distribution.counts.map(({ value, people }) => `${value}: ${people}`).join(" · "),
					],
					distribution,
					said: spreadInWords(distribution, language),
					alternative: `${label}: ${words.byPoint}. ${points.map(({ name, people }) => `${name}: ${people}`).join("; ")}`,
					ends: [points[0]?.name ?? "", points.at(-1)?.name ?? ""],
				};
			}),
		},
	];
}

/** How people are spread over one part, in a sentence: what stands beside its figure, with the numbers of its row. */
export function distributionSentence(label: string, distribution: Distribution, language: Language): string {
	return `${label}: ${spreadInWords(distribution, language)}`;
}

function spreadInWords(distribution: Distribution, language: Language): string {
	const words = reportWords[language];
	const { n, unknown, lowest, highest } = distribution;
	const spread = n > 1 && lowest === highest ? words.allAlike : unbroken(`${words.range} ${rangeText(distribution)}`);
	return [
		...(n === 0 ? [words.noneRated] : [unbroken(`${words.median} ${medianText(distribution.median, language)}`)]),
		...(n > 1 ? [spread] : []),
		...(n === 0 ? [] : [unbroken(`n = ${n}`)]),
		...(unknown === 0 ? [] : [words.withoutRating(unknown)]),
	].join(", ");
}

/** „2,5“; a dash where nobody chose a point. */
export function medianText(median: number | null, language: Language): string {
	return median === null ? "–" : atMostOneDecimal(median, language);
}

/** „1–4“; the point itself where all chose the same. */
export function rangeText({ lowest, highest }: Distribution): string {
	if (lowest === null || highest === null) return "–";
	return lowest === highest ? String(lowest) : `${lowest}–${highest}`;
}
