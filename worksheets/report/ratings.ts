import type { Distribution } from "../assessment/distribution.ts";
import type { RatingResult } from "../assessment/rating-result.ts";
import type { Block } from "../blocks/definitions.ts";
import type { Language } from "../contract/languages.ts";
import { askedToRate } from "../document/ratings.ts";
import type { ReportNode } from "./nodes.ts";
import { oneDecimal } from "./numbers.ts";
import { reportWords } from "./words.ts";

/** How people have rated a question each for themselves, as it was revealed in the sheet that they share. */
export interface RevealedRatings extends RatingResult {
	/** The question's name in the sheet. */
	question: string;
}

/** What was revealed of a question: a line for each part of its block. */
export function ratingNodes(
	block: Block,
	{ eligible, submitted, parts }: RatingResult,
	language: Language,
): ReportNode[] {
	const words = reportWords[language];
	const labels = new Map(askedToRate(block).map(({ part, label }) => [part, label[language]]));
	if (block.type === "module-assessment") {
		for (const { id, label } of block.former ?? []) labels.set(id, words.formerDimension(label[language]));
	}
	return [
		{
			kind: "table",
			caption: words.ratedAlone(submitted, eligible),
			head: [words.row, "n", words.median, words.range, words.notRated, words.byPoint],
			rows: parts.map(({ part, distribution }) => [
				labels.get(part) ?? part,
				String(distribution.n),
				median(distribution, language),
				range(distribution),
				String(distribution.unknown),
				distribution.counts.map(({ value, people }) => `${value}: ${people}`).join(" · "),
			]),
			share: [5, 1, 2, 2, 2.4, 6],
		},
	];
}

function median({ median: middle }: Distribution, language: Language): string {
	if (middle === null) return "–";
	return Number.isInteger(middle) ? String(middle) : oneDecimal(middle, language);
}

function range({ lowest, highest }: Distribution): string {
	if (lowest === null || highest === null) return "–";
	return lowest === highest ? String(lowest) : `${lowest}–${highest}`;
}
