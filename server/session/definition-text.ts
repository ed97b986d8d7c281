import { memoize } from "../../worksheets/memoize.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";

/** A worksheet's definition as a workshop keeps it. */
export const definitionText = memoize((worksheet: Worksheet): string => JSON.stringify(worksheet));

/** What a workshop works with it has a definition of; none would be a fault of ours. */
export function definitionOf(id: string, worksheet: Worksheet | undefined): Worksheet {
	if (worksheet === undefined) throw new Error(`workshop without the definition of ${id}`);
	return worksheet;
}
