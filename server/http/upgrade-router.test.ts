import { createServer, request } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { routeUpgrades } from "./upgrade-router.ts";

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
	for (const server of servers.splice(0)) server.close();
});

async function upgrade(path: string): Promise<string> {
	const server = createServer();
	servers.push(server);
	routeUpgrades(server, [
		{
			matches: (candidate) => candidate === "/sync/x",
			handle: (_request, socket) => socket.end("HTTP/1.1 418 Ours\r\nConnection: close\r\n\r\n"),
		},
		{ matches: (candidate) => candidate === "/left", handle: null },
	]);
	server.on("upgrade", (incoming, socket) => {
		if (incoming.url === "/left") socket.end("HTTP/1.1 419 Theirs\r\nConnection: close\r\n\r\n");
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	return await new Promise((resolve, reject) => {
		const client = request({ port, path, headers: { Connection: "Upgrade", Upgrade: "websocket" } });
		client.on("response", (response) => {
			response.resume();
			resolve(`${response.statusCode} ${response.statusMessage}`);
		});
		client.on("error", reject);
		client.end();
	});
}

test("the first matching route takes the socket, whatever its query says", async () => {
	expect(await upgrade("/sync/x?a=/left")).toBe("418 Ours");
});

test("a route without a handler leaves the socket to its other listener", async () => {
	expect(await upgrade("/left")).toBe("419 Theirs");
});

test("what nobody claims is refused, never left hanging", async () => {
	expect(await upgrade("/elsewhere")).toBe("404 Not Found");
});

test("a refused peer that does not end its side is not kept", async () => {
	const server = createServer();
	servers.push(server);
	routeUpgrades(server, []);
	const gone = new Promise((resolve) => server.on("connection", (socket) => socket.once("close", resolve)));
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	const peer = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
	peer.resume();
	peer.write("GET /elsewhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
	await gone;
	peer.destroy();
});
