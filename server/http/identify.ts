import type { Request } from "express";
import { accepted, type Refusal, type Result, refusal } from "../../worksheets/contract/result.ts";
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

/** More cookies than anybody steers workshops of one series; each costs a look into the store. */
const MOST_COOKIES = 60;

/**
 * Everybody whom a request stands for: the bearer token's, or all workshops' whose cookies it brings. Cookies of
 * workshops that are gone are passed over.
 */
export async function identifyAll(request: Request, access: Identify): Promise<Result<Actor[]>> {
	const bearer = bearerToken(request);
	if (bearer !== null) {
		const actor = await access.authenticate(bearer);
		return actor.ok ? accepted([actor.value]) : actor;
	}
	const foreign = checkOrigin(request, access.publicUrl);
	return foreign ?? accepted(await actorsOf(request.headers.cookie, access));
}

/** Whom a browser's cookies stand for, each in its own workshop. */
export async function actorsOf(
	cookieHeader: string | null | undefined,
	{ authenticate }: Pick<Identify, "authenticate">,
): Promise<Actor[]> {
	const actors: Actor[] = [];
	for (const [workshopId, token] of [...workshopTokens(cookieHeader)].slice(0, MOST_COOKIES)) {
		const actor = await authenticate(token);
		if (actor.ok && actor.value.workshopId === workshopId) actors.push(actor.value);
	}
	return actors;
}

function checkOrigin(request: Request, publicUrl: string | null): Refusal | null {
	const harmless = SAFE_METHODS.has(request.method) && request.headers.origin === undefined;
	return harmless || isOwnOrigin(request, publicUrl) ? null : refusal("foreign-origin");
}
