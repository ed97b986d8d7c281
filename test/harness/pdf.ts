import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const LARGEST = 64 * 1024 * 1024;

/** A PDF's text, read by another program (poppler). */
export async function pdfText(path: string): Promise<string> {
	const { stdout } = await run("pdftotext", ["-layout", path, "-"], { maxBuffer: LARGEST });
	return stdout;
}

/** The same page by page, of a PDF that is no file yet. */
export async function pdfPages(bytes: Uint8Array): Promise<string[]> {
	return (await asFile(bytes, pdfText)).split("\f").slice(0, -1);
}

/** A PDF's tags with their text, as what reads it aloud finds them. */
export async function pdfStructure(bytes: Uint8Array): Promise<string> {
	return await asFile(bytes, async (path) => {
		const { stdout } = await run("pdfinfo", ["-struct-text", path], { maxBuffer: LARGEST });
		return stdout;
	});
}

/** What pdfinfo says of a PDF. */
export async function pdfInfo(bytes: Uint8Array, ...options: string[]): Promise<string> {
	return await asFile(bytes, async (path) => (await run("pdfinfo", [...options, path], { maxBuffer: LARGEST })).stdout);
}

/** Its fonts, and whether each is in the file. */
export async function pdfFonts(bytes: Uint8Array): Promise<{ name: string; embedded: boolean }[]> {
	return await asFile(bytes, async (path) => {
		const { stdout } = await run("pdffonts", [path]);
		const rows = stdout.split("\n").slice(2).filter(Boolean);
		return rows.map((row) => ({ name: row.split(" ")[0] ?? "", embedded: / yes (?:yes|no) (?:yes|no) +\d/.test(row) }));
	});
}

/** What a PDF says in place of its figures, in no order; poppler does not tell. */
export function pdfAlternatives(bytes: Uint8Array): string[] {
	const source = Buffer.from(bytes).toString("latin1");
	// As bytes, where brackets in pairs stand as they are, or as UTF-16 in hexadecimals behind a byte order mark.
	const strings = source.matchAll(/\/Alt (?:\(((?:\\[\s\S]|[^\\()]|\([^\\()]*\))*)\)|<FEFF([0-9A-F]*)>)/g);
	return [...strings]
		.map(
			([, plain, wide = ""]) =>
				plain?.replace(/\\([\s\S])/g, "$1") ?? Buffer.from(wide, "hex").swap16().toString("utf16le"),
		)
		.sort();
}

async function asFile<Value>(bytes: Uint8Array, read: (path: string) => Promise<Value>): Promise<Value> {
	const folder = await mkdtemp(join(tmpdir(), "arena-pdf-"));
	try {
		const path = join(folder, "report.pdf");
		await writeFile(path, bytes);
		return await read(path);
	} finally {
		await rm(folder, { recursive: true });
	}
}
