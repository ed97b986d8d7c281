import type { results as german } from "../de/results.ts";

export const results = {
	toMaterials: "Materials",
	title: "Results",
	interim: "Interim state",
	interimHint: "The workshop is still running. The files show what is saved so far.",
	noneYet: "Results are available as soon as the first phase has begun.",
	downloadAll: "Download everything (ZIP)",
	downloadAllHint:
		"All formats in one file, with the tables as CSV as well. With many groups this takes up to a minute.",
	packageProgress: (p: { written: number; files: number }) => `${p.written} of ${p.files} files are ready.`,
	packageDone: (p: { files: number }) => `All ${p.files} files are in the ZIP file.`,
	packageLacks: (p: { missing: number }) =>
		p.missing === 1
			? "One file is missing in the ZIP file. You can download it once more by itself:"
			: `${p.missing} files are missing in the ZIP file. You can download them once more by themselves:`,
	packageBroken: "The download was interrupted. Download the ZIP file once more.",
	packageAgain: (p: { format: string }) => `Download ${p.format} once more`,
	download: (p: { format: string }) => `Download ${p.format}`,
	downloadHint: {
		pdf: "To read, print and pass on",
		docx: "To keep working on in Word or LibreOffice",
		xlsx: "All values and tables, to calculate with",
		md: "To keep working on as text",
		json: "For other programs",
	},
	ownUnit: "For your municipality",
	units: "For the municipalities",
	unitsHint: "How the people of the municipality have rated, compared with all others; without names or texts.",
	parts: "Single parts",
	partsHint: "For a body, for following up, or for one group alone.",
	partDecision: "Decision paper",
	partMeasures: "Action plan",
	partOwn: "Own worksheets",
	partGroups: (p: { groups: number }) => `By group (${p.groups})`,
	downloadPart: (p: { format: string; of: string }) => `Download ${p.format} for ${p.of}`,
	decisionsTitle: "Decision papers by body",
	decisionsHint: "With the measures that name this body in the plan.",
	forParticipants: "They include your own worksheets, your group's, and what was shown to everyone.",
	onlyOwn:
		"Your own worksheets and those of your group are included. What was shown of other groups and of the plenary is not given out as a file by the facilitator.",
	afterEnd: "The facilitator gives out the results when the workshop is over. You can download them here then.",
	oneTime: "Open without signing in",
	oneTimeHint:
		"For another program or device: the link opens the PDF once and is good for one minute. Whoever has it gets the file.",
	oneTimeMake: "Make a one-time link for the PDF",
	oneTimeUrl: "Link, good for one minute",
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
