import { describe, expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { EMPTY_STEP2 } from "../../server/sync/bench-client.ts";
import { encodeStep1, encodeStep2, encodeUpdate } from "../../server/sync/codec.ts";
import { CLOSE } from "../../worksheets/contract/close-codes.ts";
import { PART_BYTES, WINDOW } from "../../worksheets/contract/polled-line.ts";
import { polledNamespace } from "../harness/polled-client.ts";
import { enter, oneGroup, textOf } from "./polled-stage.ts";
import { addParagraph, found, sharedStage } from "./stage.ts";

const current = sharedStage();

describe("frames that end a polled line", () => {
	test.each<[string, number, () => Uint8Array]>([
		["garbage", CLOSE.malformed, () => Uint8Array.of(0, 2, 9, 9)],
		["an empty frame", CLOSE.malformed, () => new Uint8Array()],
		[
			"too large an update",
			CLOSE.tooLarge,
			() => {
				const doc = new Y.Doc();
				doc.getText("plenary").insert(0, "x".repeat(300_000));
				return encodeUpdate(Y.encodeStateAsUpdate(doc));
			},
		],
		["a frame larger than frames may be", CLOSE.tooLarge, () => encodeStep2(new Uint8Array(6 * 1024 * 1024))],
	])("%s", async (_name, code, frame) => {
		const { anna, shared } = await oneGroup(current());
		const client = await enter(current(), shared, anna);
		client.send(frame());
		expect(await client.closed).toBe(code);
		expect(client.received.filter(({ type }) => type === "saved")).toEqual([]);
	});

	test("a part that a proxy has swallowed ends it with „come again“; one it has doubled does nothing", async () => {
		const { anna, shared } = await oneGroup(current());
		const client = await enter(current(), shared, anna);
		client.send(EMPTY_STEP2);
		const [first] = client.sent;
		client.force(1, found(first, "part").data);
		client.send(EMPTY_STEP2);
		await client.saved(2);
		client.force(4, found(first, "part").data);
		expect(await client.closed).toBe(CLOSE.restart);
		expect(client.received.some((message) => message.type === "saved" && message.count > 2)).toBe(false);
	});

	test("taking what was never sent", async () => {
		const { anna, shared } = await oneGroup(current());
		const client = await enter(current(), shared, anna);
		client.socket.emit("taken", { line: 1, number: 1_000 });
		expect(await client.closed).toBe(CLOSE.malformed);
	});

	test("messages of no shape, or that nobody knows, end the whole socket; others stay", async () => {
		const { anna, ben, shared } = await oneGroup(current());
		const other = await enter(current(), shared, ben);
		for (const message of [
			["part", { line: 1, number: 1, data: "%%%" }],
			["part", { line: 1, number: 1, data: "A".repeat(65 * 1024) }],
			["open", { line: "1" }],
			["open"],
			["constructor", {}],
			["dance", { line: 1 }],
		] as const) {
			const client = await enter(current(), shared, anna);
			const gone = new Promise((resolve) => client.socket.on("disconnect", resolve));
			client.socket.emit(...(message as [string, unknown]));
			await gone;
		}
		other.send(EMPTY_STEP2);
		await other.saved(1);
	});

	test("too many lines on one socket", async () => {
		const { anna, shared } = await oneGroup(current());
		const socket = polledNamespace(current().url, anna);
		onTestFinished(() => void socket.disconnect());
		const codes: (number | undefined)[] = [];
		socket.on("close", ({ code }) => codes.push(code));
		for (let line = 1; line <= 17; line += 1) socket.emit("open", { line, document: shared });
		// Twelve are more than one person may have in a document, the last is more than a socket carries.
		await expect.poll(() => codes.length).toBe(12);
		expect(new Set(codes)).toEqual(new Set([CLOSE.tooFast]));
	});
});

describe("large things in small parts", () => {
	test("a catch-up of a megabyte goes up and comes down whole", async () => {
		const { anna, ben, shared } = await oneGroup(current());
		const words = new Y.Doc();
		for (let index = 0; index < 40; index += 1) addParagraph(words, "plenary", `${index} ${"Bildung ".repeat(3_200)}`);
		const whole = Y.encodeStateAsUpdate(words);
		expect(whole.length).toBeGreaterThan(1_000_000);

		const writer = await enter(current(), shared, anna);
		writer.send(encodeStep2(whole));
		await writer.saved(1);
		expect(writer.sent.length).toBeGreaterThan(whole.length / PART_BYTES);

		const reader = await enter(current(), shared, ben);
		reader.send(encodeStep1(Uint8Array.of(0)));
		const answer = await reader.until(({ type }) => type === "step2");
		const doc = new Y.Doc();
		if (answer.type === "step2") Y.applyUpdate(doc, answer.bytes);
		expect(textOf(doc)).toBe(textOf(words));
		for (const { data } of [...writer.sent, ...reader.parts]) expect(data.length).toBeLessThan(64 * 1024);
	});

	test("who takes nothing is sent no more than a window, and gets everything once they take again", async () => {
		const { anna, ben, shared } = await oneGroup(current());
		const reader = await enter(current(), shared, ben, { deaf: true });
		const writer = await enter(current(), shared, anna);
		const words = new Y.Doc();
		const text = "Bildung ".repeat(20_000);
		for (let index = 0; index < 8; index += 1) {
			const before = Y.encodeStateVector(words);
			addParagraph(words, "plenary", `${index} ${text}`);
			writer.send(encodeUpdate(Y.encodeStateAsUpdate(words, before)));
		}
		await writer.saved(8);
		const got = () => reader.parts.reduce((sum, { data }) => sum + data.length, 0);
		await expect.poll(got).toBeGreaterThan(((WINDOW.bytes - PART_BYTES) / 3) * 4);
		expect(got()).toBeLessThanOrEqual((WINDOW.bytes / 3) * 4 + WINDOW.parts * 4);

		reader.deaf = false;
		reader.socket.emit("taken", { line: 1, number: reader.parts.length });
		const doc = new Y.Doc();
		await reader.when(() => {
			for (const message of reader.received.splice(0)) {
				if (message.type === "update" || message.type === "step2") Y.applyUpdate(doc, message.bytes);
			}
			return textOf(doc) === textOf(words);
		});
	});
});
