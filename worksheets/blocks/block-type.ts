import type * as Y from "yjs";
import type { Language, Localized } from "../contract/languages.ts";
import type { ReportNode } from "../report/nodes.ts";
import type { Repeat } from "../schema/parts.ts";
import type { Point } from "./points.ts";
import type { RatedPart } from "./rated-parts.ts";

/** What all block definitions have in common. */
export interface BlockBase {
	id: string;
	type: string;
	label: Localized;
	hint?: Localized | undefined;
	example?: Localized | undefined;
	repeat?: Repeat | undefined;
}

/** What each person can rate for themselves, as it is rated in one answer. */
export interface Rated extends RatedPart {
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
	/** The block's rated parts (rated-parts.ts) with their values; absent where nothing is ever rated. */
	rated?(block: Definition, answer: Answer): Rated[];
	/** Rates one of these parts; null takes it back. Comes with `rated`. */
	rate?(doc: Y.Doc, block: Definition, item: string | undefined, part: string, value: Point | null): void;
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
