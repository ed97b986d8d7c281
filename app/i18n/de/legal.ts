export const legal = {
	impressum: "Impressum",
	datenschutz: "Datenschutz",
	barrierefreiheit: "Erklärung zur Barriere\u00adfreiheit",
	missingTitle: "Dieser Text fehlt noch",
	missingText:
		"Die Stelle, die diese Installation von Arena betreibt, hat ihn noch nicht hinterlegt. Verantwortlich ist, wer Ihnen die Adresse dieser Seite gegeben hat.",
	missingOperator: (file: string) =>
		`Für den Betrieb: Legen Sie den Text als ${file} im Ordner „legal“ des Daten\u00adverzeichnisses ab.`,
	inventoryTitle: "Was diese Installation speichert",
	inventory: [
		"Ihren frei gewählten Namen und, wenn Sie sie angeben, Ihre Kommune oder Einrichtung",
		"Namen derer, die mit Ihnen an einem Gerät sitzen, wenn Sie sie angeben",
		"Ihre Beiträge in Arbeits\u00adblättern, Ihre Fragen und Hilferufe an die Moderation und was Sie in den Themenspeicher geben",
		"einen zufälligen Schlüssel, der Ihren Browser im Workshop wieder\u00aderkennt (notwendiges Cookie je Workshop)",
		"Ihre Wahl von Sprache und Darstellung, wenn Sie eine treffen (Cookies)",
		"auf Ihrem Gerät eine Kopie Ihrer Arbeits\u00adblätter und der Workshop\u00adseite, damit bei einer Unterbrechung nichts verloren geht; sie verschwindet beim Abmelden, nach dem Ende und spätestens nach sieben Tagen",
	],
	inventoryNot:
		"Nicht gespeichert werden E-Mail-Adressen, Netzadressen und Tippzeiten. Es gibt keine Anfragen an Dritte.",
	inventoryUntil: (days: number) =>
		`Gelöscht wird alles spätestens ${days} Tage nach dem Ende des Workshops, auf Wunsch der Moderation früher.`,
	reportTitle: "Barriere melden",
	reportText:
		"Sind Sie auf ein Hindernis gestoßen? Beschreiben Sie bitte, was Sie tun wollten, was nicht ging und womit Sie arbeiten (etwa Browser und Screenreader).",
	reportWhere: "Wohin Sie sich wenden",
	reportContact:
		"Die Kontakt\u00addaten der zuständigen Stelle stehen in der Erklärung zur Barriere\u00adfreiheit und im Impressum.",
	reportNow: "Wenn es gerade im Workshop hakt",
	reportNowText:
		"Sprechen Sie die Moderation an oder nutzen Sie „Hilfe rufen“: Ein Hindernis soll niemanden aufhalten.",
	licencesTitle: "Lizenzen",
	licencesOwn: "Arena ist freie Software unter der European Union Public Licence 1.2 (EUPL-1.2).",
	licencesSource: "Wer Arena verändert und anbietet, muss auch den geänderten Quelltext zugänglich machen.",
	licencesParts: "Verwendete Teile",
	licencesPart: "Teil",
	licencesLicence: "Lizenz",
	licencesUse: "Wofür",
	licencesMore: "Die vollständige Liste mit Versionen steht in der Datei package-lock.json des Quelltextes.",
	licencesUses: {
		kern: "Gestaltung der Oberfläche",
		fira: "Schrift",
		react: "Aufbau der Seiten",
		remix: "Seiten und Formulare",
		tiptap: "Text\u00adfelder der Arbeits\u00adblätter",
		yjs: "gemeinsames Schreiben",
		socket: "Verbindung zur Moderation",
		zod: "Prüfung aller Eingaben",
		typst: "PDF-Dateien",
		archives: "Word-, Excel- und ZIP-Dateien",
		qrcode: "QR-Codes",
		sqlite: "Speicherung",
	},
};
