import type * as Y from "yjs";
import { releaseName } from "./actor-map.ts";
import { nameOf } from "./block-type.ts";
import { isTextColumn } from "./cells.ts";
import { noteName } from "./checklist.ts";
import { decisionNames } from "./decision.ts";
import type { Block, BlockOf } from "./definitions.ts";
import { ASSESSMENT_TEXTS } from "./module-assessment.ts";
import { keyMessageName } from "./rich-text.ts";
import { clustersName } from "./synthesis.ts";

/** A top-level name and what it holds. */
export interface ObservedName {
	name: string;
	type: "map" | "array" | "text" | "xml";
}

/** The top-level names whose changes (deep ones too) can change a block's answer. */
export function observedNames(block: Block, item?: string): ObservedName[] {
	const name = nameOf(block.id, item);
	switch (block.type) {
		case "rich-text":
			return [{ name, type: "xml" }, ...(block.keyMessage ? [asText(keyMessageName(block, item))] : [])];
		case "text":
			return [{ name, type: "text" }];
		case "choice":
		case "multi-choice":
		case "scale":
		case "ranking":
			return [{ name, type: "map" }];
		case "checklist": {
			const notes = block.note ? block.items.map((row) => noteName(block, item, row.id)) : [];
			return [{ name, type: "map" }, ...notes.map(asText)];
		}
		case "table":
		case "actions":
			return [{ name, type: "array" }];
		case "actor-map":
			return [
				{ name, type: "array" },
				...(block.private ? [{ name: releaseName(block, item), type: "map" as const }] : []),
			];
		case "matrix": {
			const columns = block.columns.filter(isTextColumn);
			const texts = block.rows.flatMap((row) => columns.map((column) => nameOf(block.id, item, row.id, column.id)));
			return [{ name, type: "map" }, ...texts.map(asText)];
		}
		case "module-assessment": {
			const texts = [...block.dimensions, ...(block.former ?? [])].flatMap(({ id }) =>
				ASSESSMENT_TEXTS.map((part) => nameOf(block.id, item, id, part)),
			);
			return [{ name, type: "map" }, ...texts.map(asText)];
		}
		case "synthesis":
			return [
				{ name, type: "array" },
				{ name: clustersName(block), type: "array" },
			];
		case "decision":
			return [{ name, type: "array" }, ...decisionNames(block)];
		case "generated":
			return observedSources(block).flatMap((source) => observedNames(source));
	}
}

function observedSources(block: BlockOf<"generated">): Block[] {
	return block.view === "profile" ? block.of.map((entry) => entry.block) : block.of;
}

export type ObservedType = Y.Map<unknown> | Y.Array<unknown> | Y.Text | Y.XmlFragment;

/** The same as the Y types themselves, made where they are not there yet; for `observeDeep`. */
export function observedTypes(doc: Y.Doc, block: Block, item?: string): ObservedType[] {
	return observedNames(block, item).map(({ name, type }) => typeAt(doc, name, type));
}

function typeAt(doc: Y.Doc, name: string, type: ObservedName["type"]): ObservedType {
	switch (type) {
		case "map":
			return doc.getMap(name);
		case "array":
			return doc.getArray(name);
		case "text":
			return doc.getText(name);
		case "xml":
			return doc.getXmlFragment(name);
	}
}

function asText(name: string): ObservedName {
	return { name, type: "text" };
}
