import type { results as german } from "../de/results.ts";

export const results = {
	title: "Results",
	interim: "Interim state",
	interimHint: "The workshop is still running. The files show what is saved so far.",
	noneYet: "Results are available as soon as the first phase has begun.",
	download: (p: { format: string }) => `Download ${p.format}`,
	downloadHint: {
		pdf: "To read, print and pass on",
		md: "To keep working on as text",
		json: "For other programs",
	},
	forParticipants: "They include your own worksheets, your group's, and what was shown to everyone.",
	forTable: "Votes and ratings of the people at this device are not in the file, so that they stay secret.",
	forFacilitators: "They include the groups' and the plenary's worksheets, but no personal ones.",
} satisfies typeof german;
