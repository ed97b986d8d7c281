import { pipeline, Readable } from "node:stream";
import type { Response } from "express";

export interface Download {
	/** Speaking and harmless: letters a to z, digits and dashes, and the ending. */
	fileName: string;
	/** The same as people would write it, where there is such a name. */
	spokenName?: string;
	contentType: string;
	/** How long it is, where that is known of one that is told piece by piece. */
	bytes?: number;
	/** Told piece by piece where it is long in the making. */
	body: Uint8Array | AsyncIterable<Uint8Array>;
}

/** Sends a file that the browser saves and never shows as a page of ours. */
export function attachment(response: Response, download: Download): void {
	const length = download.body instanceof Uint8Array ? download.body.byteLength : download.bytes;
	response.set({
		"Content-Type": download.contentType,
		"Content-Disposition": disposition(download),
		"Content-Security-Policy": "sandbox; default-src 'none'",
		...(length === undefined ? {} : { "Content-Length": String(length) }),
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

/** Both names, as RFC 6266 has them: old programs take the plain one. */
function disposition({ fileName, spokenName }: Download): string {
	const plain = `attachment; filename="${fileName}"`;
	if (spokenName === undefined) return plain;
	const encoded = encodeURIComponent(spokenName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
	return `${plain}; filename*=UTF-8''${encoded}`;
}
