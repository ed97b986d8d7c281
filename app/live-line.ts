import { io, type Manager, type ManagerOptions, type Socket, type SocketOptions } from "socket.io-client";
import { visitMemory } from "./visit-memory.ts";

/** An upgraded line that ends sooner than this was cut by somebody on the way, in milliseconds. */
const YOUNG_MS = 10_000;
/** So many cuts in a row, and the line stays with polling. */
const MOST_CUTS = 2;

/** Whichever namespace comes first makes the line for all. Milliseconds. */
const DIALLING = { reconnectionDelay: 500, reconnectionDelayMax: 10_000, randomizationFactor: 0.5, timeout: 10_000 };

const memory = visitMemory("arena-line");
const guarded = new WeakSet<Manager>();

/**
 * A socket.io namespace of the server at `url` (the page's own where empty). All namespaces of a page share one line:
 * a browser has few connections to give, and a polled line holds one of them all the time. It begins with polling and
 * becomes a WebSocket where the network lets it.
 */
export function liveNamespace(
	url: string,
	namespace: string,
	options: Partial<ManagerOptions & SocketOptions> = {},
): Socket {
	const socket = io(`${url}${namespace}`, { ...DIALLING, ...options });
	if (!guarded.has(socket.io)) {
		guarded.add(socket.io);
		guard(socket.io);
	}
	return socket;
}

/** Some proxies let the upgrade through and cut the WebSocket a moment later, every time: then polling is the line. */
function guard(manager: Manager): void {
	let cuts = 0;
	const stayWithPolling = () => {
		manager.opts.transports = ["polling"];
	};
	if (memory.get() === "polling") stayWithPolling();
	manager.on("open", () => {
		const { engine } = manager;
		engine.once("upgrade", () => {
			const upgradedAt = performance.now();
			engine.once("close", (reason) => {
				// „forced close“ is our own.
				if (reason === "forced close") return;
				cuts = performance.now() - upgradedAt < YOUNG_MS ? cuts + 1 : 0;
				if (cuts < MOST_CUTS) return;
				stayWithPolling();
				memory.set("polling");
			});
		});
	});
	if (typeof window === "undefined") return;
	// Another network may have another proxy.
	window.addEventListener("online", () => {
		cuts = 0;
		delete manager.opts.transports;
		memory.set(null);
	});
}
