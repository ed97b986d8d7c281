/** Actor maps: their rows, their board, and who may see what is rated. */
export const actors = {
	parts: "Teile der Tabelle",
	unnamed: "Ohne Namen",
	showBoard: "Karte anzeigen",
	showTable: "Tabelle anzeigen",

	examplesTitle: "So kann es aussehen",
	takeExample: "Beispiel übernehmen",
	takeExampleNamed: (name: string) => `Beispiel „${name}“ übernehmen`,

	boardTitle: (up: string, across: string) => `Karte: ${up} und ${across}`,
	boardHint:
		"Ziehen Sie einen Akteur an seinen Platz, oder wählen Sie ihn aus und dann „Verschieben nach …“. Mit den Pfeiltasten geht es Stufe für Stufe.",
	upAxis: (axis: string, low: string, high: string) => `${axis}, von unten nach oben: ${low} bis ${high}`,
	acrossAxis: (axis: string, low: string, high: string) => `${axis}, von links nach rechts: ${low} bis ${high}`,
	place: (up: string, upPoint: string, across: string, acrossPoint: string) =>
		`${up} ${upPoint}, ${across} ${acrossPoint}`,
	moved: (name: string, place: string) => `${name}: ${place}`,
	unplaced: "Noch nicht auf der Karte",
	allPlaced: "Alle Akteure stehen auf der Karte.",
	taken: (name: string) => `${name} steht nicht mehr auf der Karte.`,
	moveTo: "Verschieben nach …",
	moveNamedTo: (name: string) => `${name} verschieben nach …`,
	offBoard: "Nicht auf der Karte",

	kept: "Die Einschätzungen zeigt Arena nur Ihrer Gruppe. Wen Sie hier nennen, sehen auch die Moderation und, wo das Blatt gezeigt wird, die anderen.",
	release: "Einschätzungen freigeben",
	released: "Ihre Gruppe hat die Einschätzungen freigegeben. Auch andere können sie jetzt sehen.",
	takeBack: "Freigabe zurücknehmen",
	nowReleased: "Die Einschätzungen sind freigegeben.",
	nowKept: "Die Freigabe ist zurückgenommen.",
	withheld: "Die Einschätzungen hat die Gruppe nicht freigegeben.",
};
