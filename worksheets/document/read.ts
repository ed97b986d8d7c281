import type * as Y from "yjs";
import {
	type Answers,
	type BlockKind,
	type Definitions,
	isEmptyAnswer,
	outsideAnswer,
	readBlock,
} from "../blocks/registry.ts";
import type { Localized } from "../contract/languages.ts";
import type { ProgressState } from "../contract/snapshot.ts";
import type { ReportNode } from "../report/nodes.ts";
import type { Section, Worksheet } from "../schema/worksheet.ts";
import type { Item } from "./items.ts";
import { questionState, questionsOf, shownSections } from "./questions.ts";

/** A worksheet with its answers: plain JSON, complete in itself, the source of every report. */
export interface Answered {
	worksheet: string;
	version: number;
	title: Localized;
	sections: AnsweredSection[];
}

export interface AnsweredSection {
	id: string;
	title: Localized;
	blocks: AnsweredBlock[];
}

export interface AnsweredBlock<Kind extends BlockKind = BlockKind> {
	/** The block as the worksheet defines it, with its prompt, options and scales. */
	definition: Definitions[Kind] & { type: Kind };
	/** One, or one for each item the block repeats over. */
	answers: AnsweredQuestion<Kind>[];
}

export interface AnsweredQuestion<Kind extends BlockKind = BlockKind> {
	/** The question's name in the document: `<block>` or `<block>/<item>`. */
	name: string;
	item?: Item;
	state: ProgressState;
	/** Whether nothing was entered; a question may be marked as done and still be empty. */
	empty: boolean;
	/** How a report tells it where that takes more than the block type knows; never stored, never exported. */
	told?: readonly ReportNode[];
	/** In the shape that the block type's file documents. */
	answer: Answers[Kind];
}

/** Whether a block is of this type; the compiler then knows its answers as well. */
export function isOf<Kind extends BlockKind>(block: AnsweredBlock, type: Kind): block is AnsweredBlock<Kind> {
	return block.definition.type === type;
}

export interface ReadOptions {
	/** Ids of the sections to read; all when absent. The done marks are no section of their own. */
	sections?: readonly string[];
	/** For people outside the group that writes the sheet: what the group keeps to itself is left out. */
	outside?: boolean;
}

/** Reads a whole sheet. The document is only looked at; nothing it holds makes this throw. */
export function readWorksheet(
	doc: Y.Doc,
	worksheet: Worksheet,
	{ sections, outside = false }: ReadOptions = {},
): Answered {
	return {
		worksheet: worksheet.id,
		version: worksheet.version,
		title: worksheet.title,
		sections: shownSections(worksheet, sections).map((section) => ({
			id: section.id,
			title: section.title,
			blocks: section.blocks.map((block) => answeredBlock(doc, worksheet, section, block, outside)),
		})),
	};
}

function answeredBlock<Kind extends BlockKind>(
	doc: Y.Doc,
	worksheet: Worksheet,
	section: Section,
	block: Definitions[Kind] & { type: Kind },
	outside: boolean,
): AnsweredBlock<Kind> {
	const answers = questionsOf(doc, worksheet, section, block).map((question): AnsweredQuestion<Kind> => {
		const { name, item } = question;
		const read = readBlock<Kind>(doc, block, item?.id);
		const answer = outside ? outsideAnswer<Kind>(block, read) : read;
		const empty = isEmptyAnswer<Kind>(block, answer);
		const state = questionState(doc, name, empty);
		return item === undefined ? { name, state, empty, answer } : { name, item, state, empty, answer };
	});
	return { definition: block, answers };
}
