import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { found } from "../flows/stage.ts";
import { VIEWPORTS } from "../harness/browser.ts";
import { hasFocus, inspection, painted, tabTo } from "./accessibility.ts";
import { house, type Room } from "./house.ts";

const arena = house();
/** Nine o'clock where the browsers are. */
const NINE = Date.parse("2030-03-18T09:00:00+01:00");

const MEETING = { template: "must-want-can", startsAt: NINE };

/** Somebody who steers, at the plan. */
async function planning(room: Room): Promise<Page> {
	const { page } = await arena.facilitator(room);
	await page.getByRole("link", { name: "Planung öffnen" }).click();
	await page.getByRole("button", { name: "Phase hinzufügen" }).waitFor();
	await expect.poll(() => page.getByText("Verbindung wird hergestellt").count()).toBe(0);
	return page;
}

const order = (room: Room) => room.lead.snapshot().phases.map(({ id }) => id);
const announced = (page: Page) => page.locator("[data-announcements]");

test("the plan says when it is over and what is to spare, in every width and theme", async () => {
	const room = await arena.room(MEETING);
	const { problems, screen } = inspection();
	const page = await planning(room);
	await page.getByText("zusammen 1 Std. 30 Min.").waitFor();
	await screen(page, "plan-list");
	await page.getByText("Beginn, Ende und Videokonferenz").click();
	await page.getByLabel(/^Ende/).fill("2030-03-18T10:50");
	await page.getByRole("textbox", { name: "Videokonferenz für alle" }).fill("treffen.example/saal");
	await page.getByRole("button", { name: "Speichern" }).click();
	await page.getByText("20 Min. Puffer bis 10:50 Uhr").waitFor();
	await room.lead.until(({ workshop }) => workshop.conferenceUrl === "https://treffen.example/saal");
	await page.getByLabel(/^Ende/).fill("2030-03-18T08:00");
	await page.getByRole("button", { name: "Speichern" }).click();
	await expect.poll(() => hasFocus(page.getByRole("alert"))).toBe(true);
	await screen(page, "plan-frame-wrong");
	await page.getByLabel(/^Ende/).fill("2030-03-18T10:00");
	await page.getByRole("button", { name: "Speichern" }).click();
	await page.getByText("30 Min. zu lang: Schluss soll um 10:00 Uhr sein").waitFor();
	await page.getByRole("button", { name: "Phase Gruppenrunde 1: Müssen und Wollen bearbeiten" }).click();
	await page.getByRole("heading", { name: /Phase bearbeiten/ }).waitFor();
	await screen(page, "plan-editor");
	expect(problems).toEqual([]);
});

test.each(Object.entries(VIEWPORTS))("phases change places by buttons alone, on a %s", async (_, size) => {
	const room = await arena.room(MEETING);
	const page = await planning(room);
	await page.setViewportSize(size);
	const before = order(room);
	const down = page.getByRole("button", { name: "Phase Begrüßung nach unten" });
	await tabTo(page, down);
	await page.keyboard.press("Enter");
	await expect.poll(() => announced(page).textContent()).toBe("Phase Begrüßung, jetzt Position 2 von 7");
	expect(await hasFocus(down)).toBe(true);
	await page.keyboard.press("Enter");
	await expect.poll(() => announced(page).textContent()).toBe("Phase Begrüßung, jetzt Position 3 von 7");
	expect(await hasFocus(down)).toBe(true);
	const up = page.getByRole("button", { name: "Phase Begrüßung nach oben" });
	await tabTo(page, up, "Shift+Tab");
	await page.keyboard.press("Enter");
	await room.lead.until(({ phases }) => phases[1]?.id === "welcome");
	await expect.poll(() => hasFocus(up)).toBe(true);
	expect(order(room)).toEqual([before[1], before[0], ...before.slice(2)]);
	// At the edge there is nowhere to go, and nobody falls off it.
	const last = page.getByRole("button", { name: "Phase Rückmeldung nach unten" });
	await last.press("Enter");
	expect(await hasFocus(last)).toBe(true);
	expect(order(room).at(-1)).toBe("closing");
});

test("phases change places by mouse, and Esc lets it be", async () => {
	const room = await arena.room(MEETING);
	const page = await planning(room);
	const row = (title: string) => page.locator("[data-row]").filter({ hasText: title });
	const grip = (title: string) => row(title).locator(".plan-row__handle");
	const centre = async (title: string) => {
		const box = found(await grip(title).boundingBox(), "handle");
		return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
	};
	const drag = async (from: string, to: string) => {
		const [start, end] = [await centre(from), await centre(to)];
		await page.mouse.move(start.x, start.y);
		await page.mouse.down();
		await page.mouse.move(end.x, end.y + 4, { steps: 12 });
		await painted(page);
	};
	await drag("Begrüßung", "Zwischenstand");
	await page.keyboard.press("Escape");
	await page.mouse.up();
	expect(order(room)[0]).toBe("welcome");
	await drag("Begrüßung", "Zwischenstand");
	await page.mouse.up();
	await room.lead.until(({ phases }) => phases[3]?.id === "welcome");
	await expect.poll(() => announced(page).textContent()).toBe("Phase Begrüßung, jetzt Position 4 von 7");
	await expect.poll(() => page.locator("[data-row]").allTextContents()).toHaveLength(7);
	expect(await page.locator("[data-row]").nth(3).textContent()).toContain("Begrüßung");
});

test("with the keyboard alone a phase is added, filled, taken out and had back", async () => {
	const room = await arena.room(MEETING);
	const page = await planning(room);
	const add = page.getByRole("button", { name: "Phase hinzufügen" });
	await tabTo(page, add);
	await page.keyboard.press("Enter");
	const name = page.getByLabel("Titel", { exact: true });
	await expect.poll(() => hasFocus(name)).toBe(true);
	await page.keyboard.type("Ausblick");
	await tabTo(page, page.getByLabel("Art"));
	await page.keyboard.press("G");
	await tabTo(page, page.getByLabel("Dauer in Minuten"));
	await page.keyboard.press("Control+A");
	await page.keyboard.type("25");
	await tabTo(page, page.getByLabel("Auftrag"));
	await page.keyboard.type("Was nehmen Sie mit?");
	await tabTo(page, page.getByLabel("Welches Arbeitsblatt?"));
	await page.keyboard.type("Ma");
	await tabTo(page, page.getByRole("button", { name: "Arbeitsblatt hinzufügen" }));
	await page.keyboard.press("Enter");
	const { phases } = await room.lead.until((snapshot) => snapshot.phases[7]?.sheets.length === 1);
	expect(phases[7]).toMatchObject({
		title: "Ausblick",
		kind: "group",
		minutes: 25,
		assignment: "Was nehmen Sie mit?",
		sheets: [{ worksheet: "action-plan", scope: "group" }],
	});
	await tabTo(page, page.getByRole("textbox", { name: "Adresse" }));
	await page.keyboard.type("bibliothek.example/bericht");
	await page.keyboard.press("Tab");
	await page.keyboard.type("Bericht");
	await page.keyboard.press("Enter");
	await room.lead.until((snapshot) => snapshot.phases[7]?.materials?.[0]?.label === "Bericht");
	await tabTo(page, page.getByRole("button", { name: "Phase löschen" }));
	await page.keyboard.press("Enter");
	await room.lead.until((snapshot) => snapshot.phases.length === 7);
	await page.getByText("„Ausblick“ gelöscht.").first().waitFor();
	const undo = page.getByRole("button", { name: "Rückgängig: Phase Ausblick wieder einsetzen" });
	await expect.poll(() => hasFocus(undo)).toBe(true);
	const { problems, screen } = inspection();
	await screen(page, "plan-removed");
	await page.keyboard.press("Enter");
	const back = await room.lead.until((snapshot) => snapshot.phases.length === 8);
	expect(back.phases[7]).toEqual((await room.lead.until(() => true)).phases[7]);
	expect(back.phases[7]).toMatchObject({
		title: "Ausblick",
		materials: [{ url: "https://bibliothek.example/bericht" }],
	});
	await screen(page, "plan-editor-full");
	expect(problems).toEqual([]);
});

test("groups that were formed for a phase are given up only where somebody says so twice", async () => {
	const room = await arena.room(MEETING);
	const { problems, screen } = inspection();
	for (const name of ["Anna", "Bilal"]) await arena.api.join(room.code, name);
	const [first, second] = room.lead.snapshot().phases.filter(({ kind }) => kind === "group");
	await room.run(
		{ type: "groups.create", count: 2, phase: first?.id },
		{ type: "groups.create", count: 1, phase: second?.id },
	);
	const page = await planning(room);
	await page.getByRole("button", { name: `Phase ${second?.title} bearbeiten` }).click();
	await page.getByText("eigene, schon gebildet").waitFor();
	const keep = page.getByRole("button", { name: "Gruppen der Phase davor behalten" });
	await keep.click();
	await page.getByRole("dialog").getByText("auch Namen von einer Liste").waitFor();
	await screen(page, "plan-keep-groups");
	await page.getByRole("dialog").getByRole("button", { name: "Abbrechen" }).click();
	expect(await hasFocus(keep)).toBe(true);
	await keep.click();
	await page.getByRole("dialog").getByRole("button", { name: "Gruppen der Phase davor behalten" }).click();
	await room.lead.until(({ phases }) => phases.every(({ id, ownGroups }) => id !== second?.id || ownGroups !== true));
	const rule = page.getByLabel("Gruppen", { exact: true });
	await expect.poll(() => rule.inputValue()).toBe("keep");
	await expect.poll(() => hasFocus(rule)).toBe(true);
	expect(problems).toEqual([]);
});

test("two who plan see each other's changes, and nobody's typing is torn away", async () => {
	const room = await arena.room(MEETING);
	const [one, other] = [await planning(room), await planning(room)];
	for (const page of [one, other]) await page.getByRole("button", { name: "Phase Einstieg bearbeiten" }).click();
	const task = (page: Page) => page.getByLabel("Auftrag");
	await task(one).fill("Erst allein");
	await expect.poll(() => task(other).inputValue()).toBe("Erst allein");
	await task(one).press("End");
	await one.keyboard.type(", dann");
	await room.run(
		{ type: "plan.change", phase: "check-in", patch: { assignment: "Ganz anders", title: "Ankommen" } },
		{ type: "plan.move", phase: "check-in", to: 0 },
		{ type: "plan.remove", phase: "closing" },
	);
	await one.keyboard.type(" zu zweit");
	expect(await task(one).inputValue()).toBe("Erst allein, dann zu zweit");
	expect(await hasFocus(task(one))).toBe(true);
	await expect.poll(() => one.getByLabel("Titel", { exact: true }).inputValue()).toBe("Ankommen");
	await room.lead.until(({ phases }) => phases[0]?.assignment === "Erst allein, dann zu zweit");
	await expect.poll(() => task(other).inputValue()).toBe("Erst allein, dann zu zweit");
	// Who is told that somebody else was here first goes on all the same.
	await task(other).focus();
	await task(other).press("End");
	await other.keyboard.type(" und so weiter");
	await room.lead.until(({ phases }) => phases[0]?.assignment.endsWith("weiter") === true);
	await room.run({ type: "plan.change", phase: "check-in", patch: { assignment: "Kurz" } });
	await other.getByText("Jemand anderes hat hier inzwischen geschrieben: „Kurz“").waitFor();
	await task(other).blur();
	await expect.poll(() => task(other).inputValue()).toBe("Kurz");
	await other.getByText("Alle Änderungen gespeichert").waitFor();
});

test("while the workshop runs, what has been is locked, and what comes new is worked in", async () => {
	const room = await arena.room(MEETING);
	const desk = await arena.facilitator(room);
	const person = (await arena.seated(room, "Kim", { viewport: VIEWPORTS.phone })).page;
	await room.run({ type: "session.start" }, { type: "phase.go", phase: "check-in" });
	const page = await planning(room);
	const { problems, screen } = inspection();
	const row = (title: string) => page.locator("[data-row]").filter({ hasText: title });
	await row("Begrüßung").getByText("vorbei").waitFor();
	await row("Einstieg").getByText("läuft").waitFor();
	expect(await page.getByRole("button", { name: /Phase (Begrüßung|Einstieg) nach/ }).count()).toBe(0);
	expect(
		await page
			.getByRole("button", { name: "Phase Gruppenrunde 1: Müssen und Wollen nach oben" })
			.getAttribute("aria-disabled"),
	).toBe("true");
	await page.getByRole("button", { name: "Phase Begrüßung ansehen" }).click();
	await page.getByText("Diese Phase war schon. Sie bleibt, wie sie war.").waitFor();
	expect(await page.getByLabel("Auftrag").isEditable()).toBe(false);
	await screen(page, "plan-over");
	await page.getByRole("button", { name: "Phase Einstieg bearbeiten" }).click();
	await page.getByText("Diese Phase läuft.", { exact: false }).waitFor();
	expect(await page.getByLabel("Titel", { exact: true }).isEditable()).toBe(false);
	await page.getByRole("textbox", { name: "Adresse" }).fill("https://bibliothek.example/jetzt");
	await page.getByRole("textbox", { name: /^Bezeichnung/ }).fill("Zum Nachlesen");
	await page.getByRole("button", { name: "Link hinzufügen" }).click();
	await page.getByRole("textbox", { name: /Videokonferenz dieser Phase/ }).fill("treffen.example/einstieg");
	await page.getByRole("textbox", { name: /Videokonferenz dieser Phase/ }).blur();
	const link = person.getByRole("link", { name: "Zum Nachlesen (öffnet einen neuen Tab)" });
	await link.waitFor();
	expect([await link.getAttribute("href"), await link.getAttribute("target"), await link.getAttribute("rel")]).toEqual([
		"https://bibliothek.example/jetzt",
		"_blank",
		"noopener noreferrer",
	]);
	const meeting = person.getByRole("link", { name: /^Videokonferenz/ });
	await expect.poll(() => meeting.getAttribute("href")).toBe("https://treffen.example/einstieg");
	await screen(page, "plan-running");
	await screen(person, "phase-offers");
	await person.setViewportSize(VIEWPORTS.phone);

	// A worksheet that no page of this workshop has known so far.
	await page.getByRole("button", { name: "Phase Zwischenstand im Plenum bearbeiten" }).click();
	await page.getByLabel("Welches Arbeitsblatt?").selectOption({ label: "Freies Blatt" });
	await page.getByRole("button", { name: "Arbeitsblatt hinzufügen" }).click();
	await page
		.locator(".plan-sheet")
		.filter({ hasText: "Freies Blatt" })
		.getByLabel("Für wen")
		.selectOption("participant");
	await room.lead.until(({ phases }) => phases[3]?.sheets.some(({ scope }) => scope === "participant") === true);
	await room.run({ type: "phase.go", phase: "interim-results" });
	await person.getByRole("textbox", { name: "Wie lautet unsere Leitfrage?" }).waitFor();
	await desk.page.getByRole("heading", { level: 1 }).waitFor();
	expect(problems).toEqual([]);
});

test("the next workshop of a series is two clicks away, before and after the end", async () => {
	const room = await arena.room({ template: "must-want-can", title: "Erster Termin" });
	const { page } = await arena.facilitator(room);
	const { problems, screen } = inspection();
	const copy = page.getByRole("button", { name: "Nächsten Termin dieser Reihe anlegen" });
	await copy.click();
	const dialog = page.getByRole("dialog");
	expect(await dialog.getByLabel("Titel des nächsten Termins").inputValue()).toBe("Erster Termin");
	await screen(page, "plan-copy");
	await dialog.getByRole("button", { name: "Workshop anlegen" }).click();
	await dialog.getByRole("link", { name: "Zur Moderation des neuen Termins" }).waitFor();
	await screen(page, "plan-copied");
	expect(await dialog.getByLabel("Moderations\u00adlink").inputValue()).not.toContain(room.id);
	await page.keyboard.press("Escape");
	await room.run({ type: "session.start" }, { type: "session.end" });
	await page.getByRole("link", { name: "Ergebnisse herunterladen" }).first().waitFor();
	await copy.click();
	await dialog.getByRole("button", { name: "Workshop anlegen" }).click();
	await dialog.getByRole("link", { name: "Zur Moderation des neuen Termins" }).click();
	await page.getByRole("button", { name: "Workshop starten" }).waitFor();
	await page.getByRole("heading", { level: 1, name: "Erster Termin" }).waitFor();
	expect(page.url()).not.toContain(room.id);
	expect(problems).toEqual([]);
});
