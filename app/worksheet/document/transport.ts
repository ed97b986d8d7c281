import { visitMemory } from "../../visit-memory.ts";
import type { TransportKind } from "./transport-choice.ts";
import { LASTING_MS, SILENT_AFTER_MS } from "./watched-socket.ts";

/** While polling, a WebSocket is tried again this often, in milliseconds. */
const TRY_AGAIN_MS = 120_000;
/** The network is back before it is usable. */
const AFTER_ONLINE_MS = 2_000;

const memory = visitMemory("arena-sheets");

/** How the sheets of this page reach the server; the same for all of them, and remembered while the tab lives. */
export interface Transport {
	kind(): TransportKind;
	/** WebSockets do not get through. */
	block(): void;
	/** `url`: a WebSocket to try while polling. `onChange` may come without one. Returns the end of following. */
	follow(url: string, onChange: () => void): () => void;
}

function createTransport(): Transport {
	const followers = new Map<() => void, string>();
	let kind: TransportKind = memory.get() === "polled" ? "polled" : "socket";
	let timer: ReturnType<typeof setTimeout> | undefined;

	function become(next: TransportKind): void {
		kind = next;
		memory.set(kind === "polled" ? kind : null);
		for (const onChange of [...followers.keys()]) onChange();
	}

	function tryLater(ms: number): void {
		clearTimeout(timer);
		if (kind === "polled" && followers.size > 0) timer = setTimeout(() => void tryAgain(), ms);
	}

	async function tryAgain(): Promise<void> {
		const [url] = followers.values();
		if (url !== undefined && (await socketLasts(url))) become("socket");
		tryLater(TRY_AGAIN_MS);
	}

	const online = () => tryLater(AFTER_ONLINE_MS);

	return {
		kind: () => kind,
		block() {
			become("polled");
			tryLater(TRY_AGAIN_MS);
		},
		follow(url, onChange) {
			if (followers.size === 0) window.addEventListener("online", online);
			followers.set(onChange, url);
			if (followers.size === 1) tryLater(TRY_AGAIN_MS);
			return () => {
				followers.delete(onChange);
				if (followers.size > 0) return;
				clearTimeout(timer);
				window.removeEventListener("online", online);
			};
		},
	};
}

/** Whether a WebSocket opens and stays: some proxies cut each of them after a moment. */
function socketLasts(url: string): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = new WebSocket(url);
		const answer = (lasts: boolean) => {
			clearTimeout(timer);
			socket.onclose = null;
			socket.close();
			resolve(lasts);
		};
		let timer = setTimeout(() => answer(false), SILENT_AFTER_MS);
		socket.onopen = () => {
			clearTimeout(timer);
			timer = setTimeout(() => answer(true), LASTING_MS);
		};
		socket.onclose = () => answer(false);
	});
}

let ofPage: Transport | undefined;

export function pageTransport(): Transport {
	ofPage ??= createTransport();
	return ofPage;
}
