const nbsp = "\u00a0";
const minutes = (count: number) => `${count}${nbsp}Min.`;
/** To the minute where there are more than two. */
const span = (seconds: number) => {
	const whole = Math.ceil(seconds / 60);
	if (seconds > 120 || (seconds > 0 && seconds % 60 === 0))
		return whole === 1 ? `1${nbsp}Minute` : `${whole}${nbsp}Minuten`;
	return seconds === 1 ? `1${nbsp}Sekunde` : `${seconds}${nbsp}Sekunden`;
};

/** What holds the room together: coming back, showing, asking, putting aside. For everybody in it. */
export const room = {
	offers: "Materialien",
	allMaterials: "Alle Materialien",
	conference: "Videokonferenz",
	newTab: "(öffnet einen neuen Tab)",
	leadsAway: "Die Links führen zu anderen Seiten und öffnen sich in einem neuen Tab. Arena bleibt hier offen.",

	recall: "Zurückholen …",
	recallTitle: "Alle zurückholen",
	recallHint: "Alle sehen, wie viel Zeit bleibt. Danach beginnt die Phase für alle; wer gerade schreibt, wird gefragt.",
	recallTo: "In welche Phase?",
	recallIn: "Wann?",
	recallSpan: (p: { seconds: number }) => (p.seconds === 0 ? "Sofort" : `In ${span(p.seconds)}`),
	recallNow: "Jetzt zurückholen",
	recallStart: "Zurückholen ankündigen",
	recallOn: (p: { phase: string }) => `Alle kommen zurück: ${p.phase}`,
	recallLeft: (p: { seconds: number }) => `Zurückholen in ${span(p.seconds)}`,
	recallDue: "Gleich geht es weiter",
	recallSaid: (p: { phase: string; seconds: number }) =>
		`Die Moderation holt alle in ${span(p.seconds)} zurück. Danach: ${p.phase}`,
	recallCancel: "Zurückholen abbrechen",
	recallCancelled: "Das Zurückholen ist abgebrochen.",

	lock: "Bearbeiten sperren …",
	lockTitle: "Arbeits\u00adblätter sperren oder freigeben",
	lockHint: "Gesperrte Blätter lassen sich weiter lesen. Eigene Blätter der Teilnehmenden bleiben offen.",
	lockPhase: "Welche Phase?",
	lockGroup: "Welche Gruppe?",
	allGroups: "Alle Gruppen und das Plenum",
	lockCount: (p: { locked: number; all: number }) =>
		p.all === 0
			? "Hier gibt es noch kein gemeinsames Blatt."
			: p.all === 1
				? `Das Blatt ist ${p.locked === 1 ? "gesperrt" : "offen"}.`
				: `${p.locked} von ${p.all} Blättern sind gesperrt.`,
	lockNow: "Sperren",
	unlockNow: "Freigeben",
	nowLocked: "Die Blätter sind gesperrt.",
	nowOpen: "Die Blätter sind freigegeben.",

	messages: "Mitteilungen",
	noMessages: "Noch keine Mitteilungen.",
	sender: { facilitator: "Moderation", cofacilitator: "Co-Moderation" },
	messageToAll: "an alle",
	messageToGroup: (p: { group: string }) => `an ${p.group}`,
	pinned: "angepinnt",
	unpin: "Nicht mehr anpinnen",
	unpinThis: (p: { text: string }) => `Nicht mehr anpinnen: ${p.text}`,

	coming: "Kommt gleich",
	comingSaid: "Zugesagt: Kommt gleich",

	topics: "Themenspeicher",
	topicsHint:
		"Was heute keinen Platz hat, aber nicht verloren gehen soll. Alle sehen die Liste; sie steht in jedem Download.",
	noTopics: "Noch kein Thema.",
	topicText: "Thema",
	topicAdd: "In den Themenspeicher",
	topicAdded: "Das Thema ist gespeichert.",
	topicDone: "erledigt",
	topicDoneNow: "Als erledigt markieren",
	topicDoneThis: (p: { text: string }) => `Als erledigt markieren: ${p.text}`,
	topicReopen: "Wieder öffnen",
	topicReopenThis: (p: { text: string }) => `Wieder öffnen: ${p.text}`,
	topicRemove: "Entfernen",
	topicRemoveThis: (p: { text: string }) => `Entfernen: ${p.text}`,
	topicRemoved: "Das Thema ist entfernt.",
	count: (p: { what: string; count: number }) => `${p.what} (${p.count})`,

	textEmpty: "Schreiben Sie etwas in das Feld.",
	textLong: (p: { count: number; max: number }) => `${p.count} von höchstens ${p.max} Zeichen. Kürzen Sie den Text.`,

	questions: "Fragen an die Moderation",
	ask: "Frage an die Moderation",
	askHint: "Nur die Moderation und Sie sehen die Frage.",
	askText: "Ihre Frage",
	askSend: "Frage stellen",
	asked: "Ihre Frage ist bei der Moderation.",
	askedOpen: "Noch offen:",
	askWithdraw: "Zurücknehmen",
	askWithdrawThis: (p: { text: string }) => `Zurücknehmen: ${p.text}`,
	askFull: (p: { max: number }) => `Sie haben schon ${p.max} offene Fragen. Bitte warten Sie auf eine Antwort.`,
	questionArrived: (p: { from: string }) => `Neue Frage: ${p.from}`,
	questionSince: (p: { minutes: number }) => (p.minutes < 1 ? "gerade eben" : `seit ${minutes(p.minutes)}`),
	questionDone: "Beantwortet",
	questionDoneThis: (p: { text: string }) => `Beantwortet: ${p.text}`,
	questionPark: "In den Themenspeicher",
	questionParkThis: (p: { text: string }) => `In den Themenspeicher: ${p.text}`,

	back: "Bin zurück",
	backSaid: "Sie haben sich zurückgemeldet.",
	backCount: (p: { back: number; all: number }) => `${p.back} von ${p.all} sind zurück`,

	shown: (p: { what: string }) => `Die Moderation zeigt allen: ${p.what}`,
	shownBy: (p: { what: string }) => `Alle sehen gerade: ${p.what}`,
	shownViews: {
		heatmap: "Heatmap der Gruppen",
		distribution: "Verteilung der Einschätzungen",
		units: "Heatmap der Kommunen",
	},
	shownLook: "Ansehen",
	shownOver: "Die Moderation zeigt nichts mehr.",
	show: "Allen zeigen",
	showHint: "Alle lesen dann mit; was die Gruppe für sich behält, bleibt verborgen.",
	showWhat: "Was sollen alle sehen?",
	showSheet: "Das ganze Blatt",
	showQuestion: (p: { number: number; label: string }) => `Frage ${p.number}: ${p.label}`,
	nowShown: "Alle sehen das Blatt.",
	hide: "Nicht mehr zeigen",

	door: "Wer kommt mit dem Code herein?",
	doorHint: "Wer schon dabei ist, bleibt dabei.",
	newDate: (p: { date: string; before: string }) =>
		`Neues Datum: Alles wird am ${p.date} gelöscht, nicht am ${p.before}.`,
	doorIs: { open: "Tür: offen", waiting: "Tür: Sie lassen einzeln herein", closed: "Tür: geschlossen" },
	doorTo: {
		open: "Alle kommen sofort herein",
		waiting: "Neue warten, bis Sie sie hereinlassen",
		closed: "Niemand mehr",
	},
	waiting: "Vor der Tür",
	waits: (p: { name: string }) => `${p.name} wartet vor der Tür`,
	admit: "Hereinlassen",
	admitThis: (p: { name: string }) => `Hereinlassen: ${p.name}`,
	admitAll: "Alle hereinlassen",
	sendAway: "Abweisen",
	sendAwayThis: (p: { name: string }) => `Abweisen: ${p.name}`,
	moreAbout: "Mehr …",
	aboutPerson: (p: { name: string }) => `Mehr zu ${p.name}`,
	isMuted: "liest nur mit",
	muteTitle: "Schreiben anhalten",
	muteText: (p: { name: string }) =>
		`${p.name} liest dann alles mit und schreibt nur noch im eigenen Arbeitsblatt. Die Person erfährt das.`,
	unmuteText: (p: { name: string }) => `${p.name} liest zurzeit nur mit.`,
	mute: "Schreiben anhalten",
	unmute: "Wieder schreiben lassen",
	muted: (p: { name: string }) => `${p.name} liest jetzt nur noch mit.`,
	unmuted: (p: { name: string }) => `${p.name} kann wieder schreiben.`,
	removeTitle: "Aus dem Workshop nehmen",
	removeWhat: "Der Zugang der Person endet sofort. Was sie geschrieben hat, bleibt mit ihrem Namen stehen.",
	remove: "Aus dem Workshop nehmen …",
	removeText: (p: { name: string }) =>
		`Der Zugang von ${p.name} endet sofort und für immer. Die Person erfährt das; ihre Beiträge bleiben.`,
	removeHint: "Mit dem Teilnahme\u00adcode könnte sie neu beitreten. Dagegen hilft, die Tür zu schließen.",
	removeNot: "Doch nicht",
	removeNow: "Jetzt herausnehmen",
	removed: (p: { name: string }) => `${p.name} ist nicht mehr im Workshop.`,
	renewCode: "Code erneuern …",
	renewCodeTitle: "Teilnahme\u00adcode erneuern?",
	renewCodeText:
		"Der bisherige Code, sein Link und sein QR-Bild gelten dann nicht mehr, auch nicht in Einladungen. Wer dabei ist, bleibt dabei.",
	renewCodeNow: "Code erneuern",
	codeRenewed: "Der Teilnahme\u00adcode ist neu.",

	atTheDoor: (p: { name: string }) => `Guten Tag, ${p.name}`,
	atTheDoorText: "Die Moderation lässt Sie gleich herein. Diese Seite öffnet sich dann von selbst.",
	atTheDoorOver: "Der Workshop ist beendet.",
	youAreMuted:
		"Die Moderation hat Ihr Schreiben in gemeinsamen Arbeits\u00adblättern angehalten. Sie lesen alles mit; Ihr eigenes Arbeitsblatt und Fragen an die Moderation bleiben offen.",
	youAreUnmuted: "Sie können wieder überall schreiben.",

	notes: "Eigene Notizen",
	notesHint: "Nur Sie sehen sie, auch nicht die Moderation. Sie stehen in Ihrem Download.",
	notesNone: "Sie haben sich keine Notizen gemacht.",
	notesOpen: "Notizen öffnen",
};
