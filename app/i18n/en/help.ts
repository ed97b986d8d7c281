import type { Messages } from "../messages.ts";

export const help = {
	title: "Help",
	joinTitle: "Joining",
	joinSteps: [
		"Open the join link, scan the QR code or enter the join code on the start page.",
		"Choose a name or initials. You do not need an account.",
		"If several of you sit at one device, say so when joining, or later under “Your access”. For own answers and votes you then hand the device round.",
		"Leave the page open. The facilitator guides everyone through the phases; you do not have to switch anything.",
	],
	lostTitle: "If something was interrupted",
	lost: [
		"If the connection is gone, simply keep writing. Your text stays on this device and will be added.",
		"If you closed the page, open the join link once more in the same browser.",
		"Before you change devices, create your personal link in the workshop, under “Your access”.",
	],
	watchedTitle: "When the facilitator reads along",
	watched: [
		"When the facilitator opens your group’s worksheet, your group sees “Facilitator is looking in” until it is closed again. The server says so; nobody can turn it off.",
		"Your own sheets cannot be opened by the facilitator. How far a group is with its questions is always visible to them, but never who writes how much.",
		"Downloads and printouts of shared sheets show one moment and are not announced.",
	],
	sheetsTitle: "Looking at and printing worksheets",
	sheets: [
		"Under “Worksheets” on the start page you find every sheet empty and with an example filled in, even without a workshop.",
		"“Print” brings a sheet to A4: empty with room to write, or filled in to read. The print dialog can also save it as a PDF.",
		"In a workshop the facilitator prints any sheet of a group or of the plenary. The QR code on it leads back to the live sheet.",
	],
	sheetsLink: "All worksheets",
	keyboardTitle: "Using the keyboard",
	keyboardIntro: "Everything can be reached with Tab, Enter, Space and the arrow keys. In addition:",
	keyboardCaption: "Keys and what they do",
	keys: "Keys",
	effect: "Effect",
	shortcuts: [
		{ keys: ["Ctrl", "Enter"], effect: "mark the question done and go to the next (on a Mac: Command and Enter)" },
		{ keys: ["Alt", "F10"], effect: "from a text field to its toolbar" },
		{ keys: ["Esc"], effect: "from the toolbar back to the text; closes dialogs and menus" },
		{ keys: ["Ctrl", "Z"], effect: "undo your own last input" },
		{
			keys: ["Arrow keys"],
			effect: "from cell to cell in how far the groups are; Home and End to its edges (for facilitators)",
		},
	],
	accessTitle: "Accessibility",
	access: [
		"Pages can be enlarged to 400 % and adapt to narrow screens.",
		"Choose light, dark or your device's setting at the bottom of every page.",
		"Groups have a letter, a shape and a colour; nothing is said by colour alone.",
		"The facilitator can give one group more time than the others; its clock then shows its own time.",
		"Nothing closes when the time is up: a phase ends only when the facilitator moves on.",
		"Screen readers hear changes of phase, time marks and messages; what others are typing is not announced.",
	],
	accessMore: "Accessibility statement",
	browsersTitle: "Suitable browsers",
	browsers: "Current versions of Firefox, Chrome, Edge and Safari, on laptop, tablet and phone.",
} satisfies Messages["help"];
