import { isStored } from "../blocks/is-question.ts";
import { itemSchema } from "../contract/ids.ts";
import { DONE_BLOCK } from "../schema/done-marks.ts";
import type { Worksheet } from "../schema/worksheet.ts";

/**
 * Which top-level names a worksheet's `Y.Doc` may use: a block's id, `<block id>/<item>` for a block that carries
 * `repeat`, and the block of the done marks. Everything else is refused before it reaches a document, because a name
 * no screen shows would be a place to hide text that nobody can see or delete.
 */
export function allowedName(worksheet: Worksheet): (name: string) => boolean {
	const plain = new Set<string>([DONE_BLOCK]);
	const repeating = new Set<string>();
	for (const section of worksheet.sections) {
		for (const block of section.blocks) {
			if (!isStored(block)) continue;
			plain.add(block.id);
			if (block.repeat !== undefined) repeating.add(block.id);
		}
	}
	return (name) => {
		if (plain.has(name)) return true;
		const parts = splitName(name);
		return parts !== null && repeating.has(parts.block) && itemSchema.safeParse(parts.item).success;
	};
}

/** `<block id>/<item>` taken apart at its first slash; null for a plain block's name. */
export function splitName(name: string): { block: string; item: string } | null {
	const slash = name.indexOf("/");
	return slash === -1 ? null : { block: name.slice(0, slash), item: name.slice(slash + 1) };
}
