import { expect, test } from "vitest";
import { agendaEnd, agendaTimes } from "./agenda-times.ts";
import { testSnapshot } from "./session-fixture.ts";

const minute = 60_000;
const nine = 1_700_000_000_000;
const template = testSnapshot();
const lobby = { ...template, currentPhase: null, workshop: { ...template.workshop, status: "lobby" as const } };

test("before the start the times follow the date", () => {
	const snapshot = { ...lobby, workshop: { ...lobby.workshop, startsAt: nine } };
	const times = agendaTimes(snapshot, nine - 5 * minute);
	expect(times.map((entry) => (entry.startsAt ?? 0) - nine)).toEqual([0, 15 * minute, 25 * minute, 70 * minute]);
	expect(agendaEnd(snapshot, nine - 5 * minute)).toBe(nine + 90 * minute);
});

test("without a date nothing is promised", () => {
	expect(agendaTimes(lobby, nine).map((entry) => entry.startsAt)).toEqual([null, null, null, null]);
	expect(agendaEnd(lobby, nine)).toBeNull();
});

test("while it runs, what comes next counts from the end of the current phase", () => {
	const entered = [nine, nine + 20 * minute, nine + 30 * minute, null];
	const snapshot = {
		...template,
		phases: template.phases.map((phase, index) => ({ ...phase, enteredAt: entered[index] ?? null })),
		timer: { state: "running" as const, endsAt: nine + 80 * minute },
	};
	const times = agendaTimes(snapshot, nine + 40 * minute);
	expect(times.map((entry) => entry.state)).toEqual(["past", "past", "current", "ahead"]);
	expect(times.map((entry) => (entry.startsAt ?? 0) - nine)).toEqual([0, 20 * minute, 30 * minute, 80 * minute]);
	expect(agendaTimes(snapshot, nine + 90 * minute).at(-1)?.startsAt).toBe(nine + 90 * minute);
});
