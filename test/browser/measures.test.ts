import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { MOST_ACTIONS } from "../../worksheets/blocks/action-columns.ts";
import { actionsBlock } from "../../worksheets/blocks/actions.ts";
import type { BlockOf } from "../../worksheets/blocks/definitions.ts";
import { addRow, removeRow } from "../../worksheets/blocks/table.ts";
import { found } from "../flows/stage.ts";
import type { Person } from "../harness/browser.ts";
import { toGroupWork } from "../harness/group-work.ts";
import type { SheetClient } from "../harness/sheet-client.ts";
import { hasFocus, inspection, tabTo } from "./accessibility.ts";
import { house, type Room } from "./house.ts";

const arena = house();

const STEPS: BlockOf<"actions"> = { id: "steps", type: "actions", label: { de: "Schritte", en: "Steps" } };
const STRATEGIES: BlockOf<"table"> = {
	id: "strategies",
	type: "table",
	label: { de: "Strategien", en: "Strategies" },
	rowName: { de: "Strategie", en: "strategy" },
	maxRows: 100,
	columns: [{ id: "strategy", kind: "text", label: { de: "Strategie", en: "Strategy" } }],
};

/** A group at work on its strategies, long before the phase of the plan, and a line to its sheet. */
async function atWork(): Promise<{ room: Room; document: string; sheet: SheetClient; lead: Person; desk: Page }> {
	const room = await arena.room();
	const anna = await arena.api.join(room.code, "Anna");
	await room.run(...toGroupWork(1, "group-adaptation"));
	const { documents } = await arena.api.snapshot(room.id, room.facilitatorToken);
	const sheet = documents.find(
		({ scope, worksheet }) => scope.kind === "group" && worksheet === "challenges-adaptation",
	);
	const document = found(sheet, "sheet").id;
	const lead = await arena.facilitator(room);
	return { room, document, sheet: await arena.sheet(document, anna.token), lead, desk: lead.page };
}

async function goTo(dialog: Locator, prompt: RegExp): Promise<void> {
	await dialog.getByRole("button", { name: prompt }).press("Enter");
	await dialog.getByRole("heading", { name: prompt }).waitFor();
}

async function planLine(room: Room): Promise<SheetClient> {
	const { documents } = await arena.api.snapshot(room.id, room.facilitatorToken);
	const plan = found(
		documents.find(({ worksheet }) => worksheet === "action-plan"),
		"plan",
	);
	return arena.sheet(plan.id, room.facilitatorToken);
}

test("a strategy becomes a measure with one click, and the plan says when it has changed since", async () => {
	const { screen, problems } = inspection();
	const { room, document, sheet, desk } = await atWork();
	await sheet.write((doc) => {
		addRow(doc, STRATEGIES, undefined, "s1", { strategy: "Lenkungskreis verkleinern" });
		addRow(doc, STRATEGIES, undefined, "s2", { strategy: "Beschlüsse vorab versenden" });
	});
	const look = desk.getByRole("button", { name: /^Hinschauen: / });
	await look.press("Enter");
	const dialog = desk.getByRole("dialog");
	await goTo(dialog, /Womit können wir darauf antworten/);
	const fold = dialog.getByRole("button", { name: "Als Maßnahme übernehmen (2)" });
	await tabTo(desk, fold);
	await desk.keyboard.press("Enter");
	const take = dialog.getByRole("button", { name: "Als Maßnahme: Lenkungskreis verkleinern" });
	await tabTo(desk, take);
	await screen(desk, "take-measure");
	await desk.keyboard.press("Enter");
	const taken = dialog.getByRole("button", { name: "Im Maßnahmenplan: Lenkungskreis verkleinern" });
	await taken.waitFor();
	await expect.poll(() => hasFocus(taken)).toBe(true);
	await expect.poll(() => desk.locator("[data-announcements]").innerText()).toBe("Steht jetzt im Maßnahmenplan.");
	await dialog.getByRole("button", { name: "Als Maßnahme übernehmen (1)" }).waitFor();
	await screen(desk, "measure-taken");

	const plan = await planLine(room);
	await plan.until((doc) => rowsOf(doc).length === 1);
	expect(rowsOf(plan.doc)).toMatchObject([
		{
			cells: { what: "Lenkungskreis verkleinern", status: "open" },
			source: { document, row: "#strategies/s1", name: expect.stringContaining(": Herausforderungen") },
		},
	]);

	// Its plan is one key away, and the focus with it.
	await desk.keyboard.press("Enter");
	await dialog.getByText(/^aus Gruppe A: /).waitFor();
	expect(await desk.evaluate(() => window.document.activeElement?.closest("dialog") !== null)).toBe(true);
	await dialog.getByRole("button", { name: "Mitschreiben" }).press("Enter");
	await sheet.write((doc) => setText(doc, "s1", "Lenkungskreis auf sechs Personen verkleinern"));
	await dialog.getByText("An der Quelle geändert.").waitFor();
	await dialog.getByText("Lenkungskreis auf sechs Personen verkleinern").waitFor();
	await screen(desk, "measure-changed");
	await dialog.getByRole("button", { name: "Als gesehen markieren" }).press("Enter");
	await dialog.getByText("An der Quelle geändert.").waitFor({ state: "detached" });
	expect(problems).toEqual([]);
});

const rowsOf = (doc: Y.Doc) => actionsBlock.read(doc, STEPS).rows;

function setText(doc: Y.Doc, row: string, text: string): void {
	const map = doc
		.getArray<Y.Map<unknown>>("strategies")
		.toArray()
		.find((candidate) => candidate.get("id") === row);
	const cell = map?.get("strategy");
	if (!(cell instanceof Y.Text)) throw new Error("no such cell");
	cell.delete(0, cell.length);
	cell.insert(0, text);
}

test("where no phase has a plan, the page says so and leads to where one is planned", async () => {
	const { screen, problems } = inspection();
	const { room, sheet, desk } = await atWork();
	await room.run({ type: "plan.change", phase: "measures", patch: { sheets: [] } });
	await sheet.write((doc) => addRow(doc, STEPS, undefined, "a1", { what: "Einladen", responsible: "Büro" }));
	await desk.getByRole("button", { name: /^Hinschauen: / }).press("Enter");
	const dialog = desk.getByRole("dialog");
	await goTo(dialog, /Welche Schritte verabreden wir/);
	await dialog.getByRole("button", { name: "Als Maßnahme: Einladen" }).press("Enter");
	await dialog.getByText("Der Ablauf hat noch keinen Maßnahmenplan.").waitFor();
	await screen(desk, "no-plan");
	await dialog.getByRole("link", { name: "Planung öffnen" }).waitFor();
	// The group goes on writing: what stood open stays open, and the focus where it is.
	const only = dialog.getByRole("button", { name: "Als Maßnahme: Einladen" });
	expect(await hasFocus(only)).toBe(true);
	await sheet.write((doc) => addRow(doc, STEPS, undefined, "a2", { what: "Berichten" }));
	await dialog.getByRole("button", { name: "Als Maßnahme: Berichten" }).waitFor();
	expect(await hasFocus(only)).toBe(true);

	await room.run({
		type: "plan.change",
		phase: "measures",
		patch: { sheets: [{ worksheet: "action-plan", scope: "plenary" }] },
	});
	await dialog.getByRole("button", { name: "Als Maßnahme: Einladen" }).press("Enter");
	await dialog.getByRole("button", { name: "Im Maßnahmenplan: Einladen" }).waitFor();
	const plan = await planLine(room);
	await plan.until((doc) => rowsOf(doc).length === 1);
	expect(rowsOf(plan.doc)).toMatchObject([{ cells: { responsible: "Büro" }, source: { row: "a1" } }]);
	expect(problems).toEqual([]);
});

test("no line, a full plan and the end say why nothing is taken; twice it is taken on purpose alone", async () => {
	const { screen, problems } = inspection();
	const { room, sheet, lead, desk } = await atWork();
	await sheet.write((doc) => addRow(doc, STRATEGIES, undefined, "s1", { strategy: "Kreis verkleinern" }));
	await desk.getByRole("button", { name: /^Hinschauen: / }).press("Enter");
	const dialog = desk.getByRole("dialog");
	await goTo(dialog, /Womit können wir darauf antworten/);
	const take = dialog.getByRole("button", { name: "Als Maßnahme: Kreis verkleinern" });
	await take.waitFor();
	const refused = dialog.getByRole("alert");

	await lead.cut();
	await desk.getByText("Sie steuern gerade nicht").waitFor();
	await take.press("Enter");
	await refused.getByText("Diese Aktion ist gerade nicht möglich, weil Sie offline sind.").waitFor();
	await lead.mend();
	await desk.getByText("Sie steuern gerade nicht").waitFor({ state: "detached" });
	await take.press("Enter");
	const again = dialog.getByRole("button", { name: "Noch einmal übernehmen: Kreis verkleinern" });
	await again.waitFor();
	await refused.waitFor({ state: "detached" });
	await again.press("Enter");
	const twice = dialog.getByRole("button", { name: "2-mal im Maßnahmenplan: Kreis verkleinern" });
	await twice.waitFor();
	expect(await hasFocus(again)).toBe(true);
	await screen(desk, "measure-twice");

	const plan = await planLine(room);
	await plan.until((doc) => rowsOf(doc).length === 2);
	const others = Array.from({ length: MOST_ACTIONS - 2 }, (_, index) => `m${index}`);
	await plan.write((doc) => {
		for (const id of others) addRow(doc, STEPS, undefined, id, { what: id });
	});
	await sheet.write((doc) => addRow(doc, STRATEGIES, undefined, "s2", { strategy: "Vorab versenden" }));
	const other = dialog.getByRole("button", { name: "Als Maßnahme: Vorab versenden" });
	await other.press("Enter");
	await refused.getByText("Der Plan ist voll (100 Maßnahmen).").waitFor();
	expect(rowsOf(plan.doc)).toHaveLength(MOST_ACTIONS);
	await plan.write((doc) => {
		for (const id of others) removeRow(doc, STEPS, undefined, id);
	});

	await twice.press("Enter");
	await expect.poll(() => dialog.getByText("Dieselbe Antwort steht noch in einer anderen Zeile.").count()).toBe(2);
	await screen(desk, "plan-twice");
	await dialog.getByRole("button", { name: "Schließen" }).press("Enter");
	await desk.getByRole("button", { name: /^Hinschauen: / }).press("Enter");
	await goTo(dialog, /Womit können wir darauf antworten/);
	await dialog.getByRole("button", { name: "Als Maßnahme übernehmen (1)" }).press("Enter");
	await other.waitFor();
	await room.run({ type: "session.end" });
	await other.waitFor({ state: "detached" });
	expect(await again.count()).toBe(0);
	expect(await twice.count()).toBe(1);
	expect(problems).toEqual([]);
});

test("the plan says in each row what it lacks, stands by date on request, goes into calendars and along to the next date", async () => {
	const { screen, problems } = inspection();
	const { room, desk } = await atWork();
	await room.run({ type: "measures.open" }, { type: "phase.go", phase: "measures" });
	const plan = await planLine(room);
	await plan.write((doc) => {
		addRow(doc, STEPS, undefined, "m1", { what: "Bericht im Ausschuss", status: "open" });
		addRow(doc, STEPS, undefined, "m2", {
			what: "Mandat erneuern",
			responsible: "Schulamt",
			due: "2026-09-30",
			body: "Lenkungskreis",
		});
		addRow(doc, STEPS, undefined, "m3", {
			what: "Einladen",
			responsible: "Bildungsbüro",
			due: "2026-05-31",
			followUp: "2026-06-30",
			firstStep: "Anrufen",
		});
		addRow(doc, STEPS, undefined, "m4", { what: "Zählen", status: "done" });
	});
	await desk.getByRole("button", { name: /^Öffnen: Maßnahmenplan/ }).press("Enter");
	const dialog = desk.getByRole("dialog");
	await dialog.getByRole("button", { name: "Mitschreiben" }).press("Enter");
	const rows = dialog.locator("[data-row]");
	await expect.poll(() => rows.count()).toBe(4);
	const lack = (row: number) => rows.nth(row).getByText(/^Es fehlt: /);
	expect(await lack(0).innerText()).toBe("Es fehlt: Verantwortliche, Frist");
	expect(await lack(1).count()).toBe(0);
	expect(await lack(3).count()).toBe(0);
	await rows.nth(0).getByRole("textbox", { name: "Verantwortlich" }).fill("Jugendamt");
	await expect.poll(() => lack(0).innerText()).toBe("Es fehlt: Frist");

	const byDate = dialog.getByRole("button", { name: "Nach Datum ordnen" });
	await byDate.press("Enter");
	const order = () => rows.evaluateAll((all) => all.map((row) => row.getAttribute("data-row")));
	expect(await order()).toEqual(["m3", "m2", "m1", "m4"]);
	// Who enters a date keeps the row under their hands.
	const date = rows.nth(2).getByLabel("Bis wann");
	await date.fill("2026-01-31");
	await plan.until((doc) => rowsOf(doc)[0]?.cells.due === "2026-01-31");
	expect(rowsOf(plan.doc).map(({ id }) => id)).toEqual(["m1", "m2", "m3", "m4"]);
	expect(await hasFocus(date)).toBe(true);
	expect(await order()).toEqual(["m3", "m2", "m1", "m4"]);
	await screen(desk, "plan-by-date");
	await dialog.getByRole("button", { name: "In der Reihenfolge der Eingabe" }).press("Enter");
	expect(await order()).toEqual(["m1", "m2", "m3", "m4"]);

	await dialog.locator("summary", { hasText: "Kalenderdatei je verantwortlicher Stelle" }).press("Enter");
	const download = desk.waitForEvent("download");
	await dialog.getByRole("link", { name: "Kalenderdatei: Bildungsbüro" }).press("Enter");
	expect((await download).suggestedFilename()).toMatch(/^massnahmen-.*\.ics$/);
	await screen(desk, "plan-calendar");
	await dialog.getByRole("button", { name: "Schließen" }).press("Enter");

	await desk.goto(`${arena.url}/w/${room.id}/ergebnisse`);
	await desk.getByRole("heading", { name: "Maßnahmen im Kalender" }).waitFor();
	await desk.getByRole("link", { name: "Kalenderdatei (alle)" }).waitFor();
	await screen(desk, "results-calendar");
	await desk.goto(`${arena.url}/w/${room.id}/leitung`);
	const copy = desk.getByRole("button", { name: "Nächsten Termin dieser Reihe anlegen" });
	await copy.waitFor();
	await copy.press("Enter");
	const along = desk.getByRole("checkbox", { name: "Die 3 offenen Maßnahmen mitnehmen" });
	await along.waitFor();
	await screen(desk, "copy-measures");
	expect(await along.isChecked()).toBe(true);
	await desk.getByRole("button", { name: "Workshop anlegen" }).press("Enter");
	await desk.getByText("3 offene Maßnahmen stehen im neuen Maßnahmenplan.").waitFor();
	await screen(desk, "copied-measures");
	expect(problems).toEqual([]);
});
