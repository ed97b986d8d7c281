/** Files and links of each phase, on a page of their own. */
export const material = {
	title: "Materialien",
	none: "Es gibt noch keine Materialien. Sie erscheinen hier, sobald ihre Phase beginnt.",
	noneYet: "Diese Phase hat noch keine Materialien.",
	forFacilitators:
		"Teilnehmende sehen die Materialien einer Phase, sobald sie beginnt. Links legen Sie in der Planung an.",
	offline: "Ohne Verbindung lassen sich Dateien nicht öffnen. Sobald sie wieder da ist, geht es weiter.",
	link: "Link, öffnet einen neuen Tab",
	facts: (p: { type: string; size: string }) => `${p.type}, ${p.size}`,
	toPlan: "Zur Planung",

	add: "Datei hinzufügen",
	addTo: (p: { phase: string }) => `Datei hinzufügen: ${p.phase}`,
	file: "Datei",
	fileHint:
		"PDF, Word, Excel, PowerPoint, OpenDocument, Text, Markdown oder CSV bis 20 MB; Bilder (PNG, JPEG, WebP) bis 5 MB. Ort und Kamera werden aus Bildern entfernt, andere Dateien bleiben, wie sie sind.",
	label: "Bezeichnung",
	alt: "Was ist auf dem Bild zu sehen?",
	altHint: "Für alle, die das Bild nicht sehen. Ein bis zwei Sätze.",
	upload: "Hochladen",
	uploading: (p: { percent: number }) => `Wird hochgeladen: ${p.percent} %`,
	checking: "Wird geprüft …",
	cancel: "Abbrechen",
	cancelled: "Das Hochladen ist abgebrochen.",
	uploaded: (p: { label: string }) => `„${p.label}“ ist hochgeladen.`,

	chooseFile: "Wählen Sie eine Datei.",
	labelMissing: "Geben Sie der Datei eine Bezeichnung.",
	tooLong: (p: { max: number }) => `Höchstens ${p.max} Zeichen.`,
	altMissing: "Beschreiben Sie, was auf dem Bild zu sehen ist.",
	wrongType: "Diese Art von Datei nimmt Arena nicht an. Speichern Sie sie zum Beispiel als PDF.",
	tooLarge: "Die Datei ist zu groß: höchstens 20 MB, ein Bild höchstens 5 MB.",
	empty: "Die Datei ist leer.",
	badPicture: "Das Bild lässt sich nicht lesen oder hat mehr als 25 Megapixel. Speichern Sie es kleiner.",
	phaseFull: "Mehr Materialien nimmt eine Phase nicht auf.",
	workshopFull:
		"Mehr Dateien nimmt dieser Workshop nicht auf: höchstens 40 und zusammen 100 MB. Entfernen Sie zuerst eine.",
	phaseOver: "Diese Phase ist vorbei. Wählen Sie eine, die noch kommt oder gerade läuft.",
	failed: "Die Datei ist nicht angekommen. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.",

	edit: (p: { label: string }) => `„${p.label}“ umbenennen oder beschreiben`,
	editTitle: "Bezeichnung und Beschreibung",
	save: "Speichern",
	saved: "Gespeichert.",
	remove: (p: { label: string }) => `„${p.label}“ entfernen`,
	removeTitle: "Datei entfernen?",
	removeText: (p: { label: string }) =>
		`„${p.label}“ wird gelöscht, auch für alle, die sie gesehen haben. Das lässt sich nicht zurücknehmen. Was jemand schon heruntergeladen hat, bleibt dort.`,
	removeNow: "Datei löschen",
	keep: "Behalten",
	removed: (p: { label: string }) => `„${p.label}“ ist entfernt.`,
};
