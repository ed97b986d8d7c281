import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CLOSE } from "../../worksheets/contract/close-codes.ts";
import { LineEnd, PART_BYTES, TELL_AFTER_MS, WINDOW } from "../../worksheets/contract/polled-line.ts";
import { FrameBatch } from "./frame-batch.ts";
import { PolledSocket } from "./polled-socket.ts";

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

/** A polled socket and its client, with nothing between them that could lose anything. */
function pair({ listens = true } = {}) {
	const said: (string | number | undefined)[] = [];
	const heard: Uint8Array[] = [];
	const later = () => () => {};
	const client: LineEnd = new LineEnd(
		{
			part: (number, data) => queueMicrotask(() => socket.receive(number, data)),
			taken: (number) => queueMicrotask(() => socket.taken(number)),
			later,
		},
		1_000_000,
	);
	const socket = new PolledSocket(
		{
			part: (number, data) => {
				if (listens) client.receive(number, data);
				said.push("part");
			},
			taken: (number) => {
				queueMicrotask(() => client.taken(number));
				said.push("taken", number);
			},
			ping: () => said.push("ping"),
			close: (code) => said.push("close", code),
		},
		100_000,
	);
	socket.listen({ message: (frame) => heard.push(frame), refusedText: () => {}, alive: () => {} });
	/** Resolves when everything that may go has gone to and fro. */
	const send = async (...frames: Uint8Array[]) => {
		for (const frame of frames) client.push(frame);
		client.flush();
		await vi.advanceTimersByTimeAsync(0);
	};
	return { client, socket, said, heard, send };
}

const frame = (bytes: number) => new Uint8Array(bytes).fill(7);

describe("a polled socket", () => {
	it("hands over nothing and takes nothing until it is read", async () => {
		const { socket, said, heard, send } = pair();
		await send(frame(3), frame(5));
		vi.advanceTimersByTime(10 * TELL_AFTER_MS);
		expect(heard).toEqual([]);
		expect(said).toEqual([]);
		socket.resume();
		expect(heard).toEqual([frame(3), frame(5)]);
		vi.advanceTimersByTime(TELL_AFTER_MS);
		expect(said).toEqual(["taken", 1]);
	});

	it("makes a client that is not read stop at the window", async () => {
		const { client, socket, heard, send } = pair();
		for (let index = 0; index < 12; index += 1) await send(frame(50_000));
		expect(client.waitingBytes).toBeGreaterThan(12 * 50_000);
		expect(socket.isOpen).toBe(true);
		socket.resume();
		await vi.advanceTimersByTimeAsync(0);
		expect(heard).toHaveLength(12);
	});

	it("closes on who sends beyond the window", async () => {
		const parts = pair();
		for (let number = 1; number <= WINDOW.parts + 1; number += 1) parts.socket.receive(number, "AAAA");
		expect(parts.said).toEqual(["close", CLOSE.tooFast]);
		const bytes = pair();
		const data = Buffer.alloc(PART_BYTES).toString("base64");
		for (let number = 1; number <= WINDOW.bytes / PART_BYTES + 1; number += 1) bytes.socket.receive(number, data);
		expect(bytes.said).toEqual(["close", CLOSE.tooFast]);
	});

	it("counts as buffered what nobody has taken, and hands socket.io no more than a window of it", () => {
		const { socket, said } = pair({ listens: false });
		socket.send(new FrameBatch(Array.from({ length: 20 }, () => frame(50_000))));
		expect(said.length * PART_BYTES).toBe(WINDOW.bytes);
		expect(socket.bufferedBytes).toBeGreaterThan(20 * 50_000);
		socket.taken(said.length);
		expect(socket.bufferedBytes).toBeLessThan(20 * 50_000);
	});

	it("is gone when the client has answered its close, or has not in time", async () => {
		const answers = pair();
		answers.socket.close(CLOSE.forbidden);
		answers.socket.close(CLOSE.restart);
		expect(answers.said).toEqual(["close", CLOSE.forbidden]);
		expect(answers.socket.isOpen).toBe(false);
		answers.socket.gone();
		await answers.socket.closed;
		const silent = pair();
		silent.socket.close(CLOSE.restart);
		vi.advanceTimersByTime(2_000);
		await silent.socket.closed;
	});

	it("refuses a frame by its length, before it is there", async () => {
		const { socket, said, send } = pair();
		socket.resume();
		await send(frame(100_001));
		expect(said).toContain(CLOSE.tooLarge);
	});
});
