import type { Scope, SheetUse } from "../../worksheets/contract/snapshot.ts";
import { goesRound } from "../../worksheets/document/handed-round.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import { groupingOf } from "./grouping-of.ts";
import { peopleAt } from "./heads.ts";
import { lookups } from "./lookups.ts";
import type { DocumentState, PhaseState, SessionState } from "./state.ts";
import type { Context, DomainFact } from "./step.ts";

/**
 * Opens the sheets that the phases entered so far call for and that are not there yet. A worksheet and a scope are one
 * document over all phases; a phase that only shows a sheet opens none.
 */
export function openDocuments(
	state: SessionState,
	{ newId, worksheet }: Pick<Context, "newId" | "worksheet">,
): { state: SessionState; facts: readonly DomainFact[] } {
	const known = new Set(state.documents.map((document) => keyOf(document.worksheet, document.scope)));
	const opened: DocumentState[] = [];
	for (const phase of state.phases) {
		if (phase.enteredAt === null) continue;
		for (const use of phase.sheets) {
			if (use.readOnly === true) continue;
			for (const scope of scopesOf(state, phase, use, worksheet)) {
				const key = keyOf(use.worksheet, scope);
				if (known.has(key)) continue;
				known.add(key);
				opened.push({ id: newId(), worksheet: use.worksheet, scope, locked: false });
			}
		}
	}
	if (opened.length === 0) return { state, facts: [] };
	return {
		state: { ...state, documents: [...state.documents, ...opened] },
		facts: opened.map((document) => ({ type: "document-opened", document })),
	};
}

function scopesOf(state: SessionState, phase: PhaseState, use: SheetUse, worksheet: Context["worksheet"]): Scope[] {
	switch (use.scope) {
		case "participant":
			return ownersOf(state, worksheet(use.worksheet)).map((id) => ({ kind: "participant", id }));
		case "group": {
			const id = groupingOf(state, phase.id);
			const grouping = state.groupings.find((candidate) => candidate.id === id);
			return (grouping?.groups ?? []).map((group) => ({ kind: "group", id: group.id }));
		}
		case "plenary":
			return [{ kind: "plenary" }];
	}
}

/** Everybody; at a device that several people share each of them, or the device as one where they write together. */
function ownersOf(state: SessionState, worksheet: Worksheet | undefined): string[] {
	const { present } = lookups(state);
	const each = worksheet !== undefined && goesRound(worksheet);
	return present.flatMap((person) => (each ? peopleAt(person) : person.id));
}

function keyOf(worksheet: string, scope: Scope): string {
	return `${worksheet} ${scope.kind} ${scope.id ?? ""}`;
}

/**
 * The phases in which a document is on the table. A group's sheet belongs to the phases whose grouping has the group;
 * where no phase has it any more, to all that use such a sheet, so that a text never stands without a place.
 */
export function phasesOf(state: SessionState, document: DocumentState): string[] {
	const uses = state.phases.flatMap((phase) =>
		phase.sheets
			.filter((use) => use.worksheet === document.worksheet && use.scope === document.scope.kind)
			.map((use) => ({ phase: phase.id, shown: use.readOnly === true })),
	);
	const all = [...new Set(uses.map((use) => use.phase))];
	if (document.scope.kind !== "group" || document.scope.id === undefined) return all;
	const grouping = lookups(state).groups.get(document.scope.id)?.grouping.id;
	const own = all.filter((phase) =>
		uses.some((use) => use.phase === phase && (use.shown || groupingOf(state, phase) === grouping)),
	);
	return own.length > 0 ? own : all;
}
