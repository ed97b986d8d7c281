import { expect, test } from "vitest";
import type * as Y from "yjs";
import { z } from "zod";
import { actionsBlock } from "../../worksheets/blocks/actions.ts";
import type { BlockOf } from "../../worksheets/blocks/definitions.ts";
import { addRow, setCell } from "../../worksheets/blocks/table.ts";
import { copiedWorkshopSchema } from "../../worksheets/contract/api.ts";
import { stepSheetSchema } from "../../worksheets/contract/steps.ts";
import { takeStep } from "../../worksheets/plan/take.ts";
import { saidByText } from "../../worksheets/plan/takeable.ts";
import { toGroupWork } from "../harness/group-work.ts";
import { found, openWorkshop, problem, type Stage, sheet, stage } from "./stage.ts";

const PLAN: BlockOf<"actions"> = { id: "steps", type: "actions", label: { de: "Plan", en: "Plan" }, plan: true };

async function write(arena: Stage, document: string, token: string, change: (doc: Y.Doc) => void): Promise<void> {
	const page = await sheet(arena.url, document, token);
	await page.write(change);
	page.provider.destroy();
}

/** A group at work, and the plan that was opened before its phase. */
async function withPlan(arena: Stage) {
	const room = await openWorkshop(arena, { people: 1, title: "Kooperation 2.0" });
	await room.run(...toGroupWork(1, "group-adaptation"), { type: "measures.open" });
	const { documents } = await arena.api.snapshot(room.id, room.facilitatorToken);
	const named = (id: string) =>
		found(
			documents.find(({ worksheet, scope }) => worksheet === id && scope.kind !== "participant"),
			id,
		).id;
	return { ...room, plan: named("action-plan"), sheet: named("challenges-adaptation") };
}

const measures: Record<string, string>[] = [
	{
		what: "Einladen; mit zwei Terminen, dann\nnachfassen",
		responsible: "Bildungsbüro",
		body: "Lenkungskreis",
		due: "2026-05-31",
		followUp: "2026-12-31",
	},
	{
		what: "Nächste Klausur der drei Amtsleitungen über ein gemeinsames Ziel vorbereiten 🎒",
		responsible: "Jugendamt",
		due: "2026-02-28",
	},
	{ what: "Ohne Tag", responsible: "Schulamt" },
	{ what: "Verworfen", responsible: "Jugendamt", due: "2026-03-01", status: "dropped" },
];

test("the plan's days are a calendar file, the same for whoever may read the plan, and for nobody else", async () => {
	const arena = await stage();
	const room = await withPlan(arena);
	await write(arena, room.plan, room.facilitatorToken, (doc) => {
		for (const [index, cells] of measures.entries())
			addRow(doc, PLAN, undefined, `r${index}`, { status: "open", ...cells });
	});
	const ask = (token?: string, query = "") =>
		arena.api.call("GET", `/api/workshops/${room.id}/measures.ics${query}`, token === undefined ? {} : { token });
	const response = await ask(room.facilitatorToken);
	expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
	expect(response.headers.get("content-disposition")).toBe('attachment; filename="massnahmen-kooperation-2-0.ics"');
	const file = await response.text();
	expect(file.split("\r\n").every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
	expect(file.replaceAll("\r\n", "")).not.toContain("\n");
	const days = eventsIn(file);
	expect(days.map(({ UID, "DTSTART;VALUE=DATE": day }) => [UID, day])).toEqual([
		["r1@arena", "20260228"],
		["r3@arena", "20260301"],
		["r0@arena", "20260531"],
		["r0-follow-up@arena", "20261231"],
	]);
	expect(days[1]?.SUMMARY).toBe("Verworfen: Verworfen");
	expect(days[2]).toMatchObject({
		SUMMARY: "Einladen\\; mit zwei Terminen\\, dann",
		DESCRIPTION: expect.stringContaining("Gremium: Lenkungskreis"),
		URL: `${arena.url}/w/${room.id}/ergebnisse`,
	});
	expect(days[0]?.SUMMARY).toBe(measures[1]?.what);
	// Nobody who took part is in it.
	expect(room.people.length).toBeGreaterThan(0);
	expect(file).not.toMatch(/ATTENDEE|ORGANIZER|METHOD|STATUS/);
	expect(file).not.toContain("Person 1");

	const again = await (await ask(room.facilitatorToken)).text();
	expect(again).toBe(file);
	const fileOfOne = await ask(found(room.people[0], "person").token, "?responsible=Jugendamt");
	expect(fileOfOne.headers.get("content-disposition")).toContain('"massnahmen-kooperation-2-0-jugendamt.ics"');
	const ofOne = eventsIn(await fileOfOne.text());
	expect(ofOne.map(({ UID, URL: url }) => [UID, url])).toEqual([
		["r1@arena", days[0]?.URL],
		["r3@arena", days[0]?.URL],
	]);
	expect(await problem(await ask(room.facilitatorToken, "?responsible=Niemand"))).toMatchObject({ status: 404 });

	await write(arena, room.plan, room.facilitatorToken, (doc) =>
		setCell(doc, PLAN, undefined, "r0", "due", "2026-06-02"),
	);
	const moved = eventsIn(await (await ask(room.facilitatorToken)).text());
	const [before, after] = [days, moved].map((all) =>
		found(
			all.find(({ UID }) => UID === "r0@arena"),
			"day",
		),
	);
	expect(after?.["DTSTART;VALUE=DATE"]).toBe("20260602");
	expect(Number(after?.SEQUENCE)).toBeGreaterThanOrEqual(Number(before?.SEQUENCE));

	expect(await problem(await ask())).toMatchObject({ status: 401 });
	const stranger = await arena.api.create();
	expect(await problem(await ask(stranger.facilitatorToken))).toMatchObject({ status: 403 });
	const list = await arena.api.call("GET", `/api/workshops/${room.id}/measures`, { token: room.facilitatorToken });
	expect(await list.json()).toMatchObject([{ row: "r0" }, { row: "r1" }, { row: "r2" }, { row: "r3" }]);
	const none = await arena.api.call("GET", `/api/workshops/${stranger.id}/measures`, {
		token: stranger.facilitatorToken,
	});
	expect(await none.json()).toEqual([]);
});

/** The properties of each event, lines put together again. */
function eventsIn(file: string): Record<string, string>[] {
	const lines = file.replaceAll("\r\n ", "").split("\r\n");
	return lines
		.join("\n")
		.split("BEGIN:VEVENT\n")
		.slice(1)
		.map((event) =>
			Object.fromEntries(
				(event.split("\nEND:VEVENT")[0] ?? "").split("\n").map((line) => {
					const colon = line.indexOf(":");
					return [line.slice(0, colon), line.slice(colon + 1)];
				}),
			),
		);
}

test("what a measure was made of is watched, whatever answer it was", async () => {
	const arena = await stage();
	const room = await withPlan(arena);
	const { token } = found(room.people[0], "person");
	const summary = "Ein Kreis ohne Auftrag";
	await write(arena, room.sheet, token, (doc) => doc.getText("summary").insert(0, summary));
	await write(arena, room.plan, room.facilitatorToken, (doc) => {
		const source = { document: room.sheet, row: "#summary", name: "Gruppe A", said: saidByText(summary) };
		expect(takeStep(doc, PLAN, undefined, "m1", { cells: { what: "Auftrag klären" }, source })).toBe(true);
	});
	const exported = z.object({
		actionPlan: z.object({
			rows: z.array(z.object({ changedAtSource: z.unknown().optional() })),
			notTaken: z.array(z.unknown()),
		}),
	});
	const planNow = async () => {
		const file = await arena.api.call("GET", `/api/workshops/${room.id}/export.json`, { token: room.facilitatorToken });
		return exported.parse(await file.json()).actionPlan;
	};
	expect(await planNow()).toEqual({ rows: [{ changedAtSource: undefined }], notTaken: [] });
	const steps = async () => {
		const list = await arena.api.call("GET", `/api/workshops/${room.id}/steps`, { token: room.facilitatorToken });
		return z.array(stepSheetSchema).parse(await list.json());
	};
	expect(await steps()).toMatchObject([{ document: room.sheet, steps: [], answers: [{ row: "#summary" }] }]);

	await write(arena, room.sheet, token, (doc) => doc.getText("summary").insert(0, "Noch immer: "));
	expect(await planNow()).toMatchObject({ rows: [{ changedAtSource: { what: `Noch immer: ${summary}` } }] });
});

test("the next meeting asks about what is still open, and nothing else of this one comes along", async () => {
	const arena = await stage();
	const room = await withPlan(arena);
	await room.run({
		type: "workshop.set",
		details: { series: { name: "Netzwerk", number: 2 }, startsAt: Date.UTC(2026, 2, 8, 9) },
	});
	await write(arena, room.plan, room.facilitatorToken, (doc) => {
		addRow(doc, PLAN, undefined, "open", {
			what: "Einladen",
			responsible: "Bildungsbüro",
			due: "2026-05-31",
			status: "begun",
		});
		addRow(doc, PLAN, undefined, "done", { what: "Berichten", status: "done" });
		addRow(doc, PLAN, undefined, "gone", { what: "Zählen", status: "dropped" });
		doc.getText("risks").insert(0, "Nur für uns");
	});
	const copy = async (id: string, token: string, body: object) => {
		const response = await arena.api.call("POST", `/api/workshops/${id}/copy`, { token, body });
		expect(response.status).toBe(201);
		return copiedWorkshopSchema.parse(await response.json());
	};
	const without = await copy(room.id, room.facilitatorToken, {});
	expect(without.measures).toBe(0);
	expect((await arena.api.snapshot(without.id, without.facilitatorToken)).documents).toEqual([]);

	const second = await copy(room.id, room.facilitatorToken, { measures: true });
	expect(second.measures).toBe(1);
	const { documents } = await arena.api.snapshot(second.id, second.facilitatorToken);
	expect(documents).toMatchObject([{ worksheet: "action-plan", scope: { kind: "plenary" } }]);
	const plan = found(documents[0], "plan").id;
	const rowsIn = async (document: string, token: string) => {
		const page = await sheet(arena.url, document, token);
		const { rows } = actionsBlock.read(page.doc, PLAN);
		const risks = page.doc.getText("risks").toString();
		page.provider.destroy();
		expect(risks).toBe("");
		return rows;
	};
	const source = { document: room.plan, row: "open", name: "Netzwerk, 2. Treffen, 8. März 2026" };
	expect(await rowsIn(plan, second.facilitatorToken)).toMatchObject([
		{
			id: "open",
			cells: { what: "Einladen", responsible: "Bildungsbüro", due: "2026-05-31", status: "begun" },
			source,
		},
	]);

	// What the meeting after the next takes along still says where it began; what came new says so of this one.
	await write(arena, plan, second.facilitatorToken, (doc) => {
		setCell(doc, PLAN, undefined, "open", "status", "open");
		addRow(doc, PLAN, undefined, "new", { what: "Neu" });
	});
	const third = await copy(second.id, second.facilitatorToken, { measures: true });
	expect(third.measures).toBe(2);
	const [last] = (await arena.api.snapshot(third.id, third.facilitatorToken)).documents;
	expect(await rowsIn(found(last, "plan").id, third.facilitatorToken)).toMatchObject([
		{ id: "open", source },
		{ id: "new", source: { document: plan, name: expect.stringContaining("Netzwerk, 3. Treffen, ") } },
	]);
});
