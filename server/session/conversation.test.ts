import { expect, test } from "vitest";
import { cofacilitator, participant, Run, UNKNOWN_ID } from "./testing/workshop.ts";

test("a second call for help says it anew and keeps its place in the line", () => {
	const run = new Run();
	const [first = "", second = ""] = run.join(2);
	run.as(participant(first), { type: "help.raise" });
	run.now += 1000;
	run.as(participant(second), { type: "help.raise", text: "Auch" });
	run.as(participant(first), { type: "help.raise", text: "Bitte" });
	expect(run.state.help.map(({ participant: who, text }) => [who, text])).toEqual([
		[first, "Bitte"],
		[second, "Auch"],
	]);
	expect(run.state.help[0]?.since).toBeLessThan(run.state.help[1]?.since ?? 0);
});

test("a group's calls are those of the people who sit in it now", () => {
	const run = new Run();
	const [first = "", second = ""] = run.join(2);
	run.do({ type: "groups.create", count: 2 });
	run.do({ type: "groups.move", participant: first, group: run.group(0) });
	run.do({ type: "groups.move", participant: second, group: run.group(1) });
	run.as(participant(first), { type: "help.raise" }).as(participant(second), { type: "help.raise" });
	run.do({ type: "help.clear", group: run.group(1) });
	expect(run.state.help.map((call) => call.participant)).toEqual([first]);
	run.do({ type: "help.clear", group: run.group(1) }, { type: "help.clear", participant: first });
	expect(run.state.help).toEqual([]);
});

test("a participant takes back their own call", () => {
	const run = new Run();
	const [person = ""] = run.join(1);
	run.as(participant(person), { type: "help.raise" }).as(participant(person), { type: "help.clear" });
	expect(run.state.help).toEqual([]);
});

test("messages go to all or to one group, and the oldest make room", () => {
	const run = new Run().do({ type: "groups.create", count: 1 });
	run.do({ type: "broadcast", text: "Alle" }, { type: "broadcast", text: "Eine", group: run.group(0) });
	expect(run.state.messages.map(({ text, group }) => [text, group])).toEqual([
		["Alle", undefined],
		["Eine", run.group(0)],
	]);
	for (let count = 0; count < 250; count += 1) run.do({ type: "broadcast", text: `Nummer ${count}` });
	expect(run.state.messages).toHaveLength(200);
	expect(run.state.messages.at(-1)?.text).toBe("Nummer 249");
});

test("two people of one name stay apart", () => {
	const run = new Run();
	const join = (id: string, name: string) =>
		run.try({ type: "participant.join", id: id.repeat(22), name }, participant(id.repeat(22)));
	join("a", "Kim");
	join("b", "kim");
	join("c", "Kim");
	join("d", "Kim (2)");
	expect(run.state.participants.map((person) => person.name)).toEqual(["Kim", "kim (2)", "Kim (3)", "Kim (2) (2)"]);
});

test("three hundred people have a seat, and the next has none", () => {
	const run = new Run();
	run.join(300);
	expect(
		run.try({ type: "participant.join", id: "x".repeat(22), name: "Zu viel" }, participant("x".repeat(22))),
	).toEqual({ ok: false, refused: "full" });
});

test("who waits for help learns that somebody comes, and calling again takes nothing of that away", () => {
	const run = new Run();
	const [person = ""] = run.join(1);
	expect(run.try({ type: "help.answer", participant: person })).toMatchObject({ ok: false, refused: "not-found" });
	run.as(participant(person), { type: "help.raise" }).do({ type: "help.answer", participant: person });
	run.as(participant(person), { type: "help.raise", text: "Noch etwas" });
	expect(run.state.help).toMatchObject([{ text: "Noch etwas", coming: true }]);
	run.as(participant(person), { type: "help.clear" }).as(participant(person), { type: "help.raise" });
	expect(run.state.help).toMatchObject([{ coming: false }]);
});

test("two senders' messages are two entries that say whose they are, and one alone is taken down", () => {
	const run = new Run();
	run.do({ type: "broadcast", text: "Weiter" }).as(cofacilitator, { type: "broadcast", text: "Weiter" });
	const said = () => run.state.messages.map(({ text, by, pinned }) => [text, by, pinned]);
	expect(said()).toEqual([
		["Weiter", "facilitator", true],
		["Weiter", "cofacilitator", true],
	]);
	const message = run.state.messages[0]?.id ?? "";
	run.do({ type: "message.unpin", message }, { type: "message.unpin", message });
	expect(said().map(([, , pinned]) => pinned)).toEqual([false, true]);
	expect(run.try({ type: "message.unpin", message: UNKNOWN_ID })).toMatchObject({ refused: "not-found" });
});
