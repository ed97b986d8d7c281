import { describe, expect, it } from "vitest";
import { decodeAwareness, decodeMessage, encodeSaved, encodeUpdate } from "./codec.ts";
import { Tick } from "./tick.ts";

const [anna, ben, cem] = [{ is: "anna" }, { is: "ben" }, { is: "cem" }];
const update = (value: number) => encodeUpdate(Uint8Array.of(value));
const present = (from: object, client: number) => ({ from, entry: { client, clock: 1, state: "{}" } });
const nothing = () => Uint8Array.of(0);

/** Updates by their one byte, presence by its client ids, saved counts by their number. */
function read(messages: readonly Uint8Array[]): string[] {
	return messages.map((bytes) => {
		if (bytes[0] === 100) {
			return `saved ${bytes[1]}`;
		}
		const message = decodeMessage(bytes);
		if (!message.ok || message.value.kind !== "awareness") {
			return `update ${bytes.at(-1)}`;
		}
		const entries = decodeAwareness(message.value.payload);
		return `presence ${entries.ok ? entries.value.map(({ client }) => client) : "?"}`;
	});
}

describe("what a document says at one moment", () => {
	const tick = new Tick(
		[
			{ peer: anna, message: update(1) },
			{ peer: ben, message: update(2) },
			{ peer: anna, message: null },
		],
		[present(anna, 11), present(ben, 12)],
		nothing,
	);

	it("is for all when there is something to tell, and else only for those it counts for", () => {
		expect(tick.isForAll).toBe(true);
		expect(new Tick([], [present(anna, 11)], nothing).isForAll).toBe(true);
		const empty = new Tick([{ peer: anna, message: null }], [], nothing);
		expect(empty.isForAll).toBe(false);
		expect(empty.savedOf(anna)).toBe(1);
	});

	it("reaches everyone without their own part in it", () => {
		expect(read(tick.batchFor(anna, false, 7).messages)).toEqual(["update 2", "presence 12", "saved 7"]);
		expect(read(tick.batchFor(ben, false, 1).messages)).toEqual(["update 1", "presence 11", "saved 1"]);
		expect(read(tick.batchFor(cem, false, null).messages)).toEqual(["update 1", "update 2", "presence 11,12"]);
	});

	it("is one batch for all who said nothing", () => {
		expect(tick.batchFor(cem, false, null)).toBe(tick.batchFor({}, false, null));
		expect(tick.batchFor(cem, true, null)).toBe(tick.batchFor({}, true, null));
	});

	it("can be heard without presence", () => {
		expect(read(tick.batchFor(cem, true, null).messages)).toEqual(["update 1", "update 2"]);
		expect(read(tick.batchFor(anna, true, 3).messages)).toEqual(["update 2", "saved 3"]);
	});

	it("counts what is saved of whose", () => {
		expect([anna, ben, cem].map((peer) => tick.savedOf(peer))).toEqual([2, 1, 0]);
		expect(encodeSaved(2)).toEqual(Uint8Array.of(100, 2));
	});

	it("may be empty for the one who brought it all", () => {
		const own = new Tick([], [present(anna, 11)], nothing);
		expect(own.hasUpdates).toBe(false);
		expect(own.batchFor(anna, false, null).messages).toEqual([]);
	});
});
