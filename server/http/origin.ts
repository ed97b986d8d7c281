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
