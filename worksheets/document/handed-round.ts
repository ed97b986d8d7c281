import type { Block } from "../blocks/definitions.ts";
import type { Worksheet } from "../schema/worksheet.ts";

/** What a person judges by themselves. Prose, lists and plans are written together. */
const JUDGED: readonly Block["type"][] = [
	"choice",
	"multi-choice",
	"scale",
	"checklist",
	"matrix",
	"ranking",
	"module-assessment",
	"decision",
];

/**
 * Whether, where several people sit at one device, each of them has an own sheet of this worksheet: where it asks for
 * judgements. A worksheet does so as a whole, since a sheet is one document.
 */
export function goesRound({ sections }: Worksheet): boolean {
	return sections.some(({ blocks }) => blocks.some(({ type }) => JUDGED.includes(type)));
}
