import type * as Y from "yjs";
import { isReleased, releaseName, setReleased } from "../blocks/actor-map.ts";
import type { BlockOf } from "../blocks/definitions.ts";
import type { Worksheet } from "../schema/worksheet.ts";
import { splitName } from "./names.ts";

/**
 * Gives an earlier state of a sheet the releases that are in force now. What a group took back stays taken back, whoever
 * looks at the earlier state or goes back to it.
 */
export function keepReleases(then: Y.Doc, now: Y.Doc, worksheet: Worksheet): void {
	const blocks = worksheet.sections.flatMap((section) => section.blocks);
	for (const block of blocks) {
		if (block.type !== "actor-map" || !block.private) continue;
		for (const item of itemsWithRelease(block, [then, now])) {
			setReleased(then, block, item, isReleased(now, block, item));
		}
	}
}

/** The items under which a release stands in any of the documents; undefined is the block's own. */
function itemsWithRelease(block: BlockOf<"actor-map">, docs: readonly Y.Doc[]): Set<string | undefined> {
	const names = docs.flatMap((doc) => [...doc.share.keys()]);
	const items = names.flatMap((name) => {
		const parts = splitName(name);
		const item = parts?.block === block.id ? parts.item.split(".")[0] : undefined;
		return item !== undefined && name === releaseName(block, item) ? [item] : [];
	});
	return new Set([...items, ...(names.includes(releaseName(block, undefined)) ? [undefined] : [])]);
}
