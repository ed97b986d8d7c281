/** The page of downloads. */
export const results = {
	title: "Ergebnisse",
	interim: "Zwischenstand",
	interimHint: "Der Workshop läuft noch. Die Dateien zeigen, was bis jetzt gespeichert ist.",
	noneYet: "Ergebnisse gibt es, sobald die erste Phase begonnen hat.",
	download: (p: { format: string }) => `${p.format} herunterladen`,
	downloadHint: {
		pdf: "Zum Lesen, Drucken und Weitergeben",
		docx: "Zum Weiterarbeiten in Word oder LibreOffice",
		md: "Zum Weiterschreiben als Text",
		json: "Für andere Programme",
	},
	ownUnit: "Für Ihre Kommune",
	units: "Für die Kommunen",
	unitsHint: "Wie die Personen der Kommune eingeschätzt haben, verglichen mit allen anderen; ohne Namen und Texte.",
	downloadUnit: (p: { format: string; unit: string }) => `${p.format} für ${p.unit} herunterladen`,
	forParticipants: "Enthalten sind Ihre eigenen Arbeitsblätter, die Ihrer Gruppe und was allen gezeigt wurde.",
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
