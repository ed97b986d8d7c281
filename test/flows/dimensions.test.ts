import { expect, test } from "vitest";
import { z } from "zod";
import { createdWorkshopSchema } from "../../worksheets/contract/api.ts";
import { dimensionPresetSchema } from "../../worksheets/schema/source.ts";
import { dataFolder, found, line, openWorkshop, sharedStage, sheet, stage } from "./stage.ts";

const current = sharedStage();

const OWN = { id: "own-1", label: "Bürgernähe", help: "Menschen merken es." };
const KEPT = { id: "continuation", label: "Verstetigung", help: "" };
const set = (dimensions: unknown) => ({ type: "workshop.set", details: { dimensions } });

/** What an export says of a group's assessments: every dimension that is asked about or was written under. */
const exported = z.object({
	sheets: z.array(
		z.object({
			worksheet: z.string(),
			answered: z.object({
				sections: z.array(
					z.object({
						blocks: z.array(
							z.object({
								definition: z.looseObject({ type: z.string() }),
								answers: z.array(z.looseObject({ answer: z.unknown() })),
							}),
						),
					}),
				),
			}),
		}),
	),
});

test("the library's proposals are there for anyone, with every text in two languages", async () => {
	const answer = await current().api.call("GET", "/api/dimensions");
	const presets = z.array(dimensionPresetSchema).parse(await answer.json());
	expect(presets.map(({ id }) => id)).toEqual(["dkbm-structures", "impact-levels"]);
	expect(presets.every(({ dimensions }) => dimensions[0]?.id === "continuation")).toBe(true);
});

test("a workshop's own dimensions are in every sheet, count in progress, and what was written stays in the files", async () => {
	const dataDir = await dataFolder();
	const first = await stage({ dataDir });
	const workshop = await openWorkshop(first, { people: 1 });
	await workshop.run(
		{ type: "groups.create", count: 1 },
		{ type: "groups.assign", strategy: "random" },
		{ type: "session.start" },
		{ type: "phase.go", phase: "group-structures" },
	);
	const person = found(workshop.people[0], "person");
	const snapshot = await first.api.snapshot(workshop.id, person.token);
	const document = found(
		snapshot.documents.find(
			({ scope, worksheet }) => scope.kind === "group" && worksheet === "structure-sustainability",
		),
		"group's sheet",
	);

	const { doc, untilSaved } = await sheet(first.url, document.id, person.token);
	// The sheet is open by now, and has to take it up all the same.
	await workshop.run(set({ preset: null, dimensions: [KEPT, OWN] }));
	const told = await first.api.snapshot(workshop.id, person.token);
	expect(told.workshop.dimensions).toEqual({ preset: null, dimensions: [KEPT, OWN] });
	doc.getMap("modules").set("steering-committee", 1);
	doc.getMap("assessment/steering-committee").set("own-1.state", 2);
	doc.getText("assessment/steering-committee.own-1.evidence").insert(0, "Sprechstunde im Rathaus");
	await untilSaved(3);
	const question = "assessment/steering-committee";
	await workshop.lead.until(({ progress }) =>
		progress.some(
			({ id, questions }) =>
				id === document.id && questions.some(({ name, state }) => name === question && state === "started"),
		),
	);
	const markdown = async (on: typeof first) =>
		(await on.api.call("GET", `/api/workshops/${workshop.id}/export.md`, { token: workshop.facilitatorToken })).text();
	expect(await markdown(first)).toMatch(/Bürgernähe.*Sprechstunde im Rathaus/);
	expect(await markdown(first)).not.toContain("Zielwirkung");

	// Taken away: nobody is asked any more, but the files say under which name it was written.
	await workshop.run(set({ preset: null, dimensions: [KEPT] }));
	expect(await markdown(first)).toMatch(/Bürgernähe \(nicht mehr gefragt\).*Sprechstunde im Rathaus/);
	const json = exported.parse(
		await (await first.api.call("GET", `/api/workshops/${workshop.id}/export.json`, { token: person.token })).json(),
	);
	const blocks = json.sheets.flatMap(({ answered }) => answered.sections.flatMap(({ blocks }) => blocks));
	const assessment = found(
		// Their own sheet asks the same, and nothing was chosen in it.
		blocks.find(({ definition, answers }) => definition.type === "module-assessment" && answers.length > 0),
		"assessment",
	);
	expect(assessment.definition).toMatchObject({ dimensions: [{ id: "continuation" }], former: expect.anything() });
	expect(assessment.answers[0]?.answer).toMatchObject({
		dimensions: [{ id: "continuation" }],
		former: [{ id: "own-1", evidence: "Sprechstunde im Rathaus" }],
	});

	// A restart changes nothing, and the proposal brings its own back.
	await first.server[Symbol.asyncDispose]();
	const second = await stage({ dataDir });
	expect(await markdown(second)).toMatch(/Bürgernähe \(nicht mehr gefragt\)/);
	const lead = await line(second.url, workshop.facilitatorToken);
	expect(await lead.command(set(null))).toMatchObject({ ok: true });
	const back = await markdown(second);
	expect(back).toContain("Zielwirkung");
	expect(back).toMatch(/Bürgernähe \(nicht mehr gefragt\)/);
	expect(await lead.command(set({ preset: null, dimensions: [] }))).toMatchObject({
		ok: false,
		error: { code: "invalid" },
	});
});

test("only whoever steers sets them, and not after the end", async () => {
	const workshop = await openWorkshop(current(), { people: 1 });
	const person = await line(current().url, found(workshop.people[0], "person").token);
	const command = set({ preset: "impact-levels", dimensions: [OWN] });
	expect(await person.command(command)).toMatchObject({ ok: false, error: { code: "forbidden" } });
	await workshop.run({ type: "session.start" }, command, { type: "session.end" });
	expect(await workshop.lead.command(set(null))).toMatchObject({ ok: false, error: { code: "ended" } });
});

test("a copy has the same dimensions, and can go back to the sheets' own", async () => {
	const workshop = await openWorkshop(current(), { people: 1 });
	await workshop.run(
		{ type: "session.start" },
		{ type: "phase.go", phase: "own-selection" },
		set({ preset: null, dimensions: [KEPT, OWN] }),
		set({ preset: null, dimensions: [OWN] }),
	);
	const answer = await current().api.call("POST", `/api/workshops/${workshop.id}/copy`, {
		token: workshop.facilitatorToken,
		body: {},
	});
	const copied = createdWorkshopSchema.parse(await answer.json());
	const { dimensions, formerDimensions } = (await current().api.snapshot(copied.id, copied.facilitatorToken)).workshop;
	expect(dimensions?.dimensions).toEqual([OWN]);
	expect(formerDimensions).toEqual([]);
	const lead = await line(current().url, copied.facilitatorToken);
	for (const command of [
		set(null),
		{ type: "groups.create", count: 1 },
		{ type: "session.start" },
		{ type: "phase.go", phase: "group-structures" },
	]) {
		expect(await lead.command(command)).toMatchObject({ ok: true });
	}
	const file = await current().api.call("GET", `/api/workshops/${copied.id}/export.json`, {
		token: copied.facilitatorToken,
	});
	const json = await file.text();
	expect(json).toContain("Zielwirkung");
	expect(json).not.toContain(OWN.label);
});
