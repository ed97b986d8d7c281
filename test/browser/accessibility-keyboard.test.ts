import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { toGroupWork } from "../harness/group-work.ts";
import { hasFocus, tabTo } from "./accessibility.ts";
import { house } from "./house.ts";

const arena = house();

test("a participant joins, writes, calls for help and downloads with the keyboard alone", async () => {
	const room = await arena.room();
	const { page } = await arena.person();
	const { keyboard } = page;
	await page.goto(arena.url);
	await tabTo(page, page.getByLabel("Teilnahme\u00adcode"));
	await keyboard.type(room.code.toLowerCase());
	await keyboard.press("Enter");
	await page.getByLabel("Name oder Kürzel").waitFor();
	await tabTo(page, page.getByLabel("Name oder Kürzel"));
	await keyboard.type("Anna");
	await tabTo(page, page.getByLabel("Dieses Gerät wird von mehreren genutzt"));
	await keyboard.press("Space");
	await tabTo(page, page.getByRole("button", { name: "Beitreten" }));
	await keyboard.press("Enter");
	await page.getByText("Es geht gleich los").waitFor();

	await room.run(...toGroupWork(1, "group-structures"));
	// The skip link leads past everything else, the list of questions to the last one.
	await page.getByRole("heading", { level: 1, name: /Gruppenphase 1/ }).waitFor();
	await tabTo(page, page.getByRole("link", { name: "Zum Arbeitsblatt" }), "Shift+Tab");
	await keyboard.press("Enter");
	await tabTo(page, page.getByRole("button", { name: /Was nehmen wir ins Plenum/ }));
	await keyboard.press("Enter");
	const answer = page.getByRole("textbox", { name: /Was nehmen wir ins Plenum/ });
	await answer.waitFor();
	expect(await hasFocus(page.getByRole("heading", { name: /Was nehmen wir ins Plenum/ }))).toBe(true);

	// Tab goes through the editor; Alt+F10 leads to its tools and Esc back into the text.
	await tabTo(page, answer);
	await keyboard.type("Wir brauchen einen ");
	await keyboard.press("Alt+F10");
	await tabTo(page, page.getByRole("button", { name: "Fett" }));
	await keyboard.press("Enter");
	await keyboard.press("Escape");
	await expect.poll(() => hasFocus(answer)).toBe(true);
	await keyboard.type("Auftrag.");
	await answer.locator("strong", { hasText: "Auftrag." }).waitFor();
	await keyboard.press("Tab");
	expect(await hasFocus(answer)).toBe(false);
	await tabTo(page, page.getByRole("button", { name: "Frage fertig" }));
	await keyboard.press("Enter");
	await page.getByRole("button", { name: "Wieder öffnen" }).waitFor();
	await page.getByText("Alle Änderungen gespeichert").waitFor();

	const help = page.getByRole("button", { name: "Hilfe rufen" });
	await tabTo(page, help.first(), "Shift+Tab");
	await keyboard.press("Enter");
	await tabTo(page, page.getByLabel(/Worum geht es/));
	await keyboard.type("Eine Frage zum Auftrag");
	await keyboard.press("Enter");
	await page.getByRole("button", { name: "Ruf zurücknehmen" }).waitFor();
	await expect.poll(() => hasFocus(page.getByRole("button", { name: "Ruf zurücknehmen" }))).toBe(true);
	expect(room.lead.snapshot().help).toMatchObject([{ text: "Eine Frage zum Auftrag" }]);

	await room.run({ type: "session.end" });
	const results = page.getByRole("link", { name: "Ergebnisse herunterladen" });
	await results.waitFor();
	await tabTo(page, results);
	await keyboard.press("Enter");
	await page.getByText("PDF herunterladen").waitFor();
	await tabTo(page, page.getByRole("link", { name: "PDF herunterladen" }));
	const [download] = await Promise.all([page.waitForEvent("download"), keyboard.press("Enter")]);
	expect(download.suggestedFilename()).toMatch(/\.pdf$/);
	expect(await download.failure()).toBeNull();
});

test("a facilitator leads a workshop with the keyboard alone", async () => {
	const room = await arena.room();
	for (const name of ["Anna", "Bilal", "Carla"]) await arena.api.join(room.code, name);
	const { page } = await arena.facilitator(room);
	await page.getByText("Carla").first().waitFor();

	await pressButton(page, "Gruppen bilden");
	const count = page.getByLabel("Anzahl der Gruppen");
	await tabTo(page, count);
	await page.keyboard.press("ControlOrMeta+A");
	await page.keyboard.type("2");
	await tabTo(page, page.getByLabel("Zufällig"));
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("ArrowUp");
	await tabTo(page, page.getByRole("dialog").getByRole("button", { name: "Gruppen bilden" }));
	await page.keyboard.press("Enter");
	await page.getByRole("dialog").waitFor({ state: "hidden" });
	expect(await hasFocus(page.getByRole("button", { name: "Gruppen neu bilden" }))).toBe(true);
	expect(room.lead.snapshot().groups).toHaveLength(2);

	// A person is moved by choosing and then confirming; the focus stays with the person.
	const anna = room.lead.snapshot().participants[0]?.id;
	const other = room.lead.snapshot().groups.find(({ members }) => !members.includes(anna ?? ""));
	await tabTo(page, page.getByLabel("Anna verschieben nach"));
	await page.keyboard.type(other?.name ?? "");
	await pressButton(page, "Anna verschieben");
	await room.lead.until(({ groups }) =>
		groups.some(({ id, members }) => id === other?.id && members.includes(anna ?? "")),
	);
	expect(await hasFocus(page.getByRole("button", { name: "Anna verschieben" }))).toBe(true);

	await pressButton(page, "Workshop starten", "Shift+Tab");
	await page.getByRole("heading", { name: "Begrüßung" }).waitFor();
	await pressButton(page, "Nächste Phase");
	await page.getByRole("heading", { name: "Einstieg" }).waitFor();
	expect(await hasFocus(page.getByRole("button", { name: "Nächste Phase" }))).toBe(true);
	await room.lead.until(({ timer }) => timer.state === "running");
	await pressButton(page, "Zeit anhalten", "Shift+Tab");
	await room.lead.until(({ timer }) => timer.state === "paused");
	await pressButton(page, "Zeit weiterlaufen lassen");
	await room.lead.until(({ timer }) => timer.state === "running");
	await pressButton(page, "+ 5 Min.");
	await room.lead.until(({ timer, now }) => timer.state === "running" && timer.endsAt - now > 12 * 60_000);

	await pressButton(page, "Workshop beenden");
	await tabTo(page, page.getByRole("dialog").getByRole("button", { name: "Workshop beenden" }));
	await page.keyboard.press("Enter");
	await page.getByRole("dialog").waitFor({ state: "hidden" });
	await room.lead.until(({ workshop }) => workshop.status === "ended");
	await tabTo(page, page.getByRole("link", { name: "Ergebnisse herunterladen" }).first());
});

async function pressButton(page: Page, name: string, key?: "Tab" | "Shift+Tab"): Promise<void> {
	const button = page.getByRole("button", { name, exact: true });
	await button.waitFor();
	await tabTo(page, button, key);
	await page.keyboard.press("Enter");
}
