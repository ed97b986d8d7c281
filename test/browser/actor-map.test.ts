import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { setPlace } from "../../worksheets/blocks/actor-board.ts";
import type { BlockOf } from "../../worksheets/blocks/definitions.ts";
import { addRow } from "../../worksheets/blocks/table.ts";
import { worksheetSchema } from "../../worksheets/schema/worksheet.ts";
import { documentOf, toGroupWork } from "../harness/group-work.ts";
import { openSheet } from "../harness/sheet-client.ts";
import { hasFocus, inspection, painted, tabTo } from "./accessibility.ts";
import { house } from "./house.ts";
import { arriveAt, expectSaved, openQuestion } from "./people.ts";

const arena = house();

const ASKED = /Welche Akteure sind für unser Thema wichtig/;
const PHONE = { width: 390, height: 844 };

/** Goes to the actors as soon as there is a sheet to go through. */
async function openActors(page: Pick<Page, "getByRole" | "getByText">): Promise<void> {
	await page.getByRole("article").waitFor();
	await openQuestion(page, ASKED);
}

async function atActors(page: Page): Promise<void> {
	await arriveAt(page, /Gruppenphase 1/);
	await openActors(page);
	await page.getByRole("button", { name: "Akteur hinzufügen" }).waitFor();
}

const onBoard = (page: Page, name: string): Locator => page.locator(".actor-board").getByRole("button", { name });
const announced = (page: Page) => page.locator("[data-announcements]");

async function showBoard(page: Page): Promise<void> {
	await page.getByRole("button", { name: "Karte anzeigen" }).click();
	await page.getByRole("figure", { name: "Karte: Einfluss und Interesse" }).waitFor();
}

/** Takes an actor by mouse to the lower right of a quarter. */
async function dragTo(page: Page, actor: Locator, quadrant: string): Promise<void> {
	await actor.scrollIntoViewIfNeeded();
	const from = await actor.boundingBox();
	const to = await page.locator(`[data-quadrant=${quadrant}]`).boundingBox();
	if (from === null || to === null) throw new Error("both are on the screen");
	await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
	await page.mouse.down();
	await page.mouse.move(from.x + from.width / 2 + 20, from.y + from.height / 2, { steps: 3 });
	await page.mouse.move(to.x + to.width * 0.75, to.y + to.height * 0.75, { steps: 5 });
	await page.mouse.up();
}

test("three people name actors, rate them and place them on one map, by mouse, keyboard and choice", async () => {
	const room = await arena.room({ template: "external-cooperation" });
	const [anna, ben, cem] = await Promise.all(["Anna", "Ben", "Cem"].map((name) => arena.seated(room, name)));
	if (!anna || !ben || !cem) throw new Error("three have come");
	await ben.page.setViewportSize(PHONE);
	await room.run(...toGroupWork(1, "group-actors"));
	const pages = [anna.page, ben.page, cem.page];
	await Promise.all(pages.map(atActors));
	const exported = async (format: string, token: string) =>
		await (await arena.api.call("GET", `/api/workshops/${room.id}/export.${format}`, { token })).text();

	// An example becomes a row of everybody's; a second row is named on the phone.
	await anna.page.getByRole("button", { name: /Beispiel „Kreiselternrat“ übernehmen/ }).click();
	const names = (page: Page) => page.getByRole("textbox", { name: /^Akteur/ });
	for (const page of pages)
		await expect.poll(async () => await names(page).first().inputValue()).toBe("Kreiselternrat");
	await ben.page.getByRole("button", { name: "Akteur hinzufügen" }).click();
	await expect.poll(async () => await hasFocus(names(ben.page).nth(1))).toBe(true);
	await ben.page.keyboard.type("Jugendamt");
	await expect.poll(async () => await names(cem.page).nth(1).inputValue()).toBe("Jugendamt");

	// A rating in the table is half a place.
	await cem.page.getByRole("tab", { name: "Steckbrief" }).focus();
	await cem.page.keyboard.press("ArrowRight");
	await cem.page.getByRole("combobox", { name: "Einfluss", exact: false }).nth(1).selectOption("3 eher hoch");
	await showBoard(anna.page);
	const unplaced = anna.page.getByRole("list", { name: "Noch nicht auf der Karte" });
	await unplaced.getByRole("button", { name: "Jugendamt" }).waitFor();

	// By keyboard: point by point, said aloud, with the focus staying where it is.
	const annas = onBoard(anna.page, "Jugendamt");
	await tabTo(anna.page, annas);
	await anna.page.keyboard.press("ArrowRight");
	await announced(anna.page).getByText("Jugendamt: Einfluss eher hoch, Interesse gering").waitFor();
	expect(await hasFocus(annas)).toBe(true);
	await anna.page.keyboard.press("ArrowUp");
	await anna.page.keyboard.press("ArrowUp");
	await announced(anna.page).getByText("Jugendamt: Einfluss hoch, Interesse gering").waitFor();
	expect(await hasFocus(annas)).toBe(true);

	// By choice, on the phone; whoever holds the focus on it keeps it.
	await showBoard(ben.page);
	const bens = onBoard(ben.page, "Jugendamt, Einfluss hoch, Interesse gering");
	await bens.click();
	const move = ben.page.getByRole("combobox", { name: "Jugendamt verschieben nach …" });
	await move.focus();
	await move.selectOption("Einfluss eher gering, Interesse hoch");
	await announced(ben.page).getByText("Jugendamt: Einfluss eher gering, Interesse hoch").waitFor();
	expect(await hasFocus(move)).toBe(true);
	await onBoard(anna.page, "Jugendamt, Einfluss eher gering, Interesse hoch").waitFor();
	expect(await hasFocus(annas)).toBe(true);

	// By mouse, and back where it came from with Escape.
	await showBoard(cem.page);
	const cems = onBoard(cem.page, "Jugendamt");
	await dragTo(cem.page, cems, "both");
	for (const page of pages) await onBoard(page, "Jugendamt, Einfluss eher hoch, Interesse hoch").waitFor();
	const box = await cems.boundingBox();
	if (box === null) throw new Error("it is on the screen");
	await cem.page.mouse.move(box.x + 10, box.y + 10);
	await cem.page.mouse.down();
	await cem.page.mouse.move(box.x - 200, box.y + 150, { steps: 5 });
	await cem.page.keyboard.press("Escape");
	await cem.page.mouse.up();
	expect(await cems.getAttribute("aria-expanded")).toBe("false");
	await onBoard(cem.page, "Jugendamt, Einfluss eher hoch, Interesse hoch").waitFor();

	// Taken away, and brought back with all of it.
	await cem.page.getByRole("button", { name: "Tabelle anzeigen" }).click();
	await cem.page.getByRole("button", { name: /2 löschen/ }).click();
	await expect.poll(async () => await onBoard(anna.page, "Jugendamt").count()).toBe(0);
	await cem.page.getByRole("button", { name: "Rückgängig" }).click();
	await onBoard(anna.page, "Jugendamt, Einfluss eher hoch, Interesse hoch").waitFor();

	// Nobody outside has read a rating so far.
	for (const page of pages) await expectSaved(page);
	const place = "Jugendamt (Einfluss 3 eher hoch, Interesse 4 hoch)";
	const before = await exported("md", room.facilitatorToken);
	expect(before).toContain("Jugendamt");
	expect(before).not.toContain("eher hoch");
	expect(await exported("md", ben.token)).toContain(place);
	const desk = (await arena.facilitator(room)).page;
	await expect.poll(() => desk.getByRole("button", { name: "Nächste Phase" }).isEnabled()).toBe(true);
	await desk.getByRole("button", { name: "Hinschauen" }).first().click();
	await openActors(desk.getByRole("dialog"));
	await desk.getByText("Die Einschätzungen hat die Gruppe nicht freigegeben.").waitFor();
	await expect.poll(async () => await names(desk).nth(1).inputValue()).toBe("Jugendamt");
	expect(await desk.getByRole("tab").count()).toBe(0);
	expect(await desk.getByRole("button", { name: "Karte anzeigen" }).count()).toBe(0);
	expect(await desk.getByText("eher hoch").count()).toBe(0);

	// Released by one, seen by all.
	await ben.page.getByRole("button", { name: "Einschätzungen freigeben" }).click();
	for (const page of [anna.page, cem.page]) await page.getByRole("button", { name: "Freigabe zurücknehmen" }).waitFor();
	await desk.getByRole("tab", { name: "Einschätzung" }).waitFor();
	await expectSaved(ben.page);
	expect(await exported("md", room.facilitatorToken)).toContain(place);
	expect(await exported("json", room.facilitatorToken)).toContain('"ratings": "open"');
});

async function definition(): Promise<BlockOf<"actor-map">> {
	const { sections } = worksheetSchema.parse(
		await (await arena.api.call("GET", "/api/worksheets/actor-analysis")).json(),
	);
	const block = sections.flatMap(({ blocks }) => blocks).find(({ type }) => type === "actor-map");
	if (block?.type !== "actor-map") throw new Error("the sheet has an actor map");
	return block;
}

test("the table and the map are accessible with none, three and twenty-five actors", async () => {
	const { screen, problems } = inspection();
	const room = await arena.room({ template: "external-cooperation" });
	const { page, token } = await arena.seated(room, "Anna");
	await room.run(...toGroupWork(1, "group-actors"));
	await atActors(page);
	await screen(page, "actors-none");

	const block = await definition();
	const sheet = documentOf(await arena.api.snapshot(room.id, token), "group");
	await using client = await openSheet(arena.url, sheet, token);
	const add = (from: number, to: number) =>
		client.doc.transact(() => {
			for (let index = from; index < to; index++) {
				const actor = index % 7 === 2 ? "Schulsozialarbeitskoordinierungsstelle" : `Einrichtung ${index}`;
				addRow(client.doc, block, undefined, `r${index}`, { actor });
				const place = { across: 1 + (index % 4), up: 1 + ((index >> 2) % 3) };
				if (index % 5 !== 1) setPlace(client.doc, block, undefined, `r${index}`, place);
			}
		});
	add(0, 3);
	await page.getByRole("tab", { name: "Einschätzung" }).click();
	await screen(page, "actors-three-ratings");
	add(3, 25);
	await expect.poll(async () => await page.getByRole("rowheader").count()).toBe(25);
	await screen(page, "actors-many-ratings");
	await showBoard(page);
	await onBoard(page, "Einrichtung 24").click();
	await page.getByRole("combobox", { name: "Einrichtung 24 verschieben nach …" }).waitFor();
	await screen(page, "actors-many-map");

	// Every actor keeps its edge where grounds are not painted, and nothing is cut off at 200 %.
	await page.emulateMedia({ forcedColors: "active" });
	const edges = await page
		.locator(".actor-board__name")
		.evaluateAll((all) => all.filter((one) => Number.parseFloat(getComputedStyle(one).borderTopWidth) < 1).length);
	expect(edges).toBe(0);
	await page.emulateMedia({ forcedColors: "none" });
	await page.evaluate(() => {
		document.documentElement.style.fontSize = "200%";
	});
	await painted(page);
	const cut = await page
		.locator(".actor-board *")
		.evaluateAll((all) =>
			all
				.filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== "inline")
				.map((one) => `${one.className}: ${one.textContent}`),
		);
	expect(cut).toEqual([]);
	expect(problems).toEqual([]);
});

test("many actors are names on a phone, to be opened one by one, and nobody's row closes under their hands", async () => {
	const { screen, problems } = inspection();
	const room = await arena.room({ template: "external-cooperation" });
	const { page, token } = await arena.seated(room, "Anna", { viewport: PHONE });
	await room.run(...toGroupWork(1, "group-actors"));
	await atActors(page);
	await page.getByRole("button", { name: "Akteur hinzufügen" }).click();
	const mine = page.getByRole("textbox", { name: /^Akteur/ }).first();
	await expect.poll(() => hasFocus(mine)).toBe(true);
	await page.keyboard.type("Jugend");

	const block = await definition();
	const sheet = documentOf(await arena.api.snapshot(room.id, token), "group");
	await using client = await openSheet(arena.url, sheet, token);
	client.doc.transact(() => {
		for (let index = 0; index < 24; index++) {
			addRow(client.doc, block, undefined, `r${index}`, { actor: `Einrichtung ${index}` });
		}
	});
	await expect.poll(async () => await page.getByRole("rowheader").count()).toBe(25);
	await page.keyboard.type("amt");
	expect(await mine.inputValue()).toBe("Jugendamt");

	// Whoever goes on to the next part has the names, by keyboard too.
	await page.getByRole("tab", { name: "Steckbrief" }).focus();
	await page.keyboard.press("ArrowRight");
	const head = page.getByRole("button", { name: "Einrichtung 7", exact: true });
	await expect.poll(() => head.getAttribute("aria-expanded")).toBe("false");
	const rating = page.getByRole("combobox", { name: /^Einfluss.*Einrichtung 7$/ });
	expect(await rating.count()).toBe(0);
	const height = await page.getByRole("tabpanel").evaluate((panel) => panel.clientHeight);
	// One of them open, and a line for each of the others.
	expect(height).toBeLessThan(2_500);
	await screen(page, "actors-many-names");
	await page.setViewportSize(PHONE);
	await tabTo(page, head);
	await page.keyboard.press("Enter");
	expect(await hasFocus(head)).toBe(true);
	await page.keyboard.press("Tab");
	expect(await hasFocus(rating)).toBe(true);
	await rating.selectOption("3 eher hoch");

	// A new one is open, with the hand in its name; what was opened stays so in every part.
	await page.getByRole("button", { name: "Akteur hinzufügen" }).click();
	const names = page.getByRole("textbox", { name: /^Akteur/ });
	await expect.poll(() => hasFocus(names.last())).toBe(true);
	expect(await names.count()).toBe(3);
	await screen(page, "actors-many-open");

	// Where there is room, all of them are open.
	await page.setViewportSize({ width: 1440, height: 900 });
	await expect.poll(() => names.count()).toBe(26);
	expect(await head.count()).toBe(0);
	expect(problems).toEqual([]);
});
