import { NOTES } from "../contract/notes.ts";
import { stockShelf } from "../schema/references.ts";
import { resolveWorksheet } from "../schema/resolve.ts";
import type { SourceWorksheet } from "../schema/source.ts";
import type { Worksheet } from "../schema/worksheet.ts";

const SOURCE: SourceWorksheet = {
	kind: "worksheet",
	id: NOTES,
	version: 1,
	title: { de: "Eigene Notizen", en: "Private notes" },
	purpose: {
		de: "Was Sie sich merken möchten. Nur Sie sehen es, und es steht in Ihrem Download.",
		en: "What you want to remember. Only you see it, and it is in your download.",
	},
	sections: [
		{
			id: "notes",
			title: { de: "Notizen", en: "Notes" },
			blocks: [
				{
					id: "notes",
					type: "rich-text",
					label: { de: "Was möchten Sie sich merken?", en: "What do you want to remember?" },
				},
			],
		},
	],
};

/** Everybody's private notes: one empty page, for whoever asks for it; done marks come as with every sheet. */
export const NOTES_SHEET: Worksheet = resolveWorksheet(SOURCE, stockShelf([]));
