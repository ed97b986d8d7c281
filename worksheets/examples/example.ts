import * as Y from "yjs";
import { z } from "zod";
import type { Block } from "../blocks/definitions.ts";
import type { Language } from "../contract/languages.ts";
import type { Example } from "../schema/example.ts";
import { type Fault, faultsOf } from "../schema/problem.ts";
import type { Worksheet } from "../schema/worksheet.ts";
import { fillingOf } from "./fillings.ts";

/** What an example says that its worksheet does not have. */
export function exampleFaults(example: Example, worksheet: Worksheet): Fault[] {
	const blocks = blocksOf(worksheet);
	return Object.entries(example.answers).flatMap(([id, answer]): Fault[] => {
		const at = ["answers", id];
		const block = blocks.get(id);
		if (block === undefined) return [{ at: ["answers"], key: id, reason: `"${id}" is no block of this worksheet` }];
		const parsed = z.safeParse(schemaOf(block, example), answer);
		return parsed.success ? [] : faultsOf(parsed.error.issues, at);
	});
}

/**
 * A document with an example in it, written as people would have, in one language. Throws on an example that
 * `exampleFaults` objects to.
 */
export function exampleDocument(worksheet: Worksheet, example: Example, language: Language): Y.Doc {
	const doc = new Y.Doc();
	const blocks = blocksOf(worksheet);
	doc.transact(() => {
		for (const [id, answer] of Object.entries(example.answers)) {
			const block = blocks.get(id);
			if (block === undefined) throw new Error(`unchecked example of ${worksheet.id}: ${id}`);
			const { write } = fillingOf(block);
			if (block.repeat?.over === undefined) write(doc, undefined, answer, language);
			else for (const [item, part] of Object.entries(byItem.parse(answer))) write(doc, item, part, language);
		}
	});
	return doc;
}

const byItem = z.record(z.string(), z.unknown());

function schemaOf(block: Block, example: Example): z.core.$ZodType {
	const { schema } = fillingOf(block);
	const over = block.repeat?.over;
	if (over === undefined) return schema;
	const items = chosen.safeParse(example.answers[over]).data ?? [];
	return z.strictObject(Object.fromEntries(items.map((item) => [item, z.optional(schema)])));
}

/** The items that a ranking's example chooses. */
const chosen = z.array(z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]));

/** Without the marks of what is done: a gallery has nothing to finish. */
function blocksOf({ sections }: Worksheet): ReadonlyMap<string, Block> {
	const blocks = sections.filter(({ role }) => role !== "progress").flatMap((section) => section.blocks);
	return new Map(blocks.map((block) => [block.id, block]));
}
