import type { Takeable } from "../../worksheets/plan/takeable.ts";

/** What stands below an answer for those who may make a measure of it. */
export interface AnswerToolsProps {
	/** What the answer offers, one at least. */
	offered: readonly Takeable[];
}
