import { expect, test } from "vitest";
import type { Actor } from "../access/actor.ts";
import { can } from "../access/can.ts";
import { cofacilitator, facilitator, NO_BOARDS, observer, participant, Run } from "./testing/workshop.ts";
import { view } from "./view.ts";

const listed = (run: Run, actor: Actor) =>
	view(run.state, NO_BOARDS, actor, { version: 1, now: run.now }).documents.filter(
		({ worksheet }) => worksheet === "synthesis",
	);

function opened() {
	const run = new Run();
	const [anna = ""] = run.join(1);
	run.do({ type: "session.start" });
	run.do({ type: "synthesis.open" }).as(cofacilitator, { type: "synthesis.open" });
	const [board] = listed(run, facilitator);
	return { run, anna: participant(anna), board: board?.id ?? "" };
}

test("the board is there from the first time somebody asks for it, once, for those who steer; observers look", () => {
	const { run, anna, board } = opened();
	for (const actor of [facilitator, cofacilitator]) {
		expect(listed(run, actor)).toMatchObject([{ id: board, access: "write", phases: [], scope: { kind: "plenary" } }]);
	}
	expect(listed(run, observer)).toMatchObject([{ id: board, access: "read" }]);
	expect(run.try({ type: "synthesis.open" }, anna)).toMatchObject({ refused: "forbidden" });
});

test("participants read it only while it is shown", () => {
	const { run, anna, board } = opened();
	const open = () => can(run.state, anna, { to: "open", document: board });
	expect(listed(run, anna)).toEqual([]);
	expect(open()).toMatchObject({ refused: "forbidden" });
	run.do({ type: "spotlight.show", document: board });
	expect(listed(run, anna)).toMatchObject([{ id: board, access: "read" }]);
	expect(can(run.state, anna, { to: "add-late", document: board, wrote: false }).ok).toBe(false);
	expect(can(run.state, anna, { to: "look-back", document: board }).ok).toBe(false);
	run.do({ type: "spotlight.hide" });
	expect(listed(run, anna)).toEqual([]);
	expect(open()).toMatchObject({ refused: "forbidden" });
});

test.each([true, false])("after the end they read it where it was ever shown (%s)", (shown) => {
	const { run, anna, board } = opened();
	if (shown) {
		const show = { type: "spotlight.show", document: board } as const;
		run.do(show, { type: "spotlight.hide" }, show, { type: "phase.go", phase: "closing" });
		expect(run.state.shown).toEqual(["synthesis"]);
	}
	run.do({ type: "session.end" });
	expect(listed(run, anna).map(({ access }) => access)).toEqual(shown ? ["read"] : []);
	expect(listed(run, facilitator)).toMatchObject([{ access: "read" }]);
});

test("what was shown in a rehearsal has not been shown", () => {
	const run = new Run();
	run.try({ type: "rehearsal.begin" });
	run.do({ type: "session.start" }, { type: "synthesis.open" });
	run.do({ type: "spotlight.show", document: listed(run, facilitator)[0]?.id ?? "" });
	run.try({ type: "rehearsal.end" });
	expect(run.state).toMatchObject({ shown: [], documents: [], workshop: { status: "lobby" } });
});
