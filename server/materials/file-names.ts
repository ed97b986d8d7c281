import type { MaterialType } from "../../worksheets/contract/materials.ts";
import { slug } from "../export/file-name.ts";

const LENGTH = 80;
/** Names that mean a device to Windows, whatever stands behind the dot. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** `schaubild-2026.pdf`: made of a slug, for a header and for a path within a package. */
export function materialFileName(label: string, type: MaterialType): string {
	return `${harmless(slug(label))}.${type}`;
}

/** The same with letters of every language, for whoever saves it: no dot, no slash, nothing that cannot be seen. */
export function spokenFileName(label: string, type: MaterialType): string {
	const kept = [...label.replace(/[^\p{L}\p{M}\p{N} _()-]+/gu, " ")].slice(0, LENGTH).join("");
	return `${harmless(kept.replace(/\s+/g, " ").replace(/^[ -]+|[ -]+$/g, ""))}.${type}`;
}

function harmless(name: string): string {
	return name === "" || DEVICES.test(name) ? `material${name === "" ? "" : `-${name}`}` : name;
}
