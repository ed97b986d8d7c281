import { setImmediate as turn } from "node:timers/promises";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { WebsocketProvider } from "y-websocket";

/** F8 of the promises: blocked WebSockets are found out within this, in milliseconds. */
const BOUND_MS = 5_000;

class Polled {}
vi.mock("./polled-socket.ts", () => ({ pagePolledSockets: () => Polled }));

/** WebSockets as a proxy leaves them: swallowed for good, refused at once, or cut after a moment. */
let fate: "swallowed" | "refused" | "cut";
/** How long `/healthz` takes; null: it never answers. */
let healthMs: number | null;

class ProxiedSocket extends EventTarget {
	constructor() {
		super();
		if (fate === "refused") setTimeout(() => this.#end(), 20);
		if (fate === "cut") {
			setTimeout(() => this.dispatchEvent(new Event("open")), 20);
			setTimeout(() => this.#end(), 500);
		}
	}

	close(): void {}

	#end(): void {
		this.dispatchEvent(Object.assign(new Event("close"), { code: 1006 }));
	}
}

beforeEach(() => {
	vi.resetModules();
	vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance"] });
	vi.stubGlobal("window", new EventTarget());
	vi.stubGlobal("WebSocket", ProxiedSocket);
	vi.stubGlobal("fetch", async () => {
		const answers = healthMs !== null;
		await new Promise((resolve) => setTimeout(resolve, healthMs ?? 3_000));
		if (!answers) throw new TypeError("no network");
		return Response.json({ status: "ok" });
	});
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

/** A provider as far as its transport goes: it dials, and again a second after each end. */
class Dialling {
	readonly url = "ws://arena.example/sync/document";
	shouldConnect = true;
	dialled: unknown[] = [];
	_WS: new (url: string) => EventTarget = ProxiedSocket;

	connect(): void {
		this.dialled.push(this._WS);
		if (this.dialled.at(-1) === Polled) return;
		new this._WS(this.url).addEventListener("close", () => setTimeout(() => this.connect(), 1_000));
	}

	disconnect(): void {}
}

/** When the sheet took to polling, in milliseconds after it first dialled; null: not within a minute. */
async function tookToPolling(): Promise<number | null> {
	await import("./polled-socket.ts");
	const { followTransport } = await import("./follow-transport.ts");
	const provider = new Dialling();
	const asProvider: unknown = provider;
	const following = followTransport({ provider: asProvider as WebsocketProvider, wrap: (Base) => Base });
	await following.ready;
	provider.connect();
	let after: number | null = null;
	for (let ms = 0; ms <= 60_000 && after === null; ms += 50) {
		if (provider.dialled.at(-1) === Polled) after = ms;
		await vi.advanceTimersByTimeAsync(50);
		// Loading the polled line, and reading an answer, take turns that no clock counts.
		await turn();
	}
	following.stop();
	return after;
}

it.each(["swallowed", "refused", "cut"] as const)(
	"a WebSocket that is %s gives way to polling in time",
	async (how) => {
		for (healthMs of [5, 1_000]) {
			vi.resetModules();
			fate = how;
			const after = await tookToPolling();
			expect(after).not.toBeNull();
			expect(after).toBeLessThanOrEqual(BOUND_MS);
		}
	},
);

it("nothing is blocked where HTTP does not get through either", async () => {
	[fate, healthMs] = ["swallowed", null];
	expect(await tookToPolling()).toBeNull();
});
