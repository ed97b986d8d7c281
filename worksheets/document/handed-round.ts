import type { Block } from "../blocks/definitions.ts";
import type { Worksheet } from "../schema/worksheet.ts";
import type { Answered, AnsweredBlock } from "./read.ts";

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
	return sections.some(({ blocks }) => blocks.some(isJudged));
}

export function isJudged({ type }: Pick<Block, "type">): boolean {
	return JUDGED.includes(type);
}

/**
 * A sheet that goes round without what its owner judged, for a file that all at the device can read: without those
 * blocks, without what is generated of them, and of questions about what was chosen only those with an answer.
 */
export function withoutJudgements(answered: Answered): Answered {
	const sections = answered.sections.map((section) => ({ ...section, blocks: section.blocks.flatMap(proseOf) }));
	return { ...answered, sections: sections.filter(({ blocks }) => blocks.length > 0) };
}

function proseOf(block: AnsweredBlock): AnsweredBlock[] {
	const { definition, answers } = block;
	if (isJudged(definition) || definition.type === "generated") return [];
	if (definition.repeat?.over === undefined) return [block];
	const given = answers.filter(({ empty }) => !empty);
	return given.length === 0 ? [] : [{ ...block, answers: given }];
}
