import { once } from "node:events";
import { createServer } from "node:http";
import { expect, it, onTestFinished } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { CLOSE } from "../../worksheets/contract/close-codes.ts";
import { listen } from "./bench.ts";
import { FrameBatch } from "./frame-batch.ts";
import { WsSocket } from "./ws-socket.ts";

/** Both ends of a real line. */
async function line() {
	const http = createServer();
	const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
	const upgraded = new Promise<WsSocket>((resolve) => {
		http.on("upgrade", (request, wire, head) => {
			sockets.handleUpgrade(request, wire, head, (socket) => resolve(new WsSocket(socket, wire)));
		});
	});
	const client = new WebSocket(`ws://127.0.0.1:${await listen(http)}`);
	onTestFinished(() => {
		client.terminate();
		http.close();
	});
	const received: Uint8Array[] = [];
	client.on("message", (data, isBinary) => {
		if (isBinary && data instanceof Uint8Array) {
			received.push(new Uint8Array(data));
		}
	});
	const [server] = await Promise.all([upgraded, once(client, "open")]);
	return { client, received, server };
}

const bytes = (length: number, value: number) => new Uint8Array(length).fill(value);

it("carries messages of every size in order, whatever else is sent between them", async () => {
	const { client, received, server } = await line();
	const messages = [0, 1, 125, 126, 65_535, 65_536, 300_000, 3].map(bytes);
	server.send(new FrameBatch(messages.slice(0, 4)));
	server.ping();
	server.send(new FrameBatch(messages.slice(4)));
	server.close(CLOSE.restart);
	const [code] = await once(client, "close");
	expect(code).toBe(CLOSE.restart);
	expect(received).toEqual(messages);
	await server.closed;
});

it("frames a shared batch once", async () => {
	const { client, received, server } = await line();
	const batch = new FrameBatch([bytes(10, 1), bytes(200, 2)]);
	expect(batch.bytes).toBe(210);
	const { framed } = batch;
	server.send(batch);
	server.send(batch);
	expect(batch.framed).toBe(framed);
	server.close(CLOSE.restart);
	await once(client, "close");
	expect(received).toEqual([...batch.messages, ...batch.messages]);
});

it("tells messages, text and signs of life apart, and reads nothing before it is told to", async () => {
	const { client, server } = await line();
	const heard: unknown[] = [];
	const everything = new Promise<void>((resolve) => {
		server.listen({
			message: (data) => heard.push([...data]),
			refusedText: () => heard.push("text"),
			alive: () => {
				heard.push("alive");
				resolve();
			},
		});
	});
	client.send(Uint8Array.of(1, 2));
	client.send("text");
	server.ping();
	await once(client, "ping");
	expect(heard).toEqual([]);
	server.resume();
	await everything;
	expect(heard).toEqual([[1, 2], "text", "alive"]);
	server.terminate();
	await server.closed;
	expect(server.isOpen).toBe(false);
	server.send(new FrameBatch([bytes(1, 1)]));
});
