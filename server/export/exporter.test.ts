import { expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { accepted } from "../../worksheets/contract/result.ts";
import { logger, openStage, openWorkshop } from "../session/testing/sessions.ts";
import { createExporter, FORMATS } from "./exporter.ts";

test("one person's exports are written a few at a time, and nobody else waits for them", async () => {
	const stage = await openStage();
	const { sessions, clock } = stage;
	const { facilitator, join, run } = await openWorkshop(stage);
	const { actor } = await join("Kim");
	await run({ type: "session.start" });
	const exporter = createExporter({
		sessions,
		read: async () => ({ doc: new Y.Doc(), writers: [], changedAt: null }),
		readLate: async () => [],
		plenary: { see: async () => accepted({ language: "de", assessments: [] }) },
		clock,
		logger,
	});
	onTestFinished(() => exporter.close());

	const flood = await Promise.all(Array.from({ length: 2 * FORMATS.length + 2 }, () => exporter.export(actor, "json")));
	expect(flood.filter(({ ok }) => ok)).toHaveLength(2 * FORMATS.length);
	expect(flood.at(-1)).toMatchObject({ ok: false, refused: "too-many-requests" });
	const both = await Promise.all([exporter.export(actor, "md"), exporter.export(facilitator, "json")]);
	expect(both.map(({ ok }) => ok)).toEqual([true, true]);
});
