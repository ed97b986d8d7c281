import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import type { ProgressState } from "../../worksheets/contract/snapshot.ts";
import { found } from "../flows/stage.ts";
import { VIEWPORTS } from "../harness/browser.ts";
import { Random } from "../harness/random.ts";
import { openSheet, type SheetClient } from "../harness/sheet-client.ts";
import { bringInto, TWELVE, TWELVE_QUESTIONS } from "../harness/twelve.ts";
import { hasFocus, inspection, tabTo } from "./accessibility.ts";
import { house, type Room } from "./house.ts";

const arena = house({ env: TWELVE });
const GROUPS = 10;
const STATES: readonly ProgressState[] = ["empty", "started", "done"];
const SYMBOLS: Record<ProgressState, string> = { empty: "○", started: "◐", done: "✓" };

/** A workshop in its group phase, with every group's sheet open as one of its members has it. */
async function atWork(groups: number): Promise<{ room: Room; sheets: SheetClient[] }> {
	const room = await arena.room({ template: "twelve" });
	const people = [];
	for (let person = 1; person <= groups; person += 1) people.push(await arena.api.join(room.code, `Person ${person}`));
	await room.run({ type: "groups.create", count: groups });
	for (const [at, { participantId }] of people.entries()) {
		const group = found(room.lead.snapshot().groups[at], "group").id;
		await room.run({ type: "groups.move", participant: participantId, group });
	}
	await room.run({ type: "session.start" });
	const { groups: formed, documents } = room.lead.snapshot();
	const sheets = [];
	for (const [at, { token }] of people.entries()) {
		const document = documents.find(({ scope }) => scope.id === formed[at]?.id);
		const sheet = await openSheet(arena.url, found(document, "sheet").id, token);
		onTestFinished(() => sheet[Symbol.asyncDispose]());
		sheets.push(sheet);
	}
	return { room, sheets };
}

/** What the matrix shows, row by row, as the signs that people see. */
async function shown(page: Page): Promise<string[]> {
	const rows = page.getByRole("grid", { name: "Zwölf Fragen" }).locator("tbody tr");
	return await rows.evaluateAll((all) =>
		all.map((row) =>
			[...row.querySelectorAll("button")].map((button) => button.lastElementChild?.textContent ?? "").join(""),
		),
	);
}

test("ten groups, twelve questions: every cell follows what the groups write", async () => {
	const { room, sheets } = await atWork(GROUPS);
	const desk = (await arena.facilitator(room)).page;
	const random = new Random(7);
	const cells = sheets.map(() => TWELVE_QUESTIONS.map((): ProgressState => "empty"));
	const expected = () => cells.map((row) => row.map((state) => SYMBOLS[state]).join(""));
	await expect.poll(() => shown(desk)).toEqual(expected());
	for (let round = 0; round < 3; round += 1) {
		for (const [at, { doc }] of sheets.entries()) {
			for (const [place, question] of TWELVE_QUESTIONS.entries()) {
				if (!random.chance(0.3)) continue;
				const state = random.pick(STATES);
				bringInto(doc, question, state);
				found(cells[at], "row")[place] = state;
			}
		}
		await expect.poll(() => shown(desk), { timeout: 10_000, interval: 50 }).toEqual(expected());
	}

	// Everything but the sign: the words that are read out, the sums, and when anything was last written.
	const [first = []] = cells;
	const words = { empty: "leer", started: "in Arbeit", done: "fertig" };
	const grid = desk.getByRole("grid", { name: "Zwölf Fragen" });
	await grid
		.getByRole("button", {
			name: `Gruppe A, Frage 1: Worum geht es in Ihrem Vorhaben?: ${words[found(first[0], "cell")]}`,
		})
		.waitFor();
	const done = first.filter((state) => state === "done").length;
	await grid
		.getByRole("row", { name: /Gruppe A/ })
		.getByText(`${done} von 12 fertig`)
		.waitFor();
	await grid.getByText("gerade eben").first().waitFor();

	const { problems, screen } = inspection();
	await screen(desk, "progress-matrix");
	expect(problems).toEqual([]);
	await desk.emulateMedia({ forcedColors: "active" });
	expect(await shown(desk)).toEqual(expected());
	await desk.emulateMedia({ forcedColors: "none" });

	// A cell is the same cell on the phone, large enough for a finger, with its number beside its sign.
	await desk.setViewportSize(VIEWPORTS.phone);
	const cell = grid.getByRole("button", { name: /^Gruppe B, Frage 12:/ });
	await expect.poll(() => cell.innerText()).toMatch(/F12/);
	const box = found(await cell.boundingBox(), "box");
	expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(48);
});

test("by keyboard alone: one stop, arrows from cell to cell, the sheet at that question, to read, and back", async () => {
	const { room, sheets } = await atWork(3);
	bringInto(found(sheets[1], "sheet").doc, "missing", "started");
	const desk = (await arena.facilitator(room)).page;
	const grid = desk.getByRole("grid", { name: "Zwölf Fragen" });
	const cell = (name: RegExp) => grid.getByRole("button", { name });
	await tabTo(desk, cell(/^Gruppe A, Frage 1:/));
	for (const key of ["ArrowDown", "ArrowRight", "ArrowRight"]) await desk.keyboard.press(key);
	const target = cell(/^Gruppe B, Frage 3:/);
	expect(await hasFocus(target)).toBe(true);
	await desk.keyboard.press("Enter");
	const dialog = desk.getByRole("dialog");
	await dialog.getByRole("heading", { name: "Welche Akteure fehlen noch?" }).waitFor();
	await dialog.getByText("Ein Satz der Gruppe").waitFor();
	await dialog.getByText("Frage 3 von 12").waitFor();
	expect(await dialog.locator("[contenteditable=true]").count()).toBe(0);
	await desk.keyboard.press("Escape");
	await dialog.waitFor({ state: "hidden" });
	expect(await hasFocus(target)).toBe(true);

	// The next Tab leaves the grid, the way back comes to the same cell.
	await desk.keyboard.press("Tab");
	expect(await grid.evaluate((element) => element.contains(document.activeElement))).toBe(false);
	await desk.keyboard.press("Shift+Tab");
	expect(await hasFocus(target)).toBe(true);
});

test("without a line the matrix says since when it stands still", async () => {
	const { room } = await atWork(2);
	const desk = await arena.facilitator(room);
	const next = desk.page.getByRole("button", { name: "Nächste Phase" });
	await expect.poll(() => next.isEnabled()).toBe(true);
	await desk.page.waitForLoadState("networkidle");
	await desk.cut();
	await desk.page.getByText(/^Stand von \d\d:\d\d/).waitFor();
	await desk.mend();
	await desk.page.getByText(/^Stand von/).waitFor({ state: "hidden" });
});
