import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { spokenCode } from "../../worksheets/contract/ids.ts";
import { addParagraph, found, sheet } from "../flows/stage.ts";
import { documentOf, toGroupWork } from "../harness/group-work.ts";
import { hasFocus, inspection } from "./accessibility.ts";
import { house } from "./house.ts";
import { makeLink, openAccess, openQuestion } from "./people.ts";

const arena = house({ refusesPages: true });

/** The link that stands in a field to be copied. */
const urlIn = (page: Page, label: RegExp) => page.getByLabel(label).inputValue();

test("a co-facilitator steers and an observer reads along, each until their link is taken back", async () => {
	const { screen, problems } = inspection();
	const room = await arena.room();
	const anna = await arena.seated(room, "Anna");
	await room.run(...toGroupWork(1, "check-in", "group-structures"));
	const document = documentOf(room.lead.snapshot(), "group");
	const desk = (await arena.facilitator(room)).page;
	await openAccess(desk);
	await desk.getByText("Noch haben Sie keinen Link weitergegeben.").waitFor();
	const coUrl = await makeLink(desk, "Co-Moderation", "Bernd Blau");
	const observerUrl = await makeLink(desk, "Beobachtung", "Presse");
	await screen(desk, "access-panel");

	const guests = [await arena.person(), await arena.person()] as const;
	const [bernd, presse] = [guests[0].page, guests[1].page];
	await bernd.goto(coUrl);
	await bernd.getByText("Co-Moderation", { exact: true }).first().waitFor();
	expect(new URL(bernd.url()).hash).toBe("");
	await bernd
		.getByRole("button", { name: "Zeit anhalten" })
		.or(bernd.getByRole("button", { name: /Zeit starten/ }))
		.first()
		.waitFor();
	await bernd.getByText("Zugänge", { exact: true }).click();
	await bernd.getByRole("heading", { name: "Weiteres Gerät" }).waitFor();
	expect(await bernd.getByRole("heading", { name: "Co-Moderation und Beobachtung" }).count()).toBe(0);
	expect(await bernd.getByRole("heading", { name: "Wiederherstellungscode" }).count()).toBe(0);
	expect(await bernd.getByRole("button", { name: "Workshop endgültig löschen" }).count()).toBe(0);

	await presse.goto(observerUrl);
	await presse.getByText("Sie lesen mit. Ändern können Sie nichts.").waitFor();
	await presse.getByRole("heading", { level: 2, name: /Gruppenphase 1/ }).waitFor();
	await screen(presse, "observer");
	expect(await presse.getByRole("button", { name: "Nächste Phase" }).count()).toBe(0);
	expect(await presse.getByRole("button", { name: /Zu Phase/ }).count()).toBe(0);
	await presse.getByRole("button", { name: /^Hinschauen/ }).click();
	const dialog = presse.getByRole("dialog");
	await anna.page.getByText("Beobachtende schauen zu").first().waitFor();
	const writing = await sheet(arena.url, document, anna.token);
	addParagraph(writing.doc, "plenary", "Das lesen alle mit");
	await openQuestion(presse, /Plenum/);
	await dialog.getByText("Das lesen alle mit").first().waitFor();
	expect(await dialog.locator("[contenteditable=true]").count()).toBe(0);
	await screen(presse, "observer-sheet");
	await presse.keyboard.press("Escape");
	// The room goes on, and the observer's page with it.
	await room.run({ type: "phase.go", phase: "first-break" });
	await presse.getByRole("heading", { level: 2, name: "Pause" }).waitFor();

	// A sheet that the plan took up after the page had come goes by its name, like any other.
	await room.run(
		{
			type: "plan.change",
			phase: "group-adaptation",
			patch: { sheets: [{ worksheet: "free-question", scope: "group" }] },
		},
		{ type: "phase.go", phase: "group-adaptation" },
	);
	await presse.getByRole("button", { name: /Hinschauen.*Freies Blatt/ }).waitFor();

	for (const guest of guests) guest.awaitLoss();
	// Taken back: both pages say why, and a link that is gone says so at the door.
	for (const label of ["Co-Moderation, Bernd Blau", "Beobachtung, Presse"]) {
		await desk.getByRole("button", { name: `Zurückziehen: ${label}` }).click();
		const asked = desk.getByRole("dialog");
		await asked.getByText(/sofort abgemeldet/).waitFor();
		if (label.endsWith("Presse")) await screen(desk, "access-revoke");
		await asked.getByRole("button", { name: "Link zurückziehen" }).click();
		await asked.waitFor({ state: "detached" });
	}
	await desk.getByText("Noch haben Sie keinen Link weitergegeben.").waitFor();
	expect(await desk.getByLabel(/^Link für/).count()).toBe(0);
	await bernd.getByText("Ihr Link für die Co-Moderation gilt nicht mehr").waitFor();
	await presse.getByText("Ihr Link für die Beobachtung gilt nicht mehr").waitFor();
	await screen(presse, "observer-put-out");
	expect(problems).toEqual([]);
}, 120_000);

test("the facilitator takes over on a phone with two codes and one button, and the lost laptop is put out", async () => {
	const { screen, problems } = inspection();
	const before = await arena.person();
	const laptop = before.page;
	await laptop.goto(`${arena.url}/neu`);
	await laptop
		.getByRole("link", { name: /Vorlage verwenden/ })
		.first()
		.click();
	await laptop.getByRole("button", { name: "Workshop anlegen" }).click();
	await laptop.getByRole("heading", { name: "Ihre Links" }).waitFor();
	const recoveryCode = await urlIn(laptop, /^Wiederherstellungs/);
	const joinUrl = await urlIn(laptop, /^Teilnahmelink/);
	expect(recoveryCode).toMatch(/^(.{4}-){3}.{4}$/);
	await screen(laptop, "created-links");
	await laptop.getByRole("link", { name: "Zur Moderation" }).click();
	await laptop.getByRole("button", { name: "Workshop starten" }).click();
	await laptop.getByRole("button", { name: "Nächste Phase" }).waitFor();

	const phone = (await arena.person({ viewport: { width: 390, height: 844 } })).page;
	// What the browser says of a line that is hung up on is no complaint.
	before.awaitLoss();
	await phone.goto(joinUrl);
	await phone.getByRole("link", { name: "Moderation übernehmen" }).click();
	await phone.getByRole("heading", { name: "Moderation übernehmen" }).waitFor();
	expect(await phone.getByLabel("Teilnahmecode").inputValue()).toBe(
		spokenCode(new URL(joinUrl).pathname.split("/").pop() ?? ""),
	);
	await phone.getByLabel("Wiederherstellungscode").pressSequentially(recoveryCode.replaceAll("-", " ").toLowerCase());
	await phone.getByRole("button", { name: "Moderation übernehmen" }).click();
	await phone.getByRole("heading", { name: "Sie moderieren jetzt auf diesem Gerät" }).waitFor();
	const newUrl = await urlIn(phone, /^Moderations/);
	await phone.getByRole("link", { name: "Zur Moderation" }).click();
	await phone.getByRole("button", { name: "Nächste Phase" }).waitFor();
	await laptop.getByText("Ihr Moderationslink wurde erneuert").waitFor();
	await laptop.getByText("Bitte nutzen Sie den neuen Link.").waitFor();
	await screen(laptop, "put-out");
	await laptop.goto(newUrl);
	await laptop.getByRole("button", { name: "Nächste Phase" }).waitFor();
	await before.reached();

	// Codes that are missing or wrong are said where they were typed.
	await phone.goto(`${arena.url}/uebernehmen`);
	await phone.getByRole("button", { name: "Moderation übernehmen" }).click();
	await phone.getByText("Geben Sie den Teilnahmecode ein.").first().waitFor();
	await phone.getByText("Geben Sie den Wiederherstellungscode ein.").first().waitFor();
	await phone.getByLabel("Teilnahmecode").fill(new URL(joinUrl).pathname.split("/").pop() ?? "");
	await phone.getByLabel("Wiederherstellungscode").fill("2222-2222-2222-2222");
	await phone.getByRole("button", { name: "Moderation übernehmen" }).click();
	await phone.getByText("Dieser Wiederherstellungscode gehört nicht zu diesem Workshop.").first().waitFor();
	await screen(phone, "take-over-wrong");

	// A new code in the place of the one that was used in front of everybody.
	await laptop.getByText("Zugänge", { exact: true }).click();
	await laptop.getByRole("button", { name: "Neuen Code erzeugen" }).click();
	await laptop.getByRole("dialog").getByRole("button", { name: "Neuen Code erzeugen" }).click();
	const renewed = await urlIn(laptop, /^Ihr neuer Wiederherstellungscode/);
	expect(found(renewed, "code")).not.toBe(recoveryCode);
	await screen(laptop, "access-recovery");
	expect(problems).toEqual([]);
}, 120_000);

test("both pages speak English, and taking over needs no script", async () => {
	const { screen, problems } = inspection();
	const room = await arena.room({ language: "en" });
	const without = (await arena.person({ javaScriptEnabled: false, locale: "en-GB" })).page;
	await without.goto(`${arena.url}/uebernehmen?code=${room.code}`);
	await without.getByRole("heading", { name: "Take over facilitation" }).waitFor();
	await without.getByLabel("Recovery code").fill(room.recoveryCode);
	await without.getByRole("button", { name: "Take over facilitation" }).click();
	await without.getByRole("heading", { name: "You now facilitate on this device" }).waitFor();
	const url = await urlIn(without, /^Facilitator link/);
	const desk = (await arena.person({ locale: "en-GB" })).page;
	await desk.goto(url);
	await desk.getByText("Access", { exact: true }).click();
	await desk.getByRole("heading", { name: "Co-facilitators and observers" }).waitFor();
	await desk.getByRole("button", { name: "Create link", exact: true }).click();
	await desk.getByLabel("Link: Co-facilitator").waitFor();
	await screen(desk, "access-panel-english");
	expect(problems).toEqual([]);
}, 90_000);

test("a second link asks before it makes somebody else of this browser, and hands out the way back first", async () => {
	const { screen, problems } = inspection();
	const room = await arena.room();
	const anna = await arena.seated(room, "Anna");
	const { page } = anna;
	anna.awaitLoss();
	await page.getByText("Es geht gleich los").waitFor();
	await page.goto(room.facilitatorUrl);
	await page.getByRole("heading", { name: "Sie sind hier schon dabei" }).waitFor();
	await page.getByText("schon als „Anna“").waitFor();
	await expect.poll(() => hasFocus(page.getByRole("heading", { name: "Sie sind hier schon dabei" }))).toBe(true);
	await screen(page, "already-here");
	// Staying leads to where Anna is at home, and the secret is gone from the address.
	await page.getByRole("button", { name: "Als „Anna“ weitermachen" }).click();
	await page.getByText("Es geht gleich los").waitFor();
	expect(new URL(page.url())).toMatchObject({ pathname: `/w/${room.id}`, hash: "" });

	await page.goto(room.facilitatorUrl);
	await page.getByRole("button", { name: "Zur Moderation wechseln" }).click();
	await page.getByRole("heading", { name: "So kommen Sie zurück" }).waitFor();
	expect(await hasFocus(page.getByRole("heading", { name: "So kommen Sie zurück" }))).toBe(true);
	const back = await urlIn(page, /^Ihr Link zurück/);
	await screen(page, "way-back");
	await page.getByRole("button", { name: "Zur Moderation wechseln" }).click();
	await page.getByRole("button", { name: "Workshop starten" }).waitFor();
	// The same link once more asks nobody.
	await page.goto(room.facilitatorUrl);
	await page.getByRole("button", { name: "Workshop starten" }).waitFor();

	await page.goto(back);
	await page.getByText("In diesem Browser moderieren Sie diesen Workshop schon.").waitFor();
	await page.getByRole("button", { name: "Zu „Anna“ wechseln" }).click();
	await page.getByRole("heading", { name: "So kommen Sie zurück" }).waitFor();
	await page.getByRole("button", { name: "Zu „Anna“ wechseln" }).click();
	await page.getByText("Es geht gleich los").waitFor();
	expect(room.lead.snapshot().participants.map(({ name }) => name)).toEqual(["Anna"]);

	// Taking over hands out the new link and leaves Anna who she is until she opens it.
	await page.goto(`${arena.url}/uebernehmen?code=${room.code}`);
	await page.getByLabel("Wiederherstellungscode").fill(room.recoveryCode);
	await page.getByRole("button", { name: "Moderation übernehmen" }).click();
	await page.getByRole("heading", { name: "Ihr neuer Moderations" }).waitFor();
	await screen(page, "taken-over-elsewhere");
	await page.getByRole("link", { name: "Zur Moderation" }).click();
	await page.getByRole("button", { name: "Als „Anna“ weitermachen" }).click();
	await page.getByText("Es geht gleich los").waitFor();
	expect(problems).toEqual([]);
}, 60_000);
