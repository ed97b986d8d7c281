import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A PDF's text, read by another program (poppler). */
export async function pdfText(path: string): Promise<string> {
	const { stdout } = await run("pdftotext", ["-layout", path, "-"], { maxBuffer: 64 * 1024 * 1024 });
	return stdout;
}

/** The same page by page, of a PDF that is no file yet. */
export async function pdfPages(bytes: Uint8Array): Promise<string[]> {
	const folder = await mkdtemp(join(tmpdir(), "arena-pdf-"));
	try {
		const path = join(folder, "report.pdf");
		await writeFile(path, bytes);
		return (await pdfText(path)).split("\f").slice(0, -1);
	} finally {
		await rm(folder, { recursive: true });
	}
}
