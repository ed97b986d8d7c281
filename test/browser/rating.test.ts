import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { found } from "../flows/stage.ts";
import { VIEWPORTS } from "../harness/browser.ts";
import { documentOf, toGroupWork } from "../harness/group-work.ts";
import { inspection, isFocusKept, tabTo } from "./accessibility.ts";
import { house, type Room } from "./house.ts";
import { arriveAt, expectSaved, openQuestion } from "./people.ts";

/** A group rates alone first, reveals how it is spread, and agrees on a value. */

const arena = house();
const MODULE = "steering-committee";
const QUESTION = /Wo steht der Baustein/;

const step = (page: Page, name: RegExp) => page.getByRole("region", { name });
const alone = (page: Page) => step(page, /^Schritt 1: Einzeln einschätzen/);
const spread = (page: Page) => step(page, /^Schritt 2: Verteilung/);
const agreed = (page: Page) => step(page, /^Schritt 3: Gruppenwert/);
const point = (page: Page, dimension: string, value: RegExp): Locator =>
	alone(page).getByRole("radiogroup", { name: dimension, exact: true }).getByRole("radio", { name: value });
const submit = (page: Page) => alone(page).getByRole("button", { name: "Einschätzung abgeben" });

/** Everybody in one group that has chosen a module, before its question. */
async function atTheQuestion(room: Room, pages: readonly Page[]): Promise<string> {
	await room.run(...toGroupWork(1, "group-structures"));
	const document = documentOf(
		await room.lead.until(({ documents }) => documents.some(({ scope }) => scope.kind === "group")),
		"group",
	);
	const sheet = await arena.sheet(document, room.facilitatorToken);
	await sheet.write((doc) => doc.getMap("modules").set(MODULE, 1));
	for (const page of pages) {
		await arriveAt(page, /Gruppenphase 1/);
		await page.locator(".sheet-question").waitFor();
		await openQuestion(page, QUESTION);
		await alone(page).waitFor();
	}
	return document;
}

test("three rate alone, reveal, and agree; nobody sees a value before", { timeout: 240_000 }, async () => {
	const look = inspection();
	const room = await arena.room();
	const { page: desk } = await arena.facilitator(room);
	const people = [
		await arena.seated(room, "Anna"),
		await arena.seated(room, "Ben", { viewport: VIEWPORTS.phone }),
		await arena.seated(room, "Cleo"),
	];
	const [anna, ben, cleo] = people.map(({ page }) => page) as [Page, Page, Page];
	const all = [anna, ben, cleo];
	const document = await atTheQuestion(room, all);
	// The steps are where one rates: the own sheet is not laid out beside them.
	expect(await anna.locator(".sheet-tabs").count()).toBe(0);
	for (const page of all) await alone(page).getByText("0 von 3 abgegeben").waitFor();

	// Nothing to submit yet.
	await submit(anna).click({ force: true });
	await alone(anna).getByText("Wählen Sie mindestens eine Stufe").waitFor();
	await point(anna, "Verstetigung", /^3/).check();
	await point(anna, "Leistung", /weiß nicht/).check();
	await alone(anna).getByText("3 Zeilen sind noch offen.").waitFor();
	await look.screen(anna, "rating-alone");
	await submit(anna).click();
	await alone(anna).getByText("Ihre Einschätzung ist abgegeben.").waitFor();
	await expect.poll(() => point(anna, "Verstetigung", /^3/).isDisabled()).toBe(true);
	for (const page of all) await alone(page).getByText("1 von 3 abgegeben").waitFor();
	for (const page of [ben, cleo]) {
		for (const rated of [alone(page), agreed(page)]) {
			expect(await rated.getByRole("radio", { checked: true }).count()).toBe(0);
		}
	}

	// Ben by keyboard alone: rates, submits, changes it again.
	await tabTo(ben, point(ben, "Verstetigung", /^0/));
	await ben.keyboard.press("Space");
	await ben.keyboard.press("ArrowRight");
	await expect.poll(() => point(ben, "Verstetigung", /^1/).isChecked()).toBe(true);
	await tabTo(ben, submit(ben));
	await ben.keyboard.press("Enter");
	await alone(cleo).getByText("2 von 3 abgegeben").waitFor();
	const again = alone(ben).getByRole("button", { name: "Noch einmal ändern" });
	await tabTo(ben, again);
	await ben.keyboard.press("Enter");
	await alone(cleo).getByText("1 von 3 abgegeben").waitFor();
	await tabTo(ben, submit(ben));
	await ben.keyboard.press("Enter");
	await alone(cleo).getByText("2 von 3 abgegeben").waitFor();
	await expectSaved(ben);

	// With ratings missing the reveal asks once more, and says what few of them mean.
	await desk.getByText("2 von 3 abgegeben").first().waitFor();
	await desk.getByText("noch nicht aufgedeckt").first().waitFor();
	await spread(anna).getByText("Mit weniger als drei Einschätzungen").waitFor();
	await spread(anna).getByRole("button", { name: "Verteilung aufdecken" }).click();
	const asked = anna.getByRole("dialog", { name: "Es fehlen noch Einschätzungen" });
	await asked.getByText("Eine Person hat noch nicht abgegeben.").waitFor();
	await look.screen(anna, "rating-missing");
	await asked.getByRole("button", { name: "Noch warten" }).click();
	await asked.waitFor({ state: "hidden" });
	await point(cleo, "Verstetigung", /weiß nicht/).check();
	await submit(cleo).click();
	// Who has all of them reveals without being asked.
	await alone(ben).getByText("3 von 3 abgegeben").waitFor();
	await spread(ben).getByRole("button", { name: "Verteilung aufdecken" }).click();

	const said = "Verstetigung: Median 2, Spannweite 1–3, n = 2, 1 ohne Einschätzung";
	for (const page of all) await spread(page).getByText(said).waitFor();
	for (const page of all) await spread(page).getByText("Aufgedeckt: 3 von 3 hatten abgegeben.").waitFor();
	// One's own stands out on one's own screen only.
	expect(await spread(anna).locator(".distribution__dot--own").count()).toBe(1);
	await spread(anna).getByText("Ihre Einschätzung: 3 umgesetzt").waitFor();
	expect(await spread(cleo).locator(".distribution__dot--own").count()).toBe(0);
	await spread(anna).getByText("Als Tabelle").first().click();
	await spread(anna)
		.getByRole("table", { name: said })
		.getByRole("row", { name: /^3 umgesetzt 1$/ })
		.waitFor();
	await look.screen(anna, "rating-spread");
	await look.screen(ben, "rating-spread-phone");
	await desk.getByText("aufgedeckt", { exact: true }).first().waitFor();
	await desk.getByText(/ohne Gruppenwert: Verstetigung/).waitFor();

	// What they agree on, why, and who sees it otherwise; the steps are one Tab away.
	await anna.getByRole("button", { name: "Schritt 3: Gruppenwert" }).click();
	await expect
		.poll(() =>
			agreed(anna)
				.getByRole("heading", { name: /^Schritt 3/ })
				.evaluate((heading) => heading === window.document.activeElement),
		)
		.toBe(true);
	await agreed(anna).getByRole("radiogroup", { name: "Verstetigung Stand" }).getByRole("radio", { name: /^2/ }).check();
	await agreed(anna).getByRole("textbox", { name: "Verstetigung Bemerkung" }).fill("Der Beschluss fehlt noch.");
	await agreed(ben).getByRole("textbox", { name: "Verstetigung Abweichende Sicht" }).fill("Der Beschluss liegt vor.");
	await expect
		.poll(() => agreed(cleo).getByRole("textbox", { name: "Verstetigung Abweichende Sicht" }).inputValue())
		.toBe("Der Beschluss liegt vor.");
	await desk.getByText(/^ohne Gruppenwert: Zielwirkung/).waitFor();
	await look.screen(desk, "rating-cockpit");

	// Rated anew, and revealed by who steers.
	await spread(cleo).getByRole("button", { name: "Noch einmal einschätzen" }).click();
	for (const page of all) await spread(page).getByText(said).waitFor({ state: "detached" });
	await alone(cleo).getByRole("button", { name: "Noch einmal ändern" }).click();
	await point(cleo, "Verstetigung", /^2/).check();
	await submit(cleo).click();
	await alone(anna).getByText("3 von 3 abgegeben").waitFor();
	await desk.getByText("3 von 3 abgegeben").first().waitFor();
	await desk.getByRole("button", { name: /^Für alle aufdecken/ }).click();
	for (const page of all) await spread(page).getByText("Verstetigung: Median 2, Spannweite 1–3, n = 3").waitFor();
	await expect.poll(() => isFocusKept(desk)).toBe(true);
	for (const page of all) await expectSaved(page);

	const taken = async (token: string) =>
		await (await arena.api.call("GET", `/api/workshops/${room.id}/export.md`, { token })).text();
	for (const token of [room.facilitatorToken, found(people[0], "Anna").token]) {
		const text = await taken(token);
		expect(text).toContain("Einzeln eingeschätzt: 3 von 3 haben abgegeben");
		expect(text).toContain("Der Beschluss liegt vor.");
	}
	expect(room.lead.snapshot().ratings).toMatchObject([{ document, question: `assessment/${MODULE}`, revealed: true }]);
	expect(look.problems).toEqual([]);
});

test("two at one device rate one after the other, beside one who sits alone", { timeout: 180_000 }, async () => {
	const look = inspection();
	const room = await arena.room();
	const table = await arena.seated(room, "Tisch", {
		viewport: VIEWPORTS.phone,
		people: [{ name: "Ada" }, { name: "Bo" }],
	});
	const cleo = (await arena.seated(room, "Cleo")).page;
	const { page } = table;
	await atTheQuestion(room, [page, cleo]);
	const turn = (name: string) => alone(page).getByRole("heading", { name });

	await turn("Jetzt: Ada (1 von 2)").waitFor();
	await page.getByRole("button", { name: "Ich bin Ada" }).click();
	await point(page, "Verstetigung", /^4/).check();
	await submit(page).click();
	await alone(page).getByRole("button", { name: "Noch einmal ändern" }).waitFor();
	await look.screen(page, "rating-table");
	await page.setViewportSize(VIEWPORTS.phone);
	await page.getByRole("button", { name: "Fertig, Gerät weitergeben" }).click();
	await turn("Jetzt: Bo (2 von 2)").waitFor();
	expect(await alone(page).getByRole("radio", { checked: true }).count()).toBe(0);
	await alone(cleo).getByText("1 von 3 abgegeben").waitFor();

	// Loaded anew, the table is where it was.
	await expectSaved(page);
	await page.reload();
	await page.locator(".sheet-question").waitFor();
	await openQuestion(page, QUESTION);
	await turn("Jetzt: Bo (2 von 2)").waitFor();
	await page.getByRole("button", { name: "Ich bin Bo" }).click();
	await point(page, "Verstetigung", /^1/).check();
	await submit(page).click();
	await page.getByRole("button", { name: "Fertig", exact: true }).click();
	await turn("Alle 2 sind fertig").waitFor();
	expect(await alone(page).getByRole("radio").count()).toBe(0);
	await alone(cleo).getByText("2 von 3 abgegeben").waitFor();
	await point(cleo, "Verstetigung", /^4/).check();
	await submit(cleo).click();
	await alone(page).getByText("3 von 3 abgegeben").waitFor();
	await spread(page).getByRole("button", { name: "Verteilung aufdecken" }).click();
	for (const one of [page, cleo])
		await spread(one).getByText("Verstetigung: Median 4, Spannweite 1–4, n = 3").waitFor();
	// Nobody's own is marked where several look.
	expect(await spread(page).locator(".distribution__dot--own").count()).toBe(0);
	expect(await spread(cleo).locator(".distribution__dot--own").count()).toBe(1);
	expect(look.problems).toEqual([]);
});
