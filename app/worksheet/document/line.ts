import type { WebsocketProvider } from "y-websocket";

/** The server speaks every 10 s; a line that is silent for longer than `silenceMs` is dead. */
const PATIENCE = { silenceMs: 15_000, lookEveryMs: 3_000 };

const SHORTEST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 8_000;

/**
 * How long to wait before the next try, in milliseconds: anywhere up to a bound that doubles, so that a room whose
 * server restarts does not come back in one moment. `chance` in [0, 1).
 */
export function retryWait(failures: number, chance: number): number {
	const bound = Math.min(LONGEST_WAIT_MS, SHORTEST_WAIT_MS * 2 ** (failures + 2));
	return SHORTEST_WAIT_MS + chance * (bound - SHORTEST_WAIT_MS);
}

/**
 * Notices a dead line sooner than the provider does, follows the browser's own word about the network, and spreads the
 * tries of many browsers. Returns the end of it.
 */
export function keepLineAlive(provider: WebsocketProvider, { silenceMs, lookEveryMs } = PATIENCE): () => void {
	const redial = () => {
		if (!provider.shouldConnect) return;
		provider.disconnect();
		provider.connect();
	};
	const spread = () => {
		// The provider waits for the lesser of its own doubling time and this one.
		provider.maxBackoffTime = retryWait(provider.wsUnsuccessfulReconnects, Math.random());
	};
	const look = setInterval(() => {
		if (provider.wsconnected && Date.now() - provider.wsLastMessageReceived > silenceMs) redial();
	}, lookEveryMs);

	provider.on("connection-close", spread);
	window.addEventListener("online", redial);
	window.addEventListener("offline", redial);
	return () => {
		clearInterval(look);
		provider.off("connection-close", spread);
		window.removeEventListener("online", redial);
		window.removeEventListener("offline", redial);
	};
}
