import type { Command } from "../../worksheets/contract/commands.ts";
import type { PhasePatch } from "../../worksheets/contract/phase-patch.ts";
import { refusal } from "../../worksheets/contract/result.ts";
import { arrangedMaterials } from "./materials.ts";
import type { PhaseState, SessionState } from "./state.ts";
import { type Context, type Decision, step } from "./step.ts";

/** What may be another while people are in the phase: none of it takes anything from what they are at. */
const WHILE_IN_IT: readonly (keyof PhasePatch)[] = ["minutes", "script", "materials", "conferenceUrl"];

/** Changes what a phase is about. What was entered and left stays as it was: people remember it so, and so do files. */
export function changePhase(
	state: SessionState,
	{ phase: id, patch }: Extract<Command, { type: "plan.change" }>,
	context: Context,
): Decision {
	const phase = state.phases.find((candidate) => candidate.id === id);
	if (phase === undefined) return refusal("not-found", "phase");
	const locked = lockedFields(state, phase, patch);
	if (locked.length > 0) return refusal("wrong-state", `the room was in this phase: ${locked.join(", ")}`);
	const fault = faultIn(patch.sheets ?? [], context);
	if (fault !== null) return refusal("invalid", `patch.sheets.${fault}`);
	const { materials: asked, ...rest } = patch;
	const materials = asked === undefined ? null : arrangedMaterials(phase, asked);
	if (materials?.ok === false) return materials;
	const changed: PhaseState = { ...phase, ...rest, ...(materials === null ? {} : { materials: materials.value }) };
	return step(
		{ ...state, phases: state.phases.map((other) => (other === phase ? changed : other)) },
		{ type: "phase-changed", phase: id },
	);
}

function lockedFields(state: SessionState, { id, enteredAt }: PhaseState, patch: PhasePatch): string[] {
	if (enteredAt === null) return [];
	const open: readonly string[] = state.currentPhase === id ? WHILE_IN_IT : [];
	return Object.keys(patch).filter((field) => !open.includes(field));
}

/** What is wrong with a phase's sheets, with its place in the list; null where they are as they should be. */
function faultIn(sheets: NonNullable<PhasePatch["sheets"]>, { worksheet }: Context): string | null {
	const seen = new Set<string>();
	for (const [index, use] of sheets.entries()) {
		const definition = worksheet(use.worksheet);
		if (definition === undefined) return `${index}.worksheet: unknown`;
		const known = new Set(definition.sections.map((section) => section.id));
		const unknown = use.sections?.find((section) => !known.has(section));
		if (unknown !== undefined) return `${index}.sections: "${unknown}" is unknown`;
		const key = `${use.worksheet} ${use.scope}`;
		if (seen.has(key)) return `${index}: this phase has that sheet already`;
		seen.add(key);
	}
	return null;
}
