/** The page of downloads. */
export const results = {
	title: "Ergebnisse",
	interim: "Zwischenstand",
	interimHint: "Der Workshop läuft noch. Die Dateien zeigen, was bis jetzt gespeichert ist.",
	noneYet: "Ergebnisse gibt es, sobald die erste Phase begonnen hat.",
	download: (p: { format: string }) => `${p.format} herunterladen`,
	downloadHint: {
		pdf: "Zum Lesen, Drucken und Weitergeben",
		md: "Zum Weiterschreiben als Text",
		json: "Für andere Programme",
	},
	forParticipants: "Enthalten sind Ihre eigenen Arbeitsblätter, die Ihrer Gruppe und was allen gezeigt wurde.",
	forTable:
		"Stimmen und Einschätzungen der Personen an diesem Gerät stehen nicht in der Datei, damit sie geheim bleiben.",
	forFacilitators: "Enthalten sind die Arbeitsblätter der Gruppen und des Plenums, keine persönlichen.",
};
