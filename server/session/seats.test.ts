import { describe, expect, test } from "vitest";
import { facilitator, NO_BOARDS, NOW, observer, participant, Run } from "./testing/workshop.ts";
import { view } from "./view.ts";

type Seat = { name: string; organisation?: string; group: number };
const seat = (seats: Seat[], phase?: string) => ({ type: "groups.seat", seats, ...(phase ? { phase } : {}) }) as const;

const expected = (run: Run, actor = facilitator) =>
	view(run.state, NO_BOARDS, actor, { version: 0, now: NOW }).groups.map((group) => group.expected ?? []);

describe("a list of who sits where", () => {
	test("makes as many groups as it speaks of, where there are none, and seats who joins", () => {
		const run = new Run().do(
			seat([
				{ name: "Person 1", group: 0 },
				{ name: " person 2", group: 2 },
				{ name: "Person 4", group: 1 },
			]),
		);
		expect(run.groups()).toEqual([[], [], []]);
		const [first = "", second = "", third = ""] = run.join(3);
		expect(run.groups()).toEqual([[first], [], [second]]);
		expect(run.groups().flat()).not.toContain(third);
		expect(expected(run)).toEqual([[], ["Person 4"], []]);
	});

	test("moves who is there already, and nobody else", () => {
		const run = new Run();
		const [first = "", second = ""] = run.join(2);
		run.do({ type: "groups.create", count: 3 });
		run.do({ type: "groups.move", participant: first, group: run.group(0) });
		run.do({ type: "groups.move", participant: second, group: run.group(1) });
		run.do(seat([{ name: "PERSON 1", group: 2 }]));
		expect(run.groups()).toEqual([[], [second], [first]]);
	});

	test("adds to what was listed before; who is named again sits where they were named last", () => {
		const run = new Run();
		run.do(
			seat([
				{ name: "Person 1", group: 0 },
				{ name: "Person 2", group: 1 },
			]),
		);
		run.do(seat([{ name: "person 2", group: 0 }]));
		const [first = "", second = ""] = run.join(2);
		expect(run.groups()).toEqual([[first, second], []]);
	});

	test("a second list leaves alone whom the first had seated and a hand has moved since", () => {
		const run = new Run();
		const [first = ""] = run.join(1);
		run.do(
			seat([
				{ name: "Person 1", group: 0 },
				{ name: "Person 7", group: 1 },
			]),
		);
		run.do({ type: "groups.move", participant: first, group: run.group(1) });
		run.do(seat([{ name: "Person 8", group: 1 }]));
		expect(run.groups()).toEqual([[], [first]]);
	});

	test("tells namesakes apart by their organisation, where both say one", () => {
		const list: Seat[] = [
			{ name: "Person 1", organisation: "Kreis", group: 0 },
			{ name: "Person 1", organisation: "Stadt", group: 1 },
			{ name: "Person 2", organisation: "Kreis", group: 0 },
			{ name: "Person 3", group: 1 },
			{ name: "Person 4", organisation: "Land", group: 1 },
		];
		const run = new Run().do(seat(list));
		const [first = ""] = run.join(1, () => "stadt");
		const [second = ""] = run.join(1);
		const [third = ""] = run.join(1, () => "Bund");
		run.join(1, () => "Bund");
		expect(run.groups()).toEqual([[second], [first, third]]);
	});

	test("holds for a second person of that name, who is kept apart by a number", () => {
		const run = new Run().do(seat([{ name: "Kim", group: 1 }]));
		for (const id of ["a", "b"]) {
			run.try({ type: "participant.join", id: id.repeat(22), name: "Kim" });
		}
		expect(run.groups()).toEqual([[], ["a".repeat(22), "b".repeat(22)]]);
	});

	test("for a later phase holds when that is entered", () => {
		const run = new Run().do(
			{ type: "groups.create", count: 2 },
			{ type: "groups.create", count: 2, phase: "round-2" },
		);
		run.do(seat([{ name: "Person 1", group: 1 }], "round-2"));
		const [first = ""] = run.join(1);
		expect(run.groups()).toEqual([[], []]);
		run.do({ type: "session.start" }, { type: "phase.go", phase: "round-2" });
		expect(run.groups()).toEqual([[], [first]]);
	});

	test("holds also while that phase is out of the plan", () => {
		const run = new Run().do(
			{ type: "groups.create", count: 2 },
			{ type: "groups.create", count: 2, phase: "round-2" },
		);
		run.do(seat([{ name: "Person 1", group: 1 }], "round-2"), { type: "plan.remove", phase: "round-2" });
		const [first = ""] = run.join(1);
		run.do(
			{ type: "plan.restore", phase: "round-2" },
			{ type: "session.start" },
			{ type: "phase.go", phase: "round-2" },
		);
		expect(run.groups()).toEqual([[], [first]]);
	});

	test("comes before the smallest group, also where latecomers are to wait", () => {
		const run = new Run().do(
			seat([
				{ name: "Person 1", group: 0 },
				{ name: "Person 2", group: 0 },
			]),
		);
		run.do({ type: "workshop.set", details: { latecomers: "lobby" } }, { type: "session.start" });
		const [first = "", second = ""] = run.join(3);
		expect(run.groups()).toEqual([[first, second]]);
	});

	test("speaks of groups that are there", () => {
		const run = new Run().do({ type: "groups.create", count: 2 });
		expect(run.try(seat([{ name: "Anna", group: 2 }]))).toMatchObject({ ok: false, refused: "invalid" });
		expect(run.try(seat([{ name: "Anna", group: 0 }], "nowhere"))).toMatchObject({ ok: false, refused: "not-found" });
	});

	test("keeps no more names than there are seats", () => {
		const names = (from: number) =>
			Array.from({ length: 200 }, (_, index) => ({ name: `N ${from + index}`, group: 0 }));
		const run = new Run().do(seat(names(0)));
		expect(run.try(seat(names(200)))).toMatchObject({ ok: false, refused: "invalid" });
	});

	test.each(["random", "even-by-organisation", "remix", "self"] as const)("is let go of by %s", (strategy) => {
		const run = new Run().do(seat([{ name: "Person 1", group: 0 }]), { type: "groups.assign", strategy });
		run.join(1);
		expect(run.groups()).toEqual([[]]);
	});

	test("is nobody's but theirs who steer, and leaves with the end", () => {
		const run = new Run().do(seat([{ name: "Person 9", group: 0 }]));
		const [first = ""] = run.join(1);
		expect(expected(run, participant(first))).toEqual([[]]);
		expect(expected(run, observer)).toEqual([[]]);
		expect(expected(run)).toEqual([["Person 9"]]);
		run.do({ type: "session.end" });
		expect(JSON.stringify(run.state)).not.toContain("Person 9");
	});
});

test("where a group meets is seen by its members and by those who steer", () => {
	const run = new Run();
	const [first = "", second = "", third = ""] = run.join(3);
	run.do({ type: "groups.create", count: 2 });
	run.do(
		{ type: "groups.set", group: run.group(0), conferenceUrl: "https://treffen.example/a" },
		{ type: "groups.move", participant: first, group: run.group(0) },
		{ type: "groups.move", participant: second, group: run.group(1) },
	);
	const seen = (actor = facilitator) =>
		view(run.state, NO_BOARDS, actor, { version: 0, now: NOW }).groups.map((group) => group.conferenceUrl);
	expect(seen()).toEqual(["https://treffen.example/a", undefined]);
	expect(seen(participant(first))).toEqual(["https://treffen.example/a", undefined]);
	for (const other of [participant(second), participant(third), observer]) {
		expect(seen(other)).toEqual([undefined, undefined]);
	}
	run.do({ type: "groups.move", participant: first, group: run.group(1) });
	expect(seen(participant(first))).toEqual([undefined, undefined]);
});
