import type { Localized } from "../../../worksheets/contract/languages.ts";
import { withoutSoftHyphens } from "../../../worksheets/report/soft-hyphens.ts";
import type { Worksheet } from "../../../worksheets/schema/worksheet.ts";

/** What planning has to know of a worksheet. */
export interface ShelfSheet {
	id: string;
	title: Localized;
	sections: { id: string; title: Localized }[];
}

/** Every worksheet that a phase may lay out: the library's, or where the workshop has its own copy, that. */
export function shelfOf(stock: readonly Worksheet[], own: Readonly<Record<string, Worksheet>>): ShelfSheet[] {
	const all = new Map([...stock, ...Object.values(own)].map((worksheet) => [worksheet.id, worksheet]));
	return withoutSoftHyphens(
		[...all.values()].map(({ id, title, sections }) => ({
			id,
			title,
			sections: sections.map((section) => ({ id: section.id, title: section.title })),
		})),
	);
}
