/**
 * The closed list of everything Arena says no to. HTTP maps it to a status once (server/http/problem.ts), the sync
 * socket to a close code once (server/sync/close.ts), the interface to a sentence once (app/i18n).
 */
export const REFUSALS = [
	/** Not JSON, not a frame, not a well-formed id. */
	"malformed",
	/** JSON, but of the wrong shape. */
	"invalid",
	/** A command whose type nobody knows. */
	"unknown-command",
	/** No token, an unknown one or a revoked one. */
	"unauthenticated",
	/** The token is known, but may not do this. */
	"forbidden",
	/** Nobody else comes in for now. */
	"door-closed",
	/** The person was taken out of the workshop: their token opens nothing any more. */
	"removed",
	/** A cookie came along with a request from another site. */
	"foreign-origin",
	"not-found",
	/** Not possible in this state of the session: a timer paused that does not run, a phase before the start. */
	"wrong-state",
	/** Every seat of the workshop is taken. */
	"full",
	/** The workshop has ended or was deleted. */
	"ended",
	"too-large",
	"too-many-requests",
	/** The store or the bus is away; trying again later helps. */
	"unavailable",
] as const;

export type RefusalCode = (typeof REFUSALS)[number];
