import type { Block, BlockOf } from "../../../worksheets/blocks/definitions.ts";

/** What a question gives to the block it shows. */
export interface BlockProps<Type extends Block["type"]> {
	block: BlockOf<Type>;
	/** Set for a block that repeats: which of the repetitions this is. */
	item: string | undefined;
	/** Id of the element with the question's text. */
	labelledBy: string;
	/** Ids of hint and example, where there are any. */
	describedBy: string | undefined;
}
