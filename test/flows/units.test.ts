import { expect, test } from "vitest";
import { z } from "zod";
import { distributionOf, distributionSchema } from "../../worksheets/assessment/distribution.ts";
import { assessmentText, setAssessment } from "../../worksheets/blocks/module-assessment.ts";
import type { Point } from "../../worksheets/blocks/points.ts";
import { place } from "../../worksheets/blocks/ranking-write.ts";
import { createdLinkSchema } from "../../worksheets/contract/links.ts";
import { plenarySchema } from "../../worksheets/contract/plenary.ts";
import { setDone } from "../../worksheets/document/done.ts";
import { readResults, writeResults } from "../../worksheets/report/read-results.ts";
import { worksheetSchema } from "../../worksheets/schema/worksheet.ts";
import { documentOf } from "../harness/group-work.ts";
import { jsonValidator } from "../harness/json-validator.ts";
import { xlsxSheets } from "../harness/xlsx.ts";
import { accept, found, openWorkshop, type Stage, sharedStage, sheet } from "./stage.ts";

const current = sharedStage();
const SHEET = "structure-sustainability";
const STAND = [0, 1, 2, 3, 4];

const unitFile = z.object({
	format: z.literal("arena-unit-results"),
	unit: z.string(),
	questions: z.array(
		z.object({
			question: z.string(),
			people: z.number(),
			others: z.number(),
			parts: z.array(
				z.object({ part: z.string(), own: z.nullable(distributionSchema), others: z.nullable(distributionSchema) }),
			),
		}),
	),
});

async function blocks({ api }: Stage) {
	const all = worksheetSchema
		.parse(await (await api.call("GET", `/api/worksheets/${SHEET}`)).json())
		.sections.flatMap((section) => section.blocks);
	const ranking = all.find((block) => block.type === "ranking");
	const assessment = all.find((block) => block.type === "module-assessment");
	if (ranking?.type !== "ranking" || assessment?.type !== "module-assessment") throw new Error("no such blocks");
	return { ranking, assessment };
}

/** Who comes from where, in which of two groups they sit, and how they rate what they have chosen: one value for all. */
const PEOPLE: { name: string; from?: string; module: string; value: Point | null }[] = [
	{ name: "Anna", from: "Ahlen", module: "steering-committee", value: 1 },
	{ name: "Ben", from: " ahlen", module: "steering-committee", value: 2 },
	{ name: "Cleo", from: "AHLEN", module: "steering-committee", value: 4 },
	{ name: "Dora", from: "Beckum", module: "steering-committee", value: 0 },
	{ name: "Emil", from: "Beckum", module: "steering-committee", value: 3 },
	{ name: "Finn", module: "steering-committee", value: 3 },
	{ name: "Gesa", from: "Oelde", module: "education-office", value: 2 },
];

test("each municipality takes home how its people have rated their own choice, beside all others, and no text", async () => {
	const on = current();
	const { ranking, assessment } = await blocks(on);
	const workshop = await openWorkshop(on, { people: 0 });
	const { id, facilitatorToken } = workshop;
	await workshop.run({ type: "groups.create", count: 2 }, { type: "session.start" });
	const phase = found(
		workshop.lead.snapshot().phases.find(({ sheets }) => sheets.some(({ worksheet }) => worksheet === SHEET)),
		"phase",
	);
	// Planned so that everybody chooses for their own municipality while they sit in a mixed group.
	accept(
		await workshop.lead.command({
			type: "plan.change",
			phase: phase.id,
			patch: {
				sheets: [
					{ worksheet: SHEET, scope: "participant", sections: ["selection", "assessment"] },
					{ worksheet: SHEET, scope: "group" },
				],
			},
		}),
	);
	await workshop.run({ type: "phase.go", phase: phase.id });
	const people: { token: string; from: string | undefined }[] = [];
	for (const [index, { name, from, module, value }] of PEOPLE.entries()) {
		const joined = await on.api.join(workshop.code, name, from);
		const group = workshop.lead.snapshot().groups[index % 2]?.id ?? null;
		await workshop.run({ type: "groups.move", participant: joined.participantId, group });
		const own = await sheet(on.url, documentOf(await on.api.snapshot(id, joined.token), "participant"), joined.token);
		const question = `${assessment.id}/${module}`;
		own.doc.transact(() => {
			place(own.doc, ranking, undefined, module, 0);
			for (const { id: dimension } of assessment.dimensions) {
				setAssessment(own.doc, assessment, module, dimension, { state: value });
				assessmentText(own.doc, assessment, module, dimension, "evidence").insert(0, `Geheim von ${name}`);
			}
			setDone(own.doc, question, true);
		});
		await own.untilSaved(2);
		people.push({ token: joined.token, from });
	}
	const ask = (format: string, unit: string, token: string) =>
		on.api.call("GET", `/api/workshops/${id}/export.${format}?unit=${encodeURIComponent(unit)}`, { token });
	const [anna, , , dora] = people;
	expect((await ask("json", "Ahlen", facilitatorToken)).status).toBe(404);
	expect((await workshop.lead.command({ type: "units.reveal" })).ok).toBe(true);
	const { units } = await workshop.lead.until((snapshot) => snapshot.units?.counted === true);
	// Beckum has two people, and with Ahlen away from the whole nobody stands there alone.
	expect(units?.names).toEqual(["Ahlen"]);

	const text = await (await ask("json", "AHLEN", found(anna, "Anna").token)).text();
	const file = unitFile.parse(JSON.parse(text));
	const whole = readResults(text);
	if (whole?.format !== "arena-unit-results") throw new Error("cannot be read");
	expect(writeResults(whole)).toBe(text);
	const validate = await jsonValidator(on.url, "unit-results");
	expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
	expect((await jsonValidator(on.url, "results"))(JSON.parse(text))).toBe(false);
	const own = distributionOf(STAND, [1, 2, 4]);
	const others = distributionOf(STAND, [0, 3, 3]);
	expect(file).toEqual({
		format: "arena-unit-results",
		unit: "Ahlen",
		questions: [
			{
				question: `${assessment.id}/steering-committee`,
				people: 3,
				others: 3,
				parts: assessment.dimensions.map(({ id: part }) => ({ part, own, others })),
			},
		],
	});
	expect((await ask("json", "Ahlen", found(dora, "Dora").token)).status).toBe(404);
	expect((await ask("json", "Beckum", found(dora, "Dora").token)).status).toBe(404);
	expect((await on.api.snapshot(id, found(dora, "Dora").token)).units).toBeNull();
	for (const token of [facilitatorToken, found(anna, "Anna").token]) {
		const markdown = await (await ask("md", "Ahlen", token)).text();
		expect(markdown).toContain("Einschätzungen aus: Ahlen");
		expect(markdown).toContain("3 Personen von hier, 3 andere");
		for (const { name, from = "nirgends" } of PEOPLE) {
			expect(markdown).not.toContain(`Geheim von ${name}`);
			expect(markdown).not.toContain(name);
			if (from.trim().toLowerCase() !== "ahlen") expect(markdown).not.toContain(from);
		}
	}
	await sideBySide(on, workshop, { anna: found(anna, "Anna").token, dora: found(dora, "Dora").token });
	await asRows(await ask("xlsx", "Ahlen", found(anna, "Anna").token), assessment.dimensions.length);
	const pdf = await ask("pdf", "Ahlen", found(anna, "Anna").token);
	expect(pdf.headers.get("content-disposition")).toContain("ahlen");
	expect(new TextDecoder("latin1").decode((await pdf.arrayBuffer()).slice(0, 5))).toBe("%PDF-");

	// What somebody rates afterwards changes nothing until it is counted anew, also after the end.
	await workshop.run({ type: "units.hide" });
	expect((await ask("json", "Ahlen", found(anna, "Anna").token)).status).toBe(404);
	await workshop.run({ type: "session.end" }, { type: "units.reveal" });
	expect((await ask("json", "Ahlen", found(anna, "Anna").token)).status).toBe(200);
});

/** As a workbook: a row for each rating, by value, of nobody by name. */
async function asRows(response: Response, dimensions: number): Promise<void> {
	const sheets = await xlsxSheets(Buffer.from(await response.arrayBuffer()));
	const [head = [], ...rows] = found(sheets.get("Bewertungen"), "ratings");
	expect(rows).toHaveLength(6 * dimensions);
	const column = (name: string) => rows.slice(0, 6).map((row) => row[head.indexOf(name)]);
	expect(column("Kommune")).toEqual([...Array(3).fill("Ahlen"), ...Array(3).fill("alle anderen")]);
	expect(column("Wert")).toEqual([1, 2, 4, 0, 3, 3]);
	expect(new Set(column("Baustein"))).toEqual(new Set(["Lenkungsgruppe"]));
	const text = [...sheets.values()].flat(2).join("\n");
	for (const { name } of PEOPLE) expect(text).not.toMatch(new RegExp(`\\b${name}\\b`));
}

/** Side by side in the plenary: for those who steer and observe, and for all others while it is shown. */
async function sideBySide(
	{ api }: Stage,
	{ id, facilitatorToken, lead, run }: Awaited<ReturnType<typeof openWorkshop>>,
	{ anna, dora }: { anna: string; dora: string },
): Promise<void> {
	const see = async (token: string) => {
		const { assessments } = plenarySchema.parse(
			await (await api.call("GET", `/api/workshops/${id}/plenary`, { token })).json(),
		);
		return assessments.filter(({ view }) => view === "units");
	};
	const [whole] = await see(facilitatorToken);
	expect(whole).toMatchObject({ view: "units", worksheet: SHEET, units: [{ name: "Ahlen" }] });
	expect(whole?.modules).toMatchObject([
		{ label: "Lenkungsgruppe", rows: [{ cells: whole?.dimensions.map(() => ({ value: 2 })) }] },
	]);
	expect(JSON.stringify(whole)).not.toMatch(/Geheim|Anna|Beckum|Oelde/);
	const link = await api.call("POST", `/api/workshops/${id}/links`, {
		token: facilitatorToken,
		body: { role: "observer" },
	});
	expect(await see(new URL(createdLinkSchema.parse(await link.json()).url).hash.slice(1))).toEqual([whole]);

	const show = { type: "plenary.show", worksheet: SHEET } as const;
	expect([await see(anna), await see(dora)]).toEqual([[], []]);
	accept(await lead.command({ ...show, view: "heatmap" }));
	expect(await see(dora)).toEqual([]);
	accept(await lead.command({ ...show, view: "units" }));
	expect([await see(anna), await see(dora)]).toEqual([[whole], [whole]]);
	accept(await lead.command({ type: "spotlight.hide" }));
	expect(await see(dora)).toEqual([]);
	await run({ ...show, view: "units" }, { type: "units.hide" });
	expect([await see(dora), await see(facilitatorToken)]).toEqual([[], []]);
	expect(await lead.command({ ...show, view: "units" })).toMatchObject({ ok: false, error: { code: "wrong-state" } });
	await run({ type: "units.reveal" });
	await lead.until(({ units }) => units?.counted === true);
	// What is counted anew is not shown by that.
	expect(await see(dora)).toEqual([]);
	const markdown = await (await api.call("GET", `/api/workshops/${id}/export.md`, { token: facilitatorToken })).text();
	expect(markdown).toContain(": Kommunen");
	expect(markdown).toContain("| Lenkungsgruppe | Ahlen | 2 (1–4, n = 3) |");
}

test("what a group has not revealed, and what stands in any other sheet of one's own, counts for nobody", async () => {
	const on = current();
	const { assessment } = await blocks(on);
	const question = `${assessment.id}/steering-committee`;
	const workshop = await openWorkshop(on, { people: 0 });
	const { id } = workshop;
	await workshop.run({ type: "groups.create", count: 1 }, { type: "session.start" });
	const joined = [];
	for (const name of ["Anna", "Ben", "Cleo"]) joined.push(await on.api.join(workshop.code, name, "Ahlen"));
	await workshop.run({ type: "groups.assign", strategy: "random" }, { type: "phase.go", phase: "group-structures" });
	const snapshot = await workshop.lead.until(({ documents }) => documents.some(({ scope }) => scope.kind === "group"));
	const group = documentOf(snapshot, "group");
	const table = await sheet(on.url, group, workshop.facilitatorToken);
	table.doc.getMap("modules").set("steering-committee", 1);
	await table.untilSaved(2);
	// Everybody's feedback is marked as done too; it is nobody else's.
	await workshop.run({ type: "phase.go", phase: "closing" });
	for (const { token } of joined) {
		const { documents } = await on.api.snapshot(id, token);
		const own = documents.filter(({ scope }) => scope.kind === "participant");
		expect(own.map(({ worksheet }) => worksheet)).toContain("check-in-feedback");
		for (const { id: document, worksheet } of own) {
			const line = await sheet(on.url, document, token);
			line.doc.transact(() => {
				const name = worksheet === SHEET ? question : "feedback";
				if (worksheet === SHEET) {
					setAssessment(line.doc, assessment, "steering-committee", assessment.dimensions[0]?.id ?? "", { state: 2 });
				}
				if (worksheet === SHEET || worksheet === "check-in-feedback") setDone(line.doc, name, true);
			});
			if (worksheet === SHEET || worksheet === "check-in-feedback") await line.untilSaved(2);
		}
	}
	const counted = async () => {
		await workshop.run({ type: "units.reveal" });
		return (await workshop.lead.until(({ units }) => units?.counted === true)).units?.names;
	};
	expect(await counted()).toEqual([]);
	await workshop.lead.until(({ ratings }) => ratings.some((one) => one.document === group && one.submitted === 3));
	await workshop.run({ type: "rating.reveal", document: group, question });
	expect(await counted()).toEqual(["Ahlen"]);
	const token = found(joined[0], "Anna").token;
	const file = await on.api.call("GET", `/api/workshops/${id}/export.json?unit=Ahlen`, { token });
	expect(unitFile.parse(await file.json()).questions.map((one) => one.question)).toEqual([question]);
});
