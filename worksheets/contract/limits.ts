/** Bounds that both ends know: the client to warn early, the server to refuse. Bytes unless the name says otherwise. */
export const LIMITS = {
	nameCodePoints: 80,
	titleCodePoints: 200,
	placeCodePoints: 200,
	seriesCodePoints: 100,
	seriesNumber: 999,
	/** Files of earlier workshops that are compared with one workshop, and the largest of them. */
	occasions: 24,
	occasionFileBytes: 12 * 1024 * 1024,
	broadcastCodePoints: 200,
	helpCodePoints: 200,
	topicCodePoints: 300,
	/** What structure modules are assessed by at once, and how many others a workshop may have had before. */
	dimensions: 12,
	formerDimensions: 60,
	dimensionCodePoints: 80,
	dimensionHelpCodePoints: 300,
	questionCodePoints: 300,
	/** In the Themenspeicher of a workshop. */
	topics: 200,
	/** Of one participant, unanswered. */
	openQuestions: 5,
	recallMs: 10 * 60_000,
	participants: 300,
	/** At one device, and how many may ever have sat there. */
	peopleAtTable: 12,
	peopleEverAtTable: 24,
	/** Of co-facilitators and observers together. */
	links: 30,
	/** People whom the server plays in a rehearsal. */
	rehearsal: 40,
	groups: 60,
	groupNameCodePoints: 60,
	/** Ratings of one sheet that are revealed at once. */
	revealsPerDocument: 100,
	/** Views of the plenary that were ever shown to everybody. */
	shownViews: 200,
	/** Questions of which the units' ratings are kept. */
	countedForUnits: 200,
	addressCodePoints: 500,
	phaseMinutes: 600,
	phases: 60,
	phaseTitleCodePoints: 120,
	assignmentCodePoints: 1000,
	scriptCodePoints: 4000,
	/** Worksheets that one phase lays out. */
	sheetsPerPhase: 12,
	/** Links and files that one phase offers. */
	materials: 12,
	materialLabelCodePoints: 120,
	/** Uploaded: one file, one picture as it comes in, and what a workshop holds of both. */
	materialBytes: 20 * 1024 * 1024,
	pictureBytes: 5 * 1024 * 1024,
	picturePixels: 25_000_000,
	workshopFiles: 40,
	workshopFilesBytes: 100 * 1024 * 1024,
	altCodePoints: 300,
	/** A command as JSON. */
	commandBytes: 16 * 1024,
	/** One update frame; a first catch-up (sync step 2) may be larger. */
	updateBytes: 256 * 1024,
	catchUpBytes: 5 * 1024 * 1024,
	documentBytes: 20 * 1024 * 1024,
	/** A late contribution as JSON: hours of writing without a line. */
	lateBodyBytes: 1024 * 1024,
	latePerDocument: 500,
	awarenessBytes: 4 * 1024,
	structsPerUpdate: 10_000,
	connectionsPerParticipant: 5,
} as const;
