import type { Worksheet } from "./worksheet.ts";

/**
 * What a definition that a workshop keeps from before a mark existed means by it: the action plan was one before its
 * list of actions said so, and without the mark its rows would be read as steps that nobody took into any plan.
 */
export function withLaterMarks(worksheet: Worksheet): Worksheet {
	if (worksheet.id !== "action-plan" || worksheet.version > 1) return worksheet;
	return {
		...worksheet,
		sections: worksheet.sections.map((section) => ({
			...section,
			blocks: section.blocks.map((block) =>
				block.type === "actions" && block.id === "steps" ? { ...block, plan: true } : block,
			),
		})),
	};
}
