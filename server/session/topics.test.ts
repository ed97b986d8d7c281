import { expect, test } from "vitest";
import { NOW, participant, Run, UNKNOWN_ID } from "./testing/workshop.ts";

test("whoever takes part or steers puts a topic there, and it remembers the group it came from", () => {
	const run = new Run();
	const [person = "", other = ""] = run.join(2);
	run.do({ type: "groups.create", count: 2 });
	run.do({ type: "groups.move", participant: person, group: run.group(0) });
	const group = run.group(0);
	run.as(participant(person), { type: "topic.add", text: "Datenschutz" });
	run.as(participant(other), { type: "topic.add", text: "Räume" }).do({ type: "topic.add", text: "Termine" });
	run.do({ type: "groups.move", participant: person, group: run.group(1) });
	expect(run.state.topics.map(({ text, by, group: from, done }) => [text, by, from, done])).toEqual([
		["Datenschutz", person, group, false],
		["Räume", other, null, false],
		["Termine", null, null, false],
	]);
	expect(run.state.topics[0]?.at).toBe(NOW);
});

test("a topic is done, open again, and removed", () => {
	const run = new Run().do({ type: "topic.add", text: "Termine" });
	const topic = run.state.topics[0]?.id ?? "";
	run.do({ type: "topic.done", topic, done: true });
	expect(run.state.topics[0]?.done).toBe(true);
	run.do({ type: "topic.done", topic, done: false });
	expect(run.state.topics[0]?.done).toBe(false);
	run.do({ type: "topic.remove", topic });
	expect(run.state.topics).toEqual([]);
	expect(run.try({ type: "topic.remove", topic })).toMatchObject({ refused: "not-found" });
	expect(run.try({ type: "topic.done", topic: UNKNOWN_ID, done: true })).toMatchObject({ refused: "not-found" });
});

test("the list is full at two hundred", () => {
	const run = new Run();
	for (let count = 0; count < 200; count += 1) run.do({ type: "topic.add", text: `Thema ${count}` });
	expect(run.try({ type: "topic.add", text: "Zu viel" })).toMatchObject({ ok: false, refused: "wrong-state" });
});
