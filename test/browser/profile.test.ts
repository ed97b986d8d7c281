import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { VIEWPORTS } from "../harness/browser.ts";
import { toGroupWork } from "../harness/group-work.ts";
import { inspection } from "./accessibility.ts";
import { house } from "./house.ts";
import { arriveAt, expectSaved, openQuestion } from "./people.ts";

/** What is generated of answers: the profile of three conditions, rated by two people on two screens. */

const arena = house();

const MUST = /Wie weit sind wir mit dem Müssen/;
const WANT = /Wie weit sind wir mit dem Wollen/;
const CAN = /Wie weit sind wir mit dem Können/;
const PROFILE = /Unser Bild der drei Bedingungen/;

test("the profile follows what two people rate, on both screens and in the file", async () => {
	const room = await arena.room({ template: "must-want-can" });
	const [{ page: wide }, { page: narrow }] = [await arena.seated(room, "Anna"), await arena.seated(room, "Ben")];
	await narrow.setViewportSize(VIEWPORTS.phone);
	const both = [wide, narrow];
	const look = inspection();
	await room.run(...toGroupWork(1, "can-steps"));
	for (const page of both) {
		await arriveAt(page, /Können und Schritte/);
		await page.getByRole("navigation", { name: "Fragen" }).waitFor();
		await openQuestion(page, PROFILE);
		await page.getByText("Sobald Sie bei Müssen, Wollen und Können etwas bewertet haben").waitFor();
		expect(await page.getByRole("button", { name: "Frage fertig" }).count()).toBe(0);
		expect(await page.getByRole("article").getByText("Auswertung · Schritte").isVisible()).toBe(true);
	}
	await look.screen(wide, "profile-empty");

	// Ben stays at the profile while Anna rates.
	await openQuestion(wide, CAN);
	for (const [row, value] of [
		["Kooperation stiften", "2"],
		["Gremien und Strukturen", "1"],
		["Qualifi", "unknown"],
	] as const) {
		await rate(wide, row, value);
	}
	await expect
		.poll(() => sentence(narrow))
		.toBe(
			"Bisher ist nur Können bewertet, im Mittel mit 1,5 von 4 („in Planung“); noch nicht bewertet: Müssen und Wollen.",
		);
	expect(await table(narrow)).toEqual([
		["Können", "1,5 in Planung", "2 von 5 1-mal „weiß nicht“"],
		["Müssen", "noch nicht bewertet", "0 von 4"],
		["Wollen", "noch nicht bewertet", "0 von 6"],
	]);
	expect(await wide.getByText("0 von 4 fertig").isVisible()).toBe(true);

	// Then the two rate at the same time, in the round before.
	await room.run({ type: "phase.go", phase: "must-want" });
	for (const page of both) await arriveAt(page, /Müssen und Wollen/);
	await Promise.all([openQuestion(wide, MUST), openQuestion(narrow, WANT)]);
	await Promise.all([rate(wide, "Problemlagen erkennen", "3"), rate(narrow, "Politischer Wille", "1")]);
	await Promise.all([rate(wide, "Wichtige Akteure", "4"), rate(narrow, "Ziele formulieren", "0")]);
	for (const page of both) await expectSaved(page);
	await room.run({ type: "phase.go", phase: "can-steps" });
	const said =
		"Am schwächsten ist Wollen mit 0,5 von 4 („nicht begonnen“), am stärksten ist Müssen mit 3,5 von 4 („umgesetzt“).";
	for (const page of both) {
		await arriveAt(page, /Können und Schritte/);
		await openQuestion(page, PROFILE);
		await expect.poll(() => sentence(page)).toBe(said);
		expect((await table(page)).map(([name]) => name)).toEqual(["Wollen", "Können", "Müssen"]);
	}
	for (const [index, share] of (await bars(narrow)).entries())
		expect(share).toBeCloseTo([0.125, 0.375, 0.875][index] ?? 0, 2);
	await look.screen(wide, "profile");
	await wide.emulateMedia({ forcedColors: "active" });
	const colours = await wide
		.locator(".sheet-profile__bar")
		.first()
		.evaluate((bar) => [
			getComputedStyle(bar).backgroundColor,
			getComputedStyle(bar.parentElement as Element).backgroundColor,
		]);
	expect(new Set(colours).size).toBe(2);

	const file = await arena.api.call("GET", `/api/workshops/${room.id}/export.md`, { token: room.facilitatorToken });
	const markdown = await file.text();
	expect(markdown).toContain(said);
	expect(markdown).toContain("| Wollen | 0,5 | nicht begonnen | 2 von 6 | 0 |");
	expect(look.problems).toEqual([]);
});

async function rate(page: Page, row: string, value: string): Promise<void> {
	await page.getByRole("combobox", { name: new RegExp(`${row}.* Stand`) }).selectOption(value);
}

async function sentence(page: Page): Promise<string> {
	return (await page.locator("figcaption").textContent()) ?? "";
}

/** The rows of the profile as they are read out. */
async function table(page: Page): Promise<string[][]> {
	const rows = await page.getByRole("table", { name: PROFILE }).locator("tbody").getByRole("row").all();
	return await Promise.all(
		rows.map(async (row) => {
			const cells = await row.locator("th, td").all();
			return await Promise.all(cells.map(async (cell) => (await cell.innerText()).replaceAll(/\s+/g, " ").trim()));
		}),
	);
}

/** How much of its track each bar fills. */
async function bars(page: Page): Promise<number[]> {
	return await page.locator(".sheet-profile__bar").evaluateAll((all) =>
		all.map((bar) => {
			const track = bar.parentElement as HTMLElement;
			return bar.getBoundingClientRect().width / track.clientWidth;
		}),
	);
}
