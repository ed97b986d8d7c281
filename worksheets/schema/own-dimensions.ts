import type { BlockOf } from "../blocks/definitions.ts";
import type { Dimension, Snapshot } from "../contract/snapshot.ts";
import type { Row } from "./parts.ts";
import type { Section, Worksheet } from "./worksheet.ts";

/** What a workshop has of its own in place of the dimensions that its sheets propose. */
export type OwnDimensions = Pick<Snapshot["workshop"], "dimensions" | "formerDimensions">;

/**
 * A worksheet as the workshop asks it: every assessment of structure modules by the workshop's own dimensions, those
 * of the sheet or of earlier on that are no longer asked about beside them. To be given the definition as it was kept.
 */
export function withDimensions(worksheet: Worksheet, own: OwnDimensions): Worksheet {
	if (own.dimensions === null && own.formerDimensions.length === 0) return worksheet;
	return { ...worksheet, sections: worksheet.sections.map((section) => sectionWith(section, own)) };
}

function sectionWith(section: Section, own: OwnDimensions): Section {
	if (!section.blocks.some(({ type }) => type === "module-assessment")) return section;
	const blocks = section.blocks.map((block) => (block.type === "module-assessment" ? blockWith(block, own) : block));
	// What people have changed is no proposal of ours any more.
	if (own.dimensions === null || own.dimensions.preset !== null) return { ...section, blocks };
	const { notice: _proposal, ...rest } = section;
	return { ...rest, blocks };
}

function blockWith(
	block: BlockOf<"module-assessment">,
	{ dimensions, formerDimensions }: OwnDimensions,
): BlockOf<"module-assessment"> {
	const asked = dimensions?.dimensions.map(rowOf) ?? block.dimensions;
	const before = new Map([...block.dimensions, ...formerDimensions.map(rowOf)].map((row) => [row.id, row]));
	for (const { id } of asked) before.delete(id);
	return { ...block, dimensions: asked, former: [...before.values()] };
}

/** A workshop has one language, so its own words are the same in all. */
function rowOf({ id, label, help }: Dimension): Row {
	return { id, label: both(label), ...(help === "" ? {} : { hint: both(help) }) };
}

function both(text: string): Row["label"] {
	return { de: text, en: text };
}
