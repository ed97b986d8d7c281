import type { Block } from "./definitions.ts";

/**
 * Whether people answer a block, so that it is numbered, counts and can be marked as done. What is made of other
 * answers, by Arena or by those who steer, is none.
 */
export function isQuestion(block: Pick<Block, "type">): boolean {
	return isStored(block) && block.type !== "synthesis";
}

/** Whether a block has anything of its own in the document. */
export function isStored(block: Pick<Block, "type">): boolean {
	return block.type !== "generated";
}
