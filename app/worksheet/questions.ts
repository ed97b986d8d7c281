import type * as Y from "yjs";
import { isQuestion } from "../../worksheets/blocks/is-question.ts";
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
	/** Counts from 1; null for what is generated of the answers and only looked at. */
	number: number | null;
	item?: { id: string; label: string; retired: boolean };
	/** Nothing to answer yet: the ranking block of this id has to be filled in first. */
	waitsFor?: string;
}

/** A question before its place among the others is known. */
type Listed = Omit<SheetQuestion, "number"> & { asked: boolean };

/**
 * The questions of the shown sections in the order in which people go through them: where a section repeats, all that
 * is asked about one thing before the next. What is generated of answers stands among them at its place.
 */
export function readQuestions(
	doc: Y.Doc,
	worksheet: Worksheet,
	language: Language,
	only?: readonly string[],
): SheetQuestion[] {
	const repeating = new Set(worksheet.sections.filter(({ repeat }) => repeat?.over !== undefined).map(({ id }) => id));
	const { sections } = readWorksheet(doc, worksheet, only === undefined ? {} : { sections: only });
	const listed = sections.flatMap((section) => {
		const blocks = section.blocks.flatMap((block) => ofBlock(section.id, block, language));
		return repeating.has(section.id) ? byItem(blocks) : blocks;
	});
	let asked = 0;
	return listed.map(({ asked: isAsked, ...question }) => {
		if (isAsked) asked += 1;
		return { ...question, number: isAsked ? asked : null };
	});
}

function ofBlock(section: string, { definition, answers }: AnsweredBlock, language: Language): Listed[] {
	const block = definition.id;
	const over = definition.repeat?.over;
	if (answers.length === 0 && over !== undefined) {
		return [{ name: block, section, block, state: "empty", asked: true, waitsFor: over }];
	}
	return answers.map(({ name, state, item }) => ({
		name,
		section,
		block,
		state,
		asked: isQuestion(definition),
		...(item === undefined ? {} : { item: listedItem(item, language) }),
	}));
}

function listedItem(item: Item, language: Language): NonNullable<SheetQuestion["item"]> {
	return { id: item.id, label: entryLabel(item, language), retired: item.retired === true };
}

/** Things in the order in which they first occur; of several blocks that wait for the same choice, one is enough. */
function byItem(questions: Listed[]): Listed[] {
	const items = new Map<string, Listed[]>();
	for (const question of questions) {
		const key = question.item?.id ?? `waits for ${question.waitsFor}`;
		items.set(key, [...(items.get(key) ?? []), question]);
	}
	return [...items.values()].flatMap((group) => (group[0]?.waitsFor === undefined ? group : group.slice(0, 1)));
}
