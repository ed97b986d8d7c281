import type * as Y from "yjs";
import { entryLabel } from "../../worksheets/blocks/ranking.ts";
import type { Language } from "../../worksheets/contract/languages.ts";
import type { ProgressState } from "../../worksheets/contract/snapshot.ts";
import type { Item } from "../../worksheets/document/items.ts";
import { type AnsweredBlock, readWorksheet } from "../../worksheets/document/read.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";

/** A question as the screen lists it; plain JSON, so that it can be compared. */
export interface SheetQuestion {
	/** The question's top-level name in the document; of a block that still waits for a choice, the block's id. */
	name: string;
	section: string;
	block: string;
	state: ProgressState;
	item?: { id: string; label: string; retired: boolean };
	/** Nothing to answer yet: the ranking block of this id has to be filled in first. */
	waitsFor?: string;
}

/**
 * The questions of the shown sections in the order in which people go through them: where a section repeats, all that
 * is asked about one thing before the next.
 */
export function readQuestions(
	doc: Y.Doc,
	worksheet: Worksheet,
	language: Language,
	only?: readonly string[],
): SheetQuestion[] {
	const repeating = new Set(worksheet.sections.filter(({ repeat }) => repeat?.over !== undefined).map(({ id }) => id));
	const { sections } = readWorksheet(doc, worksheet, only === undefined ? {} : { sections: only });
	return sections.flatMap((section) => {
		const asked = section.blocks.flatMap((block) => ofBlock(section.id, block, language));
		return repeating.has(section.id) ? byItem(asked) : asked;
	});
}

function ofBlock(section: string, { definition, answers }: AnsweredBlock, language: Language): SheetQuestion[] {
	const block = definition.id;
	const over = definition.repeat?.over;
	if (answers.length === 0 && over !== undefined) {
		return [{ name: block, section, block, state: "empty", waitsFor: over }];
	}
	return answers.map(({ name, state, item }) => ({
		name,
		section,
		block,
		state,
		...(item === undefined ? {} : { item: listedItem(item, language) }),
	}));
}

function listedItem(item: Item, language: Language): NonNullable<SheetQuestion["item"]> {
	return { id: item.id, label: entryLabel(item, language), retired: item.retired === true };
}

/** Things in the order in which they first occur; of several blocks that wait for the same choice, one is enough. */
function byItem(questions: SheetQuestion[]): SheetQuestion[] {
	const items = new Map<string, SheetQuestion[]>();
	for (const question of questions) {
		const key = question.item?.id ?? `waits for ${question.waitsFor}`;
		items.set(key, [...(items.get(key) ?? []), question]);
	}
	return [...items.values()].flatMap((group) => (group[0]?.waitsFor === undefined ? group : group.slice(0, 1)));
}
