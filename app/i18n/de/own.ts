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
	leftWiped: "Auf diesem Gerät ist nichts mehr vom Workshop gespeichert.",
};
