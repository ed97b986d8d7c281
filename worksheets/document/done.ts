import type * as Y from "yjs";
import { mapAt, setKey } from "../blocks/y-types.ts";
import { DONE_BLOCK } from "../schema/done-marks.ts";

/**
 * Which questions people have marked as done. A question is a block, or a block and an item; `name` is its top-level
 * name (`nameOf`).
 *
 * Stored: `doc.getMap("done")`: a question's name → true.
 */
export function isDone(doc: Y.Doc, name: string): boolean {
	return mapAt(doc, DONE_BLOCK)?.get(name) === true;
}

/** Marks a question as done, or opens it again. */
export function setDone(doc: Y.Doc, name: string, done: boolean): void {
	doc.transact(() => setKey(doc.getMap(DONE_BLOCK), name, done ? true : null));
}
