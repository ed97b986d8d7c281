import type { Method } from "../assessment/methods.ts";
import type { Language } from "../contract/languages.ts";

interface DecisionWords {
	question: string;
	method: string;
	methods: Record<Method, string>;
	/** What stands for an option that people did not name themselves. */
	asItIs: string;
	proposal: string;
	option: string;
	options: string;
	/** Above the table of a result. */
	resultCaption: string;
	place: string;
	answers: string;
	sum: string;
	points: string;
	mean: string;
	highest: string;
	spread: string;
	/** none, concern, grave. */
	objections: readonly [string, string, string];
	/** From against to in favour. */
	moods: readonly [string, string, string, string];
	reasons: string;
	graveReason: string;
	concernReason: string;
	moreReasons: (count: number) => string;
	/** Before anything is counted, while the workshop goes on and after its end. */
	stillOpen: string;
	neverClosed: string;
	/** „5 von 6 haben abgestimmt, 1 davon enthält sich.“ */
	voted: (voted: number, eligible: number, abstained: number) => string;
	nobody: string;
	adopted: (names: string) => string;
	notAdopted: (names: string, grave: number) => string;
	leastResistance: (name: string, mean: string, highest: number) => string;
	equalResistance: (names: string, mean: string) => string;
	mostPoints: (name: string, points: number) => string;
	equalPoints: (names: string, points: number) => string;
	noPoints: string;
	mood: (mean: string) => string;
	bestMood: (names: string, mean: string, several: boolean) => string;
	/** The person's own ballot. */
	ownBallot: string;
	ownVote: string;
	abstained: string;
	/** What a ballot answers and nobody asks any more. */
	goneOption: string;
}

/** The words of a decision's result, the same on the screen and on paper. */
export const decisionWords: Record<Language, DecisionWords> = {
	de: {
		question: "Frage",
		method: "Verfahren",
		methods: {
			consent: "Konsent",
			resistance: "Systemisches Konsensieren",
			points: "Punktabfrage",
			mood: "Stimmungsbild",
		},
		asItIs: "Alles bleibt, wie es ist",
		proposal: "Der Vorschlag",
		option: "Möglichkeit",
		options: "Möglichkeiten",
		resultCaption: "Ergebnis der Abstimmung",
		place: "Platz",
		answers: "Antworten",
		sum: "Summe",
		points: "Punkte",
		mean: "Mittel",
		highest: "Höchster Wert",
		spread: "Spanne",
		objections: ["Kein Einwand", "Bedenken", "Schwerwiegender Einwand"],
		moods: ["dagegen", "eher dagegen", "eher dafür", "dafür"],
		reasons: "Begründungen",
		graveReason: "Schwerwiegender Einwand",
		concernReason: "Bedenken",
		moreReasons: (count) => (count === 1 ? "Und eine weitere Begründung." : `Und ${count} weitere Begründungen.`),
		stillOpen: "Die Abstimmung ist noch nicht geschlossen.",
		neverClosed: "Die Abstimmung wurde nicht geschlossen. Es gibt kein Ergebnis.",
		voted: (voted, eligible, abstained) =>
			`${voted} von ${eligible} ${voted === 1 ? "hat" : "haben"} abgestimmt${abstained === 0 ? "" : `, ${abstained} davon mit Enthaltung`}.`,
		nobody: "Es liegt keine Stimme vor, aus der sich ein Ergebnis bilden ließe.",
		adopted: (names) => `Angenommen, niemand hat einen schwerwiegenden Einwand: ${names}.`,
		notAdopted: (names, grave) =>
			`So nicht angenommen (${grave === 1 ? "1 schwerwiegender Einwand" : `${grave} schwerwiegende Einwände`}): ${names}.`,
		leastResistance: (name, mean, highest) =>
			`Den geringsten Widerstand weckt „${name}“ mit ${mean} im Mittel, höchster Wert ${highest}.`,
		equalResistance: (names, mean) => `Gleichauf mit dem geringsten Widerstand (${mean} im Mittel): ${names}.`,
		mostPoints: (name, points) => `Vorn liegt „${name}“ mit ${points === 1 ? "1 Punkt" : `${points} Punkten`}.`,
		equalPoints: (names, points) =>
			`Gleichauf vorn mit je ${points === 1 ? "1 Punkt" : `${points} Punkten`}: ${names}.`,
		noPoints: "Niemand hat Punkte vergeben.",
		mood: (mean) => `Die Stimmung liegt im Mittel bei ${mean} von 4.`,
		bestMood: (names, mean, several) =>
			several ? `Gleichauf am besten (${mean} von 4): ${names}.` : `Am besten kommt „${names}“ an, mit ${mean} von 4.`,
		ownBallot: "Meine Stimme",
		ownVote: "Meine Angabe",
		abstained: "Ich enthalte mich.",
		goneOption: "Nicht mehr gefragt",
	},
	en: {
		question: "Question",
		method: "Method",
		methods: {
			consent: "Consent",
			resistance: "Systemic consensing",
			points: "Point vote",
			mood: "Mood check",
		},
		asItIs: "Everything stays as it is",
		proposal: "The proposal",
		option: "Option",
		options: "Options",
		resultCaption: "Result of the vote",
		place: "Place",
		answers: "Answers",
		sum: "Sum",
		points: "Points",
		mean: "Mean",
		highest: "Highest value",
		spread: "Range",
		objections: ["No objection", "Concern", "Serious objection"],
		moods: ["against", "rather against", "rather in favour", "in favour"],
		reasons: "Reasons",
		graveReason: "Serious objection",
		concernReason: "Concern",
		moreReasons: (count) => (count === 1 ? "And one more reason." : `And ${count} more reasons.`),
		stillOpen: "The vote has not been closed yet.",
		neverClosed: "The vote was not closed. There is no result.",
		voted: (voted, eligible, abstained) =>
			`${voted} of ${eligible} ${voted === 1 ? "has" : "have"} voted${abstained === 0 ? "" : `, ${abstained} of them abstaining`}.`,
		nobody: "There is no vote that a result could be made of.",
		adopted: (names) => `Adopted, nobody has a serious objection: ${names}.`,
		notAdopted: (names, grave) =>
			`Not adopted as it stands (${grave === 1 ? "1 serious objection" : `${grave} serious objections`}): ${names}.`,
		leastResistance: (name, mean, highest) =>
			`“${name}” meets the least resistance with a mean of ${mean}, highest value ${highest}.`,
		equalResistance: (names, mean) => `Tied with the least resistance (mean ${mean}): ${names}.`,
		mostPoints: (name, points) => `“${name}” leads with ${points === 1 ? "1 point" : `${points} points`}.`,
		equalPoints: (names, points) =>
			`Tied in the lead with ${points === 1 ? "1 point" : `${points} points`} each: ${names}.`,
		noPoints: "Nobody has given any points.",
		mood: (mean) => `The mood is ${mean} of 4 on average.`,
		bestMood: (names, mean, several) =>
			several ? `Tied as the best liked (${mean} of 4): ${names}.` : `“${names}” is liked best, with ${mean} of 4.`,
		ownBallot: "My vote",
		ownVote: "My answer",
		abstained: "I abstain.",
		goneOption: "No longer asked",
	},
};
