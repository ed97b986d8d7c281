import type * as Y from "yjs";
import { nameOf } from "../blocks/block-type.ts";
import type { Block } from "../blocks/definitions.ts";
import type { ProgressState } from "../contract/snapshot.ts";
import type { Section, Worksheet } from "../schema/worksheet.ts";
import { isDone } from "./done.ts";
import { type Item, itemsOf } from "./items.ts";

/** A block, or a block and one of the items it repeats over: what people answer and mark as done. */
export interface Question {
	/** Its top-level name: `<block>` or `<block>/<item>`. */
	name: string;
	section: Section;
	block: Block;
	/** Absent for a block that does not repeat. */
	item?: Item;
}

/** The sections people see: all but the done marks', or those of them that are named. */
export function shownSections(worksheet: Worksheet, only?: readonly string[]): Section[] {
	return worksheet.sections.filter(
		(section) => section.role !== "progress" && (only === undefined || only.includes(section.id)),
	);
}

/** The questions of one block in order; none for a block that repeats over nothing yet. */
export function questionsOf(doc: Y.Doc, worksheet: Worksheet, section: Section, block: Block): Question[] {
	const items = itemsOf(worksheet, block, doc);
	if (items === null) return [{ name: block.id, section, block }];
	return items.map((item) => ({ name: nameOf(block.id, item.id), section, block, item }));
}

/** Done is what people marked; everything else goes by whether something was entered. */
export function questionState(doc: Y.Doc, name: string, empty: boolean): ProgressState {
	if (isDone(doc, name)) return "done";
	return empty ? "empty" : "started";
}
