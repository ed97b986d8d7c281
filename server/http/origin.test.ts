import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { isOwnHandshake, isOwnOrigin } from "./origin.ts";

function request(headers: Record<string, string>, method = "GET"): IncomingMessage {
	const message = new IncomingMessage(new Socket());
	message.method = method;
	Object.assign(message.headers, { host: "arena.example", ...headers });
	return message;
}

const ours = { origin: "https://arena.example" };
const foreign = { origin: "https://evil.example" };

test("our own pages are known by host, a public address by the whole origin", () => {
	expect(isOwnOrigin(request(ours), null)).toBe(true);
	expect(isOwnOrigin(request({ ...ours, host: "internal:3000" }), "https://arena.example")).toBe(true);
	expect(isOwnOrigin(request(foreign), null)).toBe(false);
	expect(isOwnOrigin(request({}), null)).toBe(false);
});

test("a polling handshake may come without an Origin, as browsers send it to their own server", () => {
	expect(isOwnHandshake(request({}), null)).toBe(true);
	expect(isOwnHandshake(request(ours), null)).toBe(true);
	expect(isOwnHandshake(request(foreign), null)).toBe(false);
});

test("an upgrade and anything that changes something must name its Origin", () => {
	expect(isOwnHandshake(request({ upgrade: "websocket" }), null)).toBe(false);
	expect(isOwnHandshake(request({ upgrade: "websocket", ...ours }), null)).toBe(true);
	expect(isOwnHandshake(request({}, "POST"), null)).toBe(false);
});
