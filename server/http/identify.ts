import type { Request } from "express";
import { type Refusal, type Result, refusal } from "../../worksheets/contract/result.ts";
import type { Actor } from "../access/actor.ts";
import { bearerToken, workshopTokens } from "./cookies.ts";
import { isOwnOrigin } from "./origin.ts";

const SAFE_METHODS = new Set(["GET", "HEAD"]);

export interface Identify {
	authenticate(token: string): Promise<Result<Actor>>;
	publicUrl: string | null;
}

/**
 * Who sends an HTTP request about one workshop: a bearer token, or the workshop's cookie. With a cookie, the request
 * must come from our own pages: unsafe ones carry an Origin always, safe ones only when another site asks.
 */
export async function identify(request: Request, workshopId: string, access: Identify): Promise<Result<Actor>> {
	const bearer = bearerToken(request);
	const token = bearer ?? workshopTokens(request.headers.cookie).get(workshopId);
	if (token === undefined) return refusal("unauthenticated");
	if (bearer === null) {
		const foreign = checkOrigin(request, access.publicUrl);
		if (foreign) return foreign;
	}
	const actor = await access.authenticate(token);
	if (!actor.ok) return actor;
	return actor.value.workshopId === workshopId ? actor : refusal("forbidden");
}

function checkOrigin(request: Request, publicUrl: string | null): Refusal | null {
	const harmless = SAFE_METHODS.has(request.method) && request.headers.origin === undefined;
	return harmless || isOwnOrigin(request, publicUrl) ? null : refusal("foreign-origin");
}
