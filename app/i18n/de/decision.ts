import type { Method } from "../../../worksheets/assessment/methods.ts";

/** Preparing a vote, voting, and what came of it. */
export const decision = {
	question: "Worüber wird entschieden?",
	questionHint: "Ein Satz, auf den alle antworten können.",
	method: "Verfahren",
	methodHints: {
		consent:
			"Der Vorschlag gilt, wenn niemand einen schwerwiegenden, begründeten Einwand hat: gut genug für jetzt, sicher genug zum Ausprobieren.",
		resistance:
			"Alle geben jeder Möglichkeit einen Widerstandswert von 0 bis 10; der geringste Widerstand kommt dem Konsens am nächsten.",
		points: "Alle verteilen dieselbe Zahl von Punkten auf die Möglichkeiten, auch mehrere auf eine.",
		mood: "Alle sagen auf einer Stufe von 1 bis 4, wie sie dazu stehen; entschieden wird damit noch nichts.",
	} satisfies Record<Method, string>,
	pointsEach: "Punkte für jede Person",
	more: (what: string) => `${what}: mehr`,
	less: (what: string) => `${what}: weniger`,
	options: "Möglichkeiten",
	optionRow: "Möglichkeit",
	optionsFree: "Ohne Möglichkeiten wird über die Frage selbst abgestimmt.",
	/** In place of the preparation, for those who only read it. */
	notReady: "Noch steht nichts zur Abstimmung. Sobald Frage und Möglichkeiten feststehen, sehen Sie sie hier.",
	missing: "Zum Abstimmen fehlt noch die Frage, das Verfahren oder etwas zur Auswahl.",
	loading: "Frage und Möglichkeiten werden geladen. Ohne Verbindung kann das dauern.",
	yourVote: "Ihre Stimme",
	secret:
		"Was Sie wählen, sieht sonst niemand. Veröffentlicht werden beim Schließen nur das Gesamtergebnis und die Begründungen, beides ohne Namen. Bis dahin können Sie alles ändern.",
	loadingBallot: "Ihre Stimme wird geladen. Ohne Verbindung kann das dauern.",
	pointsLeft: (left: number) =>
		left === 0 ? "Alle Punkte sind verteilt." : left === 1 ? "Noch 1 Punkt" : `Noch ${left} Punkte`,
	tooMany: (over: number) =>
		`${over === 1 ? "1 Punkt ist" : `${over} Punkte sind`} zu viel: Gezählt werden die ersten von oben.`,
	pointsFor: (option: string) => `Punkte für ${option}`,
	resistanceEnds: "0 heißt: kein Widerstand. 10 heißt: Das kann ich auf keinen Fall mittragen.",
	reason: "Begründung",
	reasonHint: "Sie steht ohne Ihren Namen im Ergebnis.",
	abstain: "Ich enthalte mich.",
	votedOf: (voted: number, eligible: number) => `${voted} von ${eligible} ${voted === 1 ? "hat" : "haben"} abgestimmt`,
	control: "Abstimmung leiten",
	close: "Abstimmung schließen und Ergebnis zeigen",
	closeHint: "Danach kann niemand mehr die eigene Stimme ändern, und alle sehen das Ergebnis.",
	reopen: "Abstimmung wieder öffnen",
	reopenHint: "Das Ergebnis verschwindet. Die Stimmen bleiben und können wieder geändert werden.",
	counting: "Die Stimmen werden ausgezählt.",
	countAgain: "Noch einmal auszählen",
	closed: "Die Abstimmung ist geschlossen.",
	neverClosed: "Der Workshop ist beendet, ohne dass diese Abstimmung geschlossen wurde. Es gibt kein Ergebnis.",
	noneAsked: "Dieses Blatt ist Ihr Stimmzettel. Noch wird damit nichts entschieden.",
	passive: "Dazu kommt immer: „Alles bleibt, wie es ist“.",
};
