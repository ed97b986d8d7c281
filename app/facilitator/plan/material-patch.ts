import type { Material } from "../../../worksheets/contract/materials.ts";
import type { PhasePatch } from "../../../worksheets/contract/phase-patch.ts";

/** A material as a change of its phase names it. */
export function patchOf({ label, url, file }: Material): NonNullable<PhasePatch["materials"]>[number] {
	return file === undefined ? { label, url } : { label, file: file.id, alt: file.alt };
}
