import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { WebSocketServer, WebSocket as WsClient } from "ws";
import { asBrowserSocket } from "../../../test/harness/browser-socket.ts";
import { type ProxyHabits, startProxy } from "../../../test/harness/proxy.ts";
import { countFate, isBlocked, type SocketFate } from "./transport-choice.ts";
import { watchedSocket } from "./watched-socket.ts";

const closers: (() => PromiseLike<void> | void)[] = [];
afterEach(async () => {
	for (const close of closers.splice(0)) await close();
});

/** The first fate of a WebSocket through a proxy with these habits. */
async function fateBehind(upgrades: ProxyHabits["upgrades"], code?: number): Promise<SocketFate> {
	const server = new WebSocketServer({ port: 0 });
	closers.push(() => {
		for (const client of server.clients) client.terminate();
		server.close();
	});
	await once(server, "listening");
	server.on("connection", (socket) => code !== undefined && socket.close(code));
	const proxy = await startProxy(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { upgrades });
	closers.push(() => proxy[Symbol.asyncDispose]());
	return await new Promise((resolve) => {
		const Watched = watchedSocket(asBrowserSocket(WsClient), resolve);
		const socket = new Watched(proxy.url.replace("http", "ws"));
		// A browser's sockets need nobody to hear of an error, those of `ws` do.
		socket.addEventListener("error", () => {});
		closers.push(() => socket.close());
	});
}

describe("the fate of a WebSocket", () => {
	it.each([400, 403, 426] as const)("refused, where the proxy answers %i", async (refuse) => {
		expect(await fateBehind({ refuse })).toBe("refused");
	});

	it("silent, where the upgrade is swallowed", async () => {
		expect(await fateBehind("swallow")).toBe("silent");
	});

	it("cut, where it is ended without a word soon after", async () => {
		expect(await fateBehind({ cutAfterMs: 200 })).toBe("cut");
	});

	it("lasted, where the server itself ends it", async () => {
		expect(await fateBehind("pass", 4403)).toBe("lasted");
	});
});

describe("WebSockets count as blocked", () => {
	const count = (...fates: SocketFate[]) => isBlocked(fates.reduce(countFate, 0));

	it.each<[boolean, SocketFate[]]>([
		[false, ["refused"]],
		[true, ["refused", "refused"]],
		[true, ["silent"]],
		[true, ["cut", "cut"]],
		[true, ["refused", "cut"]],
		[false, ["cut", "lasted", "cut"]],
		[false, ["lasted", "lasted"]],
	])("%s after %j", (blocked, fates) => {
		expect(count(...fates)).toBe(blocked);
	});
});
