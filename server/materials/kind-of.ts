import { fileTypeFromBuffer } from "file-type";
import { isMaterialType, isPicture, type MaterialType, typeByName } from "../../worksheets/contract/materials.ts";

/** Types that have no mark of their own: a text is what its name says it is, as long as it is text at all. */
const TEXTS: readonly (MaterialType | null)[] = ["txt", "md", "csv"];

/** What a file is, by its content; null for what is not taken. Its name decides only between kinds of text. */
export async function kindOf(bytes: Uint8Array, name: string): Promise<MaterialType | null> {
	const named = typeByName(name);
	// Before its first bytes are compared with marks: a text may begin with "BM" as a bitmap does.
	if (TEXTS.includes(named) && isText(bytes)) return named;
	// A file that breaks off where its type is looked for has none.
	const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
	const type = found?.ext;
	return type !== undefined && isMaterialType(type) && !TEXTS.includes(type) ? type : null;
}

/** How many bytes a file of that type may have. */
export function mostBytes(type: MaterialType | null, limits: { materialBytes: number; pictureBytes: number }): number {
	return type !== null && isPicture(type) ? limits.pictureBytes : limits.materialBytes;
}

/** Whether it holds no byte that no text has, in UTF-8 and in what German offices wrote before it. */
function isText(bytes: Uint8Array): boolean {
	return bytes.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d);
}
