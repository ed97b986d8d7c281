import { expect, test } from "vitest";
import { answerersOf } from "./own-sheets.ts";
import { RESULT, Run } from "./testing/workshop.ts";

function scene() {
	const run = new Run();
	const people = run.join(3);
	run.do({ type: "session.start" }, { type: "phase.go", phase: "results" });
	const document = run.state.documents.find(({ scope }) => scope.kind === "plenary");
	if (document === undefined) throw new Error("no plenary sheet");
	return { run, people, document };
}

test("everybody votes in the plenary, and those who sit in it in a group", () => {
	const { run, people, document } = scene();
	expect(answerersOf(run.state, document)).toEqual(people);
	run.do({ type: "groups.create", count: 2 });
	run.do({ type: "groups.move", participant: people[0] ?? "", group: run.group(0) });
	expect(answerersOf(run.state, { scope: { kind: "group", id: run.group(0) } })).toEqual([people[0]]);
	expect(answerersOf(run.state, { scope: { kind: "participant", id: people[0] } })).toEqual([]);
});

test("a closed vote is counted, then has its result, and gets another one only when it was opened again", () => {
	const { run, document } = scene();
	const { id } = document;
	expect(run.try({ type: "vote.publish", document: id, result: RESULT })).toMatchObject({ refused: "wrong-state" });
	expect(run.try({ type: "vote.reopen", document: id })).toMatchObject({ refused: "wrong-state" });
	run.do({ type: "vote.close", document: id });
	expect(run.state.votes).toEqual([{ document: id, result: null }]);
	// A count that failed is done once more.
	run.do({ type: "vote.close", document: id });
	expect(run.try({ type: "vote.publish", document: id, result: RESULT })).toMatchObject({ ok: true });
	expect(run.state.votes).toEqual([{ document: id, result: RESULT }]);
	expect(run.try({ type: "vote.close", document: id })).toMatchObject({ refused: "wrong-state" });
	expect(run.try({ type: "vote.publish", document: id, result: { ...RESULT, voted: 0 } })).toMatchObject({
		refused: "wrong-state",
	});
	run.do({ type: "vote.reopen", document: id });
	expect(run.state.votes).toEqual([]);
});
