import type { Messages } from "../messages.ts";

export const start = {
	title: "Work on workshops together",
	join: "Take part in a workshop",
	code: "Join code",
	codeHint: "Nine characters, for example ABC-DEF-GHJ. Upper and lower case are the same.",
	submit: "Join",
	unknownCode: "This code does not exist. Check the characters or ask the facilitator.",
	missingCode: "Enter the code that the facilitator has given you.",
	create: "Facilitate a workshop yourself",
	createText: "Choose a template, set date and times, and share the code.",
	createAction: "Create workshop",
	about: "What is Arena?",
	aboutText: [
		"With Arena, groups in municipal education management work on worksheets together, on site or remotely.",
		"The facilitator leads through the phases; everyone takes the results home.",
		"You need no account and no installation, and no data goes to third parties.",
	],
} satisfies Messages["start"];
