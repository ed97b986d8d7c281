import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A PDF's text, read by another program (poppler). */
export async function pdfText(path: string): Promise<string> {
	const { stdout } = await run("pdftotext", ["-layout", path, "-"], { maxBuffer: 64 * 1024 * 1024 });
	return stdout;
}
