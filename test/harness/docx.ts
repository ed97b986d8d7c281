import mammoth from "mammoth";

/** A Word document's text, read by another program than the one that writes it. */
export async function docxText(file: { path: string } | { buffer: Buffer }): Promise<string> {
	return (await mammoth.extractRawText(file)).value;
}
