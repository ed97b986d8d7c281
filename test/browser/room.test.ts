import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { accept, found } from "../flows/stage.ts";
import { toGroupWork } from "../harness/group-work.ts";
import { connectSession } from "../harness/session-client.ts";
import { hasFocus, inspection } from "./accessibility.ts";
import { house, type Room } from "./house.ts";
import { answerField, expectSaved, openQuestion, typeAnswer } from "./people.ts";

const arena = house();

const THREAT = /Was gefährdet sie/;

/** Two people in a group each, at work on their groups' sheets, and the facilitator at the desk. */
async function atWork() {
	const room = await arena.room();
	const [anna, ben] = [await arena.seated(room, "Anna"), await arena.seated(room, "Ben")];
	const desk = (await arena.facilitator(room)).page;
	await room.run(...toGroupWork(2, "group-structures"));
	for (const { page } of [anna, ben]) await page.getByRole("button", { name: "Hilfe rufen" }).waitFor();
	return { room, anna, ben, desk };
}

/** What was said to screen readers so far. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
	await page.evaluate(() => {
		const said: string[] = [];
		Object.assign(window, { said });
		const region = document.querySelector("[data-announcements]");
		if (region === null) throw new Error("there is no live region");
		new MutationObserver(() => said.push(region.textContent ?? "")).observe(region, {
			childList: true,
			characterData: true,
			subtree: true,
		});
	});
	return () => page.evaluate(() => (window as unknown as { said: string[] }).said);
}

const unfold = (page: Page, name: RegExp) => page.locator("summary").filter({ hasText: name }).click();

test("help that is coming, and two messages that stay apart until each is closed or taken down", async () => {
	const { screen, problems } = inspection();
	const { room, anna, ben, desk } = await atWork();
	const heard = await listen(anna.page);

	await anna.page.getByRole("button", { name: "Hilfe rufen" }).click();
	await anna.page.getByRole("dialog").getByRole("textbox").fill("Auftrag unklar");
	await anna.page.getByRole("dialog").getByRole("button", { name: "Hilfe rufen" }).click();
	const calls = desk.getByRole("region", { name: "Hilferufe (1)" });
	await calls.getByText("gerade eben").waitFor();
	await calls.getByRole("button", { name: "Kommt gleich" }).click();
	await calls.getByText("Zugesagt: Kommt gleich").waitFor();
	expect(await hasFocus(calls.getByRole("heading"))).toBe(true);
	await anna.page.getByText("Die Moderation kommt gleich.").first().waitFor();
	await expect.poll(heard).toContain("Die Moderation kommt gleich.");
	await screen(desk, "room-help-desk");
	await screen(anna.page, "room-help");

	await room.run({ type: "broadcast", text: "Noch fünf Minuten" }, { type: "broadcast", text: "Bitte Fotos machen" });
	const banners = anna.page.getByRole("region", { name: "Mitteilung der Moderation" });
	await expect.poll(() => banners.allInnerTexts()).toHaveLength(2);
	expect((await banners.allInnerTexts())[0]).toContain("Bitte Fotos machen");
	await expect.poll(heard).toContain("Mitteilung der Moderation: Noch fünf Minuten");
	await expect.poll(heard).toContain("Mitteilung der Moderation: Bitte Fotos machen");

	await banners.first().getByRole("button", { name: "Mitteilung schließen" }).click();
	await unfold(anna.page, /^Mitteilungen/);
	await anna.page.locator(".message-list").getByText("Bitte Fotos machen").waitFor();
	await screen(anna.page, "room-messages");

	await unfold(desk, /^Mitteilungen/);
	await desk.getByRole("button", { name: "Nicht mehr anpinnen: Noch fünf Minuten" }).click();
	await expect.poll(() => banners.count()).toBe(0);
	expect(await anna.page.locator(".message-list li").count()).toBe(2);
	expect(await ben.page.getByRole("region", { name: "Mitteilung der Moderation" }).allInnerTexts()).toHaveLength(1);
	await screen(desk, "room-messages-desk");
	expect(problems).toEqual([]);
});

test("sheets are locked for one group, and everybody is brought back with a countdown that can be cancelled", async () => {
	const { screen, problems } = inspection();
	const { room, anna, ben, desk } = await atWork();
	const groups = room.lead.snapshot().groups;
	const annas = found(
		groups.find(({ members }) => members.includes(anna.participantId)),
		"group",
	);
	await Promise.all([anna, ben].map(({ page }) => openQuestion(page, THREAT)));
	await typeAnswer(anna.page, THREAT, "Stellen");
	await expectSaved(anna.page);

	await desk.getByRole("button", { name: "Bearbeiten sperren …" }).click();
	const lock = desk.getByRole("dialog", { name: /sperren oder freigeben/ });
	await lock.getByLabel("Welche Gruppe?").selectOption({ label: annas.name });
	await screen(desk, "room-lock");
	await lock.getByRole("button", { name: "Sperren" }).click();
	await lock.getByText("Das Blatt ist gesperrt.").waitFor();
	await anna.page.getByText("Von der Moderation gesperrt").first().waitFor();
	expect(await answerField(ben.page, THREAT).isEditable()).toBe(true);
	await screen(anna.page, "room-locked");
	await lock.getByRole("button", { name: "Freigeben" }).click();
	await lock.getByText("Das Blatt ist offen.").waitFor();
	await desk.keyboard.press("Escape");

	for (const size of [
		{ width: 1440, height: 900 },
		{ width: 390, height: 844 },
	]) {
		await desk.setViewportSize(size);
		expect(await gap(desk, "Nachricht an alle", "Zurückholen …")).toBeGreaterThanOrEqual(96);
	}
	await desk.setViewportSize({ width: 1440, height: 900 });

	const heard = await listen(ben.page);
	await desk.getByRole("button", { name: "Zurückholen …" }).click();
	const dialog = desk.getByRole("dialog", { name: "Alle zurückholen" });
	expect(await dialog.getByRole("radio", { name: /1\sMinute/ }).isChecked()).toBe(true);
	await screen(desk, "room-recall");
	const phase = await dialog.getByLabel("In welche Phase?").locator("option:checked").innerText();
	await dialog.getByRole("button", { name: "Zurückholen ankündigen" }).click();
	const bar = ben.page.getByRole("region", { name: `Alle kommen zurück: ${phase}` });
	await bar.getByText(/Zurückholen in/).waitFor();
	await expect.poll(heard).toContainEqual(expect.stringMatching(/Die Moderation holt alle in .* zurück/));
	await screen(ben.page, "room-countdown");
	await screen(desk, "room-countdown-desk");
	await desk.getByRole("button", { name: "Zurückholen abbrechen" }).click();
	await bar.waitFor({ state: "detached" });
	await expect.poll(heard).toContain("Das Zurückholen ist abgebrochen.");

	// Whoever types when the time is up is asked, everybody else is there.
	await typeAnswer(anna.page, THREAT, "mangel");
	await room.run({ type: "recall.start", ms: 1 });
	await ben.page.getByRole("heading", { level: 1, name: phase }).waitFor();
	await anna.page.getByRole("button", { name: "Zur neuen Phase" }).waitFor();
	expect(await hasFocus(answerField(anna.page, THREAT))).toBe(true);
	expect(problems).toEqual([]);
});

test("a topic is put aside, a question is asked, and who is back from the break says so", async () => {
	const { screen, problems } = inspection();
	const { room, anna, ben, desk } = await atWork();

	await unfold(anna.page, /^Themenspeicher/);
	await anna.page.getByRole("button", { name: "In den Themenspeicher" }).click();
	await anna.page.getByText("Schreiben Sie etwas in das Feld.").waitFor();
	await screen(anna.page, "room-topic-empty");
	await anna.page.getByLabel("Thema", { exact: true }).fill("Datenschutz klären");
	await anna.page.getByRole("button", { name: "In den Themenspeicher" }).click();
	await unfold(ben.page, /^Themenspeicher \(1\)/);
	await ben.page.getByText("Datenschutz klären").waitFor();

	await unfold(anna.page, /^Frage an die Moderation/);
	await anna.page.getByLabel("Ihre Frage").fill("Wie lange noch?");
	await anna.page.getByRole("button", { name: "Frage stellen" }).click();
	await anna.page.getByText("Noch offen:").waitFor();
	await screen(anna.page, "room-question");
	const questions = desk.getByRole("region", { name: "Fragen an die Moderation (1)" });
	await questions.getByText("„Wie lange noch?“").waitFor();
	await unfold(desk, /^Themenspeicher/);
	await desk.getByRole("button", { name: "Als erledigt markieren: Datenschutz klären" }).click();
	await screen(desk, "room-question-desk");
	await questions.getByRole("button", { name: "In den Themenspeicher: Wie lange noch?" }).click();
	await questions.waitFor({ state: "detached" });
	await ben.page.locator(".topic-list").getByText("Wie lange noch?").waitFor();
	await desk.getByRole("button", { name: "Entfernen: Datenschutz klären" }).click();
	await expect.poll(() => ben.page.getByText("Datenschutz klären").count()).toBe(0);

	await room.run({ type: "phase.go", phase: found(breakOf(room), "break") });
	await anna.page.getByRole("button", { name: "Bin zurück" }).click();
	await anna.page.getByText("Sie haben sich zurückgemeldet. 1 von 2 sind zurück").waitFor();
	await desk.getByText("1 von 2 sind zurück").waitFor();
	await screen(anna.page, "room-break");
	expect(problems).toEqual([]);
});

test("a group's answer is shown on every screen, but for whoever is writing", async () => {
	const { screen, problems } = inspection();
	const { room, anna, ben, desk } = await atWork();
	const group = found(
		room.lead.snapshot().groups.find(({ members }) => members.includes(anna.participantId)),
		"group",
	);
	await openQuestion(anna.page, THREAT);
	await typeAnswer(anna.page, THREAT, "Es fehlen Stellen");
	await expectSaved(anna.page);

	await desk
		.getByRole("button", { name: new RegExp(`^Hinschauen: ${group.name}`) })
		.first()
		.click();
	await desk.getByRole("dialog").locator("summary").filter({ hasText: "Allen zeigen" }).click();
	const choice = desk.getByLabel("Was sollen alle sehen?");
	const question = await choice.locator("option").filter({ hasText: THREAT }).first().getAttribute("value");
	await choice.selectOption(question ?? "");
	const elsewhere = ben.page.getByRole("button", { name: "Hilfe rufen" });
	await elsewhere.focus();
	await typeAnswer(anna.page, THREAT, " und Zeit");
	await desk.getByRole("button", { name: "Allen zeigen" }).click();
	await desk.getByRole("button", { name: "Nicht mehr zeigen" }).first().waitFor();
	await screen(desk, "room-spotlight-desk");

	// Who does nothing sees it, and keeps the focus where it was; who writes goes on writing.
	await ben.page.getByText("Es fehlen Stellen und Zeit").waitFor();
	expect(await ben.page.getByRole("button", { name: "Zurück zur aktuellen Phase" }).isVisible()).toBe(true);
	expect(await hasFocus(elsewhere)).toBe(true);
	await screen(ben.page, "room-spotlight");
	await anna.page.getByRole("button", { name: "Ansehen" }).waitFor();
	expect(await hasFocus(answerField(anna.page, THREAT))).toBe(true);

	await ben.page.getByRole("button", { name: "Zurück zur aktuellen Phase" }).click();
	await ben.page.getByRole("button", { name: "Ansehen" }).click();
	await ben.page.getByText("Es fehlen Stellen und Zeit").waitFor();
	const coLead = await connectSession(arena.url, room.facilitatorToken);
	accept(await coLead.command({ type: "spotlight.hide" }));
	await coLead[Symbol.asyncDispose]();
	await expect.poll(() => ben.page.getByText("Es fehlen Stellen und Zeit").count()).toBe(0);
	expect(problems).toEqual([]);
});

function breakOf(room: Room): string | undefined {
	return room.lead.snapshot().phases.find(({ kind }) => kind === "break")?.id;
}

/** Pixels between the nearest edges of two buttons. */
async function gap(page: Page, one: string, other: string): Promise<number> {
	const [a, b] = await Promise.all(
		[one, other].map(async (name) => found(await page.getByRole("button", { name }).first().boundingBox(), name)),
	);
	const [first, second] = [found(a, one), found(b, other)];
	const across = Math.max(second.x - (first.x + first.width), first.x - (second.x + second.width));
	const down = Math.max(second.y - (first.y + first.height), first.y - (second.y + second.height));
	return Math.max(across, down);
}
