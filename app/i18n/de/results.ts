/** The page of downloads. */
export const results = {
	toMaterials: "Materialien",
	title: "Ergebnisse",
	interim: "Zwischenstand",
	interimHint: "Der Workshop läuft noch. Die Dateien zeigen, was bis jetzt gespeichert ist.",
	noneYet: "Ergebnisse gibt es, sobald die erste Phase begonnen hat.",
	downloadAll: "Alles herunterladen (ZIP)",
	downloadAllHint:
		"Alle Formate in einer Datei, dazu die Tabellen als CSV. Bei vielen Gruppen dauert das bis zu einer Minute.",
	packageProgress: (p: { written: number; files: number }) => `${p.written} von ${p.files} Dateien sind fertig.`,
	packageDone: (p: { files: number }) => `Alle ${p.files} Dateien sind in der ZIP-Datei.`,
	packageLacks: (p: { missing: number }) =>
		p.missing === 1
			? "Eine Datei fehlt in der ZIP-Datei. Sie lässt sich noch einmal einzeln laden:"
			: `${p.missing} Dateien fehlen in der ZIP-Datei. Sie lassen sich noch einmal einzeln laden:`,
	packageBroken: "Der Download wurde unterbrochen. Laden Sie die ZIP-Datei noch einmal.",
	packageAgain: (p: { format: string }) => `${p.format} noch einmal laden`,
	download: (p: { format: string }) => `${p.format} herunterladen`,
	downloadHint: {
		pdf: "Zum Lesen, Drucken und Weitergeben",
		docx: "Zum Weiterarbeiten in Word oder LibreOffice",
		xlsx: "Alle Werte und Tabellen zum Rechnen",
		md: "Zum Weiterschreiben als Text",
		json: "Für andere Programme",
	},
	ownUnit: "Für Ihre Kommune",
	units: "Für die Kommunen",
	unitsHint: "Wie die Personen der Kommune eingeschätzt haben, verglichen mit allen anderen; ohne Namen und Texte.",
	parts: "Einzelne Teile",
	partsHint: "Für ein Gremium, zum Nachhalten oder nur für eine Gruppe.",
	partDecision: "Entscheidungsvorlage",
	partMeasures: "Maßnahmenplan",
	partOwn: "Eigene Arbeitsblätter",
	partGroups: (p: { groups: number }) => `Je Gruppe (${p.groups})`,
	downloadPart: (p: { format: string; of: string }) => `${p.format} für ${p.of} herunterladen`,
	decisionsTitle: "Entscheidungsvorlagen je Gremium",
	decisionsHint: "Mit den Maßnahmen, bei denen dieses Gremium im Plan steht.",
	forParticipants: "Enthalten sind Ihre eigenen Arbeitsblätter, die Ihrer Gruppe und was allen gezeigt wurde.",
	onlyOwn:
		"Enthalten sind Ihre eigenen Arbeitsblätter und die Ihrer Gruppe. Was aus anderen Gruppen und dem Plenum gezeigt wurde, gibt die Moderation nicht als Datei weiter.",
	afterEnd: "Die Moderation gibt die Ergebnisse nach dem Ende des Workshops frei. Dann laden Sie sie hier herunter.",
	oneTime: "Ohne Anmeldung öffnen",
	oneTimeHint:
		"Für ein anderes Programm oder Gerät: Der Link öffnet die PDF-Datei ein einziges Mal und gilt eine Minute. Wer ihn hat, bekommt die Datei.",
	oneTimeMake: "Einmal-Link für PDF erstellen",
	oneTimeUrl: "Link, eine Minute gültig",
	forTable:
		"Stimmen und Einschätzungen der Personen an diesem Gerät stehen nicht in der Datei, damit sie geheim bleiben.",
	toSeries: "Mit den anderen Terminen der Reihe vergleichen",
	forFacilitators: "Enthalten sind die Arbeitsblätter der Gruppen und des Plenums, keine persönlichen.",
	calendarTitle: "Maßnahmen im Kalender",
	calendarHint:
		"Ganztägige Termine für „Bis wann“ und „Wiedervorlage“. Eine neuere Datei bringt Termine, die schon im Kalender stehen, auf den neuen Stand. Was im Plan gelöscht oder jemand anderem übertragen wurde, löschen Sie im Kalender von Hand.",
	calendar: "Kalenderdatei (alle)",
	calendarOf: "Kalenderdatei je verantwortlicher Stelle",
	calendarFor: (p: { name: string }) => `Kalenderdatei: ${p.name}`,
};
