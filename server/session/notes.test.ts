import { expect, test } from "vitest";
import type { Actor } from "../access/actor.ts";
import { can } from "../access/can.ts";
import { cofacilitator, facilitator, NO_BOARDS, observer, participant, Run } from "./testing/workshop.ts";
import { view } from "./view.ts";

const listed = (run: Run, actor: Actor) =>
	view(run.state, NO_BOARDS, actor, { version: 1, now: run.now }).documents.filter(
		({ worksheet }) => worksheet === "notes",
	);

test("notes are there from the first time somebody asks, once, and for nobody else", () => {
	const run = new Run();
	const [anna = "", ben = ""] = run.join(2);
	expect(listed(run, participant(anna))).toEqual([]);
	run.as(participant(anna), { type: "notes.open" }).as(participant(anna), { type: "notes.open" });
	const [notes, ...more] = listed(run, participant(anna));
	expect(notes).toMatchObject({ access: "write", phases: [], scope: { kind: "participant", id: anna } });
	expect(more).toEqual([]);
	for (const actor of [facilitator, cofacilitator, observer, participant(ben)]) {
		expect(listed(run, actor)).toEqual([]);
		expect(can(run.state, actor, { to: "open", document: notes?.id ?? "" })).toMatchObject({ refused: "forbidden" });
		expect(can(run.state, actor, { to: "look-back", document: notes?.id ?? "" }).ok).toBe(false);
	}
});

test("nothing that is locked, muted or entered closes them; the end does", () => {
	const run = new Run();
	const [anna = ""] = run.join(1);
	run.as(participant(anna), { type: "notes.open" });
	run.do({ type: "session.start" }, { type: "sheets.lock", locked: true });
	run.do({ type: "participant.mute", participant: anna, muted: true });
	expect(listed(run, participant(anna))).toMatchObject([{ access: "write" }]);
	run.do({ type: "session.end" });
	expect(listed(run, participant(anna))).toMatchObject([{ access: "read" }]);
	expect(run.try({ type: "notes.open" }, participant(anna))).toMatchObject({ refused: "ended" });
});
