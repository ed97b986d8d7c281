export const start = {
	title: "Gemeinsam im Workshop arbeiten",
	join: "Am Workshop teilnehmen",
	code: "Teilnahme\u00adcode",
	codeHint: "Neun Zeichen, zum Beispiel ABC-DEF-GHJ. Groß oder klein geschrieben: beides geht.",
	submit: "Beitreten",
	unknownCode: "Diesen Code gibt es nicht. Prüfen Sie die Zeichen oder fragen Sie die Moderation.",
	missingCode: "Geben Sie den Code ein, den Sie von der Moderation bekommen haben.",
	create: "Selbst einen Workshop moderieren",
	createText: "Wählen Sie eine Vorlage, legen Sie Termin und Zeiten fest und geben Sie den Code weiter.",
	createAction: "Workshop anlegen",
	allSheets: "Alle Arbeits\u00adblätter ansehen, leer und ausgefüllt",
	about: "Was ist Arena?",
	aboutText: [
		"Mit Arena arbeiten Gruppen im kommunalen Bildungs\u00admanagement gemeinsam an Arbeits\u00adblättern, vor Ort oder aus der Ferne.",
		"Die Moderation führt durch die Phasen; alle nehmen am Ende die Ergebnisse mit.",
		"Sie brauchen kein Konto und keine Installation, und keine Daten gehen an Dritte.",
	],
};
