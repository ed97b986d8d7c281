/** What somebody sees of their own access, once they unfold it. */
export const own = {
	timerVoice: "Zeit ansagen (Screenreader)",
	timerVoices: { all: "alle Ansagen", "last-minute": "nur die letzte Minute", off: "aus" },
	returnLink: "Persönlicher Link",
	returnLinkHint:
		"Mit diesem Link kommen Sie auf einem anderen Gerät als dieselbe Person zurück. Geben Sie ihn nicht weiter.",
	returnLinkMake: "Link erstellen",
	returnLinkField: "Ihr persönlicher Link",
	leave: "Dieses Gerät abmelden",
	leaveTitle: "Von diesem Gerät abmelden",
	leaveText:
		"Dieses Gerät vergisst den Workshop. Ihre Beiträge bleiben im Workshop. Zurück kommen Sie mit Ihrem persönlichen Link.",
	leaveUnsaved: "Achtung: Auf diesem Gerät ist Text, der noch nicht gespeichert ist. Er geht beim Abmelden verloren.",
	leaveNow: "Abmelden",
	left: "Sie haben sich von diesem Gerät abgemeldet.",
	alreadyHere: {
		title: "Sie sind hier schon dabei",
		here: {
			participant: (p: { name?: string | undefined }) =>
				`In diesem Browser nehmen Sie an diesem Workshop schon als „${p.name ?? ""}“ teil.`,
			facilitator: () => "In diesem Browser moderieren Sie diesen Workshop schon.",
			cofacilitator: () => "In diesem Browser sind Sie schon als Co-Moderation dabei.",
			observer: () => "In diesem Browser sind Sie schon als Beobachtung dabei.",
		},
		coming: {
			participant: (p: { name?: string | undefined }) => `Der Link, den Sie geöffnet haben, gehört „${p.name ?? ""}“.`,
			facilitator: () => "Der Link, den Sie geöffnet haben, gehört zur Moderation.",
			cofacilitator: () => "Der Link, den Sie geöffnet haben, gehört zur Co-Moderation.",
			observer: () => "Der Link, den Sie geöffnet haben, gehört zur Beobachtung.",
		},
		oneRole:
			"Ein Browser kann nur eine Rolle haben. Brauchen Sie beide zugleich, öffnen Sie den Link in einem privaten Fenster oder auf einem anderen Gerät.",
		stay: {
			participant: (p: { name?: string | undefined }) => `Als „${p.name ?? ""}“ weitermachen`,
			facilitator: () => "Bei der Moderation bleiben",
			cofacilitator: () => "Bei der Co-Moderation bleiben",
			observer: () => "Bei der Beobachtung bleiben",
		},
		change: {
			participant: (p: { name?: string | undefined }) => `Zu „${p.name ?? ""}“ wechseln`,
			facilitator: () => "Zur Moderation wechseln",
			cofacilitator: () => "Zur Co-Moderation wechseln",
			observer: () => "Zur Beobachtung wechseln",
		},
		backTitle: "So kommen Sie zurück",
		back: {
			participant: (p: { name?: string | undefined }) =>
				`Mit diesem Link sind Sie in jedem Browser wieder „${p.name ?? ""}“. Ihr Arbeitsblatt und Ihre Notizen bleiben so lange für Sie da.`,
			facilitator: () => "Mit diesem Link moderieren Sie in jedem Browser wieder.",
			cofacilitator: () => "Mit diesem Link sind Sie in jedem Browser wieder als Co-Moderation dabei.",
			observer: () => "Mit diesem Link sind Sie in jedem Browser wieder als Beobachtung dabei.",
		},
		backLink: "Ihr Link zurück",
		backHint: "Heben Sie ihn auf, bevor Sie wechseln: Er wird nur hier gezeigt.",
	},
	leftWiped: "Auf diesem Gerät ist nichts mehr vom Workshop gespeichert.",
};
