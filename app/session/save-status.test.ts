import { expect, test } from "vitest";
import {
	advanceStatus,
	initialStatus,
	initialVoice,
	nextLook,
	type StatusInput,
	speakStatus,
	statusInput,
} from "./save-status.ts";

function walk(steps: [number, StatusInput][]): string[] {
	let status = initialStatus("saved", 0);
	return steps.map(([now, input]) => {
		status = advanceStatus(status, input, now);
		return status.shown;
	});
}

test("„saving“ is shown after 800 ms only", () => {
	expect(
		walk([
			[1000, "saving"],
			[1500, "saving"],
			[1800, "saving"],
			[1900, "saved"],
		]),
	).toEqual(["saved", "saved", "saving", "saved"]);
	const saving = advanceStatus(initialStatus("saved", 0), "saving", 1000);
	expect(nextLook(saving, 1300)).toBe(500);
});

test("„saved“ stays silent about quick saves between keystrokes", () => {
	expect(
		walk([
			[1000, "saving"],
			[1100, "saved"],
			[1200, "saving"],
			[1300, "saved"],
		]),
	).toEqual(["saved", "saved", "saved", "saved"]);
});

test("after trouble it says for six seconds that everything is back and saved", () => {
	expect(
		walk([
			[1000, "reconnecting"],
			[11_000, "offline"],
			[20_000, "saving"],
			[20_200, "saved"],
			[26_100, "saved"],
			[26_300, "saved"],
		]),
	).toEqual(["reconnecting", "offline", "offline", "back", "back", "saved"]);
});

test("it never says „back“ before everything is saved", () => {
	expect(
		walk([
			[1000, "offline"],
			[2000, "saving"],
			[3000, "saving"],
			[9000, "saved"],
		]),
	).toEqual(["offline", "offline", "saving", "back"]);
});

test("a failure stays until it is over", () => {
	expect(
		walk([
			[1000, "failed"],
			[90_000, "failed"],
		]),
	).toEqual(["failed", "failed"]);
});

test("the sheet is named only after 800 ms of loading", () => {
	const status = initialStatus("loading", 0);
	expect(status.shown).toBe("quiet");
	expect(nextLook(status, 0)).toBe(800);
	expect(advanceStatus(status, "loading", 800).shown).toBe("loading");
});

test("joins the line and the sheet: the worse one counts", () => {
	expect(statusInput("live", { kind: "saved" }, 0)).toBe("saved");
	expect(statusInput("live", null, 0)).toBe("quiet");
	expect(statusInput("reconnecting", { kind: "saved" }, 0)).toBe("reconnecting");
	expect(statusInput("live", { kind: "offline", unsaved: 3 }, 0)).toBe("offline");
	expect(statusInput("offline", { kind: "failed", reason: "forbidden", unsaved: 3 }, 0)).toBe("failed");
	expect(statusInput("connecting", null, 0)).toBe("quiet");
	expect(statusInput("live", { kind: "saved" }, 1)).toBe("saving");
	expect(statusInput("live", null, 1)).toBe("saving");
	expect(statusInput("connecting", { kind: "loading", unsaved: 0, recalled: false }, 0)).toBe("loading");
});

test("speaks when ok turns to offline and back, not for saving or short breaks", () => {
	let voice = initialVoice;
	const spoken = (
		[
			[0, "saved"],
			[1_000, "saving"],
			[2_000, "saved"],
			[3_000, "reconnecting"],
			[13_000, "offline"],
			[30_000, "reconnecting"],
			[31_000, "back"],
			[37_000, "saved"],
		] as const
	).filter(([now, shown]) => {
		const next = speakStatus(voice, shown, now);
		voice = next.voice;
		return next.speak;
	});
	expect(spoken.map(([, shown]) => shown)).toEqual(["offline", "back"]);
});

test("speaks at most every ten seconds, and catches up afterwards", () => {
	const offline = speakStatus(initialVoice, "offline", 0);
	const tooSoon = speakStatus(offline.voice, "back", 4_000);
	expect([offline.speak, tooSoon.speak]).toEqual([true, false]);
	expect(speakStatus(tooSoon.voice, "saved", 10_000).speak).toBe(true);
});
