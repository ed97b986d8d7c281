import type { Response } from "express";

export interface Download {
	/** Speaking and harmless: letters a to z, digits and dashes, and the ending. */
	fileName: string;
	contentType: string;
	body: Uint8Array;
}

/** Sends a file that the browser saves and never shows as a page of ours. */
export function attachment(response: Response, download: Download): void {
	response
		.set({
			"Content-Type": download.contentType,
			"Content-Disposition": `attachment; filename="${download.fileName}"`,
			"Content-Security-Policy": "sandbox; default-src 'none'",
			"Content-Length": String(download.body.byteLength),
		})
		.end(download.body);
}
