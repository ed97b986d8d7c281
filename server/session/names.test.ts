import { describe, expect, test } from "vitest";
import { shortened } from "./names.ts";
import { sessionStateSchema } from "./state.ts";
import { participant, participantId, Run } from "./testing/workshop.ts";

const namesIn = (run: Run) => run.state.participants.map(({ name }) => name);

/** Three people, one of them a table of two. */
function room(): Run {
	const run = new Run();
	const people = [{ name: "Kim Lang" }, { name: "Ali Öz" }];
	for (const [index, name] of ["Anna Kowalski", "Bo"].entries())
		run.try({ type: "participant.join", id: participantId(index), name }, participant(participantId(index)));
	run.try(
		{ type: "participant.join", id: participantId(2), name: "Kim und Ali", people },
		participant(participantId(2)),
	);
	return run;
}

test.each([
	["Anna Kowalski", "A. K."],
	["Karl-Heinz von der Au", "K.-H. V. D. A."],
	["özlem", "Ö."],
	["Prof. Dr. Lea (Stadt Süd)", "P. D. L. S. S."],
	["AK", "AK"],
	["Person 7", "Person 7"],
	["12 34", ""],
])("%s becomes „%s“", (name, short) => {
	expect(shortened(name)).toBe(short);
});

describe("at the end", () => {
	test("names stay where nothing was set, and where it is only a rehearsal", () => {
		const run = room();
		const before = namesIn(run);
		run.do({ type: "session.end" });
		expect(namesIn(run)).toEqual(before);
		expect(run.state.workshop).toMatchObject({ namesAtEnd: "kept", names: "kept" });
	});

	test("they are replaced in one step with the end, at tables too", () => {
		const run = room();
		run.do({ type: "workshop.set", details: { namesAtEnd: "numbered" } }, { type: "session.start" });
		expect(namesIn(run)).not.toContain("Person 1");
		run.do({ type: "session.end" });
		expect(namesIn(run)).toEqual(["Person 1", "Person 2", "Tisch 1"]);
		expect(run.state.participants[2]?.people.map(({ name }) => name)).toEqual(["Person 1", "Person 2"]);
		expect(run.state.workshop.names).toBe("numbered");
	});

	test("they are shortened, and may be removed later on, but never come back", () => {
		const run = room();
		run.do({ type: "workshop.set", details: { namesAtEnd: "shortened" } }, { type: "session.end" });
		expect(namesIn(run)).toEqual(["A. K.", "Bo", "Tisch 1"]);
		expect(run.state.participants[2]?.people.map(({ name }) => name)).toEqual(["K. L.", "A. Ö."]);
		run.do({ type: "names.remove" });
		expect(namesIn(run)).toEqual(["Person 1", "Person 2", "Tisch 1"]);
		const removed = run.state;
		run.do({ type: "names.remove" });
		expect(run.state.participants).toEqual(removed.participants);
	});
});

test("names are not removed while people still have to find each other", () => {
	const run = room();
	expect(run.try({ type: "names.remove" })).toMatchObject({ ok: false, refused: "wrong-state" });
});

test("whoever has joined keeps what they were told, or gets less", () => {
	const run = new Run();
	run.do({ type: "workshop.set", details: { namesAtEnd: "numbered" } });
	run.do({ type: "workshop.set", details: { namesAtEnd: "shortened" } });
	run.join(1);
	const looser = { type: "workshop.set", details: { namesAtEnd: "kept" } } as const;
	expect(run.try(looser)).toMatchObject({ ok: false, refused: "wrong-state" });
	run.do({ type: "workshop.set", details: { namesAtEnd: "numbered" } });
});

test("a workshop of an older release keeps its names", () => {
	const { namesAtEnd: _atEnd, names: _names, ...older } = new Run().state.workshop;
	const { workshop } = sessionStateSchema.parse({ ...new Run().state, workshop: older });
	expect(workshop).toMatchObject({ namesAtEnd: "kept", names: "kept" });
});
