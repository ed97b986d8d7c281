import type { Language } from "../contract/languages.ts";

interface UnitWords {
	unit: string;
	heading: (unit: string) => string;
	what: string;
	nothing: string;
	caption: (people: number, others: number) => string;
	aspect: string;
	median: (whose: string) => string;
	range: (whose: string) => string;
	own: string;
	others: string;
	/** Instead of a table's numbers of the others. */
	tooFew: string;
	furthest: (part: string, own: string, others: string) => string;
	alike: string;
	ownEntry: string;
}

/** The words of a municipality's own take-home. */
export const unitWords: Record<Language, UnitWords> = {
	de: {
		unit: "Kommune oder Einrichtung",
		heading: (unit) => `Einschätzungen aus: ${unit}`,
		what: "Zusammengezählt sind die abgegebenen Einzeleinschätzungen aller Personen, die sich mit diesem Namen angemeldet haben, in welcher Gruppe sie auch saßen. Daneben stehen alle anderen Personen zusammen. Namen und Texte stehen nicht darin, und von weniger als drei Personen wird nichts gezeigt. „Weiß nicht“ zählt dabei nicht mit. Ein Strich steht auch dort, wo sich sonst die Werte von ein oder zwei anderen Personen ausrechnen ließen. Was eine Gruppe nicht aufgedeckt hat, fehlt.",
		nothing: "Hierzu gibt es keine Zahlen: Es haben zu wenige Personen eine Einschätzung abgegeben.",
		caption: (people, others) => `${people} Personen von hier, ${others} andere`,
		aspect: "Aspekt",
		median: (whose) => `Median ${whose}`,
		range: (whose) => `Spannweite ${whose}`,
		own: "hier",
		others: "andere",
		tooFew: "Zum Vergleich fehlen andere: Es waren weniger als drei.",
		furthest: (part, own, others) => `Am weitesten entfernt von den anderen: ${part} (hier ${own}, andere ${others}).`,
		alike: "Überall der gleiche Median wie bei den anderen.",
		ownEntry: "Eigener Eintrag",
	},
	en: {
		unit: "Municipality or institution",
		heading: (unit) => `Ratings from: ${unit}`,
		what: "This counts the individual ratings submitted by everybody who joined under this name, whichever group they sat in. Next to them are all other people taken together. There are no names and no texts in it, and nothing is shown of fewer than three people, not counting “don’t know”. There is a dash, too, where the values of one or two other people could otherwise be worked out. What a group has not revealed is missing.",
		nothing: "There are no numbers: too few people have submitted a rating.",
		caption: (people, others) => `${people} people from here, ${others} others`,
		aspect: "Aspect",
		median: (whose) => `Median ${whose}`,
		range: (whose) => `Range ${whose}`,
		own: "here",
		others: "others",
		tooFew: "There is nobody to compare with: the others were fewer than three.",
		furthest: (part, own, others) => `Furthest from the others: ${part} (here ${own}, others ${others}).`,
		alike: "The same median as the others everywhere.",
		ownEntry: "Own entry",
	},
};
