/** Far more than 300 lines need. */
const MAX_BYTES = 1024 * 1024;

export type ListFileProblem = "file-large" | "file-spreadsheet";

/**
 * The text of a file that a spreadsheet or an editor has saved: UTF-8, else UTF-16 where it says so, else what German
 * Windows calls ANSI. A workbook itself is no text.
 */
export function readListFile(bytes: Uint8Array): { text: string } | { problem: ListFileProblem } {
	if (bytes.length > MAX_BYTES) return { problem: "file-large" };
	if (bytes[0] === 0x50 && bytes[1] === 0x4b) return { problem: "file-spreadsheet" };
	if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return { problem: "file-spreadsheet" };
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder("utf-16le").decode(bytes) };
	try {
		return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
	} catch {
		return { text: new TextDecoder("windows-1252").decode(bytes) };
	}
}
