import { expect, test } from "vitest";
import { z } from "zod";
import { exportedSchema } from "../../worksheets/assessment/exported.ts";
import type { BlockOf } from "../../worksheets/blocks/definitions.ts";
import { addRow } from "../../worksheets/blocks/table.ts";
import { takeStep } from "../../worksheets/plan/take.ts";
import { saidByText } from "../../worksheets/plan/takeable.ts";
import { documentOf, toGroupWork } from "../harness/group-work.ts";
import { pdfPages } from "../harness/pdf.ts";
import { addParagraph, found, openWorkshop, problem, sharedStage, sheet, type Workshop } from "./stage.ts";

const current = sharedStage();
const PLAN: BlockOf<"actions"> = { id: "steps", type: "actions", label: { de: "Plan", en: "Plan" }, plan: true };

const results = z.object({
	part: z.object({ kind: z.string(), of: z.string() }),
	groups: z.array(z.object({ id: z.string(), name: z.string() })),
	sheets: z.array(z.object({ scope: z.object({ kind: z.string(), id: z.string().nullable() }) })),
	actionPlan: z.object({ rows: z.array(z.object({ cells: z.object({ what: z.string() }) })) }),
	topics: z.array(z.unknown()),
});

interface Room extends Workshop {
	first: { token: string; group: string };
	second: { token: string; group: string };
	ask(query: string, token?: string, format?: string): Promise<Response>;
}

/** Two groups of one person each, who have written, and a plan in which three bodies decide on three measures. */
async function openRoom(): Promise<Room> {
	const { api, url } = current();
	const room = await openWorkshop(current(), { people: 2, title: "Kooperation 2.0", startsAt: "2026-03-17T09:00:00Z" });
	await room.run(...toGroupWork(2, "check-in", "group-structures"), { type: "measures.open" });
	const seats = [];
	for (const [index, { token }] of room.people.entries()) {
		const snapshot = await api.snapshot(room.id, token);
		const inGroup = documentOf(snapshot, "group");
		const group = found(snapshot.documents.find(({ id }) => id === inGroup)?.scope.id, "group");
		await (await sheet(url, inGroup, token)).write((doc) => addParagraph(doc, "plenary", `Gruppentext${index}`));
		const own = snapshot.documents.find(({ worksheet }) => worksheet === "check-in-feedback");
		const page = await sheet(url, found(own, "own sheet").id, token);
		await page.write((doc) => doc.getText("expectation").insert(0, `Eigentext${index}`));
		seats.push({ token, group, document: inGroup });
	}
	const [first, second] = [found(seats[0], "seat"), found(seats[1], "seat")];
	const { documents } = await api.snapshot(room.id, room.facilitatorToken);
	const plan = found(
		documents.find(({ worksheet }) => worksheet === "action-plan"),
		"plan",
	).id;
	const page = await sheet(url, plan, room.facilitatorToken);
	await page.write((doc) => {
		const source = { document: first.document, row: "#plenary", name: "Gruppe A", said: saidByText("x") };
		takeStep(doc, PLAN, undefined, "m1", { cells: { what: "Aus der ersten Gruppe", status: "open" }, source });
		addRow(doc, PLAN, undefined, "m2", { what: "Stelle sichern", body: "Rat ", status: "open" });
		addRow(doc, PLAN, undefined, "m3", { what: "Geld suchen", body: "Ausschuss", due: "2026-08-01", status: "open" });
		addRow(doc, PLAN, undefined, "m4", { what: "Aufgegeben", body: "Beirat", status: "dropped" });
	});
	return {
		...room,
		first,
		second,
		ask: (query, token = room.facilitatorToken, format = "json") =>
			api.call("GET", `/api/workshops/${room.id}/export.${format}${query}`, { token }),
	};
}

const read = async (response: Response) => {
	expect(response.status).toBe(200);
	return results.parse(await response.json());
};

test("a group's file holds its sheets, and of the plan what came from them, for whoever may read them", async () => {
	const { ask, first, second } = await openRoom();
	for (const token of [undefined, first.token]) {
		const file = await read(await ask(`?group=${first.group}`, token));
		expect(file.part).toMatchObject({ kind: "group" });
		expect(file.groups.map(({ id }) => id)).toEqual([first.group]);
		expect(new Set(file.sheets.map(({ scope }) => scope.id))).toEqual(new Set([first.group]));
		expect(file.actionPlan.rows.map(({ cells }) => cells.what)).toEqual(["Aus der ersten Gruppe"]);
	}
	const text = await (await ask(`?group=${first.group}`, undefined, "md")).text();
	expect(text).toContain("Gruppentext0");
	expect(text).not.toMatch(/Gruppentext1|Eigentext|Stelle sichern/);
	const foreign = await ask(`?group=${second.group}`, first.token, "md");
	expect(await foreign.text()).not.toContain("Gruppentext1");
	expect(await problem(await ask(`?group=${"A".repeat(22)}`))).toMatchObject({ status: 404 });
});

test("people take their own sheets alone, and those who steer have none", async () => {
	const { ask, first } = await openRoom();
	const file = await read(await ask("?part=own", first.token));
	expect(new Set(file.sheets.map(({ scope }) => scope.kind))).toEqual(new Set(["participant"]));
	const text = await (await ask("?part=own", first.token, "md")).text();
	expect(text).toContain("Eigentext0");
	expect(text).not.toMatch(/Eigentext1|Gruppentext/);
	expect(await problem(await ask("?part=own"))).toMatchObject({ status: 404 });
});

test("the plan is a file of its own, and a body finds its measures in a paper to decide on", async () => {
	const { ask } = await openRoom();
	const plan = await ask("?part=measures", undefined, "md");
	expect(plan.headers.get("content-disposition")).toContain(
		'"ergebnisse-zwischenstand-kooperation-2-0-massnahmenplan-2026-03-17.md"',
	);
	const measures = await plan.text();
	expect(measures).toContain("Stelle sichern");
	expect(measures).not.toContain("## Ablauf");

	const whole = await (await ask("?part=decision", undefined, "md")).text();
	const headings = whole.split("\n").filter((line) => line.startsWith("## "));
	expect(headings).toEqual(["## Sachverhalt", "## Befund", "## Vorschlag", "## Maßnahmen"]);
	expect(whole).toMatch(/vom 17\. März 2026 mit 2 Personen in 2 Gruppen/);
	expect(whole).toContain("Geld suchen");
	expect(whole).not.toContain("Aufgegeben");

	const pdf = await ask(`?part=decision&body=${encodeURIComponent("Rat")}`, undefined, "pdf");
	const text = (await pdfPages(new Uint8Array(await pdf.arrayBuffer()))).join(" ").replace(/\s+/g, " ");
	expect(text).toContain("Für das Gremium");
	expect(text).toContain("Stelle sichern");
	expect(text).not.toContain("Geld suchen");
	expect(text).toContain("2 weitere Maßnahmen des Plans nennen ein anderes Gremium oder keines");
	expect(pdf.headers.get("content-disposition")).toContain("entscheidungsvorlage");
});

test("a part is never taken for the whole, and two at once are none", async () => {
	const { ask, first } = await openRoom();
	const whole = await (await ask("")).json();
	expect(exportedSchema.safeParse(whole).success).toBe(true);
	const { part, ...former } = z.looseObject({ part: z.unknown() }).parse(whole);
	expect(part).toEqual({ kind: "all", of: "" });
	expect(exportedSchema.safeParse(former).success).toBe(true);
	const paper = await read(await ask("?part=decision"));
	expect(paper.sheets).toEqual([]);
	for (const query of [`?group=${first.group}`, "?part=measures", "?part=decision"]) {
		expect(exportedSchema.safeParse(await (await ask(query)).json()).success).toBe(false);
	}
	for (const query of [`?part=own&group=${first.group}`, "?part=all", "?part=measures&body=Rat"]) {
		expect(await problem(await ask(query))).toMatchObject({ status: 422 });
	}
});
