import type { Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import { addParagraph, found } from "../../flows/stage.ts";
import { openSheet } from "../../harness/sheet-client.ts";
import { expectSaved, openQuestion, typeAnswer } from "../people.ts";
import { type Cast, everywhere, FIELD, GROUPS, groupOf, PATIENT, pagesOf, sheetOf, THREAT, wordOf } from "./cast.ts";

const MINUTE = 60_000;
export const NOTE = "Frau Kurz anrufen";

const unfold = (page: Page, name: RegExp) => page.locator("summary").filter({ hasText: name }).click();

/** The signs of one question in the matrix, group by group. */
const column = (desk: Page, question: RegExp): Promise<string[]> =>
	desk
		.getByRole("grid")
		.first()
		.getByRole("button", { name: question })
		.evaluateAll((all) => all.map((button) => button.lastElementChild?.textContent ?? ""));

/** Every group writes; the desk sees where, for all groups at once, and looks in on one that is told so. */
export async function writes(cast: Cast): Promise<void> {
	const { arena, room, seats } = cast;
	const desk = cast.desk.page;
	const begun = new Set<string>();
	for (const person of cast.lights) {
		const group = groupOf(room.lead.snapshot(), person);
		if (begun.has(group.id)) continue;
		begun.add(group.id);
		const sheet = await openSheet(arena.url, sheetOf(room.lead.snapshot(), group.id).id, person.token);
		onTestFinished(() => sheet[Symbol.asyncDispose]());
		addParagraph(sheet.doc, FIELD, wordOf(group.name));
	}
	expect(begun.size).toBe(GROUPS);
	await expect.poll(() => column(desk, THREAT), PATIENT).toEqual(Array.from({ length: GROUPS }, () => "◐"));
	for (const page of pagesOf(cast)) {
		await openQuestion(page, THREAT);
		await page
			.getByText(/Wort von Gruppe/)
			.first()
			.waitFor();
	}

	const { name } = groupOf(room.lead.snapshot(), seats.anna);
	const watched = seats.anna.page.locator(".group-bar").getByText("Moderation schaut zu");
	await desk
		.getByRole("grid")
		.first()
		.getByRole("button", { name: new RegExp(`^${name}, .*gefährdet`) })
		.click();
	const dialog = desk.getByRole("dialog");
	await dialog.getByText(wordOf(name)).first().waitFor();
	await watched.waitFor();
	expect(await dialog.locator("[contenteditable=true]").count()).toBe(0);
	await dialog.getByRole("button", { name: "Mitschreiben" }).click();
	await dialog.locator("[contenteditable=true]").first().waitFor();
	await typeAnswer(desk, THREAT, " und eins von vorn");
	await seats.anna.page.getByText("und eins von vorn").first().waitFor();
	await dialog.getByRole("button", { name: "Schließen" }).click();
	await watched.waitFor({ state: "detached" });
}

/** Time for all and more of it, the same end on every line; then more for one group alone. */
export async function hasTime(cast: Cast): Promise<void> {
	const { room, seats, projector } = cast;
	const desk = cast.desk.page;
	await desk.getByRole("button", { name: /^Zeit starten/ }).click();
	const { timer } = await room.lead.until((snapshot) => snapshot.timer.state === "running");
	const begun = timer.state === "running" ? timer.endsAt : Number.NaN;
	await desk
		.getByRole("button", { name: /\+.5\sMin/ })
		.first()
		.click();
	const endsAt = begun + 5 * MINUTE;
	await everywhere(cast, (snapshot) => snapshot.timer.state === "running" && snapshot.timer.endsAt === endsAt);
	await projector
		.getByRole("timer")
		.getByText(/^Noch 4[45]/)
		.waitFor();

	const group = groupOf(room.lead.snapshot(), seats.bilal);
	await desk.getByText(`Mehr zu ${group.name}`).click();
	const card = desk.getByRole("listitem").filter({ hasText: `Zeit für ${group.name}` });
	await card.getByRole("button", { name: /\+.5\sMin/ }).click();
	const longer = endsAt + 5 * MINUTE;
	await everywhere(cast, ({ groupTimers }) =>
		groupTimers.some((own) => own.id === group.id && own.timer.state === "running" && own.timer.endsAt === longer),
	);
	await seats.bilal.page
		.getByRole("timer")
		.getByText(/^Noch (49|50)/)
		.waitFor();
	await projector.getByRole("list", { name: "Gruppen mit eigener Zeit" }).getByText(group.name).waitFor();
	await card.getByRole("button", { name: "Wieder die Zeit aller" }).click();
	await everywhere(cast, ({ groupTimers }) => groupTimers.length === 0);
}

/** A call and its answer; two who steer speak, and each closes what they have read. */
export async function speaks(cast: Cast): Promise<void> {
	const { anna, bilal, carla } = cast.seats;
	const desk = cast.desk.page;
	await anna.page.getByRole("button", { name: "Hilfe rufen" }).click();
	await anna.page.getByRole("dialog").getByRole("button", { name: "Hilfe rufen" }).click();
	await desk.getByRole("button", { name: "Kommt gleich" }).click();
	await anna.page.getByText("Die Moderation kommt gleich.").first().waitFor();

	await tellsEverybody(desk, "Bitte Fotos machen");
	await tellsEverybody(cast.second.page, "Kaffee steht bereit");
	// Two senders are two messages.
	await everywhere(cast, ({ messages }) => new Set(messages.map(({ by, text }) => `${by}: ${text}`)).size === 2);
	const banner = (page: Page, from: string) => page.getByRole("region", { name: from, exact: true });
	for (const page of pagesOf(cast)) {
		await banner(page, "Mitteilung der Moderation").getByText("Bitte Fotos machen").waitFor();
		await banner(page, "Mitteilung der Co-Moderation").getByText("Kaffee steht bereit").waitFor();
	}
	const annas = banner(anna.page, "Mitteilung der Moderation");
	await annas.getByRole("button", { name: "Mitteilung schließen" }).click();
	await annas.waitFor({ state: "detached" });
	await unfold(anna.page, /^Mitteilungen/);
	await anna.page.locator(".message-list").getByText("Bitte Fotos machen").waitFor();
	expect(await banner(bilal.page, "Mitteilung der Moderation").count()).toBe(1);
	await unfold(desk, /^Mitteilungen/);
	await desk.getByRole("button", { name: "Nicht mehr anpinnen: Kaffee steht bereit" }).click();
	for (const page of pagesOf(cast)) await banner(page, "Mitteilung der Co-Moderation").waitFor({ state: "detached" });

	await unfold(carla.page, /^Frage an die Moderation/);
	await carla.page.getByLabel("Ihre Frage").fill("Wer schreibt das Protokoll?");
	await carla.page.getByRole("button", { name: "Frage stellen" }).click();
	await desk.getByRole("button", { name: "In den Themenspeicher: Wer schreibt das Protokoll?" }).click();
	await everywhere(cast, ({ topics }) => topics.some(({ text }) => text === "Wer schreibt das Protokoll?"));
}

/** What nobody else will ever read. */
export async function takesNotes({ seats: { bilal } }: Cast): Promise<void> {
	const { page } = bilal;
	await unfold(page, /^Eigene Notizen/);
	await page.getByRole("button", { name: "Notizen öffnen" }).click();
	await page.getByRole("heading", { level: 2, name: "Eigene Notizen" }).waitFor();
	await typeAnswer(page, /Was möchten Sie sich merken/, NOTE);
	await expectSaved(page);
	await page.getByRole("button", { name: "Zurück zur aktuellen Phase" }).click();
	await openQuestion(page, THREAT);
}

/** Whoever is moved in the middle of a word finds the new group's sheet, and the old group keeps what they wrote. */
export async function movesWhileTyping({ room, desk: { page: desk }, seats: { bilal } }: Cast): Promise<void> {
	const before = groupOf(room.lead.snapshot(), bilal);
	const target = found(
		room.lead.snapshot().groups.find(({ id }) => id !== before.id),
		"other group",
	);
	await typeAnswer(bilal.page, THREAT, " und ein Satz von Bilal");
	await expectSaved(bilal.page);
	await desk
		.getByLabel(/Verschieben.*Bilal|Bilal.*[Vv]erschieben/)
		.first()
		.selectOption({ label: target.name });
	await desk
		.getByRole("button", { name: /Verschieben.*Bilal|Bilal.*verschieben/ })
		.first()
		.click();
	await bilal.page.getByText(`Sie sind jetzt in ${target.name}`).first().waitFor();
	await openQuestion(bilal.page, THREAT);
	await bilal.page.getByText(wordOf(target.name)).first().waitFor();
}

async function tellsEverybody(page: Page, text: string): Promise<void> {
	await page.getByRole("button", { name: "Nachricht an alle" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByRole("textbox").fill(text);
	await dialog.getByRole("button", { name: "Senden" }).click();
	await dialog.waitFor({ state: "hidden" });
}
