import type * as Y from "yjs";
import type { z } from "zod";
import type { ReportNode } from "../report/nodes.ts";
import { reportWords } from "../report/words.ts";
import type { multiChoiceAnswerSchema } from "./answers.ts";
import { type BlockType, nameOf } from "./block-type.ts";
import type { BlockOf } from "./definitions.ts";
import { isOwnId, ownId, ownLabel } from "./own-entries.ts";
import { optionText } from "./points.ts";
import { mapAt, setKey, stringOf } from "./y-types.ts";

/**
 * Any number of options, entries of one's own, and a reason where the definition asks for one.
 *
 * Stored: `doc.getMap(name)`: an option's id → true, `own-<id>` → its label, `reason` → text (the last writer's).
 */
type Definition = BlockOf<"multi-choice">;

export type MultiChoiceAnswer = z.infer<typeof multiChoiceAnswerSchema>;

export const multiChoiceBlock: BlockType<"multi-choice", Definition, MultiChoiceAnswer> = {
	type: "multi-choice",
	read(doc, block, item) {
		const map = mapAt(doc, nameOf(block.id, item));
		return {
			chosen: block.options.map((option) => option.id).filter((id) => map?.get(id) === true),
			own: block.own && map ? ownOptions(map) : [],
			reason: block.reason ? stringOf(map?.get("reason")) : "",
		};
	},
	isEmpty: (answer) => answer.chosen.length === 0 && answer.own.length === 0 && answer.reason.trim() === "",
	report(block, answer, language) {
		const items = [
			...answer.chosen.map((id) => optionText(block.options, id, language)),
			...answer.own.map((entry) => entry.label),
		];
		const reason = answer.reason.trim();
		const nodes: ReportNode[] = items.length === 0 ? [] : [{ kind: "list", ordered: false, items }];
		if (reason !== "") nodes.push({ kind: "facts", items: [{ label: reportWords[language].reason, value: reason }] });
		return nodes;
	},
};

function ownOptions(map: Y.Map<unknown>): { id: string; label: string }[] {
	return [...map.entries()]
		.filter(([id]) => isOwnId(id))
		.map(([id, value]) => ({ id, label: ownLabel(value) }))
		.filter((entry) => entry.label !== "")
		.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** `on` is the wished state rather than a flip, so that two people ticking the same box at once agree. */
export function toggleOption(
	doc: Y.Doc,
	block: Definition,
	item: string | undefined,
	optionId: string,
	on: boolean,
): void {
	doc.transact(() => setKey(doc.getMap(nameOf(block.id, item)), optionId, on ? true : null));
}

/** Adds or renames an entry; `id` is a random one and may be given with or without `own-`. */
export function addOwnOption(doc: Y.Doc, block: Definition, item: string | undefined, id: string, label: string): void {
	doc.transact(() => setKey(doc.getMap(nameOf(block.id, item)), isOwnId(id) ? id : ownId(id), label));
}

/** Takes an entry away by the id that `read` gives it. */
export function removeOwnOption(doc: Y.Doc, block: Definition, item: string | undefined, id: string): void {
	if (!isOwnId(id)) return;
	doc.transact(() => setKey(doc.getMap(nameOf(block.id, item)), id, null));
}

export function setMultiChoiceReason(doc: Y.Doc, block: Definition, item: string | undefined, reason: string): void {
	doc.transact(() => setKey(doc.getMap(nameOf(block.id, item)), "reason", reason));
}
