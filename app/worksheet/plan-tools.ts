import type { ActionRow } from "../../worksheets/blocks/actions.ts";
import type { BlockOf } from "../../worksheets/blocks/definitions.ts";
import type { Step } from "../../worksheets/contract/steps.ts";

/** What the plan gives to the tools that only those who steer have, so that no participant has to fetch them. */
export interface PlanToolsProps {
	block: BlockOf<"actions">;
	item: string | undefined;
	rows: readonly ActionRow[];
	/** Called with what has changed at its source, by the plan's row. */
	onChanges: (changes: ReadonlyMap<string, Step>) => void;
}
