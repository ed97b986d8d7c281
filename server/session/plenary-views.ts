import { isAssessment } from "../../worksheets/blocks/is-assessment.ts";
import { nameOfView, shownView } from "../../worksheets/contract/spotlight.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import type { SessionState } from "./state.ts";

/** The views that are open to everybody: the one that is shown now, and after the end all that ever were. */
export function viewsOpenToAll({ workshop, spotlight, shown }: SessionState): ReadonlySet<string> {
	if (workshop.status === "ended") return new Set(shown);
	const view = shownView(spotlight);
	return new Set(view === null ? [] : [nameOfView(view)]);
}

/** Whether there is something of that view to show in a worksheet, and of that dimension where one is named. */
export function hasView(worksheet: Worksheet, dimension: string | null): boolean {
	const assessments = worksheet.sections.flatMap(({ blocks }) => blocks).filter(isAssessment);
	return assessments.some(
		({ dimensions }) => dimension === null || dimensions.some((candidate) => candidate.id === dimension),
	);
}

/** Whether anything of that worksheet was counted for municipalities. */
export function hasCounted({ units }: SessionState, worksheet: string): boolean {
	return units?.result?.some((counted) => counted.worksheet === worksheet) === true;
}
