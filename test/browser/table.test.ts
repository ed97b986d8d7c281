import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { z } from "zod";
import { questionOf } from "../../worksheets/blocks/decision-write.ts";
import { addRow, cellText } from "../../worksheets/blocks/table.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { decisionOf } from "../../worksheets/document/votes.ts";
import { worksheetSchema } from "../../worksheets/schema/worksheet.ts";
import { found } from "../flows/stage.ts";
import { VIEWPORTS } from "../harness/browser.ts";
import { documentOf } from "../harness/group-work.ts";
import { hasFocus, inspection, tabTo } from "./accessibility.ts";
import { house, type Room } from "./house.ts";
import { arriveAt, expectSaved } from "./people.ts";

/** A table of four at one phone beside two who sit alone. */

const arena = house();
const OPTIONS = ["Bildungsbeirat", "Netzwerk Übergang"];

/** The facilitator asks; three points each. */
async function ask(room: Room): Promise<string> {
	const block = found(
		decisionOf(worksheetSchema.parse(await (await arena.api.call("GET", "/api/worksheets/point-vote")).json())),
		"decision",
	);
	await room.lead.until(({ documents }) => documents.some(({ worksheet }) => worksheet === "point-vote"));
	const document = documentOf(
		{ documents: room.lead.snapshot().documents.filter(({ worksheet }) => worksheet === "point-vote") },
		"plenary",
	);
	const line = await arena.sheet(document, room.facilitatorToken);
	line.doc.transact(() => {
		questionOf(line.doc, block).insert(0, "Welchen Baustein vertiefen wir?");
		for (const [index, label] of OPTIONS.entries()) {
			addRow(line.doc, block, undefined, `r${index}`);
			cellText(line.doc, block, undefined, `r${index}`, "option")?.insert(0, label);
		}
	});
	await line.untilSaved(2);
	return document;
}

const votes = ({ votes: all }: Snapshot, document: string) => {
	const { eligible, voted } = found(
		all.find(({ id }) => id === document),
		"vote",
	);
	return { eligible, voted };
};

test("four at one device vote one after the other, beside two who sit alone", { timeout: 240_000 }, async () => {
	const look = inspection();
	const room = await arena.room();
	const lead = await arena.facilitator(room);
	const ben = (await arena.seated(room, "Ben")).page;
	await arena.seated(room, "Cleo", { viewport: VIEWPORTS.phone });

	const { page } = await arena.person({ viewport: VIEWPORTS.phone });
	await page.goto(room.joinUrl);
	await page.getByLabel(/Name oder Kürzel/).fill("Tisch 3");
	await page.getByText("Wir sitzen zu mehreren an diesem Gerät").click();
	await page.getByLabel("Wie viele Personen?").selectOption("4");
	await page.getByLabel(/^Person 1/).fill("Ada");
	await look.screen(page, "table-join");
	await page.setViewportSize(VIEWPORTS.phone);
	await page.getByRole("button", { name: "Beitreten" }).click();
	await page.getByText("6 Personen sind da").waitFor();
	await ben.getByText("Tisch 3 (4 Personen)").waitFor();
	await lead.page.getByText("Tisch mit 4 Personen").waitFor();
	expect(await lead.page.getByText("Ada").count()).toBe(0);
	await look.screen(lead.page, "table-cockpit");

	await room.run({ type: "session.start" }, { type: "phase.go", phase: "module-vote" });
	const vote = await ask(room);
	for (const one of [page, ben]) await arriveAt(one, /Auswahl von drei Bausteinen/);
	expect(votes(room.lead.snapshot(), vote)).toEqual({ eligible: 6, voted: 0 });

	const turn = (name: string | RegExp) => page.getByRole("heading", { level: 2, name });
	const me = (name: string) => page.getByRole("button", { name: `Ich bin ${name}` });
	const more = (option: string) => page.getByRole("button", { name: `Punkte für ${option}: mehr` });
	const handOn = page.getByRole("button", { name: "Fertig, Gerät weitergeben" });

	await turn("Jetzt: Ada (1 von 4)").waitFor();
	await look.screen(page, "table-turn");
	await page.setViewportSize(VIEWPORTS.phone);
	await me("Ada").click();
	await more("Bildungsbeirat").click();
	await more("Bildungsbeirat").click();
	await more("Netzwerk Übergang").click();
	await page.getByText("Alle Punkte sind verteilt.").waitFor();
	await expectSaved(page);
	await look.screen(page, "table-answers");
	await page.setViewportSize(VIEWPORTS.phone);
	await handOn.click();

	// The next one finds nothing of it, hears whose turn it is, and stands at the heading.
	await turn("Jetzt: Person 2 von 4").waitFor();
	await expect.poll(() => hasFocus(turn("Jetzt: Person 2 von 4"))).toBe(true);
	await page.locator("[data-announcements]", { hasText: "Jetzt: Person 2 von 4" }).waitFor({ state: "attached" });
	expect(await page.getByText("Alle Punkte sind verteilt.").count()).toBe(0);
	expect(await more("Bildungsbeirat").count()).toBe(0);
	await page.getByRole("button", { name: "Überspringen" }).click();

	// The third by keyboard alone.
	await turn("Jetzt: Person 3 von 4").waitFor();
	await tabTo(page, me("Person 3"));
	await page.keyboard.press("Enter");
	await page.getByText("Noch 3 Punkte").waitFor();
	await tabTo(page, more("Netzwerk Übergang"));
	await page.keyboard.press("Enter");
	await page.getByText("Noch 2 Punkte").waitFor();
	await tabTo(page, handOn);
	await page.keyboard.press("Enter");
	await turn("Jetzt: Person 4 von 4").waitFor();

	// Loaded anew, the table is where it was.
	await room.lead.until((snapshot) => votes(snapshot, vote).voted === 2);
	await page.reload();
	await turn("Jetzt: Person 4 von 4").waitFor();
	await me("Person 4").click();
	await page.getByText("Noch 3 Punkte").waitFor();
	await more("Bildungsbeirat").click();
	await page.getByText("Noch 2 Punkte").waitFor();
	await expectSaved(page);
	await page.getByRole("button", { name: "Fertig", exact: true }).click();
	await turn("Alle 4 sind fertig").waitFor();
	await look.screen(page, "table-done");
	await page.setViewportSize(VIEWPORTS.phone);
	await room.lead.until((snapshot) => votes(snapshot, vote).voted === 3);

	// One goes back to their own; a vote stays covered for the others even now.
	await page.getByRole("button", { name: "Ansehen: Ada" }).click();
	await page.getByText("Bitte geben Sie das Gerät weiter an: Ada").first().waitFor();
	expect(await more("Bildungsbeirat").count()).toBe(0);
	await me("Ada").click();
	await page.getByText("Alle Punkte sind verteilt.").waitFor();
	await page.getByRole("button", { name: "Punkte für Netzwerk Übergang: weniger" }).click();
	await page.getByText("Noch 1 Punkt").waitFor();
	await expectSaved(page);
	await page.getByRole("button", { name: "Zurück zum Tisch" }).click();
	await turn("Alle 4 sind fertig").waitFor();

	// Somebody comes late: it is their turn.
	const people = page.getByRole("dialog", { name: "Wer sitzt an diesem Gerät?" });
	await page.locator("summary").filter({ hasText: "Ihr Zugang" }).click();
	await page.getByRole("button", { name: "Wer sitzt an diesem Gerät?" }).click();
	await people.getByRole("button", { name: "Person hinzufügen" }).click();
	await expect.poll(() => hasFocus(people.getByRole("textbox", { name: "5. Person" }))).toBe(true);
	await page.keyboard.type("Eva");
	await look.screen(page, "table-people");
	await page.setViewportSize(VIEWPORTS.phone);
	await people.getByRole("button", { name: "Speichern" }).click();
	await turn("Jetzt: Eva (5 von 5)").waitFor();
	await room.lead.until((snapshot) => votes(snapshot, vote).eligible === 7);
	await page.getByRole("button", { name: "Überspringen" }).click();
	await turn("Alle 5 sind fertig").waitFor();

	// And somebody goes: not without being asked about.
	await page.getByRole("button", { name: "Wer sitzt an diesem Gerät?" }).click();
	await people.getByRole("button", { name: "Vom Tisch nehmen: Person 2" }).click();
	await people.getByRole("button", { name: "Speichern" }).click();
	await people.getByText("Wirklich vom Tisch: Person 2?").waitFor();
	await look.screen(page, "table-leaving");
	await page.setViewportSize(VIEWPORTS.phone);
	await people.getByRole("button", { name: "Vom Tisch nehmen", exact: true }).click();
	await turn("Alle 4 sind fertig").waitFor();
	await page.getByText("nicht mehr am Tisch").waitFor();
	await room.lead.until((snapshot) => votes(snapshot, vote).eligible === 6);

	// In the plenary's sheet, where the question stands, the same ballots go round.
	await page.getByRole("button", { name: /Arbeitsblatt des Plenums/ }).click();
	await page.getByText("Welchen Baustein vertiefen wir?").first().waitFor();
	await page.getByRole("button", { name: "Ansehen: Ada" }).click();
	await me("Ada").click();
	await page.getByText("Noch 1 Punkt").waitFor();
	await page.getByRole("button", { name: "Zurück zum Tisch" }).click();
	await turn("Alle 4 sind fertig").waitFor();
	await look.screen(page, "table-plenary");
	await page.setViewportSize(VIEWPORTS.phone);

	const points = ben.getByRole("button", { name: "Punkte für Netzwerk Übergang: mehr" });
	await points.click();
	await ben.getByText("Noch 2 Punkte").waitFor();
	await points.click();
	await ben.getByText("Noch 1 Punkt").waitFor();
	await expectSaved(ben);
	await room.lead.until((snapshot) => votes(snapshot, vote).voted === 4);
	await room.run({ type: "vote.close", document: vote });
	// Ada 2, person 4 one; person 3 one, Ben two: three each.
	const said = "4 von 6 haben abgestimmt.";
	await ben.getByText(said).first().waitFor();
	await page.getByText(said).first().waitFor();
	expect(look.problems).toEqual([]);
});

test("a table finds its place again, without a line, on another device and in a later phase", {
	timeout: 240_000,
}, async () => {
	const look = inspection();
	const room = await arena.room();
	const people = [{ name: "Ada" }, {}, {}];
	const table = await arena.seated(room, "Tisch 3", { people, viewport: VIEWPORTS.phone });
	const { page } = table;
	await room.run({ type: "session.start" }, { type: "phase.go", phase: "check-in" });
	const turn = (on: Page, name: string | RegExp) => on.getByRole("heading", { level: 2, name });
	const question = /Aus welcher Kommune/;

	await turn(page, "Jetzt: Ada (1 von 3)").waitFor();
	await page.getByRole("button", { name: "Ich bin Ada" }).click();
	await page.getByRole("textbox", { name: question }).fill("Musterstadt");
	await expectSaved(page);
	await page.getByRole("button", { name: "Fertig, Gerät weitergeben" }).click();
	await turn(page, "Jetzt: Person 2 von 3").waitFor();
	expect(await page.getByText("Musterstadt").count()).toBe(0);

	// Without a line the device still goes on; the server hears of it later.
	await table.cut();
	await page
		.getByText(/Verbindung wird|Offline/)
		.first()
		.waitFor();
	await page.getByRole("button", { name: "Überspringen" }).click();
	await turn(page, "Jetzt: Person 3 von 3").waitFor();
	await page.getByRole("button", { name: "Überspringen" }).click();
	await turn(page, "Alle 3 sind fertig").waitFor();
	await table.mend();
	await expect
		.poll(async () => (await arena.api.snapshot(room.id, table.token)).you.turns?.length, { timeout: 30_000 })
		.toBe(3);

	// What is no vote is uncovered now.
	await page.getByRole("button", { name: "Ansehen: Ada" }).click();
	await expect.poll(() => page.getByRole("textbox", { name: question }).inputValue()).toBe("Musterstadt");
	await page.getByRole("button", { name: "Zurück zum Tisch" }).click();
	await look.screen(page, "table-check-in");
	await page.setViewportSize(VIEWPORTS.phone);

	// By the personal link on another device.
	const link = await arena.api.call("POST", `/api/workshops/${room.id}/return-link`, { token: table.token });
	const other = (await arena.person()).page;
	await other.goto(z.object({ url: z.string() }).parse(await link.json()).url);
	await turn(other, "Alle 3 sind fertig").waitFor();

	// Other questions of the same sheet in a later phase: the round begins anew.
	await room.run({ type: "phase.go", phase: "closing" });
	for (const one of [page, other]) {
		await arriveAt(one, /Rückmeldung/);
		await turn(one, "Jetzt: Ada (1 von 3)").waitFor();
	}
	await other.getByRole("button", { name: "Überspringen" }).click();
	await turn(page, "Jetzt: Person 2 von 3").waitFor();

	// The list of one's sheets names them once, and opening them there goes round as well.
	await page
		.locator("summary")
		.filter({ hasText: /Meine Arbeits.?blätter/ })
		.click();
	await page.getByRole("button", { name: /Einstieg und Rückmeldung/ }).click();
	await page.getByRole("heading", { level: 2, name: "Einstieg und Rückmeldung" }).waitFor();
	await turn(page, "Jetzt: Person 2 von 3").waitFor();
	expect(look.problems).toEqual([]);
});

test("somebody who is joined by another keeps what they had", { timeout: 120_000 }, async () => {
	const look = inspection();
	const room = await arena.room();
	const { page } = await arena.seated(room, "Ben");
	await room.run({ type: "session.start" }, { type: "phase.go", phase: "check-in" });
	const question = /Aus welcher Kommune/;
	await page.getByRole("textbox", { name: question }).fill("Musterstadt");
	await expectSaved(page);
	await page.locator("summary").filter({ hasText: "Ihr Zugang" }).click();
	await page.getByRole("button", { name: "Wer sitzt an diesem Gerät?" }).click();
	const people = page.getByRole("dialog");
	const first = people.getByRole("textbox", { name: "1. Person" });
	// Alone they have the name with which they joined: there is none to change, nor one that is lost.
	const alone = people.getByRole("listitem").filter({ hasText: "1. Person: Ben" });
	await alone.waitFor();
	await look.screen(page, "table-people-alone");
	expect(await first.count()).toBe(0);
	await people.getByRole("button", { name: "Person hinzufügen" }).click();
	await first.fill("Benedikt");
	await people.getByRole("button", { name: "Vom Tisch nehmen: 2. Person" }).click();
	await alone.waitFor();
	await expect.poll(() => hasFocus(alone)).toBe(true);
	expect(await first.count()).toBe(0);
	await people.getByRole("button", { name: "Person hinzufügen" }).click();
	await first.fill("Ben");
	await people.getByRole("button", { name: "Speichern" }).click();
	await page.getByRole("heading", { name: "Jetzt: Ben (1 von 2)" }).waitFor();
	await page.getByRole("button", { name: "Ich bin Ben" }).click();
	await expect.poll(() => page.getByRole("textbox", { name: question }).inputValue()).toBe("Musterstadt");
	await page.getByRole("button", { name: "Fertig, Gerät weitergeben" }).click();
	await page.getByRole("button", { name: "Ich bin Person 2" }).click();
	await expect.poll(() => page.getByRole("textbox", { name: question }).inputValue()).toBe("");
	expect(look.problems).toEqual([]);
});

test("a list that another device has changed meanwhile is shown anew, with what was typed", {
	timeout: 120_000,
}, async () => {
	const look = inspection();
	const room = await arena.room();
	const table = await arena.seated(room, "Tisch 3", { people: [{ name: "Ada" }, {}], viewport: VIEWPORTS.phone });
	const link = await arena.api.call("POST", `/api/workshops/${room.id}/return-link`, { token: table.token });
	const other = (await arena.person()).page;
	await other.goto(z.object({ url: z.string() }).parse(await link.json()).url);
	const opened = async (page: Page) => {
		await page.locator("summary").filter({ hasText: "Ihr Zugang" }).click();
		await page.getByRole("button", { name: "Wer sitzt an diesem Gerät?" }).click();
		return page.getByRole("dialog", { name: "Wer sitzt an diesem Gerät?" });
	};
	const older = await opened(table.page);
	const newer = await opened(other);
	const save = { name: "Speichern" };
	await newer.getByRole("button", { name: "Person hinzufügen" }).click();
	await newer.getByRole("textbox", { name: "3. Person" }).fill("Cem");
	await newer.getByRole("button", save).click();
	await newer.waitFor({ state: "hidden" });

	await older.getByRole("textbox", { name: "2. Person" }).fill("Berna");
	await older.getByRole("button", save).click();
	await older.getByRole("alert").getByText("Die Liste hat sich geändert").waitFor();
	const names = ["1. Person", "2. Person", "3. Person"].map((name) =>
		older.getByRole("textbox", { name }).inputValue(),
	);
	expect(await Promise.all(names)).toEqual(["Ada", "Berna", "Cem"]);
	await look.screen(table.page, "table-people-anew");
	await table.page.setViewportSize(VIEWPORTS.phone);
	await older.getByRole("button", save).click();
	await older.waitFor({ state: "hidden" });
	const { you } = await arena.api.snapshot(room.id, table.token);
	expect(you.people?.map(({ name }) => name)).toEqual(["Ada", "Berna", "Cem"]);
	expect(look.problems).toEqual([]);
});
