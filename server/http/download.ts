import { pipeline, Readable } from "node:stream";
import type { Response } from "express";

export interface Download {
	/** Speaking and harmless: letters a to z, digits and dashes, and the ending. */
	fileName: string;
	contentType: string;
	/** Told piece by piece where it is long in the making. */
	body: Uint8Array | AsyncIterable<Uint8Array>;
}

/** Sends a file that the browser saves and never shows as a page of ours. */
export function attachment(response: Response, download: Download): void {
	response.set({
		"Content-Type": download.contentType,
		"Content-Disposition": `attachment; filename="${download.fileName}"`,
		"Content-Security-Policy": "sandbox; default-src 'none'",
		...(download.body instanceof Uint8Array && { "Content-Length": String(download.body.byteLength) }),
	});
	if (download.body instanceof Uint8Array) {
		response.end(download.body);
	} else if (response.req.method === "HEAD") {
		// Whoever only asks whether there is a file has none written.
		void download.body[Symbol.asyncIterator]().return?.();
		response.end();
	} else {
		// Where it breaks off, so does the connection, and the browser says so.
		pipeline(Readable.from(download.body), response, () => undefined);
	}
}
