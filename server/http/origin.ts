import type { IncomingMessage } from "node:http";
import type { Request } from "express";

/** Where people reach us, as far as this request can tell: scheme and host, no slash at the end. */
export function originOf(request: Request, publicUrl: string | null): string {
	return publicUrl ?? `${request.protocol}://${request.headers.host ?? "localhost"}`;
}

/**
 * Whether a request that relies on a cookie comes from our own pages. Browsers send Origin with every upgrade and
 * every unsafe request, so a missing one is refused. Scheme is left out of the comparison where it is derived: behind
 * a proxy that ends TLS without `TRUST_PROXY` we see http, and a foreign page can never share our host and port.
 */
export function isOwnOrigin(request: IncomingMessage, publicUrl: string | null): boolean {
	const origin = request.headers.origin;
	if (origin === undefined) return false;
	if (publicUrl !== null && origin === publicUrl) return true;
	const host = request.headers.host;
	return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
}

/**
 * The same for a session's handshake. By long polling it begins with a GET, and browsers send no Origin along with a
 * GET to their own server. Without one it is our own page, or a foreign one that may not read the answer and so never
 * learns the id that every following message needs; a script's request from another site always says its Origin.
 */
export function isOwnHandshake(request: IncomingMessage, publicUrl: string | null): boolean {
	const polls = request.method === "GET" && request.headers.upgrade === undefined;
	return (polls && request.headers.origin === undefined) || isOwnOrigin(request, publicUrl);
}
