import type { Messages } from "../messages.ts";

export const legal = {
	impressum: "Legal notice",
	datenschutz: "Privacy",
	barrierefreiheit: "Accessibility statement",
	missingTitle: "This text is still missing",
	missingText:
		"Whoever runs this installation of Arena has not provided it yet. Responsible is whoever gave you the address of this site.",
	missingOperator: (file) => `For the operator: save the text as ${file} in the folder “legal” of the data directory.`,
	inventoryTitle: "What this installation stores",
	inventory: [
		"the name you choose freely and, if you give it, your municipality or organisation",
		"the names of those who sit at one device with you, if you give them",
		"your contributions to worksheets, your questions and calls for help to the facilitator, and what you put into the parking lot",
		"a random key by which the workshop recognises your browser (a necessary cookie for each workshop)",
		"your choice of language and appearance, if you make one (cookies)",
		"on your device, a copy of your worksheets and of the workshop page, so that an interruption loses nothing; it goes when you sign out, after the end, and after seven days at the latest",
	],
	inventoryNot:
		"We do not store e-mail addresses, network addresses or typing times. There are no requests to third parties.",
	inventoryUntil: (days) =>
		`Everything is deleted at the latest ${days} days after the end of the workshop, earlier if the facilitator wishes.`,
	reportTitle: "Report a barrier",
	reportText:
		"Have you met an obstacle? Please describe what you wanted to do, what did not work and what you work with (such as browser and screen reader).",
	reportWhere: "Whom to write to",
	reportContact: "The contact details are in the accessibility statement and in the legal notice.",
	reportNow: "If you are stuck in a workshop right now",
	reportNowText: "Speak to the facilitator or use “Call for help”: no obstacle should hold anyone up.",
	licencesTitle: "Licences",
	licencesOwn: "Arena is free software under the European Union Public Licence 1.2 (EUPL-1.2).",
	licencesSource: "Whoever changes Arena and offers it must also make the changed source available.",
	licencesParts: "Parts in use",
	licencesPart: "Part",
	licencesLicence: "Licence",
	licencesUse: "For",
	licencesMore: "The full list with versions is in the file package-lock.json of the source.",
	licencesUses: {
		kern: "design of the interface",
		fira: "typeface",
		react: "structure of the pages",
		remix: "pages and forms",
		tiptap: "text fields of the worksheets",
		yjs: "writing together",
		socket: "connection to the facilitator",
		zod: "checking of every input",
		typst: "PDF files",
		archives: "Word, Excel and ZIP files",
		qrcode: "QR codes",
		sqlite: "storage",
	},
} satisfies Messages["legal"];
