import { expect, test } from "vitest";
import type * as Y from "yjs";
import { z } from "zod";
import type { BlockOf } from "../../worksheets/blocks/definitions.ts";
import { addRow, setCell } from "../../worksheets/blocks/table.ts";
import { type StepSheet, stepSchema, stepSheetSchema } from "../../worksheets/contract/steps.ts";
import { markOf, takeStep } from "../../worksheets/plan/take.ts";
import { toGroupWork } from "../harness/group-work.ts";
import { pdfPages } from "../harness/pdf.ts";
import { found, openWorkshop, problem, type Stage, sheet, stage, type Workshop } from "./stage.ts";

const PLAN: BlockOf<"actions"> = { id: "steps", type: "actions", label: { de: "Plan", en: "Plan" }, plan: true };
const STEPS: BlockOf<"actions"> = { id: "steps", type: "actions", label: { de: "Schritte", en: "Steps" } };

const exported = z.object({
	actionPlan: z.object({
		rows: z.array(
			z.object({
				cells: z.record(z.string(), z.unknown()),
				source: z.object({ name: z.string() }).optional(),
				changedAtSource: z.record(z.string(), z.unknown()).optional(),
			}),
		),
		missing: z.unknown(),
		notTaken: z.array(z.object({ name: z.string(), steps: z.array(stepSchema) })),
	}),
});

interface Room extends Workshop {
	/** One person of each group, with their group's name and the sheet with its steps. */
	groups: { token: string; name: string; document: string }[];
	plan: string;
}

/** Two groups with three steps between them, and the plenary before its empty plan. */
async function openRoom(arena: Stage): Promise<Room> {
	const workshop = await openWorkshop(arena, { people: 2 });
	await workshop.run(...toGroupWork(2, "group-adaptation", "measures"));
	const { groups, documents } = await arena.api.snapshot(workshop.id, workshop.facilitatorToken);
	const room = groups.map(({ id, name, members }) => ({
		name,
		token: found(
			workshop.people.find(({ participantId }) => members.includes(participantId)),
			"member",
		).token,
		document: found(
			documents.find(({ scope, worksheet }) => scope.id === id && worksheet === "challenges-adaptation"),
			"group's sheet",
		).id,
	}));
	const [one, other] = [found(room[0], "group"), found(room[1], "other group")];
	await write(arena, one.document, one.token, (doc) => {
		addRow(doc, STEPS, undefined, "a1", { what: "Einladen", responsible: "Bildungsbüro", due: "2026-05-04" });
		addRow(doc, STEPS, undefined, "a2", { what: "Berichten" });
	});
	await write(arena, other.document, other.token, (doc) => addRow(doc, STEPS, undefined, "b1", { what: "Zählen" }));
	const plan = found(
		documents.find(({ worksheet }) => worksheet === "action-plan"),
		"plan",
	).id;
	return { ...workshop, groups: room, plan };
}

async function write(arena: Stage, document: string, token: string, change: (doc: Y.Doc) => void): Promise<void> {
	const page = await sheet(arena.url, document, token);
	await page.write(change);
	page.provider.destroy();
}

async function stepsFor(arena: Stage, id: string, token: string): Promise<StepSheet[]> {
	const response = await arena.api.call("GET", `/api/workshops/${id}/steps`, { token });
	expect(response.status).toBe(200);
	return z.array(stepSheetSchema).parse(await response.json());
}

const said = (sheets: Pick<StepSheet, "name" | "steps">[]) =>
	sheets.map(({ name, steps }) => [name, steps.map(({ cells }) => cells.what)]);

test("the steps of all groups' sheets are there for who makes a plan of them, and for nobody outside", async () => {
	const arena = await stage();
	const room = await openRoom(arena);
	const [one, other] = [found(room.groups[0], "group"), found(room.groups[1], "group")];
	const ofOne = [expect.stringContaining(`${one.name}: `), ["Einladen", "Berichten"]];
	const ofOther = [expect.stringContaining(`${other.name}: `), ["Zählen"]];
	expect(said(await stepsFor(arena, room.id, room.facilitatorToken))).toEqual([ofOne, ofOther]);
	expect(said(await stepsFor(arena, room.id, one.token))).toEqual([ofOne]);
	expect(said(await stepsFor(arena, room.id, other.token))).toEqual([ofOther]);

	const ask = (token?: string) =>
		arena.api.call("GET", `/api/workshops/${room.id}/steps`, token === undefined ? {} : { token });
	expect(await problem(await ask())).toMatchObject({ status: 401 });
	const stranger = await arena.api.create();
	expect(await problem(await ask(stranger.facilitatorToken))).toMatchObject({ status: 403 });
});

test("every file has the plan with its sources and gaps, and below it what nobody took", async () => {
	const arena = await stage();
	const room = await openRoom(arena);
	const [one, other] = [found(room.groups[0], "group"), found(room.groups[1], "group")];
	const [ofOne] = await stepsFor(arena, room.id, room.facilitatorToken);
	const taken = found(ofOne?.steps[0], "step");
	const name = found(ofOne, "sheet").name;
	await write(arena, room.plan, room.facilitatorToken, (doc) => {
		const source = { document: one.document, row: taken.row, name, said: markOf(taken.cells) };
		expect(takeStep(doc, PLAN, undefined, "p1", { cells: taken.cells, source })).toBe(true);
		addRow(doc, PLAN, undefined, "p2", { what: "Von uns allen", reference: "Lenkungsgruppe" });
	});
	const planFor = async (token: string) => {
		const response = await arena.api.call("GET", `/api/workshops/${room.id}/export.json`, { token });
		return exported.parse(await response.json()).actionPlan;
	};

	const plan = await planFor(room.facilitatorToken);
	expect(plan.rows).toEqual([
		{ cells: expect.objectContaining({ what: "Einladen", due: "2026-05-04" }), source: { name } },
		{ cells: expect.objectContaining({ what: "Von uns allen", reference: "Lenkungsgruppe" }) },
	]);
	expect(plan.missing).toEqual({ open: 2, without: { responsible: 1, due: 1, firstStep: 2 } });
	expect(said(plan.notTaken)).toEqual([
		[name, ["Berichten"]],
		[expect.stringContaining(other.name), ["Zählen"]],
	]);
	// The plan is everybody's; what another group did not bring into it stays with that group.
	const forOther = await planFor(other.token);
	expect(forOther.rows).toHaveLength(2);
	expect(said(forOther.notTaken)).toEqual([[expect.stringContaining(other.name), ["Zählen"]]]);

	await write(arena, one.document, one.token, (doc) => setCell(doc, STEPS, undefined, "a1", "due", "2026-06-01"));
	const after = await planFor(room.facilitatorToken);
	expect(after.rows[0]).toMatchObject({
		cells: { due: "2026-05-04" },
		changedAtSource: { what: "Einladen", due: "2026-06-01" },
	});

	const file = async (format: string) =>
		await arena.api.call("GET", `/api/workshops/${room.id}/export.${format}`, { token: room.facilitatorToken });
	const markdown = await (await file("md")).text();
	const section = markdown.slice(markdown.indexOf("\n## Maßnahmenplan\n"));
	expect(section).toContain(`aus ${one.name}`);
	expect(section).toContain("Bezug: Lenkungsgruppe");
	expect(section).toContain("An der Quelle geändert, dort steht jetzt: Einladen · Bildungsbüro · 01.06.2026");
	expect(section).toContain("1 von 2 ohne Verantwortliche");
	expect(section.indexOf("Weitere Schritte aus den Arbeitsblättern")).toBeGreaterThan(section.indexOf("Von uns allen"));
	expect(section).toContain("Zählen");
	// Once, and not in its own sheet as well.
	expect(markdown.split("Von uns allen")).toHaveLength(2);

	const pdf = new Uint8Array(await (await file("pdf")).arrayBuffer());
	const text = (await pdfPages(pdf)).join("\n");
	expect(text).toContain("Maßnahmenplan");
	expect(text).toContain("Weitere Schritte aus den Arbeitsblättern");
	expect(text).toContain("1 von 2 ohne Verantwortliche");
});
