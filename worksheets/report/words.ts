import type { Language } from "../contract/languages.ts";

interface ReportWords {
	yes: string;
	partly: string;
	no: string;
	noAnswer: string;
	nothingChosen: string;
	/** Behind the name of something about which the sheet says something, chosen once or rated for a group that did. */
	retired: string;
	ownEntry: string;
	rating: string;
	keyMessage: string;
	reason: string;
	alsoNamed: string;
	row: string;
	dimension: string;
	/** One that this workshop no longer asks about. */
	formerDimension: (name: string) => string;
	state: string;
	evidence: string;
	outlook: string;
	remark: string;
	dissent: string;
	/** Above what people rated each for themselves. */
	ratedAlone: (submitted: number, eligible: number) => string;
	median: string;
	range: string;
	/** Those who cannot or do not want to say. */
	notRated: string;
	byPoint: string;
	/** Nobody chose a point. */
	noneRated: string;
	/** In place of a range: everybody chose the same point. */
	allAlike: string;
	withoutRating: (people: number) => string;
	/** Stands where an actor has no name. */
	unnamed: string;
	/** What no rating has put on the map. */
	notPlaced: string;
	/** For people outside the group. */
	notReleased: string;
	/** Before something that a late contribution takes away. */
	struck: string;
	late: (by: string, time: string) => string;
	/** Whose sheet a row of the plan comes from. */
	takenFrom: (name: string) => string;
	/** On the synthesis board. */
	unnamedCluster: string;
	looseStatements: string;
	noStatements: string;
	without: (count: number, all: number, what: string) => string;
	/** What a measure of its own lacks. */
	lacks: { responsible: string; due: string };
	needed: { responsible: string; due: string; firstStep: string };
}

/** The words that stand around answers in a report; prompts and options come from the definitions. */
export const reportWords: Record<Language, ReportWords> = {
	de: {
		yes: "Ja",
		partly: "Teilweise",
		no: "Nein",
		noAnswer: "Keine Antwort",
		nothingChosen: "Noch nichts ausgewählt",
		retired: "nicht ausgewählt",
		ownEntry: "Eigener Eintrag",
		rating: "Einschätzung",
		keyMessage: "Kernaussage",
		reason: "Begründung",
		alsoNamed: "Außerdem genannt",
		row: "Aspekt",
		dimension: "Dimension",
		formerDimension: (name) => `${name} (nicht mehr gefragt)`,
		state: "Stand",
		evidence: "Beleg",
		outlook: "Perspektive",
		remark: "Bemerkung",
		dissent: "Abweichende Sicht",
		ratedAlone: (submitted, eligible) => `Einzeln eingeschätzt: ${submitted} von ${eligible} haben abgegeben`,
		median: "Median",
		range: "Spannweite",
		notRated: "weiß nicht",
		byPoint: "Personen je Stufe",
		noneRated: "niemand hat eine Stufe gewählt",
		allAlike: "alle gleich",
		withoutRating: (people) => `${people}\u00a0ohne Einschätzung`,
		unnamed: "Ohne Namen",
		notPlaced: "Noch nicht eingeordnet",
		notReleased: "Die Einschätzungen hat die Gruppe nicht freigegeben.",
		struck: "Gestrichen",
		late: (by, time) => `Nachgetragen von ${by}, ${time}`,
		takenFrom: (name) => `aus ${name}`,
		unnamedCluster: "Themenfeld ohne Namen",
		looseStatements: "Noch keinem Themenfeld zugeordnet",
		noStatements: "Noch keine Aussagen",
		without: (count, all, what) => `${count} von ${all} ohne ${what}`,
		lacks: { responsible: "Verantwortliche", due: "Frist" },
		needed: { responsible: "Verantwortliche", due: "Frist", firstStep: "ersten Schritt" },
	},
	en: {
		yes: "Yes",
		partly: "Partly",
		no: "No",
		noAnswer: "No answer",
		nothingChosen: "Nothing chosen yet",
		retired: "not chosen",
		ownEntry: "Own entry",
		rating: "Rating",
		keyMessage: "Key message",
		reason: "Reason",
		alsoNamed: "Also named",
		row: "Aspect",
		dimension: "Dimension",
		formerDimension: (name) => `${name} (no longer asked about)`,
		state: "Current state",
		evidence: "Evidence",
		outlook: "Outlook",
		remark: "Remark",
		dissent: "Dissenting view",
		ratedAlone: (submitted, eligible) => `Rated individually: ${submitted} of ${eligible} have submitted`,
		median: "Median",
		range: "Range",
		notRated: "don’t know",
		byPoint: "People by point",
		noneRated: "nobody chose a point",
		allAlike: "all the same",
		withoutRating: (people) => `${people}\u00a0without a rating`,
		unnamed: "Without a name",
		notPlaced: "Not placed yet",
		notReleased: "The group has not released the ratings.",
		struck: "Taken out",
		late: (by, time) => `Added late by ${by}, ${time}`,
		takenFrom: (name) => `from ${name}`,
		unnamedCluster: "Theme without a name",
		looseStatements: "Not in a theme yet",
		noStatements: "No statements yet",
		without: (count, all, what) => `${count} of ${all} without ${what}`,
		lacks: { responsible: "person responsible", due: "date" },
		needed: { responsible: "anybody responsible", due: "a date", firstStep: "a first step" },
	},
};
