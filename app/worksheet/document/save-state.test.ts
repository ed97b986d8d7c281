import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reasonOf, type SaveEvent, type SaveTrack, saveStateOf, startTracking, track } from "./save-state.ts";

const OPENED = 1_000_000;

function past(...events: SaveEvent[]): SaveTrack {
	return events.reduce(track, startTracking(OPENED));
}

const open: SaveEvent[] = [{ type: "connected" }, { type: "sent", message: "catch-up" }, { type: "answered" }];
const update: SaveEvent[] = [{ type: "sent", message: "update" }, { type: "edited" }];
const ack = (count: number): SaveEvent => ({ type: "acknowledged", count });
const kindOf = (state: SaveTrack, now = OPENED) => saveStateOf(state, now).kind;

describe("the save state", () => {
	it("is loading until the sheet has been received once", () => {
		expect(kindOf(past())).toBe("loading");
		expect(kindOf(past({ type: "connected" }, { type: "sent", message: "catch-up" }))).toBe("loading");
	});

	it("is saved only when the server's count equals what was sent and our step 1 was answered", () => {
		expect(kindOf(past(...open))).toBe("saving");
		expect(kindOf(past(...open, ack(1)))).toBe("saved");
		expect(kindOf(past({ type: "connected" }, { type: "sent", message: "catch-up" }, ack(1)))).toBe("loading");
		expect(kindOf(past(...open, ack(1), ...update))).toBe("saving");
		expect(kindOf(past(...open, ack(1), ...update, ack(2)))).toBe("saved");
	});

	it("is not saved while the server has not asked for what this browser holds", () => {
		expect(kindOf(past({ type: "connected" }, { type: "answered" }))).toBe("saving");
	});

	it("does not carry an acknowledgement over to the next connection", () => {
		const again = past(...open, ack(1), { type: "disconnected", at: OPENED }, ...open);
		expect(kindOf(again)).toBe("saving");
	});

	it("counts what an earlier visit left in the journal until the server has it", () => {
		const restored = past({ type: "recalled", unsent: true });
		expect(saveStateOf(restored, OPENED)).toEqual({ kind: "loading", unsaved: 1, recalled: true });
		expect(saveStateOf(restored, OPENED + 10_000)).toEqual({ kind: "offline", unsaved: 1 });
		const opened = open.reduce(track, restored);
		expect(saveStateOf(opened, OPENED)).toEqual({ kind: "saving", unsaved: 1 });
		expect(kindOf(track(opened, ack(1)))).toBe("saved");
	});

	it("opens a sheet that an earlier visit left, also where nothing waits in it", () => {
		const recalled = past({ type: "recalled", unsent: false });
		expect(saveStateOf(recalled, OPENED)).toEqual({ kind: "loading", unsaved: 0, recalled: true });
		expect(saveStateOf(past(), OPENED)).toMatchObject({ recalled: false });
	});

	describe("of what came after the sheet was closed", () => {
		const denied: SaveEvent[] = [...open, ack(1), ...update, { type: "refused", reason: "forbidden" }];

		it("is late while it is on its way, and saved when it is kept", () => {
			const state = past(...denied, { type: "disconnected", at: OPENED }, { type: "handing-in" });
			expect(saveStateOf(state, OPENED + 60_000)).toEqual({ kind: "late", unsaved: 1 });
			expect(saveStateOf(track(state, { type: "handed-in" }), OPENED)).toEqual({ kind: "saved" });
		});

		it("is offline when it has not got through for ten seconds, counted from the first failure", () => {
			const away = (at: number): SaveEvent => ({ type: "not-handed-in", at });
			const state = past(...denied, { type: "handing-in" }, away(OPENED), away(OPENED + 9_000));
			expect(kindOf(state, OPENED + 9_000)).toBe("reconnecting");
			expect(saveStateOf(state, OPENED + 10_000)).toEqual({ kind: "offline", unsaved: 1 });
		});

		it("has failed when it is refused as well, and syncs as usual when the sheet is open again", () => {
			const state = past(...denied, { type: "handing-in" });
			expect(kindOf(track(state, { type: "refused", reason: "too-large" }))).toBe("failed");
			const again = open.reduce(track, track(state, { type: "disconnected", at: OPENED }));
			expect(kindOf(again)).toBe("saving");
			expect(kindOf(track(again, ack(1)))).toBe("saved");
		});
	});

	it("ignores a count beyond what was sent", () => {
		expect(kindOf(past(...open, ack(7)))).toBe("saving");
	});

	it("counts what is on its way, and what was written without a line", () => {
		const typing = past(...open, ack(1), ...update, ...update, ...update, ack(2));
		expect(saveStateOf(typing, OPENED)).toEqual({ kind: "saving", unsaved: 2 });
		const away = [{ type: "disconnected", at: OPENED } as const, { type: "edited" } as const];
		expect(saveStateOf(past(...open, ack(1), ...away), OPENED)).toEqual({ kind: "reconnecting", unsaved: 1 });
		const back = past(...open, ack(1), ...away, ...open);
		expect(saveStateOf(back, OPENED)).toEqual({ kind: "saving", unsaved: 1 });
	});

	it("says offline after ten seconds without a line, not before", () => {
		const away = past(...open, ack(1), { type: "disconnected", at: OPENED });
		expect(kindOf(away, OPENED + 9_999)).toBe("reconnecting");
		expect(kindOf(away, OPENED + 10_000)).toBe("offline");
		expect(kindOf(past(), OPENED + 10_000)).toBe("offline");
	});

	it("measures from the first loss, however often a new line is tried", () => {
		const away = past(...open, { type: "disconnected", at: OPENED }, { type: "disconnected", at: OPENED + 9_000 });
		expect(kindOf(away, OPENED + 10_000)).toBe("offline");
	});

	it("stays failed after a refusal until a new line is there, and keeps the count", () => {
		const refused = past(...open, ack(1), ...update, { type: "refused", reason: "too-large" });
		const closed = track(refused, { type: "disconnected", at: OPENED });
		expect(saveStateOf(closed, OPENED)).toEqual({ kind: "failed", reason: "too-large", unsaved: 1 });
		expect(kindOf(open.reduce(track, closed))).toBe("saving");
	});

	it("does not take a line that opens and closes without an answer for one", () => {
		const flapping = past(...open, { type: "disconnected", at: OPENED }, { type: "connected" });
		expect(kindOf(flapping)).toBe("reconnecting");
		expect(kindOf(flapping, OPENED + 10_000)).toBe("offline");
	});

	it("never says saved while an edit of the last connection is unanswered", () => {
		const event = fc.oneof(
			fc.constant<SaveEvent[]>(open),
			fc.constant<SaveEvent[]>(update),
			fc.constant<SaveEvent[]>([{ type: "disconnected", at: OPENED }]),
			fc.nat(5).map((count): SaveEvent[] => [ack(count)]),
		);
		fc.assert(
			fc.property(fc.array(event, { maxLength: 40 }), (steps) => {
				let sent = 0;
				let acknowledged = 0;
				const state = steps.flat().reduce((before, step) => {
					if (step.type === "connected") [sent, acknowledged] = [0, 0];
					if (step.type === "sent" && before.line !== null) sent += 1;
					if (step.type === "acknowledged" && step.count <= sent) acknowledged = Math.max(acknowledged, step.count);
					return track(before, step);
				}, startTracking(OPENED));
				if (kindOf(state) === "saved") expect(acknowledged).toBe(sent);
			}),
			{ seed: 42 },
		);
	});
});

describe("reasons of a final close", () => {
	it.each([
		[4400, "malformed"],
		[4401, "forbidden"],
		[4403, "forbidden"],
		[4404, "not-found"],
		[4413, "too-large"],
		[4499, "malformed"],
	])("%i reads as %s", (code, reason) => {
		expect(reasonOf(code)).toBe(reason);
	});
});
