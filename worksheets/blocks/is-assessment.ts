import type { Block, BlockOf } from "./definitions.ts";

/** Whether it assesses modules by dimensions: what the plenary looks at side by side. */
export function isAssessment(block: Block): block is BlockOf<"module-assessment"> {
	return block.type === "module-assessment";
}
