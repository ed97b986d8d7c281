import type { Messages } from "../messages.ts";

export const start = {
	title: "Work together in workshops",
	join: "Take part in a workshop",
	code: "Join code",
	codeHint: "Nine characters, for example ABC-DEF-GHJ. Capitals or small letters: both work.",
	submit: "Join",
	unknownCode: "This code does not exist. Check the characters or ask the facilitator.",
	missingCode: "Enter the code that the facilitator has given you.",
	create: "Facilitate a workshop yourself",
	createText: "Choose a template, set the date and times, and pass on the code.",
	createAction: "Create workshop",
	allSheets: "See all worksheets, empty and filled in",
	about: "What is Arena?",
	aboutText: [
		"With Arena, groups in municipal education management work on worksheets together, on site or remotely.",
		"The facilitator guides everyone through the phases; at the end, everyone takes the results home.",
		"You need neither an account nor an installation, and no data goes to third parties.",
	],
} satisfies Messages["start"];
