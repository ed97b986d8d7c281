import type * as Y from "yjs";
import type { z } from "zod";
import type { Language } from "../contract/languages.ts";
import type { choiceAnswerSchema } from "./answers.ts";
import { type BlockType, nameOf } from "./block-type.ts";
import type { BlockOf } from "./definitions.ts";
import { ownLabel } from "./own-entries.ts";
import { optionText, readOption } from "./points.ts";
import { mapAt, setKey } from "./y-types.ts";

/**
 * One of several options, or an answer of one's own.
 *
 * Stored: `doc.getMap(name)` with `value` (an option's id, or "own") and `own` (the own answer, kept while another
 * option is chosen).
 */
type Definition = BlockOf<"choice">;

export type ChoiceAnswer = z.infer<typeof choiceAnswerSchema>;

export const choiceBlock: BlockType<"choice", Definition, ChoiceAnswer> = {
	type: "choice",
	read(doc, block, item) {
		const map = mapAt(doc, nameOf(block.id, item));
		const value = map?.get("value");
		const chosen = block.own && value === "own" ? "own" : readOption(block.options, value);
		return { value: chosen, own: block.own ? ownLabel(map?.get("own")) : "" };
	},
	isEmpty: (answer) => answer.value === null || (answer.value === "own" && answer.own === ""),
	report(block, answer, language) {
		const text = chosenText(block, answer, language);
		return text === "" ? [] : [{ kind: "paragraph", text }];
	},
};

function chosenText(block: Definition, answer: ChoiceAnswer, language: Language): string {
	if (block.own && answer.value === "own") return answer.own;
	return optionText(block.options, answer.value, language);
}

/** Chooses an option's id or "own"; null takes the choice back. */
export function setChoice(doc: Y.Doc, block: Definition, item: string | undefined, value: string | null): void {
	doc.transact(() => setKey(doc.getMap(nameOf(block.id, item)), "value", value));
}

/** Writes the own answer and chooses it. */
export function setChoiceOwn(doc: Y.Doc, block: Definition, item: string | undefined, own: string): void {
	doc.transact(() => {
		const map = doc.getMap(nameOf(block.id, item));
		setKey(map, "own", own);
		setKey(map, "value", "own");
	});
}
