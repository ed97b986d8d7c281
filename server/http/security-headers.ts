import { randomBytes } from "node:crypto";
import type { RequestHandler, Response } from "express";
import helmet from "helmet";

/** The nonce of this response's scripts and styles: 128 bits, made once a request. */
export function nonceOf(response: Response): string {
	const nonce: unknown = response.locals.nonce;
	if (typeof nonce !== "string") throw new Error("security headers must come first");
	return nonce;
}

/**
 * The headers of every response. The policy allows our own origin and nothing else; scripts need the response's nonce.
 * `connect-src 'self'` covers the sockets too; the explicit ws: entry is for browsers that read 'self' as http only.
 */
export function securityHeaders(options: { development: boolean }): RequestHandler {
	const common = {
		crossOriginEmbedderPolicy: false,
		crossOriginOpenerPolicy: { policy: "same-origin" },
		crossOriginResourcePolicy: { policy: "same-origin" },
		referrerPolicy: { policy: "no-referrer" },
		// Not for subdomains: other services of the municipality are not ours to decide for.
		strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
		xFrameOptions: { action: "deny" },
	} as const;
	return (request, response, next) => {
		const nonce = randomBytes(16).toString("base64");
		response.locals.nonce = nonce;
		const scheme = request.secure ? "wss:" : "ws:";
		const host = /^[A-Za-z0-9.:[\]-]+$/.test(request.headers.host ?? "") ? request.headers.host : "localhost";
		const policy = helmet({
			...common,
			contentSecurityPolicy: {
				useDefaults: false,
				directives: {
					defaultSrc: ["'none'"],
					scriptSrc: [`'nonce-${nonce}'`, "'strict-dynamic'"],
					styleSrc: options.development ? ["'self'", "'unsafe-inline'"] : ["'self'", `'nonce-${nonce}'`],
					imgSrc: ["'self'", "blob:", "data:"],
					fontSrc: ["'self'"],
					connectSrc: ["'self'", `${scheme}//${host}`],
					manifestSrc: ["'self'"],
					workerSrc: ["'self'"],
					formAction: ["'self'"],
					baseUri: ["'none'"],
					frameAncestors: ["'none'"],
					objectSrc: ["'none'"],
				},
			},
		});
		response.setHeader(
			"Permissions-Policy",
			"camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
		);
		policy(request, response, next);
	};
}
