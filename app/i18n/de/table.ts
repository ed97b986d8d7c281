/** Several people at one device: whose turn it is, and who they are. */
export const table = {
	turn: (p: { name: string; number: number; count: number }) =>
		p.name === `Person ${p.number}`
			? `Jetzt: ${p.name} von ${p.count}`
			: `Jetzt: ${p.name} (${p.number} von ${p.count})`,
	begin: "Sie geben Ihre Antworten nacheinander und reichen das Gerät herum.",
	handOver: (p: { name: string }) => `Bitte geben Sie das Gerät weiter an: ${p.name}`,
	hidden: "Was die anderen angegeben haben, bleibt verdeckt, bis alle fertig sind.",
	hiddenAlways: "Was die anderen angegeben haben, bleibt verdeckt, auch in der Datei der Ergebnisse.",
	thatIsMe: (p: { name: string }) => `Ich bin ${p.name}`,
	skip: "Überspringen",
	notNow: "Doch nicht",
	answersOf: (p: { name: string }) => `Antworten: ${p.name}`,
	doneNext: "Fertig, Gerät weitergeben",
	done: "Fertig",
	back: "Zurück zum Tisch",
	allDone: (p: { count: number }) => `Alle ${p.count} sind fertig`,
	looking: "Antworten an diesem Tisch",
	change: "Alle am Tisch können ihre Antworten ansehen und ändern.",
	changeSecret: "Wer die eigenen Antworten ansehen oder ändern möchte, nimmt das Gerät und wählt den eigenen Namen.",
	lookSecret: "Wer die eigenen Antworten ansehen möchte, nimmt das Gerät und wählt den eigenen Namen.",
	people: "Am Tisch",
	isDone: "fertig",
	isNow: "ist dran",
	isOpen: "noch offen",
	isGone: "nicht mehr am Tisch",
	again: "Ansehen",
	againOf: (p: { name: string }) => `Ansehen: ${p.name}`,
	first: "Vorziehen",
	firstOf: (p: { name: string }) => `Vorziehen: ${p.name}`,

	edit: "Wer sitzt an diesem Gerät?",
	editHint:
		"Sitzen Sie zu mehreren an diesem Gerät, gibt jede Person ihre eigenen Antworten und Stimmen, reihum. In Gruppe und Plenum schreiben Sie gemeinsam.",
	nameOf: (p: { number: number }) => `${p.number}. Person`,
	nameHint: "Namen sind freiwillig. Nur an diesem Gerät sind sie zu sehen.",
	aloneHint: "Allein an diesem Gerät haben Sie den Namen, mit dem Sie beigetreten sind.",
	nameLong: (p: { max: number }) => `Höchstens ${p.max} Zeichen.`,
	add: "Person hinzufügen",
	most: (p: { count: number }) => `Mehr als ${p.count} Personen können es an einem Gerät nicht sein.`,
	remove: "Vom Tisch nehmen",
	removeOf: (p: { name: string }) => `Vom Tisch nehmen: ${p.name}`,
	removed: (p: { name: string }) => `${p.name} ist nicht mehr in der Liste.`,
	added: (p: { name: string }) => `${p.name} ist dazugekommen.`,
	leaving: (p: { names: string }) => `Wirklich vom Tisch: ${p.names}?`,
	leavingText:
		"Für diese Personen gibt es schon eigene Arbeits\u00adblätter. Was darin steht, lässt sich hier weiter lesen, zählt aber nicht mehr mit. Sie können sie später wieder dazunehmen.",
	leaveNow: "Vom Tisch nehmen",
	gone: "Nicht mehr am Tisch",
	takeBack: (p: { name: string }) => `Wieder dazu: ${p.name}`,
	anew: "Die Liste hat sich geändert",
	anewText:
		"Jemand hat sie inzwischen an einem anderen Gerät geändert. Hier steht der neue Stand mit Ihren Eingaben. Bitte prüfen Sie ihn und speichern Sie noch einmal.",
	save: "Speichern",
	saved: (p: { count: number }) =>
		p.count === 1 ? "An diesem Gerät sitzt eine Person." : `An diesem Gerät sitzen ${p.count} Personen.`,
};
