import type { Language } from "../contract/languages.ts";

interface TableWords {
	/** Names of tables; each of a workbook's sheets is called so. */
	info: string;
	ratings: string;
	overview: string;
	measures: string;
	answers: string;
	answer: string;
	/** Of an answer: that it came late. */
	mark: string;
	topics: string;
	/** Columns. */
	workshop: string;
	unit: string;
	group: string;
	module: string;
	value: string;
	label: string;
	stage: string;
	reason: string;
	question: string;
	worksheet: string;
	/** Whose value it is, of groups and of municipalities. */
	whose: string;
	lowest: string;
	highest: string;
	people: string;
	inPlan: string;
	source: string;
	missing: string;
	changedAtSource: string;
	noted: string;
	/** Who has rated: each alone, a group, all in the plenary, or whoever takes the file home. */
	stages: { individual: string; group: string; plenary: string; own: string };
	/** In place of a unit's name: everybody else. */
	otherUnits: string;
	/** Heads of the list of tables. */
	table: string;
	rows: string;
	/** What is to be known before one calculates with it. */
	note: string;
	notes: { interim: string; individual: string; unit: string; others: string; longTexts: string };
}

/** The words of the files that are calculated with. */
export const tableWords: Record<Language, TableWords> = {
	de: {
		info: "Info",
		ratings: "Bewertungen",
		overview: "Überblick",
		measures: "Maßnahmen",
		answers: "Antworten",
		answer: "Antwort",
		mark: "Vermerk",
		topics: "Themenspeicher",
		workshop: "Workshop",
		unit: "Kommune",
		group: "Gruppe",
		module: "Baustein",
		value: "Wert",
		label: "Bezeichnung",
		stage: "Stufe",
		reason: "Begründung",
		question: "Frage",
		worksheet: "Arbeitsblatt",
		whose: "Von",
		lowest: "Niedrigster Wert",
		highest: "Höchster Wert",
		people: "Personen",
		inPlan: "Im Maßnahmenplan",
		source: "Quelle",
		missing: "Es fehlt",
		changedAtSource: "Neu an der Quelle",
		noted: "Notiert am",
		stages: { individual: "einzeln", group: "Gruppe", plenary: "Plenum", own: "eigenes Blatt" },
		otherUnits: "alle anderen",
		table: "Tabelle",
		rows: "Zeilen",
		note: "Hinweis",
		notes: {
			interim: "Der Workshop läuft noch.",
			individual:
				"Bewertungen der Stufe „einzeln“ sind die aufgedeckten Einzeleinschätzungen: eine Zeile je Person, nach Wert sortiert und ohne Namen. Zeilen zu verschiedenen Dimensionen gehören nicht zu derselben Person. „Eigenes Blatt“ ist die Bewertung der Person, die diese Datei geladen hat; sie kann unter „einzeln“ noch einmal stehen.",
			unit: "Die Spalte „Kommune“ ist hier leer: In gemischten Gruppen ließe sich sonst erkennen, wer wie bewertet hat. Kommunen, aus denen genügend Personen bewertet haben, können eine eigene Datei laden.",
			others:
				"„Alle anderen“ sind alle Personen des Workshops, die nicht von hier sind. Von weniger als drei Personen steht nichts in der Datei.",
			longTexts: "Sehr lange Texte gehen in der Zeile darunter weiter.",
		},
	},
	en: {
		info: "Info",
		ratings: "Ratings",
		overview: "Overview",
		measures: "Actions",
		answers: "Answers",
		answer: "Answer",
		mark: "Mark",
		topics: "Parking lot",
		workshop: "Workshop",
		unit: "Municipality",
		group: "Group",
		module: "Module",
		value: "Value",
		label: "Label",
		stage: "Stage",
		reason: "Reason",
		question: "Question",
		worksheet: "Worksheet",
		whose: "Of",
		lowest: "Lowest value",
		highest: "Highest value",
		people: "People",
		inPlan: "In the action plan",
		source: "Source",
		missing: "Missing",
		changedAtSource: "New at the source",
		noted: "Noted on",
		stages: { individual: "individual", group: "group", plenary: "plenary", own: "own sheet" },
		otherUnits: "all others",
		table: "Table",
		rows: "Rows",
		note: "Note",
		notes: {
			interim: "The workshop is still going on.",
			individual:
				"Ratings of the stage “individual” are what people have rated by themselves, where that was revealed: one row a person, sorted by value and without names. Rows about different dimensions do not belong to the same person. “Own sheet” is the rating of whoever downloaded this file; it may stand under “individual” once more.",
			unit: "The column “Municipality” is empty here: in mixed groups it would show who has rated how. Municipalities of which enough people have rated have a file of their own instead.",
			others:
				"“All others” are all people of the workshop who are not from here. Nothing is told of fewer than three people.",
			longTexts: "Very long texts go on in the row below.",
		},
	},
};
