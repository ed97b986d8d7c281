export const create = {
	title: "Workshop anlegen",
	allSheets: "Alle Arbeits\u00adblätter ansehen, leer und ausgefüllt",
	chooseTitle: "1. Vorlage wählen",
	chooseAction: "Vorlage verwenden",
	chosen: "Gewählte Vorlage",
	chooseOther: "Andere Vorlage wählen",
	unknownTemplate: "Diese Vorlage gibt es nicht. Wählen Sie eine aus der Liste.",
	phases: (count: number) => (count === 1 ? "1 Phase" : `${count} Phasen`),
	preview: "Ablauf ansehen",
	previewLabel: (title: string) => `Ablauf von „${title}“`,
	languages: "Sprachen",
	worksheets: (count: number) => (count === 1 ? "1 Arbeitsblatt" : `${count} Arbeitsblätter`),
	detailsTitle: "2. Angaben zum Workshop",
	workshopTitle: "Titel",
	titleMissing: "Geben Sie dem Workshop einen Titel.",
	tooLong: (max: number) => `Höchstens ${max} Zeichen.`,
	language: "Sprache des Workshops",
	languageHint: "In dieser Sprache erscheinen Aufträge und Fragen.",
	languageMissing: "Diese Vorlage gibt es in dieser Sprache nicht.",
	date: "Datum",
	time: "Beginn",
	dateHint: "Sie können den Termin auch später festlegen.",
	dateInvalid: "Geben Sie ein Datum an, das es gibt.",
	dateTooLate:
		"An diesem Tag wäre der Workshop schon gelöscht: Die Tage der Aufbewahrung zählen ab heute, solange er nicht zu Ende ist. Wählen Sie einen früheren Termin oder eine längere Aufbewahrung, oder legen Sie ihn später an.",
	timeMissing: "Geben Sie zum Datum auch die Uhrzeit an.",
	dateMissing: "Geben Sie zur Uhrzeit auch das Datum an.",
	place: "Ort",
	placeHint: "Raum und Adresse oder Link zur Videokonferenz",
	retention: "Aufbewahrung in Tagen",
	retentionHint: (max: number) => `So lange nach dem Ende bleibt alles gespeichert, höchstens ${max} Tage.`,
	retentionInvalid: (max: number) => `Geben Sie eine ganze Zahl von 1 bis ${max} an.`,
	namesAtEnd: "Namen am Ende",
	namesChoices: {
		kept: "behalten, bis alles gelöscht wird",
		shortened: "kürzen (A. K.)",
		numbered: "durch „Person 1“, „Person 2“ … ersetzen",
	},
	namesAtEndHint:
		"Was mit den Namen der Teilnehmenden geschieht, wenn der Workshop endet. Alle lesen es, bevor sie beitreten.",
	password: "Passwort zum Anlegen",
	passwordHint: "Das Passwort bekommen Sie von der Stelle, die Arena betreibt.",
	passwordMissing: "Geben Sie das Passwort zum Anlegen ein.",
	passwordWrong: "Dieses Passwort stimmt nicht.",
	planTitle: "3. Zeiten der Phasen",
	planCaption: "Phasen mit Uhrzeit und Dauer",
	planPhase: "Phase",
	planStart: "Beginn",
	planMinutes: "Minuten",
	minutesOf: (phase: string) => `Minuten für „${phase}“`,
	minutesInvalid: (max: number) => `Geben Sie eine ganze Zahl von 1 bis ${max} an.`,
	endsAt: (time: string, duration: string) => `Ende um ${time} (insgesamt ${duration}).`,
	lasts: (duration: string) => `Mit Datum und Beginn sehen Sie auch die Uhrzeiten (insgesamt ${duration}).`,
	submit: "Workshop anlegen",
	submitting: "Wird angelegt …",
	failed: "Der Workshop wurde nicht angelegt",
	linksTitle: "Ihre Links",
	linksIntro: (title: string) => `„${title}“ ist angelegt.`,
	linksOnce:
		"Moderations\u00adlink und Wiederherstellungs\u00adcode zeigen wir nur jetzt. Kopieren oder drucken Sie beides, bevor Sie diese Seite verlassen.",
	facilitatorLink: "Moderations\u00adlink",
	facilitatorLinkHint: "Nicht weitergeben. Wer ihn hat, steuert den Workshop.",
	recoveryCode: "Wiederherstellungs\u00adcode",
	recoveryCodeHint:
		"Nicht weitergeben. Ist Ihr Link verloren, übernehmen Sie damit und mit dem Teilnahme\u00adcode die Moderation, auch auf einem Telefon.",
	recoveryCodeAt: (address: string) => `Einzugeben auf ${address}/uebernehmen`,
	joinLink: "Teilnahmelink",
	joinLinkHint: "Für alle, die teilnehmen.",
	code: "Teilnahme\u00adcode",
	codeAt: (address: string) => `Einzugeben auf ${address}`,
	qrAlt: "QR-Code mit dem Teilnahmelink",
	invitation: "Einladungs\u00adtext",
	invitationHint: "Ergänzen Sie, was in eckigen Klammern steht.",
	toLead: "Zur Moderation",
	invitationText: (details: {
		title: string;
		date: string | null;
		span: string | null;
		start: string | null;
		place: string | null;
		link: string;
		code: string;
		address: string;
		deleteOn: string | null;
		days: number;
		privacy: string;
	}) =>
		[
			"Guten Tag,",
			`${details.date && details.span ? `am ${details.date}, ${details.span},` : "am [Datum, Uhrzeit]"} arbeiten wir gemeinsam an: ${details.title}. Ort: ${details.place ?? "[Ort]"}.`,
			`Beitritt${details.start ? ` ab ${details.start}` : ""}: ${details.link} oder Code ${details.code} auf ${details.address}. Sie brauchen kein Konto und keine Installation, nur einen aktuellen Browser auf Laptop, Tablet oder Telefon. Ein Kürzel genügt als Name.`,
			`Ihre Beiträge werden ${details.deleteOn ? `am ${details.deleteOn}` : `${details.days} Tage nach dem Ende`} gelöscht; Hinweise zum Datenschutz: ${details.privacy}.`,
			"Brauchen Sie Unterstützung bei der Teilnahme (etwa Schriftgröße, Screenreader, Gebärdensprache)? Schreiben Sie bitte bis [Frist] an [Kontakt].",
		].join("\n\n"),
};
