import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { accept, found } from "../flows/stage.ts";
import { toGroupWork } from "../harness/group-work.ts";
import { connectSession } from "../harness/session-client.ts";
import { inspection } from "./accessibility.ts";
import { house } from "./house.ts";
import { arriveAt, openQuestion, typeAnswer } from "./people.ts";

const arena = house({ refusesPages: true });

const WHY = /Warum ist dieser Baustein/;

test("joining, working alone and in groups is accessible in every width and theme", async () => {
	const { screen, problems } = inspection();
	const room = await arena.room({ startsAt: Date.now() + 900_000, place: "Rathaus, Sitzungssaal 2" });
	const desk = (await arena.facilitator(room)).page;
	await desk.getByText("Noch ist niemand beigetreten").first().waitFor();

	// Coming in.
	const anna = (await arena.person()).page;
	await anna.goto(room.joinUrl);
	await screen(anna, "join");
	await anna.getByRole("button", { name: "Beitreten" }).click();
	await anna.getByText("Geben Sie einen Namen").first().waitFor();
	await screen(anna, "join-error");
	await anna.getByLabel("Name oder Kürzel").fill("Anna Berg-Wittenstein");
	await anna.getByRole("button", { name: "Beitreten" }).click();
	await anna.getByText("Es geht gleich los").first().waitFor();
	const bilal = await arena.seated(room, "Bilal Özdemir", {
		organisation: "Landratsamt des Landkreises Nordvorpommern",
	});
	await arena.api.join(room.code, "Carla W.", "Stadt Süd");
	await arena.api.join(room.code, "Wirksamkeitsdimensionseinschätzungsbeauftragter", "Stadt Süd");
	await anna.getByText("Bilal Özdemir").first().waitFor();
	await screen(anna, "lobby");
	await screen(desk, "cockpit-lobby");

	await desk.getByRole("button", { name: "Gruppen bilden" }).click();
	await desk.getByLabel("Anzahl der Gruppen").fill("viele");
	await desk.getByRole("dialog").getByRole("button", { name: "Gruppen bilden" }).click();
	await desk.getByText("Geben Sie eine Zahl von 1").first().waitFor();
	await screen(desk, "cockpit-form-groups");
	await desk.keyboard.press("Escape");
	await room.run({ type: "groups.create", count: 2 });
	const { groups, participants } = room.lead.snapshot();
	const groupA = found(groups[0], "group").id;
	for (const { id } of participants.slice(0, 3))
		await room.run({ type: "groups.move", participant: id, group: groupA });

	// For oneself.
	await room.run({ type: "session.start" });
	await arriveAt(anna, "Begrüßung");
	await screen(anna, "phase-plenary");
	await room.run({ type: "phase.go", phase: "check-in" }, { type: "timer.start" });
	await arriveAt(anna, "Einstieg");
	await openQuestion(anna, /Aus welcher Kommune/);
	await screen(anna, "sheet-text");
	await openQuestion(anna, /Wie lange arbeiten Sie/);
	await anna.getByLabel("ein bis drei Jahre").check();
	await screen(anna, "sheet-choice");
	await room.run({ type: "phase.go", phase: "own-selection" });
	await arriveAt(anna, /Einzelarbeit/);
	await rank(anna);
	await screen(anna, "sheet-ranking");

	// In the group: two people write in the same answer, one of them calls for help.
	await room.run({ type: "phase.go", phase: "group-structures" }, { type: "timer.start" });
	await arriveAt(anna, /Gruppenphase 1/);
	await rank(anna);
	await openQuestion(anna, WHY);
	await openQuestion(bilal.page, WHY);
	await typeAnswer(bilal.page, WHY, "Ohne ihn fehlt der Ort, an dem alle zusammenkommen.");
	await anna.locator(".caret--moved[data-name='Bilal Özdemir']").first().waitFor({ state: "attached" });
	await screen(anna, "sheet-rich-text");
	await using seat = await connectSession(arena.url, bilal.token);
	accept(await seat.command({ type: "help.raise", text: "Zählt ein Arbeitskreis auch als Baustein?" }));
	await room.run({ type: "broadcast", text: "Noch zehn Minuten. Bitte denken Sie an den letzten Punkt im Plenum." });
	await anna.getByText("Noch zehn Minuten").first().waitFor();
	await desk.getByText("Zählt ein Arbeitskreis").first().waitFor();
	await Promise.all([screen(anna, "group-messages"), screen(desk, "cockpit-running")]);
	await anna.getByRole("button", { name: "Mitteilung schließen" }).click();

	await Promise.all([
		(async () => {
			await desk.getByRole("button", { name: "Hinschauen" }).first().click();
			await desk
				.getByRole("dialog")
				.getByRole("heading", { name: /Struktur/ })
				.first()
				.waitFor();
			await screen(desk, "cockpit-look-in");
			await desk.keyboard.press("Escape");
			await desk.getByRole("button", { name: "Nachricht an alle" }).click();
			await screen(desk, "cockpit-message");
			await desk.keyboard.press("Escape");
			await desk.getByText("Weitere Aktionen").click();
			await desk.locator("summary", { hasText: "Zugang für Teilnehmende" }).click();
			await screen(desk, "cockpit-more");
		})(),
		(async () => {
			await openQuestion(anna, /Dient er eher der Vernetzung/);
			await screen(anna, "sheet-choice-hints");
			await openQuestion(anna, /Wo steht der Baustein/);
			await screen(anna, "sheet-module-assessment");
			await openQuestion(anna, /Woran hängt die Verstetigung/);
			await screen(anna, "sheet-checklist");
			await openQuestion(anna, /Welche Schritte verabreden/);
			await anna.getByRole("button", { name: /hinzufügen/ }).click();
			await anna.getByRole("button", { name: /hinzufügen/ }).click();
			await anna.getByRole("button", { name: /2 löschen/ }).click();
			await screen(anna, "sheet-actions");
		})(),
	]);
	expect(problems).toEqual([]);
});

test("a matrix is accessible in every width and theme", async () => {
	const { screen, problems } = inspection();
	const room = await arena.room({ template: "must-want-can" });
	const { page } = await arena.seated(room, "Anna");
	await room.run(...toGroupWork(1, "must-want"));
	await openQuestion(page, /Wie weit sind wir mit dem Müssen/);
	await page.getByRole("table").waitFor();
	await screen(page, "sheet-matrix");
	await openQuestion(page, /Was bewegt uns/);
	await screen(page, "sheet-multi-choice-occasion");
	expect(problems).toEqual([]);
});

/** Gives the first offers their places and takes one of them out again. */
async function rank(page: Page): Promise<void> {
	await openQuestion(page, /Welche drei Struktur/);
	for (const place of [1, 2, 3]) {
		await page
			.getByRole("button", { name: `auf Platz ${place}` })
			.nth(place)
			.click();
	}
	await page
		.getByRole("button", { name: /herausnehmen/ })
		.last()
		.click();
}
