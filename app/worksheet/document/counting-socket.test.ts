import { once } from "node:events";
import type { AddressInfo } from "node:net";
import * as encoding from "lib0/encoding";
import { afterEach, describe, expect, it } from "vitest";
import { WebSocketServer, WebSocket as WsClient } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { asBrowserSocket } from "../../../test/harness/browser-socket.ts";
import { countingSocket, documentMessage } from "./counting-socket.ts";

const closers: (() => void)[] = [];
afterEach(() => {
	for (const close of closers.splice(0)) close();
});

describe("document messages", () => {
	it.each([
		[[0, 0, 1, 0], null],
		[[0, 1, 2, 0, 0], "catch-up"],
		[[0, 2, 2, 0, 0], "update"],
		[[1, 2, 0], null],
		[[3], null],
		[[], null],
	])("%j brings %s", (bytes, expected) => {
		expect(documentMessage(Uint8Array.from(bytes))).toBe(expected);
	});

	it("is none in a text frame", () => {
		expect(documentMessage("hello")).toBeNull();
	});
});

describe("the counting socket", () => {
	it("counts exactly the document messages an unmodified provider sends", async () => {
		const server = new WebSocketServer({ port: 0 });
		closers.push(() => server.close());
		await once(server, "listening");
		const arrived: string[] = [];
		server.on("connection", (socket) => {
			socket.on("message", (data) => {
				const message = documentMessage(new Uint8Array(data as Buffer));
				if (message !== null) arrived.push(message);
				if (arrived.length === 2) socket.close();
			});
			const step1 = encoding.createEncoder();
			encoding.writeVarUint(step1, 0);
			encoding.writeVarUint(step1, 0);
			encoding.writeVarUint8Array(step1, Y.encodeStateVector(new Y.Doc()));
			socket.send(encoding.toUint8Array(step1));
		});

		const sent: string[] = [];
		const doc = new Y.Doc();
		const Socket = countingSocket(asBrowserSocket(WsClient), (message) => {
			sent.push(message);
			if (message === "catch-up") queueMicrotask(() => doc.getText("t").insert(0, "x"));
		});
		const { port } = server.address() as AddressInfo;
		const provider = new WebsocketProvider(`ws://127.0.0.1:${port}`, "room", doc, {
			WebSocketPolyfill: Socket,
			disableBc: true,
		});
		closers.push(() => provider.destroy());
		await new Promise<void>((resolve) => provider.once("connection-close", () => resolve()));

		expect(sent).toEqual(["catch-up", "update"]);
		expect(arrived).toEqual(sent);
	});
});
