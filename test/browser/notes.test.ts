import { expect, test } from "vitest";
import { toGroupWork } from "../harness/group-work.ts";
import { inspection } from "./accessibility.ts";
import { house } from "./house.ts";
import { expectSaved, typeAnswer } from "./people.ts";

const arena = house();

const PROMPT = /Was möchten Sie sich merken/;

test("somebody takes notes of their own beside the group's work and finds them again", async () => {
	const { screen, problems } = inspection();
	const room = await arena.room();
	const { page } = await arena.seated(room, "Anna");
	await room.run(...toGroupWork(1, "group-structures"));
	await page.getByRole("button", { name: "Hilfe rufen" }).waitFor();

	await page.locator("summary").filter({ hasText: "Eigene Notizen" }).click();
	await screen(page, "notes-fold");
	await page.getByRole("button", { name: "Notizen öffnen" }).click();
	await page.getByRole("heading", { level: 2, name: "Eigene Notizen" }).waitFor();
	await page.getByText("Nur Sie sehen das").first().waitFor();
	await typeAnswer(page, PROMPT, "Frau Kurz anrufen");
	await expectSaved(page);
	await page.getByRole("button", { name: "Frage fertig" }).click();
	await page.getByText("1 von 1 fertig").first().waitFor();
	await expectSaved(page);
	await screen(page, "notes");

	await page.getByRole("button", { name: "Zurück zur aktuellen Phase" }).click();
	await page.getByRole("textbox", { name: PROMPT }).waitFor({ state: "detached" });
	await page.reload();
	await page
		.locator("summary")
		.filter({ hasText: /Meine Arbeits.?blätter/ })
		.click();
	await page.getByRole("button", { name: /Eigene Notizen/ }).click();
	await page.getByText("Frau Kurz anrufen").waitFor();
	expect(problems).toEqual([]);
});
