import { expect, test } from "vitest";
import * as Y from "yjs";
import { setDone } from "../../worksheets/document/done.ts";
import { sessionStateSchema } from "./state.ts";
import { RATINGS, Run, WORKSHEETS } from "./testing/workshop.ts";
import { ratingsByUnit } from "./unit-ratings.ts";

/** Two groups that rate alone first: four people in the one, the first of them from `first`, and three in the other. */
function scene(first: string) {
	const run = new Run();
	const people = run.join(7, (index) => (index === 0 ? first : index < 4 ? "Ahlen" : "Oelde"));
	run.do({ type: "session.start" }, { type: "phase.go", phase: "round-2" }, { type: "groups.create", count: 2 });
	run.seat(...people.map((person, index) => [person, index < 4 ? 0 : 1] as const));
	const sheetOf = (owner: string) =>
		run.state.documents.find(({ worksheet, scope }) => worksheet === "sheet-b" && scope.id === owner)?.id ?? "";
	const place = { document: sheetOf(run.group(0)), question: "stand" };
	const submitted = new Set<string>();
	const submit = (...owners: string[]) => {
		for (const owner of owners) submitted.add(sheetOf(owner));
	};
	const reveal = (...owners: string[]) => {
		run.do({ type: "rating.reveal", ...place });
		const counted = owners.map((owner) => ({ sheet: sheetOf(owner), without: [] }));
		run.try({ type: "rating.publish", ...place, result: RATINGS, counted });
	};
	const told = async () => {
		const counted = await ratingsByUnit({ state: run.state, definitions: WORKSHEETS }, async (id, read) => {
			const doc = new Y.Doc();
			if (submitted.has(id)) {
				doc.getMap("stand").set("value", 1);
				setDone(doc, "stand", true);
			}
			return read(doc);
		});
		return counted.flatMap(({ units }) => units.map(({ unit, people }) => [unit, people]));
	};
	return { run, people, place, submit, reveal, told };
}

test("who submits after the reveal of their group counts once it is revealed anew, and nowhere before", async () => {
	const { run, people, place, submit, reveal, told } = scene("Ahlen");
	const [anna = "", ben = "", cleo = "", dora = ""] = people;
	submit(anna, ben, cleo);
	expect(await told()).toEqual([]);
	reveal(anna, ben, cleo);
	expect(await told()).toEqual([["Ahlen", 3]]);
	submit(dora);
	expect(await told()).toEqual([["Ahlen", 3]]);
	run.do({ type: "rating.reopen", ...place });
	expect(await told()).toEqual([]);
	reveal(anna, ben, cleo, dora);
	expect(await told()).toEqual([["Ahlen", 4]]);
});

test("what was revealed with somebody who is there no longer is not told without them", async () => {
	for (const leave of ["participant.remove", "groups.move"] as const) {
		const { run, people, submit, reveal, told } = scene("Beckum");
		const [anna = "", ...ahlen] = people.slice(0, 4);
		submit(anna, ...ahlen);
		reveal(anna, ...ahlen);
		expect(await told()).toEqual([]);
		if (leave === "participant.remove") run.do({ type: leave, participant: anna });
		else run.do({ type: leave, participant: anna, group: run.group(1) });
		expect(await told()).toEqual([]);
	}
});

test("of a reveal from before it was kept who was counted nothing is told until there is a new one", async () => {
	const { run, people, place, submit, reveal, told } = scene("Ahlen");
	const ahlen = people.slice(0, 4);
	submit(...ahlen);
	reveal(...ahlen);
	const { reveals, ...rest } = run.state;
	const before = reveals.map(({ document, question, result, at }) => ({ document, question, result, at }));
	run.state = sessionStateSchema.parse({ ...rest, reveals: before });
	expect(await told()).toEqual([]);
	run.do({ type: "rating.reopen", ...place });
	reveal(...ahlen);
	expect(await told()).toEqual([["Ahlen", 4]]);
});
