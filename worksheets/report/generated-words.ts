import type { Language } from "../contract/languages.ts";
import { listed } from "./numbers.ts";

/** Conditions that have one mean: `mean` and `highest` as they are written, `near` the scale's word for it. */
interface Level {
	names: readonly string[];
	mean: string;
	highest: string;
	near: string;
}

interface Counts {
	all: number;
	yes: number;
	partly: number;
	no: number;
	open: number;
}

type Finding = "no-mandate" | "no-cadence" | "same";

interface GeneratedWords {
	/** In a report, below a view that has nothing to show. */
	nothing: string;
	profile: {
		nothing: string;
		/** Parts of a sentence, without its full stop. */
		only: (level: Level) => string;
		equal: (level: Level) => string;
		between: (weakest: Level, strongest: Level) => string;
		missing: (names: readonly string[]) => string;
		caption: string;
		condition: string;
		mean: (lowest: number, highest: number) => string;
		near: string;
		rated: string;
		unknown: string;
		ofAll: (rated: number, rows: number) => string;
		notRated: string;
		unknownCount: (unknown: number) => string;
	};
	format: {
		nothing: string;
		none: (goal: string) => string;
		fitting: (goal: string, formats: readonly string[]) => string;
		caption: string;
		format: string;
		why: string;
	};
	lean: {
		partsNothing: string;
		parts: (counts: Counts) => string;
		bodiesNothing: string;
		found: (bodies: number) => string;
		nothingFound: (bodies: number, looksFor: readonly Finding[]) => string;
		findings: Record<Finding, string>;
		unnamed: (place: number) => string;
		caption: string;
		part: string;
		state: string;
		states: Record<"yes" | "partly" | "no", string>;
		unsaid: string;
	};
}

function german({ mean, highest, near }: Level): string {
	return `${mean} von ${highest} („${near}“)`;
}

function english({ mean, highest, near }: Level): string {
	return `${mean} of ${highest} (“${near}”)`;
}

/** The words of what is generated of other answers, on the sheet and in every file. */
export const generatedWords: Record<Language, GeneratedWords> = {
	de: {
		nothing: "Dafür gibt es noch keine Angaben",
		profile: {
			nothing: "Noch ist nichts bewertet.",
			only: (level) => `Bisher ist nur ${listed(level.names, "de")} bewertet, im Mittel mit ${german(level)}`,
			equal: (level) => `${listed(level.names, "de")} stehen gleich, im Mittel bei ${german(level)}`,
			between: (weakest, strongest) =>
				`Am schwächsten ${weakest.names.length === 1 ? "ist" : "sind"} ${listed(weakest.names, "de")} mit ${german(weakest)}, ` +
				`am stärksten ${strongest.names.length === 1 ? "ist" : "sind"} ${listed(strongest.names, "de")} mit ${german(strongest)}`,
			missing: (names) => `noch nicht bewertet: ${listed(names, "de")}`,
			caption: "Mittelwert je Bedingung, die schwächste zuerst; „weiß nicht“ zählt nicht mit",
			condition: "Bedingung",
			mean: (lowest, highest) => `Mittelwert (${lowest} bis ${highest})`,
			near: "Das heißt etwa",
			rated: "Bewertet",
			unknown: "Weiß nicht",
			ofAll: (rated, rows) => `${rated} von ${rows}`,
			notRated: "noch nicht bewertet",
			unknownCount: (unknown) => `${unknown}-mal „weiß nicht“`,
		},
		format: {
			nothing: "Noch ist kein Ziel gewählt.",
			none: (goal) => `Zum Ziel „${goal}“ gibt es hier keinen Vorschlag.`,
			fitting: (goal, formats) =>
				`Zum Ziel „${goal}“ ${formats.length === 1 ? "passt" : "passen"} ${listed(formats, "de")}.`,
			caption: "Formate, die zum Ziel passen",
			format: "Format",
			why: "Warum es passt",
		},
		lean: {
			partsNothing: "Die Teile der Struktur hat noch niemand eingeschätzt.",
			parts: ({ all, yes, partly, no, open }) => {
				const counted = [
					`${yes} ${yes === 1 ? "ist" : "sind"} da`,
					...(partly === 0 ? [] : [`${partly} teilweise`]),
					...(no === 0 ? [] : [`${no} ${no === 1 ? "fehlt" : "fehlen"}`]),
					...(open === 0 ? [] : [`${open} ${open === 1 ? "ist" : "sind"} noch offen`]),
				];
				return `Die schlanke Struktur hat ${all} Teile: ${counted.join(", ")}.`;
			},
			bodiesNothing: "In der Tabelle steht noch kein Gremium.",
			found: (bodies) =>
				bodies === 1 ? "Am Gremium der Tabelle fällt auf:" : `An den ${bodies} Gremien der Tabelle fällt auf:`,
			nothingFound: (bodies, looksFor) => {
				const said = [
					...(looksFor.includes("no-mandate") ? ["ein geklärtes Mandat"] : []),
					...(looksFor.includes("no-cadence") ? ["einen Turnus"] : []),
				];
				const each =
					said.length === 0
						? []
						: [`${bodies === 1 ? "das Gremium hat" : `alle ${bodies} Gremien haben`} ${listed(said, "de")}`];
				const apart =
					looksFor.includes("same") && bodies > 1 ? ["keine zwei haben den gleichen Typ und das gleiche Thema"] : [];
				return `In der Tabelle fällt nichts auf${[...each, ...apart].length === 0 ? "" : `: ${[...each, ...apart].join(", und ")}`}.`;
			},
			findings: {
				"no-mandate": "Ohne geklärtes Mandat",
				"no-cadence": "Ohne Turnus",
				same: "Gleicher Typ und gleiches Thema",
			},
			unnamed: (place) => `Zeile ${place} (ohne Namen)`,
			caption: "Teile einer schlanken Struktur",
			part: "Teil",
			state: "Stand",
			states: { yes: "da", partly: "teilweise da", no: "fehlt" },
			unsaid: "noch offen",
		},
	},
	en: {
		nothing: "Nothing to make this of yet",
		profile: {
			nothing: "Nothing has been rated yet.",
			only: (level) => `Only ${listed(level.names, "en")} has been rated so far, on average ${english(level)}`,
			equal: (level) => `${listed(level.names, "en")} stand level, on average at ${english(level)}`,
			between: (weakest, strongest) =>
				`Weakest ${weakest.names.length === 1 ? "is" : "are"} ${listed(weakest.names, "en")} with ${english(weakest)}, ` +
				`strongest ${strongest.names.length === 1 ? "is" : "are"} ${listed(strongest.names, "en")} with ${english(strongest)}`,
			missing: (names) => `not rated yet: ${listed(names, "en")}`,
			caption: "Mean of each condition, weakest first; “don’t know” does not count",
			condition: "Condition",
			mean: (lowest, highest) => `Mean (${lowest} to ${highest})`,
			near: "Which is about",
			rated: "Rated",
			unknown: "Don’t know",
			ofAll: (rated, rows) => `${rated} of ${rows}`,
			notRated: "not rated yet",
			unknownCount: (unknown) => `${unknown} × “don’t know”`,
		},
		format: {
			nothing: "No goal has been chosen yet.",
			none: (goal) => `There is no suggestion here for the goal “${goal}”.`,
			fitting: (goal, formats) =>
				`${listed(formats, "en")} ${formats.length === 1 ? "fits" : "fit"} the goal “${goal}”.`,
			caption: "Formats that fit the goal",
			format: "Format",
			why: "Why it fits",
		},
		lean: {
			partsNothing: "Nobody has assessed the parts of the structure yet.",
			parts: ({ all, yes, partly, no, open }) => {
				const counted = [
					`${yes} ${yes === 1 ? "is" : "are"} there`,
					...(partly === 0 ? [] : [`${partly} partly`]),
					...(no === 0 ? [] : [`${no} ${no === 1 ? "is" : "are"} missing`]),
					...(open === 0 ? [] : [`${open} ${open === 1 ? "is" : "are"} still open`]),
				];
				return `The lean structure has ${all} parts: ${counted.join(", ")}.`;
			},
			bodiesNothing: "No body is in the table yet.",
			found: (bodies) =>
				bodies === 1
					? "What stands out about the body in the table:"
					: `What stands out about the ${bodies} bodies in the table:`,
			nothingFound: (bodies, looksFor) => {
				const said = [
					...(looksFor.includes("no-mandate") ? ["a settled mandate"] : []),
					...(looksFor.includes("no-cadence") ? ["a cadence"] : []),
				];
				const each =
					said.length === 0
						? []
						: [`${bodies === 1 ? "the body has" : `all ${bodies} bodies have`} ${listed(said, "en")}`];
				const apart = looksFor.includes("same") && bodies > 1 ? ["no two have the same type and theme"] : [];
				return `Nothing stands out in the table${[...each, ...apart].length === 0 ? "" : `: ${[...each, ...apart].join(", and ")}`}.`;
			},
			findings: {
				"no-mandate": "Without a settled mandate",
				"no-cadence": "Without a cadence",
				same: "Same type and same theme",
			},
			unnamed: (place) => `row ${place} (without a name)`,
			caption: "Parts of a lean structure",
			part: "Part",
			state: "State",
			states: { yes: "there", partly: "partly there", no: "missing" },
			unsaid: "still open",
		},
	},
};
