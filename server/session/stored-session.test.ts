import { expect, test } from "vitest";
import { keptSheets } from "../../test/versions/kept.ts";
import { asksForSteps } from "../../worksheets/plan/steps.ts";
import { readLibrary } from "../library.ts";
import { definitionText } from "./definition-text.ts";
import { readSession } from "./stored-session.ts";
import { openStage, openWorkshop } from "./testing/sessions.ts";
import { WORKSHEETS } from "./testing/workshop.ts";

const NOTHING_KNOWN = { worksheet: () => undefined };

async function openStored() {
	const stage = await openStage();
	const { facilitator } = await openWorkshop(stage);
	return { storage: stage.storage, id: facilitator.workshopId };
}

test("a definition that is still the library's is read as it would be from its text", async () => {
	const { storage, id } = await openStored();
	const known = await readSession(storage, { worksheet: (worksheet) => WORKSHEETS.get(worksheet) }, id);
	expect(known?.definitions).toEqual((await readSession(storage, NOTHING_KNOWN, id))?.definitions);
	expect(known?.definitions.get("sheet-a")).toBe(WORKSHEETS.get("sheet-a"));
});

test("a definition stays what it was when the library's is another by now", async () => {
	const { storage, id } = await openStored();
	const first = WORKSHEETS.get("sheet-a");
	const newer = first === undefined ? undefined : { ...first, version: first.version + 1 };
	const read = await readSession(storage, { worksheet: () => newer }, id);
	expect(read?.definitions.get("sheet-a")).toEqual(first);
});

test("an action plan from before plans were marked is the workshop's plan, and its rows are no steps to take up", async () => {
	const { storage, id } = await openStored();
	const text = JSON.stringify(
		keptSheets().find(({ file }) => file === "action-plan.v1.json")?.kept.definition ?? "not kept",
	);
	expect(text).not.toContain('"plan":');
	const kept = { ...storage, definitions: async () => new Map([["action-plan", text]]) };
	const plan = (await readSession(kept, readLibrary(), id))?.definitions.get("action-plan");
	expect(plan?.version).toBe(1);
	expect(plan && asksForSteps(plan)).toBe(false);
	expect(plan?.sections[0]?.blocks[0]).toMatchObject({ id: "steps", plan: true });
});

test("a series from before series had ids is known by its workshop's, each time anew and for good", async () => {
	const { storage, id } = await openStored();
	const record = await storage.findWorkshop(id);
	const state = JSON.parse(record?.state ?? "");
	const stored = (workshop: object) => ({
		...storage,
		findWorkshop: async () =>
			record && { ...record, state: JSON.stringify({ ...state, workshop: { ...state.workshop, ...workshop } }) },
	});
	const seriesOf = async (series: unknown) =>
		(await readSession(stored({ series }), readLibrary(), id))?.state.workshop.series;
	const old = { name: "Runder Tisch", number: 3 };
	expect(await seriesOf(old)).toEqual({ ...old, id });
	const own = { ...old, id: "a".repeat(22) };
	expect(await seriesOf(own)).toEqual(own);
	expect(await seriesOf(null)).toBeNull();
	const { series: _none, ...before } = state.workshop;
	expect(
		(
			await readSession(
				{
					...storage,
					findWorkshop: async () => record && { ...record, state: JSON.stringify({ ...state, workshop: before }) },
				},
				readLibrary(),
				id,
			)
		)?.state.workshop.series,
	).toBeNull();
});

test.each(readLibrary().worksheets.map((worksheet) => [worksheet.id, worksheet] as const))(
	"%s reads from its text as it stands in the library",
	async (worksheetId, worksheet) => {
		const { storage, id } = await openStored();
		const kept = { ...storage, definitions: async () => new Map([[worksheetId, definitionText(worksheet)]]) };
		expect((await readSession(kept, NOTHING_KNOWN, id))?.definitions.get(worksheetId)).toEqual(worksheet);
	},
);
