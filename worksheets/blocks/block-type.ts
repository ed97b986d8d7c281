import type * as Y from "yjs";
import type { Language, Localized } from "../contract/languages.ts";
import type { ReportNode } from "../report/nodes.ts";
import type { Repeat, Scale } from "../schema/parts.ts";
import type { Point } from "./points.ts";

/** What all block definitions have in common. */
export interface BlockBase {
	id: string;
	type: string;
	label: Localized;
	hint?: Localized | undefined;
	example?: Localized | undefined;
	repeat?: Repeat | undefined;
}

/** One thing of a block that each person can rate for themselves, as it is rated in one answer. */
export interface Rated {
	/** Its name within the block; empty where the block is one rating. */
	part: string;
	label: Localized;
	scale: Scale;
	value: Point | null;
}

/**
 * Everything that is true of a block type without a screen. `app/worksheet/blocks/<type>.tsx` shows it.
 *
 * `read` takes whatever a `Y.Doc` holds under the block's names, trusts none of it, never throws and returns an
 * answer; it creates no content. `item` is set for a block that repeats.
 */
export interface BlockType<Type extends string, Definition extends BlockBase & { type: Type }, Answer> {
	type: Type;
	read(doc: Y.Doc, block: Definition, item?: string): Answer;
	/** Whether nothing has been entered yet. „Done“ is a mark that people set (document/done.ts). */
	isEmpty(answer: Answer): boolean;
	/** What is rated on a scale, in the order of the definition; absent where nothing ever is. */
	rated?(block: Definition, answer: Answer): Rated[];
	/** What people outside the group that writes the sheet may see of it; absent where that is all of it. */
	forOutside?(block: Definition, answer: Answer): Answer;
	/** The answer alone; the prompt above it is put there by report/worksheet-report.ts. Empty answers give no nodes. */
	report(block: Definition, answer: Answer, language: Language): ReportNode[];
}

/** A block's or item's top-level name in the worksheet's `Y.Doc`; further segments name a cell's own text. */
export function nameOf(blockId: string, ...segments: (string | undefined)[]): string {
	const item = segments.filter((segment) => segment !== undefined).join(".");
	return item === "" ? blockId : `${blockId}/${item}`;
}
