import { LIMITS } from "../../worksheets/contract/limits.ts";
import { isPicture, type MaterialFile } from "../../worksheets/contract/materials.ts";
import type { PhasePatch } from "../../worksheets/contract/phase-patch.ts";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import { memoize } from "../../worksheets/memoize.ts";
import type { SessionChange } from "../storage/storage.ts";
import type { MaterialState, PhaseState, SessionState } from "./state.ts";
import { type Decision, type MaterialAdd, step } from "./step.ts";

/** An uploaded file as a phase offers it. */
export type FileState = Extract<MaterialState, { file: unknown }>;

/** The uploaded files of a phase, in its order. */
export function filesOf({ materials }: Pick<PhaseState, "materials">): FileState[] {
	return materials.filter((material): material is FileState => "file" in material);
}

/** Every file whose bytes the workshop keeps, also those of the phase that can still be brought back. */
export const allFiles = memoize(({ phases, removedPhase }: SessionState): ReadonlyMap<string, MaterialFile> => {
	const kept = removedPhase === null ? phases : [...phases, removedPhase.phase];
	return new Map(kept.flatMap(filesOf).map(({ file }) => [file.id, file] as const));
});

/** What came and what went with a step, for the store. */
export function materialsBetween(before: SessionState, after: SessionState): Pick<SessionChange, "materials"> {
	const [had, has] = [allFiles(before), allFiles(after)];
	const added = [...has.keys()].filter((id) => !had.has(id));
	const removed = [...had.keys()].filter((id) => !has.has(id));
	return added.length + removed.length === 0 ? {} : { materials: { added, removed } };
}

/** Copies of a plan's files under fresh ids, and which of them is whose copy. */
export function copiedMaterials(phases: readonly PhaseState[], newId: () => string) {
	const ids: { from: string; to: string }[] = [];
	const copied = phases.map((phase) => ({
		...phase,
		materials: phase.materials.map((material) => {
			if (!("file" in material)) return material;
			const to = newId();
			ids.push({ from: material.file.id, to });
			return { ...material, file: { ...material.file, id: to } };
		}),
	}));
	return { phases: copied, ids };
}

/** The phase that offers a file; undefined also for one of a phase that was removed. */
export function phaseOfFile({ phases }: SessionState, id: string): PhaseState | undefined {
	return phases.find((phase) => filesOf(phase).some(({ file }) => file.id === id));
}

/** Puts a file that has been stored behind a phase's other materials. */
export function addMaterial(state: SessionState, { phase: id, label, file }: MaterialAdd): Decision {
	const phase = state.phases.find((candidate) => candidate.id === id);
	if (phase === undefined) return refusal("not-found", "phase");
	if (phase.enteredAt !== null && state.currentPhase !== id) {
		return refusal("wrong-state", "phase: the room was in it");
	}
	if (isPicture(file.type) && file.alt === "") return refusal("invalid", "alt: required for pictures");
	if (phase.materials.length >= LIMITS.materials) return refusal("full", `materials: at most ${LIMITS.materials}`);
	const kept = allFiles(state);
	if (kept.size >= LIMITS.workshopFiles) return refusal("full", `files: at most ${LIMITS.workshopFiles}`);
	const bytes = [...kept.values()].reduce((sum, one) => sum + one.bytes, file.bytes);
	if (bytes > LIMITS.workshopFilesBytes) return refusal("full", `files: at most ${LIMITS.workshopFilesBytes} bytes`);
	return changed(state, phase, [...phase.materials, { label, file }]);
}

/** Whenever it was uploaded and whoever has seen it: what should never have been there has to be able to go. */
export function removeMaterial(state: SessionState, id: string): Decision {
	const phase = phaseOfFile(state, id);
	if (phase === undefined) return refusal("not-found", "material");
	return changed(
		state,
		phase,
		phase.materials.filter((material) => !("file" in material && material.file.id === id)),
	);
}

/** A phase's materials as they are asked for. Its files that are not among them stay, behind the others. */
export function arrangedMaterials(
	phase: PhaseState,
	asked: NonNullable<PhasePatch["materials"]>,
): Result<MaterialState[]> {
	const known = new Map(filesOf(phase).map(({ file }) => [file.id, file] as const));
	const arranged: MaterialState[] = [];
	for (const [index, entry] of asked.entries()) {
		if ("url" in entry) {
			arranged.push(entry);
			continue;
		}
		const file = known.get(entry.file);
		if (file === undefined) return refusal("invalid", `patch.materials.${index}.file: no file of this phase`);
		const alt = isPicture(file.type) ? (entry.alt ?? file.alt) : "";
		if (isPicture(file.type) && alt === "") return refusal("invalid", `patch.materials.${index}.alt: required`);
		known.delete(entry.file);
		arranged.push({ label: entry.label, file: { ...file, alt } });
	}
	arranged.push(...filesOf(phase).filter(({ file }) => known.has(file.id)));
	if (arranged.length > LIMITS.materials) return refusal("full", `materials: at most ${LIMITS.materials}`);
	return accepted(arranged);
}

function changed(state: SessionState, phase: PhaseState, materials: MaterialState[]): Decision {
	const phases = state.phases.map((other) => (other === phase ? { ...phase, materials } : other));
	return step({ ...state, phases }, { type: "phase-changed", phase: phase.id });
}
