/**
 * What the server's clock shows, told by our own monotonic one: a wrong wall clock in this browser changes nothing.
 * `offset` is the server's epoch milliseconds minus our monotonic milliseconds.
 */
export interface ServerClock {
	offset: number;
}

/** The first thing a connection says about the time. `serverNow`: epoch ms; `monotonic`: ms, `performance.now()`. */
export function clockFrom(serverNow: number, monotonic: number): ServerClock {
	return { offset: serverNow - monotonic };
}

/**
 * A message travels some time before it is read, so it can only make the server look too early. Of several messages
 * of one connection the greatest offset is therefore the truest.
 */
export function refineClock(clock: ServerClock, serverNow: number, monotonic: number): ServerClock {
	const offset = serverNow - monotonic;
	return offset > clock.offset ? { offset } : clock;
}

export function serverTime(clock: ServerClock, monotonic: number): number {
	return clock.offset + monotonic;
}
