import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import {
	decodeAwareness,
	decodeMessage,
	encodeAwareness,
	encodePermissionDenied,
	encodeSaved,
	encodeStep1,
	encodeStep2,
	encodeUpdate,
} from "./codec.ts";

const bytes = (...values: number[]) => Uint8Array.from(values);

describe("the y-websocket frames, byte by byte", () => {
	it("sync is 0, then step 1, step 2 or update, then length and bytes", () => {
		expect(encodeStep1(bytes(0))).toEqual(bytes(0, 0, 1, 0));
		expect(encodeStep2(bytes(0, 0))).toEqual(bytes(0, 1, 2, 0, 0));
		expect(encodeUpdate(bytes(9, 8, 7))).toEqual(bytes(0, 2, 3, 9, 8, 7));
	});

	it("an empty document's state vector is one zero, its update two", () => {
		expect(Y.encodeStateVector(new Y.Doc())).toEqual(bytes(0));
		expect(Y.encodeStateAsUpdate(new Y.Doc())).toEqual(bytes(0, 0));
	});

	it("saved is 100 and a varUint, seven bits a byte, the lowest first", () => {
		expect(encodeSaved(0)).toEqual(bytes(100, 0));
		expect(encodeSaved(127)).toEqual(bytes(100, 127));
		expect(encodeSaved(128)).toEqual(bytes(100, 0x80, 1));
		expect(encodeSaved(300)).toEqual(bytes(100, 0xac, 2));
	});

	it("permission denied is 2, 0 and the reason as a string with its length", () => {
		expect(encodePermissionDenied()).toEqual(bytes(2, 0, 17, ...new TextEncoder().encode("permission denied")));
	});

	it("awareness is 1, the payload's length, then count and (client, clock, JSON)", () => {
		const frame = encodeAwareness([{ client: 5, clock: 2, state: "{}" }]);
		expect(frame).toEqual(bytes(1, 6, 1, 5, 2, 2, 0x7b, 0x7d));
		expect(decodeAwareness(frame.subarray(2))).toEqual({ ok: true, value: [{ client: 5, clock: 2, state: "{}" }] });
	});
});

describe("reading", () => {
	it.each([
		["step 1", bytes(0, 0, 1, 0), { kind: "step1", stateVector: bytes(0) }],
		["step 2", bytes(0, 1, 2, 0, 0), { kind: "step2", update: bytes(0, 0) }],
		["update", bytes(0, 2, 2, 0, 0), { kind: "update", update: bytes(0, 0) }],
		["awareness", bytes(1, 1, 0), { kind: "awareness", payload: bytes(0) }],
		["query awareness", bytes(3), { kind: "query-awareness" }],
	])("takes %s", (_name, frame, message) => {
		expect(decodeMessage(frame)).toEqual({ ok: true, value: message });
	});

	it.each([
		["nothing", bytes()],
		["an unknown type", bytes(7)],
		["auth, which only servers send", bytes(2, 0, 0)],
		["saved, which only servers send", bytes(100, 1)],
		["an unknown kind of sync", bytes(0, 3, 0)],
		["sync without a kind", bytes(0)],
		["a length beyond the frame", bytes(0, 2, 200, 1, 0)],
		["a length without bytes", bytes(0, 2, 5)],
		["bytes after the end", bytes(0, 2, 2, 0, 0, 1)],
		["a number that never ends", bytes(...new Array(20).fill(0xff))],
		["a query with something behind it", bytes(3, 3)],
	])("refuses %s without throwing", (_name, frame) => {
		expect(decodeMessage(frame)).toMatchObject({ ok: false, refused: "malformed" });
	});

	it.each([
		["a count without entries", bytes(3)],
		["a huge count", bytes(0xff, 0xff, 0xff, 0xff, 7, 1, 1, 0)],
		["invalid UTF-8", bytes(1, 5, 1, 2, 0xff, 0xfe)],
		["bytes after the end", bytes(0, 0)],
	])("refuses awareness with %s", (_name, payload) => {
		expect(decodeAwareness(payload)).toMatchObject({ ok: false, refused: "malformed" });
	});
});
