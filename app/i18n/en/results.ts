import type { results as german } from "../de/results.ts";

export const results = {
	title: "Results",
	interim: "Interim state",
	interimHint: "The workshop is still running. The files show what is saved so far.",
	noneYet: "Results are available as soon as the first phase has begun.",
	download: (p: { format: string }) => `Download ${p.format}`,
	downloadHint: {
		pdf: "To read, print and pass on",
		docx: "To keep working on in Word or LibreOffice",
		md: "To keep working on as text",
		json: "For other programs",
	},
	ownUnit: "For your municipality",
	units: "For the municipalities",
	unitsHint: "How the people of the municipality have rated, compared with all others; without names or texts.",
	downloadUnit: (p: { format: string; unit: string }) => `Download ${p.format} for ${p.unit}`,
	forParticipants: "They include your own worksheets, your group's, and what was shown to everyone.",
	forTable: "Votes and ratings of the people at this device are not in the file, so that they stay secret.",
	toSeries: "Compare with the other dates of the series",
	forFacilitators: "They include the groups' and the plenary's worksheets, but no personal ones.",
	calendarTitle: "Actions in the calendar",
	calendarHint:
		"All-day entries for “Due” and “Follow-up”. A newer file brings entries that are in the calendar already up to date. What was removed from the plan or passed on to somebody else has to be deleted from the calendar by hand.",
	calendar: "Calendar file (all)",
	calendarOf: "Calendar file per person responsible",
	calendarFor: (p: { name: string }) => `Calendar file: ${p.name}`,
} satisfies typeof german;
