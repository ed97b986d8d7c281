import type { RefusalCode } from "../../worksheets/contract/refusals.ts";

const STATUS: Partial<Record<RefusalCode, number>> = {
	unauthenticated: 401,
	forbidden: 403,
	"door-closed": 403,
	removed: 403,
	"not-found": 404,
	full: 409,
	ended: 410,
	"too-many-requests": 429,
	unavailable: 503,
};

/** The status of a page that shows a refusal instead of what was asked for. */
export function refusalStatus(code: RefusalCode): number {
	return STATUS[code] ?? 422;
}
