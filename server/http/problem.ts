import type { Response } from "express";
import type { RefusalCode } from "../../worksheets/contract/refusals.ts";
import type { Refusal } from "../../worksheets/contract/result.ts";

/** The one map from refusals to HTTP. */
const STATUS: Record<RefusalCode, number> = {
	malformed: 400,
	invalid: 422,
	"unknown-command": 422,
	unauthenticated: 401,
	forbidden: 403,
	"door-closed": 403,
	removed: 403,
	"foreign-origin": 403,
	"not-found": 404,
	"wrong-state": 409,
	full: 409,
	ended: 410,
	"too-large": 413,
	"too-many-requests": 429,
	unavailable: 503,
};

const TITLE: Record<RefusalCode, string> = {
	malformed: "The request could not be read",
	invalid: "The request has the wrong shape",
	"unknown-command": "There is no such command",
	unauthenticated: "A token is missing or unknown",
	forbidden: "This token may not do that",
	"door-closed": "The facilitator lets nobody else in for now",
	removed: "The facilitator has taken this person out of the workshop",
	"foreign-origin": "The request came from another site",
	"not-found": "There is nothing here",
	"wrong-state": "This is not possible in the present state of the workshop",
	full: "Every seat of this workshop is taken",
	ended: "This workshop has ended or was deleted",
	"too-large": "The request is too large",
	"too-many-requests": "Too many attempts; wait a while",
	unavailable: "The store is away; try again",
};

/** What some refusals owe their caller beside the body: how to ask properly, or when to ask again. */
const HEADERS: Partial<Record<RefusalCode, Record<string, string>>> = {
	unauthenticated: { "WWW-Authenticate": "Bearer" },
	"too-many-requests": { "Retry-After": "60" },
	unavailable: { "Retry-After": "5" },
};

function statusOf(code: RefusalCode): number {
	return STATUS[code];
}

/** Answers with RFC 9457 problem details. */
export function sendProblem(response: Response, refusal: Refusal): void {
	const status = statusOf(refusal.refused);
	response
		.status(status)
		.set({ "Cache-Control": "no-store", ...HEADERS[refusal.refused] })
		.type("application/problem+json")
		.send(
			JSON.stringify({
				type: `urn:arena:problem:${refusal.refused}`,
				title: TITLE[refusal.refused],
				status,
				code: refusal.refused,
				...(refusal.detail === undefined ? {} : { detail: refusal.detail }),
			}),
		);
}
