import type { Command } from "../../worksheets/contract/commands.ts";
import { refusal } from "../../worksheets/contract/result.ts";
import { phasesOf } from "./documents.ts";
import { lookups } from "./lookups.ts";
import type { DocumentState, SessionState } from "./state.ts";
import { type Decision, step } from "./step.ts";

/** Closes a sheet for writing, or opens it again. A participant's own sheet is nobody else's to close. */
export function setLock(state: SessionState, id: string, locked: boolean): Decision {
	if (!lookups(state).documents.has(id)) return refusal("not-found", "document");
	return lock(state, new Set([id]), locked);
}

/**
 * Closes or opens all sheets of a phase, of a group, or of a group in a phase; of the current phase where neither is
 * named. A participant's own sheet is nobody else's to close. Sheets that are opened later come open.
 */
export function lockSheets(
	state: SessionState,
	{ locked, phase, group }: Extract<Command, { type: "sheets.lock" }>,
): Decision {
	if (phase !== undefined && !state.phases.some(({ id }) => id === phase)) return refusal("not-found", "phase");
	if (group !== undefined && !lookups(state).groups.has(group)) return refusal("not-found", "group");
	const inPhase = phase ?? (group === undefined ? state.currentPhase : undefined);
	if (inPhase === null) return refusal("wrong-state", "no phase has begun");
	const isMeant = (document: DocumentState) =>
		document.locked !== locked &&
		document.scope.kind !== "participant" &&
		(group === undefined || document.scope.id === group) &&
		(inPhase === undefined || phasesOf(state, document).includes(inPhase));
	const meant = new Set(state.documents.filter(isMeant).map(({ id }) => id));
	return meant.size === 0 ? step(state) : lock(state, meant, locked);
}

function lock(state: SessionState, ids: ReadonlySet<string>, locked: boolean): Decision {
	const documents = state.documents.map((document) => (ids.has(document.id) ? { ...document, locked } : document));
	const facts = [...ids].map((document) => ({ type: "document-locked" as const, document, locked }));
	return step({ ...state, documents }, ...facts);
}
