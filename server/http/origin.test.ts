import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { isOwnHandshake, isOwnOrigin } from "./origin.ts";

function request(headers: Record<string, string>, method = "GET"): IncomingMessage {
	return Object.assign(new IncomingMessage(new Socket()), { headers, method });
}

test.each([
	[{ host: "arena.example", origin: "https://arena.example" }, null, true],
	[{ host: "arena.example", origin: "http://arena.example" }, null, true],
	[{ host: "127.0.0.1:3000", origin: "http://127.0.0.1:3000" }, null, true],
	[{ host: "internal:3000", origin: "https://arena.example" }, "https://arena.example", true],
	[{ host: "arena.example" }, null, false],
	[{ host: "arena.example", origin: "null" }, null, false],
	[{ host: "arena.example", origin: "https://evil.example" }, null, false],
	[{ host: "arena.example", origin: "https://arena.example.evil.example" }, null, false],
	[{ host: "arena.example", origin: "https://arena.example:8443" }, null, false],
	[{ host: "internal:3000", origin: "https://evil.example" }, "https://arena.example", false],
])("%j with public address %s is ours: %s", (headers, publicUrl, ours) => {
	expect(isOwnOrigin(request(headers as Record<string, string>), publicUrl)).toBe(ours);
});

test.each([
	["a polling handshake without Origin, as browsers send it to their own server", {}, "GET", true],
	["a polling handshake from another site", { origin: "https://evil.example" }, "GET", false],
	["an upgrade without Origin", { upgrade: "websocket" }, "GET", false],
	["an upgrade of our own page", { upgrade: "websocket", origin: "https://arena.example" }, "GET", true],
	["a POST without Origin", {}, "POST", false],
])("%s", (_what, headers, method, ours) => {
	const handshake = request({ host: "arena.example", ...headers } as Record<string, string>, method);
	expect(isOwnHandshake(handshake, null)).toBe(ours);
});
