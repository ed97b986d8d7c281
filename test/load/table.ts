import { CONTENDERS } from "./contenders.ts";
import type { Goal, Row } from "./figures/figure.ts";

/** The figures as a Markdown table: one column a contender, then what Arena was to reach and what it reached. */
export function table(rows: readonly Row[]): string {
	const contenders = Object.values(CONTENDERS);
	const head = ["figure", ...contenders.map(({ title }) => title), "to reach", "reached"];
	const lines = rows.map(({ figure, unit, values, goals }) => [
		unit === "" ? figure : `${figure} (${unit})`,
		...contenders.map(({ name }) => number(values[name])),
		goals.map(({ says }) => says).join(", "),
		goals.map(verdict).join(", "),
	]);
	return [head, head.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function verdict({ reached, most = Number.POSITIVE_INFINITY, least = Number.NEGATIVE_INFINITY }: Goal): string {
	if (Number.isNaN(reached)) return "not measured";
	return `${number(reached)} ${reached <= most && reached >= least ? "yes" : "**no**"}`;
}

function number(value: number | undefined): string {
	if (value === undefined || Number.isNaN(value)) return "";
	const digits = Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
	return value.toLocaleString("en", { maximumFractionDigits: digits, minimumFractionDigits: digits });
}
