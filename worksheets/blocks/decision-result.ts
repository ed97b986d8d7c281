import { AS_IT_IS, type Method, OBJECTIONS, type Objection, QUESTION_ITSELF } from "../assessment/methods.ts";
import { firstOf, isAdopted } from "../assessment/tally.ts";
import type { OptionResult, VoteResult } from "../assessment/vote-result.ts";
import type { Language } from "../contract/languages.ts";
import { decisionWords } from "../report/decision-words.ts";
import { listed, oneDecimal } from "../report/numbers.ts";

/** What a result says in words and numbers; the screen and every file take it from here. */

/** What an option is called; those that people did not name have their words from us. */
export function optionName({ id, label }: { id: string; label: string }, language: Language): string {
	const words = decisionWords[language];
	if (id === AS_IT_IS) return words.asItIs;
	return id === QUESTION_ITSELF ? words.proposal : label;
}

/** „3 von 5 haben abgestimmt. Vorn liegt „Bildungsbeirat“ mit 4 Punkten.“ */
export function resultSentence(result: VoteResult, language: Language): string {
	const { voted, eligible, abstained } = result;
	return `${decisionWords[language].voted(voted, eligible, abstained)} ${outcome(result, language)}`;
}

function outcome(result: VoteResult, language: Language): string {
	const words = decisionWords[language];
	const first = firstOf(result);
	const [best] = first;
	const names = (options: readonly OptionResult[]) =>
		listed(
			options.map((option) => optionName(option, language)),
			language,
		);
	if (best === undefined) return words.nobody;
	const mean = best.mean === null ? "–" : oneDecimal(best.mean, language);
	const several = first.length > 1;
	switch (result.method) {
		case "consent": {
			const answered = result.options.filter(({ n }) => n > 0);
			const adopted = answered.filter(isAdopted);
			const open = answered.filter((option) => !isAdopted(option));
			const grave = open.reduce((total, { counts }) => total + (counts[2] ?? 0), 0);
			return [
				...(adopted.length > 0 ? [words.adopted(names(adopted))] : []),
				...(open.length > 0 ? [words.notAdopted(names(open), grave)] : []),
			].join(" ");
		}
		case "resistance":
			return several
				? words.equalResistance(names(first), mean)
				: words.leastResistance(names(first), mean, best.highest ?? 0);
		case "points": {
			const points = best.sum ?? 0;
			if (points === 0) return words.noPoints;
			return several ? words.equalPoints(names(first), points) : words.mostPoints(names(first), points);
		}
		case "mood":
			return best.id === QUESTION_ITSELF ? words.mood(mean) : words.bestMood(names(first), mean, several);
	}
}

/** The result's table: one row an option, best first. */
export function resultTable(result: VoteResult, language: Language): { head: string[]; rows: string[][] } {
	const words = decisionWords[language];
	const number = (value: number | null) => (value === null ? "–" : String(value));
	const columns = columnsOf(result.method, language);
	return {
		head: [words.place, words.option, ...columns.map(({ label }) => label), words.answers],
		rows: result.options.map((option) => [
			number(option.place),
			optionName(option, language),
			...columns.map(({ value }) => value(option)),
			String(option.n),
		]),
	};
}

interface ResultColumn {
	label: string;
	value: (option: OptionResult) => string;
}

function columnsOf(method: Method, language: Language): ResultColumn[] {
	const words = decisionWords[language];
	const whole = (key: "sum" | "highest" | "spread") => (option: OptionResult) => {
		const value = option[key];
		return value === null || option.n === 0 ? "–" : String(value);
	};
	const mean = {
		label: words.mean,
		value: (option: OptionResult) => (option.mean === null ? "–" : oneDecimal(option.mean, language)),
	};
	const counted = (labels: readonly string[]) =>
		labels.map((label, index) => ({ label, value: ({ counts }: OptionResult) => String(counts[index] ?? 0) }));
	const highest = { label: words.highest, value: whole("highest") };
	switch (method) {
		case "consent":
			return counted(words.objections);
		case "mood":
			return [mean, ...counted(words.moods)];
		case "points":
			return [{ label: words.points, value: whole("sum") }, mean, highest];
		case "resistance":
			return [
				{ label: words.sum, value: whole("sum") },
				mean,
				highest,
				{ label: words.spread, value: whole("spread") },
			];
	}
}

/** How much of its bar an option fills, from 0 to 1: what it reached of what it could have, or of the best. */
export function resultShare(result: VoteResult, option: OptionResult): number {
	if (option.n === 0) return 0;
	switch (result.method) {
		case "points": {
			const most = Math.max(1, ...result.options.map(({ sum }) => sum ?? 0));
			return (option.sum ?? 0) / most;
		}
		case "resistance":
			return (option.mean ?? 0) / 10;
		case "mood":
			return (option.mean ?? 0) / 4;
		case "consent":
			return (option.counts[0] ?? 0) / option.n;
	}
}

/** What one person answered, in words: „3 Punkte“ is „3“ in a column of points. */
export function voteText(value: number | Objection, method: Method, language: Language): string {
	const words = decisionWords[language];
	if (typeof value !== "number") return words.objections[OBJECTIONS.indexOf(value)] ?? "";
	return method === "mood" ? `${value} ${words.moods[value - 1] ?? ""}` : String(value);
}
