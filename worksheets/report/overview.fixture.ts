import type { Point } from "../blocks/points.ts";
import type { Assessment } from "../contract/plenary.ts";

/** An overview for tests: each group's values of one module, dimension by dimension. */
export function assessmentOf(
	module: string,
	dimensions: readonly string[],
	groups: Readonly<Record<string, readonly (Point | null)[]>>,
): Assessment {
	const said = { outlook: "", evidence: "", reason: "", dissent: "", distribution: null };
	return {
		id: "sheet/assessment",
		worksheet: "sheet",
		title: "Stand",
		label: "Wo steht der Baustein?",
		view: "all",
		scale: {
			points: ["nicht da", "begonnen", "gesichert"].map((label, value) => ({ value, label })),
			unknown: "weiß nicht",
		},
		dimensions: dimensions.map((label) => ({ id: label, label })),
		units: Object.keys(groups).map((name) => ({ document: name, kind: "group", id: name, name })),
		modules: [
			{
				id: "module",
				label: module,
				rows: Object.entries(groups).map(([document, values]) => ({
					document,
					question: "assessment/module",
					cells: dimensions.map((_, at) => ({ ...said, value: values[at] ?? null })),
				})),
			},
		],
	};
}
