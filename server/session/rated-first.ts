import type { Block } from "../../worksheets/blocks/definitions.ts";
import { ratedAlone } from "../../worksheets/document/rated-alone.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import { phasesOf } from "./documents.ts";
import type { DocumentState, SessionState } from "./state.ts";

/** The blocks of a group's or the plenary's sheet that each person rates in their own sheet first. */
export function ratedFirst(state: SessionState, document: DocumentState, worksheet: Worksheet | undefined): Block[] {
	const { scope } = document;
	if (scope.kind === "participant" || worksheet === undefined) return [];
	const phases = new Set(phasesOf(state, document));
	const entered = state.phases.filter(({ id, enteredAt }) => enteredAt !== null && phases.has(id));
	return ratedAlone(worksheet, scope.kind, entered);
}
