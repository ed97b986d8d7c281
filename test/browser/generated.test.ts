import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { VIEWPORTS } from "../harness/browser.ts";
import { toGroupWork } from "../harness/group-work.ts";
import { inspection } from "./accessibility.ts";
import { house, type Room } from "./house.ts";
import { expectSaved, openQuestion } from "./people.ts";

/** What is generated of answers beside the profile: one fills in on a desktop, the other looks on with a phone. */

const arena = house();

async function pair(template: string, phase: string): Promise<{ room: Room; anna: Page; ben: Page }> {
	const room = await arena.room({ template });
	const [anna, ben] = [
		await arena.seated(room, "Anna"),
		await arena.seated(room, "Ben", { viewport: VIEWPORTS.phone }),
	];
	await room.run(...toGroupWork(1, phase));
	for (const { page } of [anna, ben]) await page.getByRole("navigation", { name: "Fragen" }).waitFor();
	return { room, anna: anna.page, ben: ben.page };
}

async function markdown({ id, facilitatorToken }: Room): Promise<string> {
	const file = await arena.api.call("GET", `/api/workshops/${id}/export.md`, { token: facilitatorToken });
	return await file.text();
}

/** The sentences above what is generated. */
const said = async (page: Page) => (await page.locator("figcaption p").allTextContents()).map(unbroken);
const unbroken = (text: string) => text.replaceAll("\u00ad", "").trim();

test("formats follow the goal that somebody else chooses, and take another goal's place", async () => {
	const { room, anna, ben } = await pair("external-cooperation", "group-structure");
	const look = inspection();
	const FITTING = /Welche Formate passen/;
	await openQuestion(ben, FITTING);
	await ben.getByText("Sobald Sie oben ein Ziel gewählt haben").waitFor();

	await openQuestion(anna, /Was wollen wir vor allem/);
	const goal = (name: RegExp) => anna.getByRole("radio", { name });
	await goal(/fachlich austauschen/).check();
	await expect.poll(() => said(ben)).toEqual(["Zum Ziel „fachlich austauschen“ passen Netzwerk und Arbeitskreis."]);
	await goal(/^entscheiden/).check();
	await expect.poll(() => said(ben)).toEqual(["Zum Ziel „entscheiden“ passen Steuerungsgruppe und Bildungsbeirat."]);
	const formats = await ben.locator(".sheet-formats li").allTextContents();
	expect(formats.map(unbroken)).toEqual([
		expect.stringMatching(/^SteuerungsgruppeIn ihr sitzen die/),
		expect.stringMatching(/^BildungsbeiratEr bereitet Entscheidungen vor/),
	]);
	await look.screen(ben, "formats");
	await expectSaved(anna);
	expect(await markdown(room)).toContain("Zum Ziel „entscheiden“ passen Steuerungsgruppe und Bildungsbeirat.");
	expect(look.problems).toEqual([]);
});

test("the lean structure follows checklist and table, and says which bodies it finds", async () => {
	const { room, anna, ben } = await pair("internal-cooperation", "group-committees");
	const look = inspection();
	await openQuestion(ben, /Unsere Struktur im Überblick/);
	await ben.getByText("Sobald Sie Gremien eingetragen").waitFor();

	await openQuestion(anna, /Welche Gremien und Runden/);
	await body(anna, {
		Name: "Bildungsrunde",
		Typ: "strategisch",
		Mandat: "ja",
		Turnus: "viermal im Jahr",
		Thema: "DKBM",
	});
	await body(anna, { Name: "Steuerkreis", Typ: "strategisch", Mandat: "nein", Rhythmus: "regelmäßig", Thema: "dkbm " });
	await body(anna, { Name: "AG Sommer", Typ: "operativ", Mandat: "ja", Rhythmus: "anlassbezogen", Thema: "Ferien" });
	await openQuestion(anna, /Wie schlank ist unsere Struktur/);
	const answer = (part: RegExp, name: string) =>
		anna.getByRole("radiogroup", { name: part }).getByRole("radio", { name, exact: true }).check();
	await answer(/gibt die Richtung vor/, "ja");
	await answer(/Jedes Gremium hat einen Auftrag/, "nein");

	const sentences = [
		"Die schlanke Struktur hat 5 Teile: 1 ist da, 1 fehlt, 3 sind noch offen.",
		"An den 3 Gremien der Tabelle fällt auf:",
	];
	await expect.poll(() => said(ben)).toEqual(sentences);
	const findings = await ben
		.locator(".sheet-findings > div")
		.evaluateAll((all) => all.map((each) => [...each.children].map((child) => child.textContent)));
	// Who meets only when needed has no interval to miss.
	expect(findings).toEqual([
		["Ohne geklärtes Mandat", "Steuerkreis"],
		["Ohne Turnus", "Steuerkreis"],
		["Gleicher Typ und gleiches Thema", "Bildungsrunde, Steuerkreis"],
	]);
	const parts = ben
		.getByRole("table", { name: /Unsere Struktur im Überblick/ })
		.locator("tbody")
		.getByRole("row");
	expect(await parts.count()).toBe(5);
	await look.screen(ben, "lean-structure");
	await expectSaved(anna);
	const report = await markdown(room);
	for (const text of sentences) expect(report).toContain(text);
	expect(look.problems).toEqual([]);
});

/** Adds a body and fills in the fields that are named by the start of their label. */
async function body(page: Page, fields: Record<string, string>): Promise<void> {
	const rows = page.locator("article [data-row]");
	const before = await rows.count();
	await page.getByRole("button", { name: "Gremium hinzufügen" }).click();
	const row = rows.nth(before);
	for (const [label, value] of Object.entries(fields)) {
		const field = row.getByLabel(new RegExp(`^${label}`)).first();
		if (await field.evaluate((element) => element instanceof HTMLSelectElement)) {
			const options = await field.locator("option").allTextContents();
			const index = options.findIndex((option) => unbroken(option) === value);
			await field.selectOption({ index });
		} else {
			await field.fill(value);
		}
	}
}
