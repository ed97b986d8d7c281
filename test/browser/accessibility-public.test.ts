import { expect, test } from "vitest";
import { inspection } from "./accessibility.ts";
import { house } from "./house.ts";

const arena = house({ refusesPages: true });

test("public pages are accessible in every width and theme", async () => {
	const { screen, problems } = inspection();
	const { page } = await arena.person();
	const { url } = arena;

	await page.goto(url);
	await screen(page, "start");
	await page.getByLabel("Teilnahme").fill("ABC-DEF-GHJ");
	await page.getByRole("button", { name: "Beitreten" }).click();
	await page.getByText("Diesen Code gibt es nicht").first().waitFor();
	await screen(page, "start-error");

	await page.goto(`${url}/neu`);
	await page.getByText("Ablauf ansehen").first().click();
	await screen(page, "new-templates");
	await page.getByRole("link", { name: "Vorlage verwenden" }).first().click();
	const title = page.getByLabel("Titel");
	await title.waitFor();
	await screen(page, "new-form");
	await title.fill("");
	await page.getByLabel("Aufbewahrung in Tagen").fill("viele");
	await page.getByRole("button", { name: "Workshop anlegen" }).click();
	await page.getByText("Bitte prüfen Sie").waitFor();
	await screen(page, "new-form-errors");
	await title.fill("Vernetzung und Kooperation im kommunalen Bildungsmanagement");
	await page.getByLabel("Aufbewahrung in Tagen").fill("30");
	await page.getByRole("button", { name: "Workshop anlegen" }).click();
	await page.getByRole("heading", { name: "Ihre Links" }).waitFor();
	await screen(page, "new-links");

	expect(problems).toEqual([]);
});

test("legal pages, help and error pages are accessible in every width and theme", async () => {
	const { screen, problems } = inspection();
	const { page } = await arena.person();
	for (const path of [
		"impressum",
		"datenschutz",
		"barrierefreiheit",
		"barriere-melden",
		"hilfe",
		"lizenzen",
		"b/ABCDEFGHJ",
		"gibt-es-nicht",
	]) {
		await page.goto(`${arena.url}/${path}`);
		await page.getByRole("heading", { level: 1 }).waitFor();
		await screen(page, path.replace("/", "-"));
	}
	expect(problems).toEqual([]);
});
