import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineEnd, PART_BYTES, partSchema, WINDOW } from "./polled-line.ts";

interface Wire {
	parts: { number: number; data: string }[];
	taken: number[];
}

function end(mostBytes = 1_000_000): { line: LineEnd; wire: Wire; tell(): void } {
	const wire: Wire = { parts: [], taken: [] };
	let later: (() => void) | null = null;
	const line = new LineEnd(
		{
			part: (number, data) => wire.parts.push({ number, data }),
			taken: (number) => wire.taken.push(number),
			later: (run) => {
				later = run;
				return () => {
					later = null;
				};
			},
		},
		mostBytes,
	);
	return { line, wire, tell: () => later?.() };
}

describe("a line's two ends", () => {
	it("bring every frame over whole and in order, whatever their sizes and however the window fills", () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.array(fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 40_000, max: 200_000 })), {
						maxLength: 6,
					}),
					{ maxLength: 5 },
				),
				(bursts) => {
					const writer = end();
					const reader = end();
					const sent: Uint8Array[] = [];
					const got: Uint8Array[] = [];
					const carry = () => {
						for (const part of writer.wire.parts.splice(0)) {
							expect(partSchema.safeParse({ line: 1, ...part }).success).toBe(true);
							got.push(...(reader.line.receive(part.number, part.data) as Uint8Array[]));
						}
						for (const number of reader.wire.taken.splice(0)) writer.line.taken(number);
					};
					for (const sizes of bursts) {
						for (const size of sizes) {
							const frame = new Uint8Array(size).fill(sent.length);
							sent.push(frame);
							writer.line.push(frame);
						}
						writer.line.flush();
						const flying = writer.wire.parts.reduce((sum, { data }) => sum + data.length, 0);
						expect(flying).toBeLessThanOrEqual((WINDOW.bytes / 3) * 4 + 4 * WINDOW.parts);
						carry();
					}
					while (writer.line.waitingBytes > 0) {
						reader.tell();
						carry();
					}
					expect(got.map((frame) => frame.length)).toEqual(sent.map((frame) => frame.length));
					expect(Buffer.concat(got).equals(Buffer.concat(sent))).toBe(true);
				},
			),
			{ numRuns: 30, seed: 8 },
		);
	});

	it("keep a full part below what socket.io takes in one message", () => {
		const { line, wire } = end();
		line.push(new Uint8Array(10 * PART_BYTES));
		line.flush();
		const envelope = `42/sync,${JSON.stringify(["part", { line: 99_999, ...wire.parts[0], number: 99_999_999 }])}`;
		expect(envelope.length).toBeLessThan(64 * 1024);
	});
});

describe("a part", () => {
	it("that comes twice brings nothing, one that is missing is noticed", () => {
		const writer = end();
		writer.line.push(Uint8Array.of(1));
		writer.line.flush();
		writer.line.push(Uint8Array.of(2));
		writer.line.flush();
		const [one, two] = writer.wire.parts;
		const reader = end();
		expect(reader.line.receive(1, one?.data ?? "")).toEqual([Uint8Array.of(1)]);
		expect(reader.line.receive(1, one?.data ?? "")).toEqual([]);
		expect(reader.line.receive(3, two?.data ?? "")).toBe("gap");
		expect(reader.line.receive(2, two?.data ?? "")).toEqual([Uint8Array.of(2)]);
	});

	it("cannot be taken before it was sent, and may be taken twice", () => {
		const { line } = end();
		line.push(Uint8Array.of(1));
		line.flush();
		expect(line.taken(2)).toBe(false);
		expect(line.taken(1)).toBe(true);
		expect(line.taken(1)).toBe(true);
		expect(line.waitingBytes).toBe(0);
	});

	it.each([
		["longer than frames may be", [0xff, 0xff, 0x3f]],
		["that never ends", [0x80, 0x80, 0x80, 0x80, 0x80, 0x80]],
	])("with a length %s is refused", (_name, bytes) => {
		const { line } = end(1_000);
		expect(line.receive(1, Buffer.from(bytes).toString("base64"))).toBe("too-large");
	});
});
