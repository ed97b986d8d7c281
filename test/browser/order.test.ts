import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { toGroupWork } from "../harness/group-work.ts";
import { hasFocus, inspection } from "./accessibility.ts";
import { house } from "./house.ts";
import { answerField, expectSaved, openQuestion, typeAnswer } from "./people.ts";

const arena = house({ refusesPages: true });

const THREAT = /Was gefährdet sie/;

/** Two people in one group, at its sheet, and the facilitator at the desk. */
async function atWork() {
	const room = await arena.room();
	const [anna, ben] = [await arena.seated(room, "Anna"), await arena.seated(room, "Ben")];
	const desk = (await arena.facilitator(room)).page;
	await room.run(...toGroupWork(1, "group-structures"));
	for (const { page } of [anna, ben]) await openQuestion(page, THREAT);
	return { room, anna, ben, desk };
}

const about = (desk: Page, name: string) => desk.getByRole("button", { name: `Mehr zu ${name}` });

test("who is muted reads on and is told why, until they may write again", async () => {
	const { screen, problems } = inspection();
	const { anna, ben, desk } = await atWork();
	await typeAnswer(anna.page, THREAT, "Stellen");
	await expectSaved(anna.page);

	await about(desk, "Anna").click();
	const dialog = desk.getByRole("dialog", { name: "Mehr zu Anna" });
	await screen(desk, "order-person");
	await dialog.getByRole("button", { name: "Schreiben anhalten" }).click();
	await dialog.waitFor({ state: "detached" });
	expect(await hasFocus(about(desk, "Anna"))).toBe(true);
	await desk.getByText("liest nur mit").waitFor();
	await anna.page.getByText("Die Moderation hat Ihr Schreiben hier angehalten.").waitFor();
	await anna.page
		.getByText(/Schreiben in gemeinsamen Arbeits.?blättern angehalten/)
		.first()
		.waitFor();
	await expect.poll(() => answerField(anna.page, THREAT).isEditable()).toBe(false);
	await typeAnswer(ben.page, THREAT, " und Zeit");
	await expect.poll(() => answerField(anna.page, THREAT).innerText()).toContain("und Zeit");
	await screen(anna.page, "order-muted");
	await screen(desk, "order-desk");

	await about(desk, "Anna").click();
	await dialog.getByRole("button", { name: "Wieder schreiben lassen" }).click();
	await expect.poll(() => answerField(anna.page, THREAT).isEditable()).toBe(true);
	await typeAnswer(anna.page, THREAT, ", Geld");
	await expect.poll(() => answerField(ben.page, THREAT).innerText()).toContain("Geld");
	expect(problems).toEqual([]);
});

test("who is taken out is told so at once and for good, and their words stay", async () => {
	const { screen, problems } = inspection();
	const { anna, ben, desk } = await atWork();
	await typeAnswer(anna.page, THREAT, "Bleibt stehen");
	await expectSaved(anna.page);
	await about(desk, "Anna").click();
	const dialog = desk.getByRole("dialog", { name: "Mehr zu Anna" });
	await dialog.getByRole("button", { name: "Aus dem Workshop nehmen …" }).click();
	await screen(desk, "order-remove");
	await dialog.getByRole("button", { name: "Jetzt herausnehmen" }).click();

	await anna.page.getByRole("heading", { level: 1, name: "Ihr Zugang gilt nicht mehr" }).waitFor();
	expect(await anna.page.getByText("Bleibt stehen").count()).toBe(0);
	await screen(anna.page, "order-removed");
	await anna.page.reload();
	await anna.page.getByText("Die Moderation hat Sie aus diesem Workshop genommen.").waitFor();
	await expect.poll(() => about(desk, "Anna").count()).toBe(0);
	expect(await answerField(ben.page, THREAT).innerText()).toContain("Bleibt stehen");
	expect(problems).toEqual([]);
});

test("people wait at the door, come in, find it closed, and the code of before leads nowhere", async () => {
	const { screen, problems } = inspection();
	const { room, desk } = await atWork();
	await desk.locator("summary").filter({ hasText: "Tür: offen" }).click();
	await desk.getByRole("radio", { name: "Neue warten, bis Sie sie hereinlassen" }).click();
	await desk.getByText("Tür: Sie lassen einzeln herein").waitFor();

	const guest = await arena.person();
	await guest.page.goto(room.joinUrl);
	await guest.page.getByText("Die Moderation lässt Sie nach dem Beitreten einzeln herein.").waitFor();
	await guest.page.getByLabel(/Name oder Kürzel/).fill("Emil");
	await guest.page.getByRole("button", { name: "Beitreten" }).click();
	await guest.page.getByText("Die Moderation lässt Sie gleich herein.").waitFor();
	expect(await guest.page.getByText("Ben").count()).toBe(0);
	const finn = await arena.seated(room, "Finn");
	await finn.page.getByText("Guten Tag, Finn").waitFor();
	await screen(guest.page, "order-waiting");
	const waiting = desk.getByRole("region", { name: "Vor der Tür (2)" });
	await waiting.waitFor();
	await screen(desk, "order-door-desk");
	await waiting.getByRole("button", { name: "Hereinlassen: Emil" }).click();
	await guest.page.getByRole("heading", { level: 1, name: /Gruppenphase/ }).waitFor();
	await guest.page.getByRole("button", { name: "Hilfe rufen" }).waitFor();
	await desk.getByRole("button", { name: "Abweisen: Finn" }).click();
	await finn.page.getByRole("heading", { level: 1, name: "Ihr Zugang gilt nicht mehr" }).waitFor();
	await waiting.waitFor({ state: "detached" });

	await desk.getByRole("radio", { name: "Niemand mehr" }).click();
	await desk.getByText("Tür: geschlossen").waitFor();
	const late = (await arena.person()).page;
	await late.goto(room.joinUrl);
	await late.getByText("Die Tür ist zurzeit geschlossen").waitFor();
	await screen(late, "order-closed");

	await desk.locator("summary").filter({ hasText: "Zugang für Teilnehmende" }).click();
	const before = await desk.getByLabel("Teilnahmelink").inputValue();
	await desk.getByRole("button", { name: "Code erneuern …" }).click();
	await screen(desk, "order-code");
	await desk.getByRole("dialog").getByRole("button", { name: "Code erneuern" }).click();
	await expect.poll(() => desk.getByLabel("Teilnahmelink").inputValue()).not.toBe(before);
	await late.goto(before);
	await late.getByRole("heading", { name: "Diesen Code gibt es nicht" }).waitFor();
	expect(problems).toEqual([]);
});
