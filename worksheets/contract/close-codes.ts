/**
 * Close codes of `/sync/{documentId}`. y-websocket gives up on 4400 to 4499 and tries again on everything else, so the
 * number tells an unmodified client what to do.
 */
export const CLOSE = {
	malformed: 4400,
	unauthenticated: 4401,
	forbidden: 4403,
	notFound: 4404,
	tooLarge: 4413,
	restart: 1012,
	couldNotLoad: 4503,
	tooSlow: 4508,
	tooFast: 4529,
} as const;

export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

/** y-websocket's message types, and the one Arena adds. */
export const MESSAGE = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, saved: 100 } as const;
