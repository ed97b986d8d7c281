import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { toGroupWork } from "../harness/group-work.ts";
import { inspection } from "./accessibility.ts";
import { house } from "./house.ts";
import { arriveAt, expectSaved, openQuestion, typeAnswer } from "./people.ts";

const THREAT = /Was gefährdet sie/;

const arena = house({ refusesPages: true });

/** How many entries this browser's journals of a workshop hold. */
function kept(page: Page, workshop: string): Promise<number> {
	return page.evaluate(async (id) => {
		const answer = <Value>(request: IDBRequest<Value>) =>
			new Promise<Value>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
		let count = 0;
		for (const { name } of await indexedDB.databases()) {
			if (!name?.includes(id)) continue;
			const database = await answer(indexedDB.open(name));
			for (const store of database.objectStoreNames)
				count += await answer(database.transaction(store).objectStore(store).count());
			database.close();
		}
		return count;
	}, workshop);
}

test("a deleted workshop leaves its receipt on every page, and nothing in a browser that had it open", async () => {
	const { screen, problems } = inspection();
	const room = await arena.room();
	const anna = (await arena.seated(room, "Anna")).page;
	const desk = (await arena.facilitator(room)).page;
	await room.run(...toGroupWork(1, "group-structures"));
	await arriveAt(anna, /Gruppenphase 1/);
	await openQuestion(anna, THREAT);
	await typeAnswer(anna, THREAT, "Ein Satz, der gehen muss.");
	await expectSaved(anna);
	await expect.poll(() => kept(anna, room.id)).toBeGreaterThan(0);

	await desk.getByText("Weitere Aktionen").click();
	await desk.getByRole("button", { name: "Workshop endgültig löschen" }).click();
	const dialog = desk.getByRole("dialog");
	await dialog.getByText("bleibt dort und wird mit ihm gelöscht").waitFor();
	await dialog.getByRole("textbox").fill(room.lead.snapshot().workshop.title);
	await dialog.getByRole("button", { name: "Workshop endgültig löschen" }).click();
	await desk.getByText("Die Moderation hat den Workshop gelöscht.").waitFor();
	await desk.getByText(/und die Zugänge von einer Person/).waitFor();
	await screen(desk, "deleted-receipt");

	// Anna's words can still be copied, and lie nowhere any more.
	await anna.getByText("Dieser Workshop wurde gelöscht").waitFor();
	await anna.getByText("Ein Satz, der gehen muss.").first().waitFor();
	await expect.poll(() => kept(anna, room.id)).toBe(0);
	await anna.getByRole("button", { name: "Neu laden" }).first().click();
	await anna.getByText("Die Moderation hat den Workshop gelöscht.").waitFor();
	await screen(anna, "gone-receipt");
	expect(problems).toEqual([]);
});

test("what becomes of names is chosen when the workshop is made, read before joining, and done at the end", async () => {
	const { screen, problems } = inspection();
	const { page: maker } = await arena.person();
	await maker.goto(`${arena.url}/neu?vorlage=cooperation-review`);
	await maker.getByLabel("kürzen (A. K.)").check();
	await screen(maker, "create-names");

	const room = await arena.room({ namesAtEnd: "shortened" });
	const { page: guest } = await arena.person();
	await guest.goto(room.joinUrl);
	await guest.getByText("werden die Namen auf Anfangsbuchstaben gekürzt").waitFor();
	await guest.getByText(/^Am .* wird alles gelöscht\.$/).waitFor();
	const anna = (await arena.seated(room, "Anna Kowalski")).page;
	await anna.getByText(/Wird am .* gelöscht.*auf Anfangsbuchstaben gekürzt/).waitFor();
	await screen(anna, "lobby-keeping");

	const desk = (await arena.facilitator(room)).page;
	await desk.getByText("Weitere Aktionen").click();
	const choice = desk.getByRole("group", { name: "Namen am Ende" });
	expect(await choice.getByLabel("behalten, bis alles gelöscht wird").isDisabled()).toBe(true);
	await choice.getByLabel("kürzen (A. K.)").focus();
	await screen(desk, "cockpit-keeping");

	// Another date is told to those who read the first one, and stands in the lobby from then on.
	const days = desk.getByLabel("Aufbewahrung in Tagen nach dem Ende");
	await days.fill("7");
	await desk.getByRole("button", { name: "Aufbewahrung ändern" }).click();
	await anna
		.getByText(/^Neues Datum: Alles wird am .* gelöscht, nicht am/)
		.first()
		.waitFor();
	await screen(anna, "lobby-new-date");
	await anna.getByRole("button", { name: "Verstanden" }).click();
	await room.run({ type: "session.start" }, { type: "session.end" });

	await desk.getByText("Die Namen der Teilnehmenden sind gekürzt.").waitFor();
	await desk.getByText("A. K.", { exact: true }).first().waitFor();
	const button = desk.getByRole("button", { name: "Namen entfernen" });
	await button.focus();
	await desk.keyboard.press("Enter");
	const dialog = desk.getByRole("dialog");
	await dialog.getByText("Das lässt sich nicht zurücknehmen.").waitFor();
	await screen(desk, "names-question");
	await dialog.getByRole("button", { name: "Namen endgültig entfernen" }).click();
	await desk.getByText("Die Namen der Teilnehmenden sind entfernt.").first().waitFor();
	expect(await desk.getByText("A. K.", { exact: true }).count()).toBe(0);
	await screen(desk, "names-removed");
	expect(problems).toEqual([]);
});

test("participants read what they may take along, and a link opens a file once without signing in", async () => {
	const { screen, problems } = inspection();
	const room = await arena.room();
	const { page: anna } = await arena.seated(room, "Anna");
	await room.run(...toGroupWork(1, "group-structures"));
	const desk = (await arena.facilitator(room)).page;
	await desk.getByText("Weitere Aktionen").click();
	const choice = desk.getByRole("group", { name: "Was Teilnehmende mitnehmen" });
	await choice.getByLabel("alles, was ihnen gezeigt wurde, aber erst nach dem Ende").click();
	await expect.poll(() => room.lead.snapshot().workshop.takeHome).toBe("after-end");
	await anna.goto(`${arena.url}/w/${room.id}/ergebnisse`);
	await anna.getByText("gibt die Ergebnisse nach dem Ende des Workshops frei").waitFor();
	expect(await anna.getByText("PDF herunterladen").count()).toBe(0);
	await screen(anna, "results-later");

	await choice.getByLabel("nur Eigenes und das Blatt ihrer Gruppe").click();
	await expect.poll(() => room.lead.snapshot().workshop.takeHome).toBe("own");
	await anna.reload();
	await anna.getByText("Enthalten sind Ihre eigenen Arbeitsblätter und die Ihrer Gruppe.").waitFor();
	await anna.getByRole("button", { name: "Einmal-Link für PDF erstellen" }).click();
	const url = await anna.getByLabel("Link, eine Minute gültig").inputValue();
	const file = await fetch(url);
	expect([file.status, file.headers.get("content-type")]).toEqual([200, "application/pdf"]);
	expect((await fetch(url)).status).toBe(401);
	await screen(anna, "results-own");
	expect(problems).toEqual([]);
});
