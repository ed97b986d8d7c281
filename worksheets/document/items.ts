import type * as Y from "yjs";
import type { Block, BlockOf } from "../blocks/definitions.ts";
import { isEmptyAnswer, readBlock } from "../blocks/registry.ts";
import type { Localized } from "../contract/languages.ts";
import { reportWords } from "../report/words.ts";
import type { Worksheet } from "../schema/worksheet.ts";
import { splitName } from "./names.ts";

/** One of the things a block repeats over. */
export interface Item {
	id: string;
	/** Own entries have one label for all languages. */
	label: Localized | string;
	/** Not chosen here, or no longer, but something was written about it: it stays, at the end. */
	retired?: true;
}

/**
 * What a block repeats over: the options chosen in its ranking, in order, then those no longer chosen that still have
 * content here. Null for a block that does not repeat (separate names for its cells alone do not count).
 */
export function itemsOf(worksheet: Worksheet, block: Block, doc: Y.Doc): Item[] | null {
	const over = block.repeat?.over;
	if (over === undefined) return null;
	const ranking = rankingOf(worksheet, over);
	const answer = ranking ? readBlock(doc, ranking) : { chosen: [], spare: [], unplaced: [] };
	const chosen: Item[] = answer.chosen.map(({ id, label }) => ({ id, label }));

	const labels = new Map<string, Localized | string>();
	for (const option of ranking?.options ?? []) labels.set(option.id, option.label);
	for (const entry of [...answer.spare, ...answer.unplaced]) labels.set(entry.id, entry.label);
	// What was written about an item stands under a name of its own, so nothing else can have content.
	const written = writtenItems(doc, block);
	for (const id of written) if (!labels.has(id)) labels.set(id, OWN_ENTRY);
	for (const { id } of chosen) labels.delete(id);

	const retired = [...labels]
		.filter(([id]) => written.includes(id) && !isEmptyAnswer(block, readBlock(doc, block, id)))
		.map(([id, label]): Item => ({ id, label, retired: true }));
	return [...chosen, ...retired];
}

/** For an entry whose label was deleted while texts about it remain. */
const OWN_ENTRY: Localized = { de: reportWords.de.ownEntry, en: reportWords.en.ownEntry };

function rankingOf(worksheet: Worksheet, id: string): BlockOf<"ranking"> | undefined {
	for (const section of worksheet.sections) {
		for (const block of section.blocks) if (block.id === id && block.type === "ranking") return block;
	}
	return undefined;
}

/** Items that have a top-level name in the document, sorted, so that everybody sees one order. */
function writtenItems(doc: Y.Doc, block: Block): string[] {
	const items = new Set<string>();
	for (const name of doc.share.keys()) {
		const parts = splitName(name);
		const item = parts?.block === block.id ? parts.item.split(".")[0] : undefined;
		if (item) items.add(item);
	}
	return [...items].sort();
}
