import type { Change, ComparedCell, ComparedRow } from "../assessment/comparison.ts";
import type { Distribution } from "../assessment/distribution.ts";
import type { Language } from "../contract/languages.ts";
import { atMostOneDecimal, listed } from "./numbers.ts";
import { medianText } from "./ratings.ts";

/** What is said of a comparison over dates, on the screen and wherever else it comes to stand. */

const WORDS = {
	de: {
		groups: "Gruppen",
		people: "Einzelne",
		noMedian: "ohne Wert",
		at: (value: string, date: string) => `${value} (${date})`,
		wording: "Wortlaut geändert",
		scale: "Skala geändert",
		notCompared: "nicht verrechnet",
	},
	en: {
		groups: "groups",
		people: "individuals",
		noMedian: "no value",
		at: (value: string, date: string) => `${value} (${date})`,
		wording: "wording changed",
		scale: "scale changed",
		notCompared: "no difference taken",
	},
};

/** „+2“, „−0,5“, „±0“, with a true minus sign. */
export function differenceText(difference: number, language: Language): string {
	if (difference === 0) return "±0";
	return `${difference > 0 ? "+" : "−"}${atMostOneDecimal(Math.abs(difference), language)}`;
}

/**
 * How one thing has moved over the dates, in a sentence: what stands below its figure. „Reichweite: Gruppen 1,5 (2. März
 * 2026), 3,5 (7. September 2026): +2“. `dates`: the names of all dates.
 */
export function slopeSentence(row: ComparedRow, dates: readonly string[], language: Language): string {
	const words = WORDS[language];
	const last = row.changes.at(-1);
	const said = (["groups", "people"] as const).flatMap((who) => {
		const values = row.cells.flatMap((cell, at) => valueAt(cell, who, dates[at] ?? "", language));
		if (values.length === 0) return [];
		const difference = last === undefined ? null : last[who];
		return [
			`${words[who]} ${values.join(", ")}${difference === null ? "" : `: ${differenceText(difference, language)}`}`,
		];
	});
	const differing = [...new Set(row.changes.flatMap(({ differs }) => differs))].map((what) => words[what]);
	if (differing.length > 0) said.push(`${listed(differing, language)}, ${words.notCompared}`);
	return `${row.label[language]}: ${said.join("; ")}`;
}

function valueAt(cell: ComparedCell | null, who: "groups" | "people", date: string, language: Language): string[] {
	const distribution: Distribution | null = cell === null ? null : cell[who];
	if (distribution === null) return [];
	const words = WORDS[language];
	const value = distribution.median === null ? words.noMedian : medianText(distribution.median, language);
	return [words.at(value, date)];
}

/** What was not the same on two dates, in words. */
export function differsText({ differs }: Pick<Change, "differs">, language: Language): string[] {
	return differs.map((what) => WORDS[language][what]);
}
