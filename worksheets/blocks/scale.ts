import type * as Y from "yjs";
import type { z } from "zod";
import { reportWords } from "../report/words.ts";
import type { scaleAnswerSchema } from "./answers.ts";
import { type BlockType, nameOf } from "./block-type.ts";
import type { BlockOf } from "./definitions.ts";
import { type Point, pointText, readPoint } from "./points.ts";
import { ratedParts } from "./rated-parts.ts";
import { mapAt, setKey, stringOf } from "./y-types.ts";

/**
 * One point of a labelled scale, with a reason where the definition asks for one.
 *
 * Stored: `doc.getMap(name)` with `value` (a point's value, or "unknown") and `reason` (the last writer's).
 */
type Definition = BlockOf<"scale">;

export type ScaleAnswer = z.infer<typeof scaleAnswerSchema>;

export const scaleBlock: BlockType<"scale", Definition, ScaleAnswer> = {
	type: "scale",
	read(doc, block, item) {
		const map = mapAt(doc, nameOf(block.id, item));
		return {
			value: readPoint(block.scale, map?.get("value")),
			reason: block.reason ? stringOf(map?.get("reason")) : "",
		};
	},
	isEmpty: (answer) => answer.value === null && answer.reason.trim() === "",
	rated: (block, { value }) => ratedParts(block).map((one) => ({ ...one, value })),
	rate: (doc, block, item, _part, value) => setScale(doc, block, item, value),
	report(block, answer, language) {
		const words = reportWords[language];
		const reason = answer.reason.trim();
		const items = [
			...(answer.value === null
				? []
				: [{ label: words.rating, value: pointText(block.scale, answer.value, language) }]),
			...(reason === "" ? [] : [{ label: words.reason, value: reason }]),
		];
		return items.length === 0 ? [] : [{ kind: "facts", items }];
	},
};

/** Null takes the rating back. */
export function setScale(doc: Y.Doc, block: Definition, item: string | undefined, value: Point | null): void {
	doc.transact(() => setKey(doc.getMap(nameOf(block.id, item)), "value", value));
}

export function setScaleReason(doc: Y.Doc, block: Definition, item: string | undefined, reason: string): void {
	doc.transact(() => setKey(doc.getMap(nameOf(block.id, item)), "reason", reason));
}
