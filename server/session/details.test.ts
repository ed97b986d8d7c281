import { expect, test } from "vitest";
import { NOW, Run } from "./testing/workshop.ts";

const HOUR = 3_600_000;
const set = (details: { startsAt?: number | null; endsAt?: number | null; title?: string }) =>
	({ type: "workshop.set", details }) as const;
const times = ({ state }: Run) => [state.workshop.startsAt, state.workshop.endsAt];

test("a workshop that is put off is to be over as much later", () => {
	const run = new Run().do(set({ startsAt: NOW, endsAt: NOW + 4 * HOUR }), set({ startsAt: NOW + 24 * HOUR }));
	expect(times(run)).toEqual([NOW + 24 * HOUR, NOW + 28 * HOUR]);
	run.do(set({ title: "Anders" }));
	expect(times(run)).toEqual([NOW + 24 * HOUR, NOW + 28 * HOUR]);
	run.do(set({ startsAt: NOW, endsAt: null }));
	expect(times(run)).toEqual([NOW, null]);
});

test("without a beginning there is no end", () => {
	const run = new Run().do(set({ startsAt: NOW, endsAt: NOW + HOUR }), set({ startsAt: null }));
	expect(times(run)).toEqual([null, null]);
	expect(run.try(set({ endsAt: NOW }))).toMatchObject({ refused: "invalid" });
});

test("the end comes after the beginning", () => {
	const run = new Run().do(set({ startsAt: NOW }));
	expect(run.try(set({ endsAt: NOW }))).toMatchObject({ refused: "invalid" });
	run.do(set({ endsAt: NOW + 1 }));
	expect(run.try(set({ startsAt: NOW + 2, endsAt: NOW + 1 }))).toMatchObject({ refused: "invalid" });
});
