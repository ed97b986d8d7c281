import type { sideOf } from "../assessment/overview.ts";
import type { Language } from "../contract/languages.ts";
import type { PLENARY_VIEWS } from "../contract/snapshot.ts";

/** What is said differently of groups and of municipalities. */
interface SideWords {
	/** What its numbers are, before all else that is said of them; empty where that needs no words. */
	what: string;
	/** The head of the column that says whose a row is. */
	row: string;
	/** The caption of the table. */
	values: (title: string) => string;
	noValues: string;
	/** Of one cell. */
	noValue: string;
	largest: (module: string, dimension: string, lowest: string, highest: string) => string;
	alike: string;
	noneShared: string;
	without: (names: string) => string;
	partly: (names: string) => string;
	between: (what: string, lowest: string, highest: string) => string;
	within: (whose: string, what: string, lowest: string, highest: string) => string;
}

interface OverviewWords {
	overview: string;
	hint: string;
	/** What follows it for those whose file has the groups' sheets. */
	hintSheets: string;
	/** What a heading adds where people were shown one view of it. */
	views: Record<(typeof PLENARY_VIEWS)[number], string>;
	module: string;
	sides: Record<ReturnType<typeof sideOf>, SideWords>;
	largestTitle: string;
	/** What all have rated in the plenary. */
	inPlenary: (what: string, lowest: string, highest: string) => string;
	spread: (questions: number, groups: string) => string;
	noSpread: string;
	/** A median that is no point of the scale. */
	betweenPoints: (value: string, lower: string, upper: string) => string;
}

/** The words of what all groups say side by side, on the screen and in every file. */
export const overviewWords: Record<Language, OverviewWords> = {
	de: {
		overview: "Überblick",
		hint: "Die Werte der Gruppen nebeneinander.",
		hintSheets: "Was sie dazu sagen, steht in ihren Arbeitsblättern.",
		views: { heatmap: "Heatmap", distribution: "Verteilung", units: "Kommunen" },
		module: "Baustein",
		sides: {
			groups: {
				what: "",
				row: "Gruppe",
				values: (title) => `Werte der Gruppen: ${title}`,
				noValue: "ohne Wert",
				noValues: "Noch hat keine Gruppe einen Wert eingetragen.",
				largest: (module, dimension, lowest, highest) =>
					`Größte Spannweite zwischen den Gruppen: ${module}, ${dimension} (${lowest}–${highest}).`,
				alike: "Wo mehrere Gruppen dasselbe bewertet haben, sind ihre Werte gleich.",
				noneShared: "Noch ist nichts von mehreren Gruppen bewertet.",
				without: (names) => `Ohne Wert: ${names}.`,
				partly: (names) => `Einzelne Werte fehlen: ${names}.`,
				between: (what, lowest, highest) => `Zwischen den Gruppen: ${what} (${lowest}–${highest})`,
				within: (group, what, lowest, highest) => `In ${group}: ${what} (${lowest}–${highest})`,
			},
			units: {
				what: "Je Kommune der Median der Einzeleinschätzungen, dazu Spannweite und Zahl der Personen (n).",
				row: "Kommune",
				values: (title) => `Mediane der Kommunen: ${title}`,
				noValue: "nicht gezeigt (zu wenige Personen)",
				noValues: "Aus keiner Kommune lassen sich hier Werte zeigen.",
				largest: (module, dimension, lowest, highest) =>
					`Größter Abstand zwischen den Kommunen: ${module}, ${dimension} (${lowest}–${highest}).`,
				alike: "Wo mehrere Kommunen dasselbe bewertet haben, sind ihre Mediane gleich.",
				noneShared: "Kein Wert lässt sich zwischen mehreren Kommunen vergleichen.",
				without: (names) => `Hier wird kein Wert gezeigt: ${names}.`,
				partly: (names) => `Einzelne Werte werden nicht gezeigt: ${names}.`,
				between: (what, lowest, highest) => `Zwischen den Kommunen: ${what} (${lowest}–${highest})`,
				within: (unit, what, lowest, highest) => `Innerhalb von ${unit}: ${what} (${lowest}–${highest})`,
			},
		},
		largestTitle: "Größte Unterschiede",
		inPlenary: (what, lowest, highest) => `Im Plenum: ${what} (${lowest}–${highest})`,
		spread: (questions, groups) =>
			`${questions === 1 ? "Eine Verteilung ist" : `${questions} Verteilungen sind`} aufgedeckt: ${groups}.`,
		noSpread: "Noch ist keine Verteilung von mindestens drei Personen aufgedeckt.",
		betweenPoints: (value, lower, upper) => `${value}, zwischen „${lower}“ und „${upper}“`,
	},
	en: {
		overview: "Overview",
		hint: "The groups’ values side by side.",
		hintSheets: "What they say about them stands in their worksheets.",
		views: { heatmap: "Heatmap", distribution: "Distribution", units: "Municipalities" },
		module: "Module",
		sides: {
			groups: {
				what: "",
				row: "Group",
				values: (title) => `Values of the groups: ${title}`,
				noValue: "no value",
				noValues: "No group has entered a value yet.",
				largest: (module, dimension, lowest, highest) =>
					`Largest range between the groups: ${module}, ${dimension} (${lowest}–${highest}).`,
				alike: "Where several groups have assessed the same thing, their values are the same.",
				noneShared: "Nothing has been assessed by several groups yet.",
				without: (names) => `Without a value: ${names}.`,
				partly: (names) => `Some values are missing: ${names}.`,
				between: (what, lowest, highest) => `Between the groups: ${what} (${lowest}–${highest})`,
				within: (group, what, lowest, highest) => `In ${group}: ${what} (${lowest}–${highest})`,
			},
			units: {
				what: "For each municipality the median of the individual ratings, with their range and the number of people (n).",
				row: "Municipality",
				values: (title) => `Medians of the municipalities: ${title}`,
				noValue: "not shown (too few people)",
				noValues: "No municipality has values that can be shown here.",
				largest: (module, dimension, lowest, highest) =>
					`Largest distance between the municipalities: ${module}, ${dimension} (${lowest}–${highest}).`,
				alike: "Where several municipalities have rated the same thing, their medians are the same.",
				noneShared: "No value can be compared between several municipalities.",
				without: (names) => `No value is shown here: ${names}.`,
				partly: (names) => `Some values are not shown: ${names}.`,
				between: (what, lowest, highest) => `Between the municipalities: ${what} (${lowest}–${highest})`,
				within: (unit, what, lowest, highest) => `Within ${unit}: ${what} (${lowest}–${highest})`,
			},
		},
		largestTitle: "Largest differences",
		inPlenary: (what, lowest, highest) => `In the plenary: ${what} (${lowest}–${highest})`,
		spread: (questions, groups) =>
			`${questions === 1 ? "One distribution is" : `${questions} distributions are`} revealed: ${groups}.`,
		noSpread: "No distribution of at least three people has been revealed yet.",
		betweenPoints: (value, lower, upper) => `${value}, between “${lower}” and “${upper}”`,
	},
};

/** The words of its rows: groups or municipalities. */
export function sidesOf(side: ReturnType<typeof sideOf>, language: Language): SideWords {
	return overviewWords[language].sides[side];
}
