import type { Block } from "../blocks/definitions.ts";
import { isRated } from "../blocks/rated-parts.ts";
import type { ScopeKind, SheetUse } from "../contract/snapshot.ts";
import type { Section, Worksheet } from "../schema/worksheet.ts";

/** How a phase uses worksheets. */
interface Uses {
	sheets: readonly SheetUse[];
}

/**
 * The blocks of a group's or the plenary's sheet that each person rates in their own sheet first: those in the sections
 * that one of these phases lays before everybody alone as well. `phases`: those that were entered and have the sheet
 * on the table. What they only show is no longer rated.
 */
export function ratedAlone(worksheet: Worksheet, scope: ScopeKind, phases: readonly Uses[]): Block[] {
	if (scope === "participant") return [];
	const alone = phases
		.map(({ sheets }) => sheets.filter((use) => use.worksheet === worksheet.id && use.readOnly !== true))
		.filter((uses) => uses.some((use) => use.scope === scope))
		.flatMap((uses) => uses.filter((use) => use.scope === "participant"));
	return worksheet.sections
		.filter((section) => alone.some((use) => asks(use, section)))
		.flatMap(({ blocks }) => blocks.filter(isRated));
}

/**
 * Whether what a use asks of people alone has its place in the sheet that they share: something of it is rated there,
 * and the rest may be left out. Then the phase need not lay their own sheet before them as well.
 */
export function isRatedThere(worksheet: Worksheet, use: SheetUse, { sheets }: Uses): boolean {
	if (use.scope !== "participant" || use.readOnly === true) return false;
	const shared = sheets.filter(
		(other) => other.worksheet === use.worksheet && other.scope !== "participant" && other.readOnly !== true,
	);
	const asked = worksheet.sections.filter((section) => asks(use, section));
	const blocks = asked.flatMap((section) => section.blocks);
	return (
		asked.every((section) => shared.some((other) => asks(other, section))) &&
		blocks.some(isRated) &&
		blocks.every((block) => isRated(block) || block.optional === true)
	);
}

function asks({ sections }: SheetUse, { id, role }: Section): boolean {
	return role !== "progress" && (sections === undefined || sections.includes(id));
}
