import type { Language } from "../contract/languages.ts";
import type { Role, Series } from "../contract/snapshot.ts";

interface ResultsWords {
	agenda: string;
	agendaCaption: string;
	planned: string;
	begun: string;
	/** Nobody entered the phase, and nobody will. */
	leftOut: string;
	ahead: string;
	/** The phase is not over. */
	goesOn: string;
	phase: string;
	minutesPlanned: string;
	minutesTaken: string;
	/** From the first phase to the end. */
	ran: (begun: string, ended: string, minutes: number) => string;
	assignment: string;
	decisions: string;
	decisionsCaption: string;
	decisionResult: string;
	decisionSheet: string;
	groups: string;
	messages: string;
	topics: string;
	topicsCaption: string;
	topic: string;
	topicFrom: string;
	topicState: string;
	topicOpen: string;
	topicDone: string;
	date: string;
	place: string;
	series: string;
	seriesNumber: (series: Series) => string;
	participants: string;
	/** A device at which so many people sit, by its participant's name. */
	table: (name: string, people: number) => string;
	exported: string;
	/** For whom the file was made. */
	recipient: string;
	/** Where the file names nobody. */
	roles: Record<Role, string>;
	deletedOn: string;
	interim: string;
	/** The title of what was only tried out. */
	rehearsal: (title: string) => string;
	contents: string;
	page: string;
	of: string;
	madeWith: string;
	/** In a package, where files could not be written: the name of the file that says so, and what it says. */
	missingFile: string;
	missingFiles: string;
	results: string;
	mine: string;
	plenary: string;
	facilitation: string;
	/** The names and the time of a sheet's last change. */
	writtenBy: (names: string, day: string, time: string) => string;
	lastChanged: (day: string, time: string) => string;
	/** In the own sheets of several people at one device. */
	withheld: string;
	actionPlan: string;
	/** In the plan's own sheet: its rows stand together with what was not taken. */
	inActionPlan: string;
	emptyPlan: string;
	changedAtSource: (said: string) => string;
	stillOpen: (lack: string) => string;
	unnamedMeasure: string;
	followUpOf: (what: string) => string;
	/** Before what stands in calendars, which nobody takes out of there. */
	dropped: (what: string) => string;
	calendarName: (title: string) => string;
	/** Begins the file's name. */
	calendarFile: string;
	notTaken: string;
	notTakenHint: string;
	/** The caption of one sheet's steps. */
	notTakenOf: (sheet: string) => string;
}

/** The words around the answers; the answers' own are in words.ts. */
export const resultsWords: Record<Language, ResultsWords> = {
	de: {
		agenda: "Ablauf",
		agendaCaption: "Phasen, wie sie geplant waren und wie sie abliefen",
		planned: "Geplant",
		begun: "Begonnen",
		leftOut: "ausgelassen",
		ahead: "noch nicht",
		goesOn: "läuft",
		phase: "Phase",
		minutesPlanned: "Minuten geplant",
		minutesTaken: "Minuten gebraucht",
		ran: (begun, ended, minutes) => `Begonnen um ${begun}, beendet um ${ended}, nach ${minutes} Minuten.`,
		assignment: "Auftrag",
		decisions: "Entscheidungen",
		decisionsCaption: "Was zur Abstimmung stand und was dabei herauskam",
		decisionResult: "Ergebnis",
		decisionSheet: "Arbeitsblatt",
		groups: "Gruppen",
		messages: "Mitteilungen der Moderation",
		topics: "Themenspeicher",
		topicsCaption: "Themen für später, mit Herkunft und Stand",
		topic: "Thema",
		topicFrom: "Aus",
		topicState: "Stand",
		topicOpen: "offen",
		topicDone: "erledigt",
		date: "Datum",
		place: "Ort",
		series: "Reihe",
		seriesNumber: ({ name, number }) => `${name}, ${number}. Treffen`,
		participants: "Teilnehmende",
		table: (name, people) => `${name} (${people} Personen)`,
		exported: "Stand",
		recipient: "Zusammengestellt für",
		roles: {
			facilitator: "Moderation",
			cofacilitator: "Co-Moderation",
			observer: "Beobachtung",
			participant: "Teilnahme",
		},
		deletedOn: "Wird in Arena gelöscht am",
		interim: "Zwischenstand",
		rehearsal: (title) => `Probelauf: ${title}`,
		contents: "Inhalt",
		page: "Seite",
		of: "von",
		madeWith: "Ergebnisse, erstellt mit Arena",
		missingFile: "fehlende-dateien.txt",
		missingFiles:
			"Diese Dateien konnten nicht geschrieben werden. Bitte laden Sie sie auf der Seite „Ergebnisse“ einzeln herunter:",
		results: "Ergebnisse",
		mine: "Mein Blatt",
		plenary: "Plenum",
		facilitation: "Moderation",
		writtenBy: (names, day, time) => `Geschrieben von ${names}; zuletzt am ${day} um ${time}`,
		lastChanged: (day, time) => `Zuletzt geändert am ${day} um ${time}`,
		withheld:
			"Stimmen und Einschätzungen der Personen an diesem Gerät stehen nicht in der Datei, damit sie geheim bleiben.",
		actionPlan: "Maßnahmenplan",
		inActionPlan: "Die Maßnahmen stehen im Abschnitt „Maßnahmenplan“ hinter den Arbeitsblättern.",
		emptyPlan: "Im Plan steht noch keine Maßnahme.",
		stillOpen: (lack) => `Es fehlt: ${lack}`,
		unnamedMeasure: "Maßnahme ohne Bezeichnung",
		followUpOf: (what) => `Wiedervorlage: ${what}`,
		dropped: (what) => `Verworfen: ${what}`,
		calendarName: (title) => `Maßnahmen: ${title}`,
		calendarFile: "massnahmen",
		changedAtSource: (said) => `An der Quelle geändert, dort steht jetzt: ${said}`,
		notTaken: "Weitere Schritte aus den Arbeitsblättern",
		notTakenHint: "Diese Schritte sind verabredet, aber nicht in den Maßnahmenplan übernommen.",
		notTakenOf: (sheet) => sheet,
	},
	en: {
		agenda: "Agenda",
		agendaCaption: "Phases as they were planned and as they went",
		planned: "Planned",
		begun: "Started",
		leftOut: "left out",
		ahead: "not yet",
		goesOn: "going on",
		phase: "Phase",
		minutesPlanned: "Minutes planned",
		minutesTaken: "Minutes taken",
		ran: (begun, ended, minutes) => `Started at ${begun}, ended at ${ended}, after ${minutes} minutes.`,
		assignment: "Task",
		decisions: "Decisions",
		decisionsCaption: "What was put to the vote and what came of it",
		decisionResult: "Result",
		decisionSheet: "Worksheet",
		groups: "Groups",
		messages: "Messages from the facilitator",
		topics: "Parking lot",
		topicsCaption: "Topics for later, with origin and state",
		topic: "Topic",
		topicFrom: "From",
		topicState: "State",
		topicOpen: "open",
		topicDone: "done",
		date: "Date",
		place: "Place",
		series: "Series",
		seriesNumber: ({ name, number }) => `${name}, meeting ${number}`,
		participants: "Participants",
		table: (name, people) => `${name} (${people} people)`,
		exported: "As of",
		recipient: "Compiled for",
		roles: {
			facilitator: "Facilitation",
			cofacilitator: "Co-facilitation",
			observer: "Observation",
			participant: "Participant",
		},
		deletedOn: "Will be deleted from Arena on",
		interim: "Interim state",
		rehearsal: (title) => `Rehearsal: ${title}`,
		contents: "Contents",
		page: "Page",
		of: "of",
		madeWith: "Results, made with Arena",
		missingFile: "missing-files.txt",
		missingFiles: "These files could not be written. Please download them one by one on the page “Results”:",
		results: "Results",
		mine: "My sheet",
		plenary: "Plenary",
		facilitation: "Facilitation",
		writtenBy: (names, day, time) => `Written by ${names}; last on ${day} at ${time}`,
		lastChanged: (day, time) => `Last changed on ${day} at ${time}`,
		withheld: "Votes and ratings of the people at this device are not in the file, so that they stay secret.",
		actionPlan: "Action plan",
		inActionPlan: "The actions stand in the section “Action plan” after the worksheets.",
		emptyPlan: "There is no action in the plan yet.",
		stillOpen: (lack) => `Missing: ${lack}`,
		unnamedMeasure: "Unnamed action",
		followUpOf: (what) => `Follow-up: ${what}`,
		dropped: (what) => `Dropped: ${what}`,
		calendarName: (title) => `Actions: ${title}`,
		calendarFile: "actions",
		changedAtSource: (said) => `Changed at its source, which now says: ${said}`,
		notTaken: "Further steps from the worksheets",
		notTakenHint: "These steps are agreed on, but have not been taken into the action plan.",
		notTakenOf: (sheet) => sheet,
	},
};
