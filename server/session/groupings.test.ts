import { describe, expect, test } from "vitest";
import { lookups } from "./lookups.ts";
import { participant, Run, UNKNOWN_ID } from "./testing/workshop.ts";

const create = (count: number, phase?: string) =>
	({ type: "groups.create", count, ...(phase ? { phase } : {}) }) as const;
const assign = (strategy: "random" | "even-by-organisation" | "self" | "remix", phase?: string) =>
	({ type: "groups.assign", strategy, ...(phase ? { phase } : {}) }) as const;

function spread(groups: readonly (readonly unknown[])[]): number {
	const sizes = groups.map((group) => group.length);
	return Math.max(...sizes) - Math.min(...sizes);
}

describe("making groups", () => {
	test("names them in the workshop's language and puts them in force at once", () => {
		expect(new Run().do(create(3)).state.groupings[0]?.groups.map((group) => group.name)).toEqual([
			"Gruppe A",
			"Gruppe B",
			"Gruppe C",
		]);
		const english = new Run({ language: "en" }).do(create(28));
		expect(english.state.groupings[0]?.groups.slice(24).map((group) => group.name)).toEqual([
			"Group Y",
			"Group Z",
			"Group AA",
			"Group AB",
		]);
		expect(english.state.currentGrouping).toBe(english.state.groupings[0]?.id);
	});

	test("again in the lobby leaves no trace of the groups nobody used", () => {
		const run = new Run().do(create(2), create(3), create(4));
		expect(run.state.groupings).toHaveLength(1);
		expect(run.groups()).toHaveLength(4);
	});

	test("for a later phase leaves the present groups until that phase is entered", () => {
		const run = new Run().do(create(2), { type: "session.start" }, { type: "phase.go", phase: "round-1" });
		const first = run.state.currentGrouping;
		run.do(create(3, "round-2"));
		expect(run.state.currentGrouping).toBe(first);
		run.do({ type: "phase.go", phase: "results" });
		expect(run.state.currentGrouping).toBe(first);
		run.do({ type: "phase.go", phase: "round-2" });
		expect(run.groups()).toHaveLength(3);
		run.do({ type: "phase.go", phase: "round-1" });
		expect(run.state.currentGrouping).toBe(first);
	});

	test("between two group phases is meant for the next, and in force at once", () => {
		const run = new Run().do(create(2), { type: "session.start" }, { type: "phase.go", phase: "results" }, create(4));
		expect(run.groups()).toHaveLength(4);
		run.do({ type: "phase.go", phase: "round-1" });
		expect(run.groups()).toHaveLength(2);
	});

	test("anew while a round is on keeps the former groups, their members and their texts", () => {
		const run = new Run();
		run.join(4);
		run.do(create(2), assign("random"), { type: "session.start" }, { type: "phase.go", phase: "round-1" });
		const [former] = run.state.groupings;
		const { documents } = run.state;
		run.do(create(2));
		expect(run.state.groupings[0]).toEqual(former);
		expect(run.state.documents).toEqual(expect.arrayContaining(documents));
		expect(run.groups()).toEqual([[], []]);
	});

	test("later phases without groups of their own keep those before", () => {
		const run = new Run().do(create(2), { type: "session.start" }, { type: "phase.go", phase: "round-1" });
		const first = run.state.currentGrouping;
		run.do({ type: "phase.go", phase: "round-2" });
		expect(run.state.currentGrouping).toBe(first);
	});

	test("a later phase can go back to keeping those before, and nothing of its own is left", () => {
		const run = new Run();
		run.do(create(2), { type: "session.start" }, { type: "phase.go", phase: "round-1" });
		const first = run.state.currentGrouping;
		run.do({ type: "plan.change", phase: "round-2", patch: { groupsRule: "remix" } }, create(3, "round-2"));
		run.do({ type: "groups.keep", phase: "round-2" });
		expect(run.state.groupings.map(({ id }) => id)).toEqual([first]);
		expect(run.state.phases.find(({ id }) => id === "round-2")).toMatchObject({ groupsRule: "keep", grouping: null });
		run.do({ type: "phase.go", phase: "round-2" });
		expect(run.state.currentGrouping).toBe(first);
	});

	test("kept for a later phase while they are in force already: the room sits as its phase wants it", () => {
		const run = new Run();
		run.do(create(2), { type: "session.start" });
		for (const phase of ["round-1", "results"]) run.do({ type: "phase.go", phase });
		const first = run.state.currentGrouping;
		run.do(create(4));
		expect(run.groups()).toHaveLength(4);
		run.do({ type: "groups.keep", phase: "round-2" });
		expect(run.state.currentGrouping).toBe(first);
	});

	test("are kept only where there are some before, and never where the room has worked in its own", () => {
		const run = new Run().do(create(2, "round-1"));
		expect(run.try({ type: "groups.keep", phase: "nowhere" })).toMatchObject({ refused: "not-found" });
		expect(run.try({ type: "groups.keep", phase: "round-1" })).toMatchObject({ refused: "wrong-state" });
		run.do(create(3, "round-2"), { type: "session.start" }, { type: "phase.go", phase: "round-2" });
		const before = run.state;
		expect(run.try({ type: "groups.keep", phase: "round-2" })).toMatchObject({ refused: "wrong-state" });
		expect(run.state).toBe(before);
	});

	test("for a later phase only, an earlier one entered meanwhile adopts what is in force", () => {
		const run = new Run().do(create(3, "round-2"), { type: "session.start" }, { type: "phase.go", phase: "round-2" });
		run.do({ type: "phase.go", phase: "round-1" });
		expect(run.groups()).toHaveLength(3);
	});
});

describe("placing people", () => {
	test.each([
		[1, 0],
		[3, 10],
		[7, 40],
		[60, 17],
	])("at random into %i groups leaves sizes that differ by at most one (%i people)", (count, people) => {
		const run = new Run({ seed: count });
		const everyone = run.join(people);
		run.do(create(count), assign("random"));
		expect(run.groups().flat().sort()).toEqual([...everyone].sort());
		expect(spread(run.groups())).toBeLessThanOrEqual(1);
	});

	test("does not always favour the same group or the same neighbours", () => {
		const drawn = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => {
			const run = new Run({ seed });
			run.join(7);
			return JSON.stringify(run.do(create(3), assign("random")).groups());
		});
		expect(new Set(drawn).size).toBeGreaterThan(4);
	});

	test("by organisation spreads each of them and keeps sizes even", () => {
		const run = new Run({ seed: 3 });
		const houses = ["Kreis", "kreis", "Stadt", "Land"];
		run.join(22, (index) => houses[index % 4] ?? "");
		run.join(3);
		run.do(create(4), assign("even-by-organisation"));
		expect(spread(run.groups())).toBeLessThanOrEqual(1);
		for (const house of ["kreis", "stadt", "land"]) {
			const seats = run
				.groups()
				.map((members) =>
					members.filter((id) => lookups(run.state).participants.get(id)?.organisation?.toLowerCase() === house),
				);
			expect(spread(seats)).toBeLessThanOrEqual(1);
		}
	});

	test("for a phase ahead leaves the groups in force alone", () => {
		const run = new Run();
		run.join(4);
		run.do(create(2), create(2, "round-2"), assign("random", "round-2"));
		expect(run.groups()).toEqual([[], []]);
		run.do({ type: "session.start" }, { type: "phase.go", phase: "round-2" });
		expect(run.groups().map((members) => members.length)).toEqual([2, 2]);
	});

	test("by their own choice opens the groups, to be closed by a draw", () => {
		const run = new Run();
		const [first = "", second = ""] = run.join(2);
		run.do(create(2));
		const join = { type: "groups.join", group: run.group(1) } as const;
		expect(run.try(join, participant(first))).toMatchObject({ ok: false, refused: "wrong-state" });
		run.do(assign("self")).as(participant(first), join).as(participant(second), join);
		run.as(participant(second), { type: "groups.join", group: run.group(0) });
		expect(run.groups()).toEqual([[second], [first]]);
		run.do(assign("random"));
		expect(run.try(join, participant(first))).toMatchObject({ ok: false, refused: "wrong-state" });
	});
});

describe("a new mix", () => {
	test("parts those who sat together, also in groups that are prepared or past", () => {
		const run = new Run({ seed: 5 });
		run.join(16);
		run.do(create(4), assign("random"), { type: "session.start" }, { type: "phase.go", phase: "round-1" });
		const first = run.groups();
		run.do(create(4, "round-2"), assign("remix", "round-2"), { type: "phase.go", phase: "round-2" });
		for (const members of run.groups()) {
			for (const former of first) expect(members.filter((id) => former.includes(id)).length).toBeLessThanOrEqual(1);
		}
	});

	test("leaves the earlier groups as they were", () => {
		const run = new Run();
		run.join(6);
		run.do(create(2), assign("random"), { type: "session.start" }, { type: "phase.go", phase: "round-1" });
		const [former] = run.state.groupings;
		run.do(create(2), assign("remix"));
		expect(run.state.groupings[0]).toEqual(former);
		expect(run.groups().map((members) => members.length)).toEqual([3, 3]);
	});
});

describe("setting a group", () => {
	const set = (group: string, change: { name?: string; conferenceUrl?: string }) =>
		({ type: "groups.set", group, ...change }) as const;

	test("changes what is named and nothing else", () => {
		const run = new Run().do(create(2));
		run.do(
			set(run.group(1), { name: "Am Fenster" }),
			set(run.group(1), { conferenceUrl: "https://treffen.example/b" }),
		);
		expect(run.state.groupings[0]?.groups).toMatchObject([
			{ name: "Gruppe A", conferenceUrl: "" },
			{ name: "Am Fenster", conferenceUrl: "https://treffen.example/b", members: [] },
		]);
		run.do(set(run.group(1), { conferenceUrl: "" }));
		expect(run.state.groupings[0]?.groups[1]).toMatchObject({ name: "Am Fenster", conferenceUrl: "" });
		expect(run.try(set(UNKNOWN_ID, { name: "Niemand" }))).toMatchObject({ ok: false, refused: "not-found" });
	});

	test("may come with the groups themselves", () => {
		const run = new Run().do({ type: "groups.create", count: 3, names: ["Am Fenster", ""] });
		expect(run.state.groupings[0]?.groups.map(({ name }) => name)).toEqual(["Am Fenster", "Gruppe B", "Gruppe C"]);
	});

	test("stays with the place when groups are formed anew", () => {
		const run = new Run().do(create(2));
		run.do(set(run.group(0), { name: "Am Fenster", conferenceUrl: "https://treffen.example/a" }), create(3));
		expect(run.state.groupings.at(-1)?.groups.map(({ name, conferenceUrl }) => [name, conferenceUrl])).toEqual([
			["Am Fenster", "https://treffen.example/a"],
			["Gruppe B", ""],
			["Gruppe C", ""],
		]);
	});
});

describe("moving people", () => {
	test("takes them out of their former group of that grouping, and out of the one in force", () => {
		const run = new Run();
		const [person = ""] = run.join(1);
		run.do(create(2));
		run.do({ type: "groups.move", participant: person, group: run.group(0) });
		run.do({ type: "groups.move", participant: person, group: run.group(1) });
		expect(run.groups()).toEqual([[], [person]]);
		run.do({ type: "groups.move", participant: person, group: run.group(1) });
		expect(run.groups()).toEqual([[], [person]]);
		run.do({ type: "groups.move", participant: person, group: null });
		expect(run.groups()).toEqual([[], []]);
	});

	test("into a group that is prepared for later leaves the present one", () => {
		const run = new Run();
		const [person = ""] = run.join(1);
		run.do(create(1), { type: "groups.move", participant: person, group: null }, create(1, "round-2"));
		const prepared = run.state.groupings[1]?.groups[0]?.id ?? "";
		run.do({ type: "groups.move", participant: person, group: run.group(0) });
		run.do({ type: "groups.move", participant: person, group: prepared });
		expect(run.groups()).toEqual([[person]]);
		expect(lookups(run.state).groups.get(prepared)?.group.members).toEqual([person]);
	});
});

describe("coming late", () => {
	test("means waiting without a group where the facilitator wants that", () => {
		const run = new Run();
		run.join(4);
		run.do(create(2), assign("random"), { type: "session.start" });
		run.do({ type: "workshop.set", details: { latecomers: "lobby" } });
		const [late = ""] = run.join(1);
		expect(run.groups().flat()).not.toContain(late);
		run.do({ type: "workshop.set", details: { latecomers: "smallest" } });
		const [later = ""] = run.join(1);
		expect(run.groups().flat()).toContain(later);
	});

	test("means a seat in the smallest group, the first of equals", () => {
		const run = new Run();
		run.join(4);
		run.do(create(3), assign("random"), { type: "session.start" });
		const before = run.groups().map((members) => members.length);
		const [late = ""] = run.join(1);
		const smallest = before.indexOf(Math.min(...before));
		expect(run.groups()[smallest]).toContain(late);
	});

	test("means a seat in groups prepared for later phases as well", () => {
		const run = new Run();
		run.join(4);
		run.do(create(2), assign("random"), create(2, "round-2"), assign("random", "round-2"), { type: "session.start" });
		const [late = ""] = run.join(1);
		expect(run.groups().flat()).toContain(late);
		run.do({ type: "phase.go", phase: "round-2" });
		expect(run.groups().flat()).toContain(late);
	});

	test.each([
		["before the start", [create(2), assign("random")]],
		["where people choose themselves", [create(2), assign("self"), { type: "session.start" } as const]],
		["where nobody was placed yet", [create(2), { type: "session.start" } as const]],
	])("%s leaves the seat open", (_, commands) => {
		const run = new Run().do(...commands);
		run.join(1);
		expect(run.groups().flat()).toEqual([]);
	});
});
