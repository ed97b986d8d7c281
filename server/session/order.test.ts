import { describe, expect, test } from "vitest";
import type { Actor } from "../access/actor.ts";
import { facilitator, NO_BOARDS, observer, participant, Run, UNKNOWN_ID } from "./testing/workshop.ts";
import { view } from "./view.ts";

const seenBy = (run: Run, actor: Actor) => view(run.state, NO_BOARDS, actor, { version: 1, now: run.now });
const names = (run: Run, actor: Actor) => seenBy(run, actor).participants.map(({ name }) => name);

/** Three people in one group, at work. */
function atWork() {
	const run = new Run();
	const [anna = "", ben = "", cleo = ""] = run.join(3);
	run.do({ type: "groups.create", count: 1 }, { type: "groups.assign", strategy: "random" });
	run.do({ type: "session.start" }, { type: "phase.go", phase: "own" }, { type: "phase.go", phase: "round-1" });
	return { run, anna, ben, cleo };
}

describe("muting", () => {
	test("is known to those who steer and to the person, and to nobody else", () => {
		const { run, anna, ben } = atWork();
		run.do({ type: "participant.mute", participant: anna, muted: true });
		expect(seenBy(run, facilitator).participants.map(({ muted }) => muted)).toEqual([true, undefined, undefined]);
		expect(seenBy(run, participant(anna)).you.muted).toBe(true);
		for (const actor of [participant(ben), observer]) expect(JSON.stringify(seenBy(run, actor))).not.toContain("muted");
		run.do({ type: "participant.mute", participant: anna, muted: false });
		expect(JSON.stringify(seenBy(run, facilitator))).not.toContain("muted");
		expect(run.try({ type: "participant.mute", participant: UNKNOWN_ID, muted: true })).toMatchObject({
			refused: "not-found",
		});
	});

	test("leaves a call for help to those who steer", () => {
		const { run, anna, ben } = atWork();
		run.do({ type: "participant.mute", participant: anna, muted: true });
		run.as(participant(anna), { type: "help.raise", text: "Warum?" });
		expect(seenBy(run, facilitator).help).toHaveLength(1);
		expect(seenBy(run, participant(anna)).help).toHaveLength(1);
		expect(seenBy(run, participant(ben)).help).toEqual([]);
	});
});

describe("taking somebody out", () => {
	test("leaves their documents and takes their places, calls and questions", () => {
		const { run, anna, ben, cleo } = atWork();
		run.as(participant(anna), { type: "help.raise" });
		run.as(participant(anna), { type: "question.ask", text: "Warum?" });
		run.as(participant(anna), { type: "topic.add", text: "Später" });
		const { documents } = run.state;
		run.do({ type: "participant.remove", participant: anna });
		expect(run.state).toMatchObject({ help: [], questions: [] });
		expect(run.state.documents).toBe(documents);
		expect(run.state.topics).toHaveLength(1);
		expect(run.groups().flat().sort()).toEqual([ben, cleo].sort());
		for (const actor of [facilitator, observer, participant(ben)]) {
			expect(names(run, actor)).toEqual(["Person 2", "Person 3"]);
		}
		expect(seenBy(run, participant(anna))).toMatchObject({ documents: [], groups: [{ members: expect.any(Array) }] });
	});

	test("is for good: the person comes back as somebody else, under a name of their own", () => {
		const { run, anna } = atWork();
		run.do({ type: "participant.remove", participant: anna });
		for (const type of ["participant.remove", "participant.admit"] as const) {
			expect(run.try({ type, participant: anna })).toMatchObject({ refused: "not-found" });
		}
		run.try(
			{ type: "participant.join", id: UNKNOWN_ID, name: "Person 1", organisation: undefined },
			participant(UNKNOWN_ID),
		);
		expect(names(run, facilitator)).toContain("Person 1 (2)");
	});

	test("is not undone by a new draw, and nobody who was taken out votes", () => {
		const { run, anna } = atWork();
		run.do({ type: "participant.remove", participant: anna });
		run.do({ type: "groups.create", count: 2 }, { type: "groups.assign", strategy: "random" });
		expect(run.groups().flat()).not.toContain(anna);
		expect(run.try({ type: "groups.move", participant: anna, group: run.group(0) })).toMatchObject({
			refused: "not-found",
		});
	});
});

describe("the door", () => {
	test("is closed to everybody who comes, and to nobody who is in", () => {
		const { run, anna } = atWork();
		run.do({ type: "door.set", door: "closed" });
		const join = { type: "participant.join", id: UNKNOWN_ID, name: "Emil" } as const;
		expect(run.try(join, participant(UNKNOWN_ID))).toMatchObject({ ok: false, refused: "door-closed" });
		expect(seenBy(run, participant(anna)).documents).not.toEqual([]);
	});

	test("who waits sees themselves and the title, and is nobody in the room", () => {
		const { run, ben } = atWork();
		run.do({ type: "door.set", door: "waiting" });
		const [emil = ""] = run.join(1);
		expect(names(run, facilitator)).toContain("Person 4");
		expect(seenBy(run, facilitator).participants.at(-1)).toMatchObject({ id: emil, waiting: true });
		for (const actor of [observer, participant(ben)]) {
			expect(names(run, actor)).not.toContain("Person 4");
			expect(JSON.stringify(seenBy(run, actor))).not.toContain('"waiting":');
		}
		const seen = seenBy(run, participant(emil));
		expect(seen.you).toEqual({ role: "participant", participantId: emil, name: "Person 4", waiting: true });
		expect(seen.participants).toEqual([{ id: emil, name: "Person 4", online: false }]);
		expect(seen.workshop).toMatchObject({ title: run.state.workshop.title, code: "", place: "", startsAt: null });
		const { participants: _self, workshop: _workshop, you: _you, ...rest } = seen;
		for (const [part, value] of Object.entries(rest)) {
			if (Array.isArray(value)) expect(value, part).toEqual([]);
		}
		expect(run.try({ type: "groups.move", participant: emil, group: run.group(0) })).toMatchObject({
			refused: "wrong-state",
		});
	});

	test("who is let in gets their sheets and their place in a group, once", () => {
		const { run } = atWork();
		run.do({ type: "door.set", door: "waiting" });
		const [emil = ""] = run.join(1);
		run.do({ type: "participant.admit", participant: emil });
		expect(run.groups().flat()).toContain(emil);
		expect(seenBy(run, participant(emil)).documents.map(({ access }) => access)).toEqual(["write", "write"]);
		expect(run.try({ type: "participant.admit", participant: emil })).toMatchObject({ refused: "wrong-state" });
	});

	test("opening it lets in whoever waits; closing it leaves them standing", () => {
		const { run } = atWork();
		run.do({ type: "door.set", door: "waiting" });
		const waiting = run.join(2);
		const here = () => run.state.participants.filter((person) => person.waiting).map(({ id }) => id);
		run.do({ type: "door.set", door: "closed" });
		expect(here()).toEqual(waiting);
		run.do({ type: "door.set", door: "open" });
		expect(here()).toEqual([]);
		expect(run.groups().flat()).toEqual(expect.arrayContaining(waiting));
	});
});

test("another code is another code, for those who are in", () => {
	const { run, anna } = atWork();
	const before = run.state.workshop.code;
	run.do({ type: "code.renew" });
	expect(run.state.workshop.code).not.toBe(before);
	expect(seenBy(run, participant(anna)).workshop.code).toBe(run.state.workshop.code);
});
