/** How sheets reach the server: by WebSocket, or by the page's polled line where those are blocked. */
export type TransportKind = "socket" | "polled";

/**
 * What became of a WebSocket, with plain HTTP working beside it: `silent`, it neither opened nor failed in time;
 * `refused`, it failed before it opened; `cut`, somebody on the way ended it soon after; `lasted`.
 */
export type SocketFate = "silent" | "refused" | "cut" | "lasted";

/** A server that restarts may refuse one and answer HTTP a moment later; silence beside working HTTP is plain. */
const WEIGHT: Record<SocketFate, number> = { silent: 2, refused: 1, cut: 1, lasted: Number.NEGATIVE_INFINITY };
const BLOCKED_AT = 2;

/** Counts the fates of one sheet's WebSockets in a row: blocked at 2. */
export function countFate(count: number, fate: SocketFate): number {
	return Math.max(0, count + WEIGHT[fate]);
}

export function isBlocked(count: number): boolean {
	return count >= BLOCKED_AT;
}
