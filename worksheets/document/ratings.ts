import type * as Y from "yjs";
import type { Rated } from "../blocks/block-type.ts";
import type { Block } from "../blocks/definitions.ts";
import { isRated } from "../blocks/rated-parts.ts";
import { ratedIn, readBlock } from "../blocks/registry.ts";
import { mapAt } from "../blocks/y-types.ts";
import { memoize } from "../memoize.ts";
import { DONE_BLOCK } from "../schema/done-marks.ts";
import type { Section, Worksheet } from "../schema/worksheet.ts";
import { splitName } from "./names.ts";
import { questionsOf, shownSections } from "./questions.ts";

/**
 * Ratings that people give by themselves. They lie in each one's own document of the worksheet, under the names that the
 * block has in any other; there, the done mark of a question says that its ratings are submitted.
 */

/** What is rated in a block, with the values that a document holds. */
export function readRatings(doc: Y.Doc, block: Block, item: string | undefined): Rated[] {
	return ratedIn(block, readBlock(doc, block, item));
}

/** The blocks of a sheet in which something is rated, with their sections. */
export const ratedBlocks = memoize((worksheet: Worksheet): readonly { section: Section; block: Block }[] =>
	shownSections(worksheet).flatMap((section) => section.blocks.filter(isRated).map((block) => ({ section, block }))),
);

/** The block, and the item of one that repeats, which a question's name speaks of; null where it is none of these. */
export function questionAmong(
	blocks: readonly Block[],
	question: string,
): { block: Block; item: string | undefined } | null {
	const parts = splitName(question) ?? { block: question, item: undefined };
	const block = blocks.find(({ id }) => id === parts.block);
	if (block === undefined || (block.repeat?.over !== undefined) !== (parts.item !== undefined)) return null;
	return { block, item: parts.item };
}

/** The questions of a shared sheet that can be rated, by name, in the sheet's order. */
export function ratedQuestions(doc: Y.Doc, worksheet: Worksheet): string[] {
	return ratedBlocks(worksheet).flatMap(({ section, block }) =>
		questionsOf(doc, worksheet, section, block).map(({ name }) => name),
	);
}

/** Of which questions somebody has submitted their ratings, whatever they are, also of items they have not chosen. */
export function submittedQuestions(doc: Y.Doc, worksheet: Worksheet): string[] {
	const blocks = ratedBlocks(worksheet).map(({ block }) => block);
	const marks = [...(mapAt(doc, DONE_BLOCK) ?? [])].flatMap(([name, mark]) => (mark === true ? [name] : []));
	return marks.filter((name) => questionAmong(blocks, name) !== null).sort();
}
