import type { Language } from "../contract/languages.ts";
import type { Dimension } from "../contract/snapshot.ts";
import { withoutSoftHyphens } from "../report/soft-hyphens.ts";
import type { Row } from "./parts.ts";
import type { Worksheet } from "./worksheet.ts";

/** What the sheets themselves propose: the first assessment's dimensions; null where no sheet assesses any. */
export function proposedDimensions(worksheets: Iterable<Worksheet>): readonly Row[] | null {
	for (const { sections } of worksheets) {
		for (const { blocks } of sections) {
			for (const block of blocks) if (block.type === "module-assessment") return block.dimensions;
		}
	}
	return null;
}

/** A row of the library in the form in which a workshop has its own: one language, nothing but what can be seen. */
export function asDimension({ id, label, hint }: Row, language: Language): Dimension {
	return withoutSoftHyphens({ id, label: label[language], help: hint?.[language] ?? "" });
}
