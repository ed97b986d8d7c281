import type { IncomingMessage } from "node:http";
import type { RequestHandler } from "express";
import { refusal } from "../../worksheets/contract/result.ts";
import { isOwnOrigin } from "./origin.ts";
import { sendProblem } from "./problem.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** Forms of our pages come from our pages: every other unsafe request is refused before Remix sees it. */
export function sameSiteActions(publicUrl: string | null): RequestHandler {
	return (request, response, next) => {
		if (!SAFE.has(request.method)) {
			if (!isOwnForm(request, publicUrl)) return sendProblem(response, refusal("foreign-origin"));
			// Remix would compare it with Host again, knowing neither PUBLIC_URL nor "null".
			delete request.headers.origin;
		}
		next();
	};
}

/**
 * A form sent before its page has come alive is a navigation, and under our `no-referrer` policy its Origin is "null".
 * Then `Sec-Fetch-Site` decides. Browsers leave that out over plain http, as in a LAN: there the form passes, because
 * the cookies are SameSite=Lax and do not come along from another site.
 */
function isOwnForm(request: IncomingMessage, publicUrl: string | null): boolean {
	if (isOwnOrigin(request, publicUrl)) return true;
	const { origin, "sec-fetch-site": site } = request.headers;
	return origin === "null" && (site === undefined || site === "same-origin");
}
