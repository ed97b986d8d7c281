import type { Messages } from "../messages.ts";

export const gallery = {
	title: "Worksheets",
	lead: "All worksheets of the library: empty to print, and filled in to read.",
	open: "View",
	inNumbers: (count) =>
		[
			count.questions === 1 ? "1\u00a0question" : `${count.questions}\u00a0questions`,
			...(count.tables === 0
				? []
				: [count.tables === 1 ? "1\u00a0of them a table" : `${count.tables}\u00a0of them tables`]),
		].join(", "),
	minutes: (range) => `In our templates ${range}`,
	noMinutes: "In no template: takes as long as you need",
	between: (least, most) => `${least} to ${most}`,
	back: "All worksheets",
	views: "View of the sheet",
	empty: "Empty",
	filled: "Filled in",
	exampleNote: "A group might fill in the sheet like this. Places and figures are made up.",
	noExample: "There is no filled-in example of this sheet.",
	print: "Print",
	group: "Group",
	date: "Date",
	write: "Room to write",
	terms: "Terms",
	example: "Example",
	optional: "optional",
	ownAnswer: "Your own answer",
	choices: "To choose from",
	made: "This is made of the answers above.",
	forEach: "Answer these questions for each of your choices. This one is about",
	liveCode: "QR code to the sheet in the workshop",
	live: "Open with your camera and join in writing",
	liveAddress: (address, code) => `Or open ${address} and enter the code ${code}.`,
} satisfies Messages["gallery"];
