import type { Block } from "../../worksheets/blocks/definitions.ts";
import { ratedBlocks } from "../../worksheets/document/ratings.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import { phasesOf } from "./documents.ts";
import type { DocumentState, SessionState } from "./state.ts";

/**
 * The blocks of a group's or the plenary's sheet that each person rates in their own sheet first: those in the sections
 * that one of its phases, once it was entered, lays before everybody alone as well. What that phase only shows is no
 * longer rated.
 */
export function ratedFirst(state: SessionState, document: DocumentState, worksheet: Worksheet | undefined): Block[] {
	const { scope } = document;
	if (scope.kind === "participant" || worksheet === undefined) return [];
	const rated = ratedBlocks(worksheet);
	if (rated.length === 0) return [];
	const phases = new Set(phasesOf(state, document));
	const alone = state.phases
		.filter(({ id, enteredAt }) => enteredAt !== null && phases.has(id))
		.map(({ sheets }) => sheets.filter((use) => use.worksheet === worksheet.id && use.readOnly !== true))
		.filter((uses) => uses.some((use) => use.scope === scope.kind))
		.flatMap((uses) => uses.filter((use) => use.scope === "participant"));
	const isAlone = (section: string) =>
		alone.some(({ sections }) => sections === undefined || sections.includes(section));
	return rated.filter(({ section }) => isAlone(section.id)).map(({ block }) => block);
}
