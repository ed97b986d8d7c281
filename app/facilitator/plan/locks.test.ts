import { expect, test } from "vitest";
import { testSnapshot } from "../../session/session-fixture.ts";
import { firstFreePlace, lockOf } from "./locks.ts";

const running = testSnapshot();
const phases = running.phases.map((phase, index) => ({ ...phase, enteredAt: index < 3 && index !== 1 ? 1000 : null }));
const locks = (snapshot: typeof running) => snapshot.phases.map((phase) => lockOf(snapshot, phase));

test("what was entered is over, what runs is half open, what was passed over and what comes is open", () => {
	const snapshot = { ...running, phases };
	expect(locks(snapshot)).toEqual(["over", "open", "running", "open"]);
	expect(firstFreePlace(snapshot)).toBe(3);
});

test("before the start everything is open, after the end nothing", () => {
	const lobby = { ...running, currentPhase: null, workshop: { ...running.workshop, status: "lobby" as const } };
	expect(new Set(locks(lobby))).toEqual(new Set(["open"]));
	expect(firstFreePlace(lobby)).toBe(0);
	const ended = { ...lobby, phases, workshop: { ...lobby.workshop, status: "ended" as const } };
	expect(new Set(locks(ended))).toEqual(new Set(["over"]));
});
