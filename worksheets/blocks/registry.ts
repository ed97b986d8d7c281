import type * as Y from "yjs";
import type { Language } from "../contract/languages.ts";
import type { ReportNode } from "../report/nodes.ts";
import { actionsBlock } from "./actions.ts";
import { actorMapBlock } from "./actor-map.ts";
import type { BlockType, Rated } from "./block-type.ts";
import { checklistBlock } from "./checklist.ts";
import { choiceBlock } from "./choice.ts";
import { decisionBlock } from "./decision.ts";
import type { Block, BlockOf } from "./definitions.ts";
import { generatedBlock } from "./generated.ts";
import { matrixBlock } from "./matrix.ts";
import { moduleAssessmentBlock } from "./module-assessment.ts";
import { multiChoiceBlock } from "./multi-choice.ts";
import type { Point } from "./points.ts";
import { rankingBlock } from "./ranking.ts";
import { richTextBlock } from "./rich-text.ts";
import { scaleBlock } from "./scale.ts";
import { synthesisBlock } from "./synthesis.ts";
import { tableBlock } from "./table.ts";
import { textBlock } from "./text.ts";

/** Every block type, one line each; the compiler names a type of `Block` that is missing here. */
const blocks = {
	"rich-text": richTextBlock,
	text: textBlock,
	choice: choiceBlock,
	"multi-choice": multiChoiceBlock,
	scale: scaleBlock,
	checklist: checklistBlock,
	table: tableBlock,
	matrix: matrixBlock,
	ranking: rankingBlock,
	actions: actionsBlock,
	"module-assessment": moduleAssessmentBlock,
	"actor-map": actorMapBlock,
	decision: decisionBlock,
	synthesis: synthesisBlock,
	generated: generatedBlock,
} satisfies { [Kind in BlockKind]: { type: Kind } };

export type BlockKind = Block["type"];
/** A type's definition and its answer, by the type's name. */
export type Definitions = { [Kind in BlockKind]: BlockOf<Kind> };
export type Answers = { [Kind in BlockKind]: ReturnType<(typeof blocks)[Kind]["read"]> };
type BlockTypes = { [Kind in BlockKind]: BlockType<Kind, Definitions[Kind], Answers[Kind]> };

const blockTypes: BlockTypes = blocks;

/** Any block's answer as it stands in the document. */
export function readBlock<Kind extends BlockKind>(
	doc: Y.Doc,
	block: Definitions[Kind] & { type: Kind },
	item?: string,
): Answers[Kind] {
	return blockTypes[block.type].read(doc, block, item);
}

/** An answer that was read before, as people outside the group that writes the sheet may see it. */
export function outsideAnswer<Kind extends BlockKind>(
	block: Definitions[Kind] & { type: Kind },
	answer: Answers[Kind],
): Answers[Kind] {
	return blockTypes[block.type].forOutside?.(block, answer) ?? answer;
}

/** Whether an answer that was read before holds nothing. */
export function isEmptyAnswer<Kind extends BlockKind>(
	block: Definitions[Kind] & { type: Kind },
	answer: Answers[Kind],
): boolean {
	return blockTypes[block.type].isEmpty(answer);
}

/** What is rated in an answer that was read before; nothing where the block's type rates nothing. */
export function ratedIn<Kind extends BlockKind>(
	block: Definitions[Kind] & { type: Kind },
	answer: Answers[Kind],
): Rated[] {
	return blockTypes[block.type].rated?.(block, answer) ?? [];
}

/** Rates one part of a block (`Rated`) in a document; null takes it back. Nothing where the type rates nothing. */
export function rateIn<Kind extends BlockKind>(
	doc: Y.Doc,
	block: Definitions[Kind] & { type: Kind },
	item: string | undefined,
	part: string,
	value: Point | null,
): void {
	blockTypes[block.type].rate?.(doc, block, item, part, value);
}

/** An answer that was read before, as report nodes. */
export function reportBlock<Kind extends BlockKind>(
	block: Definitions[Kind] & { type: Kind },
	answer: Answers[Kind],
	language: Language,
): ReportNode[] {
	return blockTypes[block.type].report(block, answer, language);
}
