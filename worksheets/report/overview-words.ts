import type { Language } from "../contract/languages.ts";
import type { PLENARY_VIEWS } from "../contract/snapshot.ts";

interface OverviewWords {
	overview: string;
	hint: string;
	/** What follows it for those whose file has the groups' sheets. */
	hintSheets: string;
	/** What a heading adds where people were shown one view of it. */
	views: Record<(typeof PLENARY_VIEWS)[number], string>;
	module: string;
	group: string;
	/** The caption of the table. */
	values: (title: string) => string;
	noValues: string;
	largest: (module: string, dimension: string, lowest: number, highest: number) => string;
	alike: string;
	noneShared: string;
	without: (names: string) => string;
	partly: (names: string) => string;
	largestTitle: string;
	between: (what: string, lowest: number, highest: number) => string;
	/** What was rated in a group, or by all in the plenary (null). */
	within: (group: string | null, what: string, lowest: number, highest: number) => string;
	spread: (questions: number, groups: string) => string;
	noSpread: string;
}

/** The words of what all groups say side by side, on the screen and in every file. */
export const overviewWords: Record<Language, OverviewWords> = {
	de: {
		overview: "Überblick",
		hint: "Die Werte der Gruppen nebeneinander.",
		hintSheets: "Was sie dazu sagen, steht in ihren Arbeitsblättern.",
		views: { heatmap: "Heatmap", distribution: "Verteilung" },
		module: "Baustein",
		group: "Gruppe",
		values: (title) => `Werte der Gruppen: ${title}`,
		noValues: "Noch hat keine Gruppe einen Wert eingetragen.",
		largest: (module, dimension, lowest, highest) =>
			`Größte Spannweite zwischen den Gruppen: ${module}, ${dimension} (${lowest}–${highest}).`,
		alike: "Wo mehrere Gruppen dasselbe bewertet haben, sind ihre Werte gleich.",
		noneShared: "Noch ist nichts von mehreren Gruppen bewertet.",
		without: (names) => `Ohne Wert: ${names}.`,
		partly: (names) => `Einzelne Werte fehlen: ${names}.`,
		largestTitle: "Größte Unterschiede",
		between: (what, lowest, highest) => `Zwischen den Gruppen: ${what} (${lowest}–${highest})`,
		within: (group, what, lowest, highest) =>
			`${group === null ? "Im Plenum" : `In ${group}`}: ${what} (${lowest}–${highest})`,
		spread: (questions, groups) =>
			`${questions === 1 ? "Eine Verteilung ist" : `${questions} Verteilungen sind`} aufgedeckt: ${groups}.`,
		noSpread: "Noch ist keine Verteilung von mindestens drei Personen aufgedeckt.",
	},
	en: {
		overview: "Overview",
		hint: "The groups’ values side by side.",
		hintSheets: "What they say about them stands in their worksheets.",
		views: { heatmap: "Heatmap", distribution: "Distribution" },
		module: "Module",
		group: "Group",
		values: (title) => `Values of the groups: ${title}`,
		noValues: "No group has entered a value yet.",
		largest: (module, dimension, lowest, highest) =>
			`Largest range between the groups: ${module}, ${dimension} (${lowest}–${highest}).`,
		alike: "Where several groups have assessed the same thing, their values are the same.",
		noneShared: "Nothing has been assessed by several groups yet.",
		without: (names) => `Without a value: ${names}.`,
		partly: (names) => `Some values are missing: ${names}.`,
		largestTitle: "Largest differences",
		between: (what, lowest, highest) => `Between the groups: ${what} (${lowest}–${highest})`,
		within: (group, what, lowest, highest) => `In ${group ?? "the plenary"}: ${what} (${lowest}–${highest})`,
		spread: (questions, groups) =>
			`${questions === 1 ? "One distribution is" : `${questions} distributions are`} revealed: ${groups}.`,
		noSpread: "No distribution of at least three people has been revealed yet.",
	},
};
