import type { Block } from "./definitions.ts";

/**
 * Whether people answer a block, so that it is numbered, counts and can be marked as done. What is generated of other
 * answers is only looked at.
 */
export function isQuestion(block: Pick<Block, "type">): boolean {
	return block.type !== "generated";
}
