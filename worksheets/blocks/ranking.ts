import type * as Y from "yjs";
import type { z } from "zod";
import type { Language, Localized } from "../contract/languages.ts";
import type { ReportNode } from "../report/nodes.ts";
import { reportWords } from "../report/words.ts";
import type { rankedSchema, rankingAnswerSchema } from "./answers.ts";
import { type BlockType, nameOf } from "./block-type.ts";
import type { BlockOf } from "./definitions.ts";
import { isOwnId, ownLabel } from "./own-entries.ts";
import { mapAt } from "./y-types.ts";

/**
 * A few places given to options and to entries of one's own.
 *
 * Stored: `doc.getMap(name)`: an option's id or `own-<id>` → its order, a finite number; `label:own-<id>` → the
 * entry's label. The lower number comes first, equal ones by id. Where two people fill the last place at once, the
 * surplus is spare: still there, only not chosen. ranking-write.ts has the helpers that write.
 */
type Definition = BlockOf<"ranking">;

export type RankedEntry = z.infer<typeof rankedSchema>;

export type RankingAnswer = z.infer<typeof rankingAnswerSchema>;

export const OWN_LABEL = "label:";

export const rankingBlock: BlockType<"ranking", Definition, RankingAnswer> = {
	type: "ranking",
	read(doc, block, item) {
		const map = mapAt(doc, nameOf(block.id, item));
		if (map === null) return { chosen: [], spare: [], unplaced: [] };
		const labels = rankable(map, block);
		const placed = placedOrder(map, block).map(({ id }) => ({ id, label: labels.get(id) ?? id }));
		const taken = new Set(placed.map(({ id }) => id));
		return {
			chosen: placed.slice(0, block.places),
			spare: placed.slice(block.places),
			unplaced: [...labels]
				.filter(([id]) => isOwnEntry(block, id) && !taken.has(id))
				.map(([id, label]) => ({ id, label })),
		};
	},
	isEmpty: (answer) => answer.chosen.length === 0,
	report(_block, answer, language) {
		const labels = (entries: readonly RankedEntry[]) => entries.map((entry) => entryLabel(entry, language));
		if (answer.chosen.length === 0) return [];
		const nodes: ReportNode[] = [{ kind: "list", ordered: true, items: labels(answer.chosen) }];
		const others = labels([...answer.spare, ...answer.unplaced]);
		if (others.length > 0) {
			nodes.push({ kind: "facts", items: [{ label: reportWords[language].alsoNamed, value: others.join(", ") }] });
		}
		return nodes;
	},
};

export function entryLabel(entry: Pick<RankedEntry, "label">, language: Language): string {
	return typeof entry.label === "string" ? entry.label : entry.label[language];
}

/** Everything that has a place, first to last. */
export function placedOrder(map: Y.Map<unknown>, block: Definition): { id: string; order: number }[] {
	const placed: { id: string; order: number }[] = [];
	for (const id of rankable(map, block).keys()) {
		const order = map.get(id);
		if (typeof order === "number" && Number.isFinite(order)) placed.push({ id, order });
	}
	return placed.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** What may have a place: the definition's options, then own entries that have a label, by id. */
function rankable(map: Y.Map<unknown>, block: Definition): Map<string, Localized | string> {
	const labels = new Map<string, Localized | string>(block.options.map((option) => [option.id, option.label]));
	if (!block.own) return labels;
	for (const key of [...map.keys()].sort()) {
		const id = key.startsWith(OWN_LABEL) ? key.slice(OWN_LABEL.length) : "";
		const label = isOwnEntry(block, id) ? ownLabel(map.get(key)) : "";
		if (label !== "") labels.set(id, label);
	}
	return labels;
}

function isOwnEntry(block: Definition, id: string): boolean {
	return isOwnId(id) && !block.options.some((option) => option.id === id);
}
