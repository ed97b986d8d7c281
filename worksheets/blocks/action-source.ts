import type * as Y from "yjs";
import * as z from "zod/mini";
import { idSchema } from "../contract/ids.ts";
import { nameOf } from "./block-type.ts";
import type { BlockOf } from "./definitions.ts";
import { addText } from "./later-texts.ts";
import { rowById } from "./rows.ts";

/**
 * Where a row of the plan was taken from.
 *
 * Stored: in the row under the key `source`, a plain object `{ document, row, name, said }`: the ids of the document and
 * of the row in it, or of another answer what `Takeable` (plan/takeable.ts) calls its row; in words whose sheet it was
 * („Gruppe B: Stand und Perspektiven“), because not everybody who reads the plan may open that sheet; and the mark
 * (`saidBy` in plan/takeable.ts) of what it said when it was taken or last looked at.
 */
export const sourceSchema = z.object({
	document: idSchema,
	row: z.string().check(z.minLength(1), z.maxLength(400)),
	name: z.string().check(z.maxLength(300)),
	said: z.string().check(z.maxLength(40)),
});
export type ActionSource = z.infer<typeof sourceSchema>;

export const SOURCE_KEY = "source";

/** Null for a row that was entered in the plan itself, or whose source nobody can make sense of. */
export function readSource(row: Y.Map<unknown>): ActionSource | null {
	const parsed = sourceSchema.safeParse(row.get(SOURCE_KEY));
	return parsed.success ? parsed.data : null;
}

/** Gives a row of a former version the text that it lacks, so that people can write in it. `key` is a random one. */
export function addMissingText(
	doc: Y.Doc,
	block: BlockOf<"actions">,
	item: string | undefined,
	rowId: string,
	columnId: string,
	key: string,
): void {
	doc.transact(() => {
		const row = rowById(doc.getArray(nameOf(block.id, item)), rowId);
		if (row !== null) addText(row, columnId, key);
	});
}
