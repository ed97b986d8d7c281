/** What a projector shows beside the room's own words. */
export const beamer = {
	title: (p: { title: string }) => `${p.title} – Beamer`,
	join: "Machen Sie mit",
	joinHow: "Scannen Sie den QR-Code, oder öffnen Sie diese Adresse und geben Sie den Code ein:",
	joinLine: (p: { address: string }) => `Dazukommen unter ${p.address},`,
	joinCode: (p: { code: string }) => `Code ${p.code}`,
	qrAlt: "QR-Code mit dem Teilnahmelink",
	voted: (p: { voted: number; eligible: number }) => `${p.voted} von ${p.eligible} haben abgestimmt.`,
	groupTimes: "Gruppen mit eigener Zeit",
	thanks: "Vielen Dank für Ihre Mitarbeit.",
	nothingYet: "Hier steht noch nichts.",
	loading: "Wird geladen …",
	lineLost: "Die Verbindung ist unterbrochen. Die Anzeige geht von selbst weiter.",
	noAccess: "Diese Anzeige hat keinen Zugang mehr. Öffnen Sie sie aus der Moderation neu.",
};
