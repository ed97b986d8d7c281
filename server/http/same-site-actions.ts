import type { RequestHandler } from "express";
import { refusal } from "../../worksheets/contract/result.ts";
import { isOwnOrigin } from "./origin.ts";
import { sendProblem } from "./problem.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** Forms of our pages come from our pages: every other unsafe request is refused before Remix sees it. */
export function sameSiteActions(publicUrl: string | null): RequestHandler {
	return (request, response, next) => {
		if (SAFE.has(request.method) || isOwnOrigin(request, publicUrl)) next();
		else sendProblem(response, refusal("foreign-origin"));
	};
}
