import { expect, test } from "vitest";
import type { Actor } from "../access/actor.ts";
import { cofacilitator, facilitator, NO_BOARDS, observer, participant, Run, UNKNOWN_ID } from "./testing/workshop.ts";
import { view } from "./view.ts";

const seenBy = (run: Run, actor: Actor) => view(run.state, NO_BOARDS, actor, { version: 1, now: run.now });

test("a question is seen by those who steer and by whoever asked, also in the same group", () => {
	const run = new Run();
	const [person = "", neighbour = ""] = run.join(2);
	run.do({ type: "groups.create", count: 1 }, { type: "groups.assign", strategy: "random" });
	run.as(participant(person), { type: "question.ask", text: "Wie lange noch?" });
	const texts = (actor: Actor) => seenBy(run, actor).questions.map(({ text }) => text);
	expect(texts(facilitator)).toEqual(["Wie lange noch?"]);
	expect(texts(cofacilitator)).toEqual(["Wie lange noch?"]);
	expect(texts(participant(person))).toEqual(["Wie lange noch?"]);
	for (const actor of [participant(neighbour), observer]) {
		expect(JSON.stringify(seenBy(run, actor))).not.toContain("Wie lange");
	}
});

test("a question is answered once, however many clear it", () => {
	const run = new Run();
	const [person = ""] = run.join(1);
	run.as(participant(person), { type: "question.ask", text: "Wie lange noch?" });
	const question = run.state.questions[0]?.id ?? "";
	run.do({ type: "question.clear", question }, { type: "question.clear", question });
	run.do({ type: "question.clear", question: UNKNOWN_ID });
	expect(run.state.questions).toEqual([]);
});

test("nobody fills the list alone", () => {
	const run = new Run();
	const [person = "", other = ""] = run.join(2);
	for (let count = 0; count < 5; count += 1)
		run.as(participant(person), { type: "question.ask", text: `Frage ${count}` });
	expect(run.try({ type: "question.ask", text: "Noch eine" }, participant(person))).toMatchObject({
		refused: "wrong-state",
	});
	run.as(participant(other), { type: "question.ask", text: "Meine" });
	expect(run.state.questions).toHaveLength(6);
});

test("who is back from the break has said so, until the next phase", () => {
	const run = new Run();
	const [person = "", other = ""] = run.join(2);
	run.do({ type: "session.start" });
	expect(run.try({ type: "participant.back" }, participant(person))).toMatchObject({ refused: "wrong-state" });
	run.do({ type: "phase.go", phase: "pause" });
	run.as(participant(person), { type: "participant.back" }).as(participant(person), { type: "participant.back" });
	const back = () => seenBy(run, participant(other)).participants.map(({ back: isBack }) => isBack);
	expect(back()).toEqual([true, undefined]);
	run.do({ type: "phase.go", phase: "round-2" });
	expect(back()).toEqual([undefined, undefined]);
});
