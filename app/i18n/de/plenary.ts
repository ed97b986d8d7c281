/** The plenary: what the groups have said, side by side, for those who steer, and what of it everybody is shown. */
export const plenary = {
	title: "Plenum",
	lead: "Die Ergebnisse der Gruppen nebeneinander. Alle anderen sehen davon nur, was Sie zeigen.",
	leadObserver: "Die Ergebnisse der Gruppen nebeneinander.",
	toCockpit: "Zur Moderation",
	views: "Ansichten",
	tabs: {
		heatmap: "Heatmap",
		distribution: "Verteilung",
		units: "Kommunen",
		answers: "Antworten",
		votes: "Abstimmungen",
	},

	loading: "Die Ergebnisse werden geladen …",
	failed: "Die Ergebnisse ließen sich nicht laden. Es wird weiter versucht.",
	mayBeOld: "Keine Verbindung: Was hier steht, kann veraltet sein.",
	nothingShown: "Davon ist für Sie gerade nichts zu sehen.",
	noAssessments: "Noch gibt es kein Arbeitsblatt, in dem Gruppen Bausteine bewerten. Es kommt mit seiner Phase.",

	worksheet: "Arbeitsblatt",
	order: "Sortieren",
	orders: { name: "nach Name", spread: "nach größtem Unterschied" },
	dimension: "Dimension",
	allDimensions: "Alle Dimensionen",
	show: "Allen zeigen",
	nowShown: "Alle sehen diese Ansicht.",
	hide: "Nicht mehr zeigen",
	kept: "Diese Ansicht steht nach dem Ende in den Ergebnissen für alle.",
	withdraw: "Aus den Ergebnissen nehmen",
	withdrawn: "Diese Ansicht wird nicht mehr gezeigt und steht nicht mehr in den Ergebnissen für alle.",
	onlyWhileRunning: "Zeigen können Sie, solange der Workshop läuft.",

	module: "Baustein",
	value: "Wert",
	median: "Median",
	range: "Spannweite",
	reason: "Begründung",
	dissent: "Abweichende Sicht",
	outlook: "Perspektive",
	evidence: "Beleg",
	legend: "Was die Zahlen bedeuten",
	asTable: "Als Tabelle",
	cell: (p: { unit: string; module: string; dimension: string; value: string }) =>
		`${p.unit}, ${p.module}, ${p.dimension}: ${p.value}`,
	closeCell: "Schließen",
	sides: {
		groups: {
			row: "Gruppe",
			noValue: "ohne Wert",
			nothingSaid: "Dazu hat die Gruppe nichts geschrieben.",
			showHint:
				"Alle sehen dann diese Ansicht auf ihrem Gerät und am Beamer. Sie bleibt nach dem Ende in den Ergebnissen für alle, mit dem Stand der Gruppen von dann.",
		},
		units: {
			row: "Kommune",
			noValue: "nicht gezeigt (zu wenige Personen)",
			nothingSaid:
				"Hier wird nichts gezeigt: Weniger als drei Personen haben einen Wert gewählt, oder aus anderen Zahlen ließe sich auf so wenige schließen.",
			showHint:
				"Alle sehen dann diese Ansicht auf ihrem Gerät und am Beamer. Sie bleibt nach dem Ende in den Ergebnissen für alle, wie zuletzt ausgewertet.",
		},
	},
	notCounted: "Nach Kommunen ist noch nichts ausgewertet, das sich zeigen ließe.",
	notCountable:
		"Auswerten lässt sich, was Personen mit Angabe ihrer Kommune oder Einrichtung in eigenen Arbeitsblättern bewertet haben. Das gibt es noch nicht.",
	everybody: "alle zusammen",
	few: "Verteilungen von weniger als drei Personen stehen nur im Arbeitsblatt der Gruppe.",
	noVotes: "In diesem Workshop wird über nichts abgestimmt.",
	voteOpen: "Die Abstimmung läuft noch.",
	voteCounting: "Die Stimmen werden ausgezählt.",
	voteNeverClosed: "Die Abstimmung wurde nicht geschlossen.",
	voted: (voted: number, eligible: number) => `${voted} von ${eligible} haben abgestimmt.`,
};
