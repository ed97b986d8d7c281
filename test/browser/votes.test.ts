import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { VIEWPORTS } from "../harness/browser.ts";
import { inspection, tabTo } from "./accessibility.ts";
import { house } from "./house.ts";
import { arriveAt, expectSaved } from "./people.ts";

/** A vote from its question to its result, by a facilitator and three participants, one of them by keyboard alone. */

const arena = house();
const QUESTION = "Welchen Baustein vertiefen wir?";
const OPTIONS = ["Bildungsbeirat", "Steuerungsgruppe", "Netzwerk Übergang"];

test("points: prepared, voted on, closed, seen by all and taken home", { timeout: 180_000 }, async () => {
	const room = await arena.room();
	const lead = await arena.facilitator(room);
	const people = [];
	for (const [name, viewport] of [
		["Anna", VIEWPORTS.desktop],
		["Ben", VIEWPORTS.phone],
		["Cleo", VIEWPORTS.phone],
	] as const) {
		people.push(await arena.seated(room, name, { viewport }));
	}
	const [anna, ben, cleo] = people.map(({ page }) => page) as [Page, Page, Page];
	const look = inspection();
	await room.run({ type: "session.start" }, { type: "phase.go", phase: "module-vote" });
	for (const page of [anna, ben, cleo]) {
		await arriveAt(page, /Auswahl von drei Bausteinen/);
		await page.getByText("Noch steht nichts zur Abstimmung").first().waitFor();
	}
	await look.screen(ben, "vote-nothing-asked");
	await ben.setViewportSize(VIEWPORTS.phone);

	// The facilitator writes the question and what there is to choose from.
	await lead.page.getByRole("button", { name: "Öffnen: Auswahl mit Punkten" }).click();
	const dialog = lead.page.getByRole("dialog");
	await dialog.getByRole("button", { name: "Mitschreiben" }).click();
	await dialog.getByRole("textbox", { name: "Worüber wird entschieden?" }).fill(QUESTION);
	for (const [index, option] of OPTIONS.entries()) {
		await dialog.getByRole("button", { name: "Möglichkeit hinzufügen" }).click();
		await dialog.locator("[data-row]").nth(index).locator("input, textarea").first().fill(option);
	}
	await look.screen(lead.page, "vote-prepare");

	// Anna by mouse, Ben on the phone, Cleo by keyboard.
	const more = (page: Page, option: string) => page.getByRole("button", { name: `Punkte für ${option}: mehr` });
	await anna.getByText("Noch 3 Punkte").waitFor();
	await more(anna, "Steuerungsgruppe").click();
	await more(anna, "Steuerungsgruppe").click();
	await more(anna, "Bildungsbeirat").click();
	await anna.getByText("Alle Punkte sind verteilt.").waitFor();
	await more(anna, "Netzwerk Übergang").click({ force: true });
	await expect.poll(() => anna.getByText("Alle Punkte sind verteilt.").isVisible()).toBe(true);
	await more(ben, "Steuerungsgruppe").click();
	await ben.getByText("Noch 2 Punkte").waitFor();
	await look.screen(anna, "vote-ballot");
	await tabTo(cleo, more(cleo, "Netzwerk Übergang"));
	await cleo.keyboard.press("Enter");
	await cleo.keyboard.press("Space");
	await cleo.getByText("Noch 1 Punkt").waitFor();
	await tabTo(cleo, cleo.getByRole("button", { name: "Punkte für Netzwerk Übergang: weniger" }), "Shift+Tab");
	await cleo.keyboard.press("Enter");
	await cleo.getByText("Noch 2 Punkte").waitFor();
	await tabTo(cleo, cleo.getByRole("checkbox", { name: "Ich enthalte mich." }));
	await cleo.keyboard.press("Space");
	for (const page of [anna, ben, cleo]) await expectSaved(page);
	await dialog.getByText("3 von 3 haben abgestimmt").waitFor();
	expect(await dialog.getByText("Steuerungsgruppe").count()).toBeLessThanOrEqual(1);

	await dialog.getByRole("button", { name: "Abstimmung schließen und Ergebnis zeigen" }).click();
	const said = "3 von 3 haben abgestimmt, 1 davon mit Enthaltung. Vorn liegt „Steuerungsgruppe“ mit 3 Punkten.";
	for (const page of [anna, ben, cleo, lead.page]) await page.getByText(said).first().waitFor();
	expect(await more(anna, "Steuerungsgruppe").count()).toBe(0);
	await look.screen(lead.page, "vote-result-facilitator");
	await look.screen(ben, "vote-result");
	await ben.setViewportSize(VIEWPORTS.phone);

	for (const token of [room.facilitatorToken, people[0]?.token ?? ""]) {
		const path = `/api/workshops/${room.id}/export`;
		const markdown = await (await arena.api.call("GET", `${path}.md`, { token })).text();
		expect(markdown).toContain(said);
		const json = await (await arena.api.call("GET", `${path}.json`, { token })).text();
		expect(JSON.parse(json).sheets.map(({ worksheet }: { worksheet: string }) => worksheet)).toContain("point-vote");
		expect(json).toContain('"voted": 3');
	}

	// Opened again, everybody finds their vote as it was.
	await dialog.getByRole("button", { name: "Abstimmung wieder öffnen" }).click();
	await ben.getByText("Noch 2 Punkte").waitFor();
	expect(await cleo.getByRole("checkbox", { name: "Ich enthalte mich." }).isChecked()).toBe(true);
	expect(look.problems).toEqual([]);
});

/** Two people in the phase of measures, and the facilitator who has put a question to them. */
async function deciding(wording: string) {
	const room = await arena.room();
	const lead = await arena.facilitator(room);
	const [anna, ben] = [
		(await arena.seated(room, "Anna")).page,
		(await arena.seated(room, "Ben", { viewport: VIEWPORTS.phone })).page,
	];
	await room.run({ type: "session.start" }, { type: "phase.go", phase: "measures" });
	await lead.page.getByRole("button", { name: "Öffnen: Entscheidung im Konsens" }).click();
	const dialog = lead.page.getByRole("dialog");
	await dialog.getByRole("button", { name: "Mitschreiben" }).click();
	await dialog.getByRole("textbox", { name: "Worüber wird entschieden?" }).fill(wording);
	return { lead, dialog, anna, ben };
}

test("consent: reasons stand in the result without names", { timeout: 180_000 }, async () => {
	const look = inspection();
	const { lead, dialog, anna, ben } = await deciding("Wir beginnen im Mai.");
	for (const page of [anna, ben]) {
		await arriveAt(page, /ergebnisse und Maßnahmen/);
		await page.getByRole("button", { name: /Ihr eigenes Arbeitsblatt/ }).click();
		await page.getByText("Wir beginnen im Mai.").first().waitFor();
	}
	await anna.getByRole("radio", { name: "Schwerwiegender Einwand" }).check();
	await anna.getByRole("textbox", { name: /Begründung/ }).fill("Der Haushalt steht erst im Juni.");
	await ben.getByRole("radio", { name: "Kein Einwand" }).check();
	await look.screen(anna, "consent-ballot");
	for (const page of [anna, ben]) await expectSaved(page);
	await dialog.getByText("2 von 2 haben abgestimmt").waitFor();
	await dialog.getByRole("button", { name: "Abstimmung schließen und Ergebnis zeigen" }).click();
	for (const page of [anna, ben, lead.page]) {
		await page.getByText("So nicht angenommen (1 schwerwiegender Einwand)").first().waitFor();
		await page.getByText("Der Haushalt steht erst im Juni.").first().waitFor();
	}
	await look.screen(ben, "consent-result");
	expect(look.problems).toEqual([]);
});

test("resistance, then the mood: each method has votes and numbers of its own", { timeout: 180_000 }, async () => {
	const look = inspection();
	const { lead, dialog, anna, ben } = await deciding("Wo tagt der Beirat?");
	await dialog.getByRole("radio", { name: /Systemisches Konsensieren/ }).check();
	for (const [index, option] of ["Im Rathaus", "In einer Schule"].entries()) {
		await dialog.getByRole("button", { name: "Möglichkeit hinzufügen" }).click();
		await dialog.locator("[data-row]").nth(index).locator("input, textarea").first().fill(option);
	}
	const say = (page: Page, option: string, value: string | RegExp) =>
		page.getByRole("radiogroup", { name: option }).getByRole("radio", { name: value, exact: true });
	for (const page of [anna, ben]) {
		await arriveAt(page, /ergebnisse und Maßnahmen/);
		await page.getByRole("button", { name: /Ihr eigenes Arbeitsblatt/ }).click();
		await say(page, "In einer Schule", "0").waitFor();
	}

	// Anna by keyboard: into the row of numbers with Tab, along it with arrows.
	await tabTo(anna, say(anna, "Im Rathaus", "0"));
	await anna.keyboard.press("Space");
	for (let step = 0; step < 8; step++) await anna.keyboard.press("ArrowRight");
	await expect.poll(() => say(anna, "Im Rathaus", "8").isChecked()).toBe(true);
	await say(anna, "In einer Schule", "1").check();
	await say(anna, "Alles bleibt, wie es ist", "10").check();
	await say(ben, "Im Rathaus", "0").check();
	await say(ben, "In einer Schule", "2").check();
	await say(ben, "Alles bleibt, wie es ist", "9").check();
	await look.screen(anna, "resistance-ballot");
	for (const page of [anna, ben]) await expectSaved(page);
	await dialog.getByText("2 von 2 haben abgestimmt").waitFor();
	await dialog.getByRole("button", { name: "Abstimmung schließen und Ergebnis zeigen" }).click();
	for (const page of [anna, ben, lead.page]) {
		await page.getByText("„In einer Schule“ mit 1,5 im Mittel, höchster Wert 2").first().waitFor();
	}
	await look.screen(anna, "resistance-result");

	// Asked for the mood, nobody has voted yet.
	await dialog.getByRole("button", { name: "Abstimmung wieder öffnen" }).click();
	await dialog.getByRole("radio", { name: /Stimmungsbild/ }).check();
	await dialog.getByText("0 von 2 haben abgestimmt").waitFor();
	await say(anna, "Im Rathaus", "4 dafür").check();
	await say(anna, "In einer Schule", "2 eher dagegen").check();
	await look.screen(anna, "mood-ballot");
	await expectSaved(anna);
	await dialog.getByText("1 von 2 hat abgestimmt").waitFor();
	await dialog.getByRole("button", { name: "Abstimmung schließen und Ergebnis zeigen" }).click();
	for (const page of [anna, ben, lead.page]) {
		await page.getByText("Am besten kommt „Im Rathaus“ an, mit 4,0 von 4.").first().waitFor();
	}
	await look.screen(ben, "mood-result");

	// Who ends the workshop with an open vote is told what becomes of it.
	await dialog.getByRole("button", { name: "Abstimmung wieder öffnen" }).click();
	await dialog.getByText("1 von 2 hat abgestimmt").waitFor();
	await dialog.getByRole("button", { name: "Schließen", exact: true }).click();
	await lead.page.getByRole("button", { name: "Workshop beenden" }).click();
	await dialog.getByText("Eine Abstimmung ist noch nicht geschlossen.").waitFor();
	await look.screen(lead.page, "vote-open-at-the-end");
	await dialog.getByRole("button", { name: "Workshop beenden" }).click();
	await anna
		.getByText(/beendet/)
		.first()
		.waitFor();
	expect(look.problems).toEqual([]);
});
