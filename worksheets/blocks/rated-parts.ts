import type { Localized } from "../contract/languages.ts";
import type { Row, Scale } from "../schema/parts.ts";
import type { Block } from "./definitions.ts";

/** One thing of a block that each person can rate for themselves. */
export interface RatedPart {
	/** Its name within the block; empty where the block is one rating. */
	part: string;
	label: Localized;
	hint?: Localized | undefined;
	scale: Scale;
}

/**
 * What is rated on a scale in a block, in the order of its definition; nothing where it has no scale. Told by the
 * definition alone, for pages that know no answers.
 */
export function ratedParts(block: Block): RatedPart[] {
	switch (block.type) {
		case "scale":
			return [{ part: "", label: block.label, scale: block.scale }];
		case "module-assessment":
			return block.dimensions.map((dimension) => partOf(dimension, block.state));
		case "checklist": {
			const { answers, items } = block;
			return typeof answers === "string" || !("scale" in answers)
				? []
				: items.map((item) => partOf(item, answers.scale));
		}
		case "matrix":
			return block.rows.flatMap((row) =>
				block.columns.flatMap((column) =>
					column.kind === "scale"
						? [{ part: `${row.id}.${column.id}`, label: both(row.label, column.label), scale: column.scale }]
						: [],
				),
			);
		default:
			return [];
	}
}

export function isRated(block: Block): boolean {
	return ratedParts(block).length > 0;
}

function partOf({ id, label, hint }: Row, scale: Scale): RatedPart {
	return { part: id, label, ...(hint && { hint }), scale };
}

function both(row: Localized, column: Localized): Localized {
	return { de: `${row.de}: ${column.de}`, en: `${row.en}: ${column.en}` };
}
