import { expect, test } from "vitest";
import * as Y from "yjs";
import { changeLog, openStage, openWorkshop, value } from "../session/testing/sessions.ts";
import { createPlenaryReader } from "./plenary-reader.ts";

/** A group's sheet in which modules are assessed, and how often sheets have been read. */
async function scene() {
	const stage = await openStage();
	const { sessions, clock } = stage;
	const workshop = await openWorkshop(stage);
	await workshop.run(
		{ type: "plan.change", phase: "round-2", patch: { sheets: [{ worksheet: "sheet-c", scope: "group" }] } },
		{ type: "session.start" },
		{ type: "groups.create", count: 1 },
		{ type: "phase.go", phase: "round-2" },
	);
	let reads = 0;
	const read = async () => {
		reads += 1;
		return { doc: new Y.Doc(), writers: [], changedAt: null };
	};
	const reader = createPlenaryReader({ sessions, read, readLate: async () => [], clock });
	return { ...stage, ...workshop, reader, reads: () => reads };
}

test("the sheets are read once for the whole room, whoever comes meanwhile", async () => {
	const { sessions, clock, facilitator, join, reader, reads } = await scene();
	const { actor } = await join("Anna");
	const log = changeLog();
	value(await sessions.subscribe(facilitator, log.listener));
	const before = value(await sessions.snapshot(facilitator)).version;
	const first = value(await reader.see(facilitator));
	expect(first.assessments).toHaveLength(1);
	expect(reads()).toBe(1);
	value(await sessions.subscribe(actor, () => {}));
	await log.until(({ version }) => version > before);
	expect(value(await sessions.snapshot(facilitator)).version).toBeGreaterThan(before);
	expect(value(await reader.see(facilitator))).toEqual(first);
	expect(reads()).toBe(1);
	clock.time += 2_000;
	await reader.see(facilitator);
	expect(reads()).toBe(2);
});

test("after a command they are read anew", async () => {
	const { facilitator, run, reader, reads } = await scene();
	await reader.see(facilitator);
	await run({ type: "groups.create", count: 2 });
	const { assessments } = value(await reader.see(facilitator));
	expect(reads()).toBeGreaterThan(1);
	expect(assessments[0]?.units.length).toBeGreaterThan(0);
});
