import type { Assessment } from "../../worksheets/contract/plenary.ts";
import type { Scale } from "../../worksheets/schema/parts.ts";

/** The scale as figures take it: an overview has one language, so its words are the same in all. */
export function scaleOf({ id, scale }: Pick<Assessment, "id" | "scale">): Scale {
	return {
		id,
		points: scale.points.map(({ value, label }) => ({ value, label: both(label) })),
		unknown: both(scale.unknown),
	};
}

function both(text: string): Scale["unknown"] {
	return { de: text, en: text };
}
