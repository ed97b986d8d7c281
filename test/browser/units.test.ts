import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { setDone } from "../../worksheets/document/done.ts";
import { found } from "../flows/stage.ts";
import { VIEWPORTS } from "../harness/browser.ts";
import { documentOf, toGroupWork } from "../harness/group-work.ts";
import { inspection, isFocusKept, painted, tabTo } from "./accessibility.ts";
import { house, type Room } from "./house.ts";
import { arriveAt } from "./people.ts";

/** What the people of a municipality have rated in mixed groups, counted for it and taken home. */

const arena = house();
const QUESTION = "assessment/steering-committee";

/** Somebody rates in their own sheet and submits it. */
async function rate(room: Room, token: string, values: Readonly<Record<string, number>>): Promise<void> {
	const own = await arena.sheet(documentOf(await arena.api.snapshot(room.id, token), "participant"), token);
	await own.write((doc) => {
		for (const [dimension, value] of Object.entries(values)) doc.getMap(QUESTION).set(`${dimension}.state`, value);
		setDone(doc, QUESTION, true);
	});
}

const panel = (desk: Page) => desk.locator("details", { hasText: "Einschätzungen nach Kommunen" });

test("is counted from the cockpit by keyboard, and its people find their file", { timeout: 120_000 }, async () => {
	const look = inspection();
	const room = await arena.room();
	const anna = await arena.seated(room, "Anna", { organisation: "Kreis Ahlen" });
	const dora = await arena.seated(room, "Dora", { organisation: "Beckum" });
	const values = new Map([
		[anna.token, 1],
		[dora.token, 4],
	]);
	for (const [name, organisation, value] of [
		["Ben", "kreis ahlen", 2],
		["Cleo", "Kreis  Ahlen", 4],
		["Emil", "Oelde", 0],
		["Finn", "", 3],
	] as const) {
		const { token } = await arena.api.join(room.code, name, organisation === "" ? undefined : organisation);
		values.set(token, value);
	}
	const { page: desk } = await arena.facilitator(room);
	await room.run(...toGroupWork(2, "group-structures"));
	await panel(desk).getByText("Einschätzungen nach Kommunen").click();
	const count = panel(desk).getByRole("button", { name: "Nach Kommunen auswerten" });
	await tabTo(desk, count);
	await desk.keyboard.press("Enter");
	await panel(desk).getByText("Aus keiner Kommune haben mindestens drei Personen").waitFor();
	for (const [token, continuation] of values) await rate(room, token, { continuation });
	const again = panel(desk).getByRole("button", { name: "Neu auswerten" });
	await tabTo(desk, again);
	await desk.keyboard.press("Enter");
	const file = panel(desk).getByRole("link", { name: "Markdown für Kreis Ahlen herunterladen" });
	await file.waitFor();
	expect(await panel(desk).getByRole("link").count()).toBe(5);
	await look.screen(desk, "units-cockpit");

	const { page } = anna;
	await page.goto(`${arena.url}/w/${room.id}/ergebnisse`);
	const own = page.getByRole("region", { name: "Für Ihre Kommune" });
	await own.waitFor();
	await look.screen(page, "units-results");
	const [download] = await Promise.all([
		page.waitForEvent("download"),
		own.getByRole("link", { name: "Markdown für Kreis Ahlen herunterladen" }).click(),
	]);
	expect(download.suggestedFilename()).toMatch(/kreis-ahlen-.*\.md$/);
	const markdown = await page.evaluate(
		async (url) => await (await fetch(url)).text(),
		found(download.url(), "address"),
	);
	expect(markdown).toContain("3 Personen von hier, 3 andere");
	expect(markdown).toMatch(/Verstetigung \| 2 \| 1–4 \| 3 \| 3 \| 0–4 \| 3/);
	await dora.page.goto(`${arena.url}/w/${room.id}/ergebnisse`);
	await dora.page.getByRole("heading", { level: 1, name: "Ergebnisse" }).waitFor();
	expect(await dora.page.getByText("Für Ihre Kommune").count()).toBe(0);
	expect(look.problems).toEqual([]);
});

/** What stands in the cells of the table, row by row. */
async function cells(page: Page): Promise<string[][]> {
	return await page
		.locator(".heatmap__table tbody tr:not(.heatmap__module)")
		.evaluateAll((rows) =>
			rows.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.innerText.replace(/\s+/g, " ").trim())),
		);
}

test("is put side by side in the plenary, by keyboard, and shown to all", { timeout: 180_000 }, async () => {
	const look = inspection();
	const room = await arena.room();
	const anna = await arena.seated(room, "Anna", { organisation: "Kreis Ahlen", viewport: VIEWPORTS.phone });
	const people: [string, Record<string, number>][] = [[anna.token, { continuation: 1, output: 3 }]];
	for (const [name, organisation, continuation, output] of [
		["Ben", "Kreis Ahlen", 2, 3],
		["Cleo", "Kreis Ahlen", 4, 4],
		["Dora", "Stadt Beckum", 0, null],
		["Emil", "Stadt Beckum", 0, null],
		["Finn", "Stadt Beckum", 1, 2],
		["Gesa", "Stadt Beckum", 3, 2],
	] as const) {
		const { token } = await arena.api.join(room.code, name, organisation);
		people.push([token, { continuation, ...(output === null ? {} : { output }) }]);
	}
	const { page: desk, context } = await arena.facilitator(room);
	await room.run(...toGroupWork(2, "group-structures"));
	await arriveAt(anna.page, /Gruppenphase 1/);
	await desk.goto(`${arena.url}/w/${room.id}/plenum`);
	await desk.getByRole("tab", { name: "Heatmap" }).focus();
	for (const _ of ["Verteilung", "Kommunen"]) await desk.keyboard.press("ArrowRight");
	const tab = desk.getByRole("tabpanel", { name: "Kommunen" });
	await tab.getByText("Nach Kommunen ist noch nichts ausgewertet").waitFor();
	await look.screen(desk, "units-plenary-empty");
	for (const [token, values] of people) await rate(room, token, values);
	await tabTo(desk, tab.getByRole("button", { name: "Nach Kommunen auswerten" }));
	await desk.keyboard.press("Enter");
	await tab
		.getByText("Größter Abstand zwischen den Kommunen: Lenkungsgruppe, Verstetigung (0,5–2).")
		.waitFor({ timeout: 30_000 });
	const rows = [
		["2 1–4, n = 3", "–", "–", "–", "–"],
		["0,5 0–3, n = 4", "–", "–", "–", "–"],
	];
	expect(await cells(desk)).toEqual(rows);
	await look.screen(desk, "units-plenary");

	const cell = tab.getByRole("button", { name: /^Stadt Beckum, Lenkungsgruppe, Verstetigung: 0,5, zwischen / });
	await tabTo(desk, cell);
	await desk.keyboard.press("Enter");
	const detail = tab.getByRole("region", { name: "Stadt Beckum: Lenkungsgruppe, Verstetigung" });
	await detail.getByText("Verstetigung: Median 0,5, Spannweite 0–3, n = 4").waitFor();
	expect(await detail.getByRole("button", { name: /^Als Maßnahme/ }).count()).toBe(0);
	await look.screen(desk, "units-plenary-cell");
	await tabTo(desk, detail.getByRole("button", { name: "Schließen" }));
	await desk.keyboard.press("Enter");
	await expect.poll(() => cell.evaluate((button) => button === document.activeElement)).toBe(true);
	await desk.keyboard.press("ArrowRight");
	await desk.keyboard.press("Enter");
	await tab.getByText("Hier wird nichts gezeigt: Weniger als drei Personen haben einen Wert gewählt").waitFor();

	const projector = await context.newPage();
	await projector.setViewportSize({ width: 1920, height: 1080 });
	await projector.goto(`${arena.url}/w/${room.id}/beamer`);
	await projector.getByRole("heading", { name: /Gruppenphase 1/ }).waitFor();
	expect(await anna.page.getByText("Stadt Beckum").count()).toBe(0);
	await desk.getByRole("button", { name: "Allen zeigen" }).click();
	await desk.getByText("Alle sehen gerade: Heatmap der Kommunen").waitFor();
	await anna.page.getByRole("region", { name: "Die Moderation zeigt allen: Heatmap der Kommunen" }).waitFor();
	await expect.poll(() => cells(anna.page)).toEqual(rows.map(([first = ""]) => [first]));
	await look.screen(anna.page, "units-plenary-phone");
	await anna.page.getByRole("button", { name: /^Kreis Ahlen, Lenkungsgruppe, Verstetigung: 2/ }).click();
	await anna.page.getByText("Verstetigung: Median 2, Spannweite 1–4, n = 3").waitFor();
	await expect.poll(() => cells(projector)).toEqual(rows);
	await painted(projector);
	expect(
		await projector
			.locator(".heatmap .scroll-box")
			.first()
			.evaluate((box) => box.scrollWidth > box.clientWidth),
	).toBe(false);
	await look.screen(projector, "units-plenary-beamer");
	// Taken back, it is gone for everybody.
	await tab.getByRole("button", { name: "Zurücknehmen" }).click();
	await anna.page.getByRole("region", { name: /^Die Moderation zeigt allen/ }).waitFor({ state: "hidden" });
	await expect.poll(() => isFocusKept(desk)).toBe(true);
	await projector.getByRole("heading", { name: /Gruppenphase 1/ }).waitFor();
	expect(look.problems).toEqual([]);
});
