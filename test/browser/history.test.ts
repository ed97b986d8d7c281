import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type * as Y from "yjs";
import { addParagraph } from "../flows/stage.ts";
import { VIEWPORTS } from "../harness/browser.ts";
import { documentOf, toGroupWork } from "../harness/group-work.ts";
import type { SheetClient } from "../harness/sheet-client.ts";
import { inspection } from "./accessibility.ts";
import { house, type Room } from "./house.ts";

const arena = house();

const LONG = `Beirat und Kreis arbeiten zusammen. ${"Das haben wir lange besprochen. ".repeat(10)}`;

/** A room at group work with one person's line to the group's sheet. */
async function groupWork(): Promise<{ room: Room; person: SheetClient; desk: Page; document: string; phase: string }> {
	const room = await arena.room();
	const { token } = await arena.api.join(room.code, "Anna");
	const desk = (await arena.facilitator(room)).page;
	await room.run(...toGroupWork(1, "group-structures"));
	const { documents } = await arena.api.snapshot(room.id, token);
	const document = documentOf({ documents }, "group");
	const person = await arena.sheet(document, token);
	return { room, person, desk, document, phase: "group-structures" };
}

const shown = (doc: Y.Doc) => doc.getXmlFragment("plenary").toString();

test("the cockpit tells that a sheet was wiped, and sets it back", async () => {
	const { screen, problems } = inspection();
	const { room, person, desk, document } = await groupWork();
	await person.write((doc) => addParagraph(doc, "plenary", LONG));
	await room.lead.until(({ progress }) =>
		progress.some(({ id, questions }) => id === document && questions.some(({ state }) => state !== "empty")),
	);
	await person.write((doc) => doc.getXmlFragment("plenary").delete(0, 1));
	await person.write((doc) => addParagraph(doc, "plenary", "Wo ist alles hin?"));

	await desk.getByRole("heading", { name: "Viel Text gelöscht" }).waitFor();
	await screen(desk, "cockpit-alarm");
	await desk.getByRole("button", { name: /^Zurücksetzen auf \d\d:\d\d/ }).click();
	const asking = desk.getByRole("dialog", { name: "Arbeitsblatt zurücksetzen?" });
	await asking.getByText("bleibt stehen").waitFor();
	await screen(desk, "cockpit-alarm-dialog");
	await desk.keyboard.press("Escape");
	await desk.getByRole("button", { name: /^Zurücksetzen auf/ }).press("Enter");
	await asking.getByRole("button", { name: /^Zurücksetzen auf/ }).press("Enter");

	await person.until((doc) => shown(doc).includes(LONG) && shown(doc).includes("Wo ist alles hin?"));
	await desk.getByRole("heading", { name: "Viel Text gelöscht" }).waitFor({ state: "detached" });
	await expect.poll(() => desk.evaluate(() => window.document.activeElement?.id)).toBe("inhalt");
	expect(problems).toEqual([]);
});

test("earlier states are there to read, by phase and minute, and to go back to, by keyboard alone", async () => {
	const { screen, problems } = inspection();
	const { room, person, desk, phase } = await groupWork();
	const look = desk.getByRole("button", { name: /^Hinschauen/ });
	await look.press("Enter");
	const dialog = desk.getByRole("dialog");
	const earlier = dialog.getByRole("button", { name: "Frühere Stände" });
	await earlier.press("Enter");
	await dialog.getByText("noch keine früheren Stände").waitFor();
	await screen(desk, "earlier-none");
	await dialog.getByRole("button", { name: "Zurück zum Arbeitsblatt" }).press("Enter");
	await earlier.waitFor();
	expect(await earlier.evaluate((button) => button === window.document.activeElement)).toBe(true);

	await person.write((doc) => addParagraph(doc, "plenary", "Erste Fassung."));
	const first = shown(person.doc);
	await room.run({ type: "phase.go", phase: "closing" }, { type: "phase.go", phase });
	await person.write((doc) => addParagraph(doc, "plenary", "Zweite Fassung."));

	// As a captive portal answers.
	await desk.route("**/history", (route) => route.fulfill({ contentType: "text/html", body: "<p>Anmelden</p>" }));
	await earlier.press("Enter");
	await dialog.getByRole("alert").waitFor();
	await screen(desk, "earlier-failed");
	await desk.unroute("**/history");
	await dialog.getByRole("button", { name: "Erneut versuchen" }).press("Enter");

	await dialog.getByRole("button", { name: /Ende von „Gruppenphase 1/ }).press("Enter");
	const heading = dialog.getByRole("heading", { name: /^So stand es um/ });
	await heading.waitFor();
	await expect.poll(() => heading.evaluate((element) => element === window.document.activeElement)).toBe(true);
	await dialog.getByText("Erste Fassung.").waitFor();
	expect(await dialog.getByText("Zweite Fassung.").count()).toBe(0);
	await screen(desk, "earlier-preview");

	await desk.setViewportSize(VIEWPORTS.phone);
	await dialog.getByRole("checkbox", { name: /behalten/ }).press("Space");
	await dialog.getByRole("button", { name: /^Zurücksetzen auf/ }).press("Enter");
	const asking = desk.getByRole("dialog", { name: "Arbeitsblatt zurücksetzen?" });
	await asking.getByText("verschwindet").waitFor();
	await screen(desk, "earlier-dialog");
	await asking.getByRole("button", { name: /^Zurücksetzen auf/ }).press("Enter");
	await person.until((doc) => shown(doc) === first);
	await asking.waitFor({ state: "detached" });
	await earlier.press("Enter");
	await dialog.getByRole("heading", { name: "Vor einem Zurücksetzen" }).waitFor();
	expect(problems).toEqual([]);
});
