import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { found } from "../flows/stage.ts";
import { VIEWPORTS } from "../harness/browser.ts";
import { openSheet } from "../harness/sheet-client.ts";
import { inspection, tabTo } from "./accessibility.ts";
import type { Room } from "./house.ts";
import { house } from "./house.ts";
import { arriveAt, expectSaved, openQuestion } from "./people.ts";

/** What structure modules are assessed by: proposed, changed by the facilitator, and there for everybody at once. */

const arena = house();

async function dialogAt(page: Page) {
	await page.getByText("Dimensionen der Bewertung").first().click();
	await page.getByRole("button", { name: "Dimensionen ändern" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByRole("heading", { name: "In diesem Workshop" }).waitFor();
	return dialog;
}

const names = (page: Page) =>
	page
		.getByRole("dialog")
		.getByLabel("Bezeichnung")
		.evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));

/** A group of one who is asked about one module. */
async function assessing(room: Room, name: string) {
	const seat = await arena.seated(room, name, { viewport: VIEWPORTS.phone });
	await room.run(
		{ type: "groups.create", count: 1 },
		{ type: "groups.assign", strategy: "random" },
		{ type: "session.start" },
		{ type: "phase.go", phase: "group-structures" },
	);
	const { documents } = await arena.api.snapshot(room.id, seat.token);
	const document = found(
		documents.find(({ scope }) => scope.kind === "group"),
		"group's sheet",
	);
	await using sheet = await openSheet(arena.url, document.id, seat.token);
	sheet.doc.getMap("modules").set("steering-committee", 1);
	await sheet.untilSaved(2);
	await arriveAt(seat.page, /Gruppenphase/);
	await seat.page.getByText("alle Fragen", { exact: true }).waitFor();
	await openQuestion(seat.page, /Wo steht der Baustein/);
	return seat;
}

test("before the start: a proposal is chosen, changed, set right and saved, by keyboard alone", {
	timeout: 180_000,
}, async () => {
	const room = await arena.room();
	const { page } = await arena.facilitator(room);
	const look = inspection();
	await tabTo(page, page.locator("summary", { hasText: "Dimensionen der Bewertung" }));
	await page.keyboard.press("Enter");
	await page.getByText("Vorschlag", { exact: true }).waitFor();
	await look.screen(page, "dimensions-panel");
	const opener = page.getByRole("button", { name: "Dimensionen ändern" });
	await tabTo(page, opener);
	await page.keyboard.press("Enter");
	const dialog = page.getByRole("dialog");
	await dialog.getByText("ausgewählt").waitFor();
	expect(await names(page)).toEqual([
		"Verstetigung",
		"Zielwirkung",
		"Leistung",
		"Systemwirkung",
		"Innovationsfähigkeit",
	]);
	await look.screen(page, "dimensions-proposal");

	await tabTo(page, dialog.getByRole("button", { name: "Übernehmen: Vorschlag B: Wirkungsebenen" }));
	await page.keyboard.press("Enter");
	expect(await names(page)).toContain("Bildungslandschaft");
	await tabTo(page, dialog.getByRole("button", { name: "Personen nach unten" }));
	await page.keyboard.press("Enter");
	await dialog.getByText("Personen, jetzt Position 3 von 5").waitFor();
	// The focus stays with what was moved.
	await page.keyboard.press("Enter");
	await dialog.getByText("Personen, jetzt Position 4 von 5").waitFor();
	expect((await names(page))[3]).toBe("Personen");
	await tabTo(page, dialog.getByRole("button", { name: "Entfernen: Netzwerk" }), "Shift+Tab");
	await page.keyboard.press("Enter");
	expect(await names(page)).toHaveLength(4);
	await dialog.getByText("„Netzwerk“ ist entfernt.").first().waitFor();
	// It stands on the way back at once.
	await page.keyboard.press("Enter");
	expect(await names(page)).toHaveLength(5);
	await tabTo(page, dialog.getByRole("button", { name: "Entfernen: Bildungslandschaft" }));
	await page.keyboard.press("Enter");

	await tabTo(page, dialog.getByRole("button", { name: "Dimension hinzufügen" }));
	await page.keyboard.press("Enter");
	await tabTo(page, dialog.getByRole("button", { name: "Dimensionen speichern" }));
	await page.keyboard.press("Enter");
	const wrong = dialog.getByRole("link", { name: "Geben Sie eine Bezeichnung ein." });
	await wrong.waitFor();
	await look.screen(page, "dimensions-wrong");
	await tabTo(page, wrong);
	await page.keyboard.press("Enter");
	await page.keyboard.type("Bürgernähe");
	await dialog.getByText("angepasst").waitFor();
	// Closed by mistake, nothing that was typed is gone.
	await page.keyboard.press("Escape");
	await dialog.waitFor({ state: "hidden" });
	await expect.poll(() => opener.evaluate((button) => button === document.activeElement)).toBe(true);
	await page.keyboard.press("Enter");
	await dialog.getByRole("heading", { name: "In diesem Workshop" }).waitFor();
	const mine = ["Verstetigung", "Beteiligte Organisationen", "Netzwerk", "Personen", "Bürgernähe"];
	expect(await names(page)).toEqual(mine);
	await tabTo(page, dialog.getByRole("button", { name: "Dimensionen speichern" }));
	await page.keyboard.press("Enter");
	await dialog.waitFor({ state: "hidden" });
	await page.getByText("angepasst", { exact: true }).waitFor();
	const { workshop } = await arena.api.snapshot(room.id, room.facilitatorToken);
	expect(workshop.dimensions?.preset).toBeNull();
	expect(workshop.dimensions?.dimensions.map(({ label }) => label)).toEqual(mine);

	// And back to the proposal.
	await page.keyboard.press("Enter");
	await dialog.getByRole("button", { name: "Zurück zum Vorschlag" }).click();
	await dialog.getByRole("button", { name: "Dimensionen speichern" }).click();
	await dialog.waitFor({ state: "hidden" });
	await page.getByText("Vorschlag", { exact: true }).waitFor();
	expect((await arena.api.snapshot(room.id, room.facilitatorToken)).workshop.dimensions).toBeNull();
	expect(look.problems).toEqual([]);
});

test("during the workshop a change reaches open sheets, and what was written comes back", {
	timeout: 180_000,
}, async () => {
	const room = await arena.room();
	const { page: desk } = await arena.facilitator(room);
	const { page } = await assessing(room, "Anna");
	// Before it people rate the same dimensions alone.
	const agreed = page.getByRole("region", { name: "Schritt 3: Gruppenwert" });
	const card = (name: string) => agreed.getByRole("heading", { name, exact: true });
	await page.getByText("sind ein Vorschlag von Arena").waitFor();
	await card("Leistung").waitFor();
	const evidence = page.getByRole("textbox", { name: /Leistung.*Beleg/ });
	await evidence.fill("Der Bericht erscheint jährlich");
	await expectSaved(page);

	const dialog = await dialogAt(desk);
	await dialog.getByText("Der Workshop läuft").waitFor();
	await dialog.getByRole("button", { name: "Entfernen: Leistung" }).click();
	await dialog.getByLabel("Bezeichnung").nth(1).fill("Wirkung auf Ziele");
	await dialog.getByRole("button", { name: "Dimensionen speichern" }).click();
	await card("Wirkung auf Ziele").waitFor();
	await expect.poll(() => card("Leistung").count()).toBe(0);
	await expect.poll(() => page.getByText("sind ein Vorschlag von Arena").count()).toBe(0);
	const look = inspection();
	await look.screen(page, "dimensions-in-sheet");
	await page.setViewportSize(VIEWPORTS.phone);

	await desk.getByRole("button", { name: "Dimensionen ändern" }).click();
	await dialog.getByRole("heading", { name: "Nicht dabei" }).waitFor();
	await look.screen(desk, "dimensions-running");
	await dialog.getByRole("button", { name: "Aufnehmen: Leistung" }).click();
	await dialog.getByRole("button", { name: "Dimensionen speichern" }).click();
	await card("Leistung").waitFor();
	await expect.poll(() => evidence.inputValue()).toBe("Der Bericht erscheint jährlich");
	expect(look.problems).toEqual([]);
});

test("two who change them at once: the second is told before their version holds", { timeout: 120_000 }, async () => {
	const room = await arena.room({ language: "en" });
	const { page } = await arena.facilitator(room);
	await page.getByText("Dimensions of the assessment").first().click();
	await page.getByRole("button", { name: "Change dimensions" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("Name").first().fill("Mine");
	const theirs = { preset: null, dimensions: [{ id: "own-1", label: "Theirs", help: "" }] };
	await room.run({ type: "workshop.set", details: { dimensions: theirs } });
	await dialog.getByText("Somebody else has changed the dimensions meanwhile.").waitFor();
	const look = inspection();
	await look.screen(page, "dimensions-meanwhile");
	await dialog.getByRole("button", { name: "Load the other version" }).click();
	await expect.poll(() => dialog.getByLabel("Name").first().inputValue()).toBe("Theirs");
	await dialog.getByRole("button", { name: "Cancel" }).click();
	await page.getByText("adapted", { exact: true }).waitFor();
	expect(look.problems).toEqual([]);
});

test("a template that assesses nothing has no dimensions to change", { timeout: 60_000 }, async () => {
	const room = await arena.room({ template: "must-want-can" });
	const { page } = await arena.facilitator(room);
	await page.getByRole("button", { name: "Workshop starten" }).waitFor();
	expect(await page.getByText("Dimensionen der Bewertung").count()).toBe(0);
});
