import { expect } from "vitest";
import { found } from "../../flows/stage.ts";
import { hasFocus, tabTo } from "../accessibility.ts";
import type { Meeting } from "./cast.ts";
import { press, reach, retype, toTab, type } from "./hands.ts";
import { addressIn } from "./room.ts";
import { taken } from "./units.ts";
import { listen } from "./wire.ts";

/** From a statement to a measure with a name and a day, and on to the next date. */

export const STATEMENT = "Das Mandat der Lenkungsgruppe wird schriftlich erneuert.";
export const OTHER_STATEMENT = "Die Lenkungsgruppe trifft sich öffentlich.";
const THEME = "Auftrag klären";
export const RESPONSIBLE = "Bildungsbüro";
const FIRST_STEP = "Entwurf mit der Leitung abstimmen";
const BODY = "Jugendhilfeausschuss";

/** Statements of both groups, one of them in a theme, and a measure made of it. */
export async function synthesises({ desk: { page }, look }: Meeting): Promise<void> {
	await toTab(page, "Antworten");
	await press(page.getByRole("button", { name: "Synthese beginnen" }));
	for (const [group, statement] of [
		["A", STATEMENT],
		["B", OTHER_STATEMENT],
	]) {
		await press(page.getByRole("button", { name: `Aufnehmen: Gruppe ${group}, ${statement}` }));
		await page.getByRole("button", { name: `Aufgenommen: Gruppe ${group}, ${statement}` }).waitFor();
	}
	await press(page.getByRole("button", { name: "Themenfeld hinzufügen" }));
	const name = page.getByRole("textbox", { name: "Name des Themenfelds" });
	await expect.poll(() => hasFocus(name)).toBe(true);
	await page.keyboard.type(THEME);
	const move = page.getByRole("combobox", { name: `Verschieben nach …: ${STATEMENT}` });
	await tabTo(page, move, "Shift+Tab");
	await page.keyboard.type(THEME.slice(0, 4));
	const theme = page.getByRole("region", { name: THEME });
	await expect.poll(() => theme.getByRole("textbox", { name: "Aussage" }).inputValue()).toBe(STATEMENT);
	await look.screen(page, "chain-synthesis");

	// Where the first statement was read before the second came, they stand open already.
	const fold = page.getByRole("button", { name: /^Als Maßnahme übernehmen \(\d\)$/ });
	await reach(fold);
	if ((await fold.getAttribute("aria-expanded")) === "false") await page.keyboard.press("Enter");
	await press(page.getByRole("button", { name: `Als Maßnahme: ${STATEMENT}` }));
	const taken = page.getByRole("link", { name: `Im Maßnahmenplan: ${STATEMENT}` });
	await taken.waitFor();
	await expect.poll(() => hasFocus(taken)).toBe(true);
	await page.keyboard.press("Enter");
}

/** Who, until when, how it begins and who hears of it; and the day in a calendar. */
export async function plans({ desk: { page }, look }: Meeting): Promise<void> {
	const dialog = page.getByRole("dialog", { name: /Maßnahmenplan/ });
	await press(dialog.getByRole("button", { name: "Mitschreiben" }));
	const row = dialog.locator("[data-row]");
	await expect.poll(() => row.count()).toBe(1);
	await row.getByText("Es fehlt: Verantwortliche, Frist").waitFor();
	await type(row.getByRole("textbox", { name: "Verantwortlich" }), RESPONSIBLE);
	const due = row.getByLabel("Bis wann");
	await reach(due);
	// The same in whichever order the browser asks for day and month.
	await page.keyboard.type("06062027");
	await expect.poll(() => due.inputValue()).toBe("2027-06-06");
	await type(row.getByRole("textbox", { name: "Erster Schritt" }), FIRST_STEP);
	await type(row.getByRole("textbox", { name: "Gremium" }), BODY);
	await row.getByText(/^Es fehlt/).waitFor({ state: "detached" });
	await look.screen(page, "chain-plan");
	const calendar = await taken(dialog.getByRole("link", { name: "Kalenderdatei (alle)" }));
	const lines = calendar.replaceAll("\r\n ", "").split("\r\n");
	expect(lines).toContain("DTSTART;VALUE=DATE:20270606");
	expect(lines.find((line) => line.startsWith("SUMMARY"))).toContain(STATEMENT);
	for (const said of [RESPONSIBLE, FIRST_STEP, BODY]) expect(lines.join("\n")).toContain(said);
	await press(dialog.getByRole("button", { name: "Schließen" }));
	await dialog.waitFor({ state: "hidden" });
}

export async function ends({ desk: { page } }: Meeting): Promise<void> {
	await press(page.getByRole("button", { name: "Workshop beenden" }));
	await press(page.getByRole("dialog").getByRole("button", { name: "Workshop beenden" }));
	await page.getByRole("link", { name: "Ergebnisse herunterladen" }).first().waitFor();
}

/** The next date of the series, with what is still to be done; at its desk, in the same browser. */
export async function copies(first: Meeting): Promise<Meeting> {
	const { page } = first.desk;
	await press(page.getByRole("button", { name: "Nächsten Termin dieser Reihe anlegen" }));
	const dialog = page.getByRole("dialog");
	await retype(dialog.getByRole("textbox", { name: "Titel des nächsten Termins" }), "Zweites Treffen");
	expect(await dialog.getByRole("checkbox", { name: /offene Maßnahme mitnehmen/ }).isChecked()).toBe(true);
	await press(dialog.getByRole("button", { name: "Workshop anlegen" }));
	const go = dialog.getByRole("link", { name: "Zur Moderation des neuen Termins" });
	await go.waitFor();
	const joinUrl = await addressIn(page, /\/b\//);
	const deskWire = listen(page);
	await press(go);
	await page.getByRole("heading", { level: 1, name: "Zweites Treffen" }).waitFor();
	// There once the page is alive.
	await page.locator("summary", { hasText: "Titel, Reihe, Termin und Ort" }).waitFor();
	const id = found(/\/w\/([^/]+)/.exec(page.url())?.[1], "id");
	return { ...first, date: 1, id, joinUrl, deskWire, seats: [] };
}

/** What came along stands in the new plan; by now it is done. */
export async function reports({ desk: { page } }: Meeting): Promise<void> {
	await press(page.getByRole("button", { name: /^Öffnen: Maßnahmenplan/ }));
	const dialog = page.getByRole("dialog", { name: /Maßnahmenplan/ });
	await press(dialog.getByRole("button", { name: "Mitschreiben" }));
	const row = dialog.locator("[data-row]");
	await expect.poll(() => row.count()).toBe(1);
	expect(await row.getByRole("textbox", { name: "Maßnahme" }).inputValue()).toBe(STATEMENT);
	expect(await row.getByRole("textbox", { name: "Verantwortlich" }).inputValue()).toBe(RESPONSIBLE);
	const status = row.getByRole("combobox", { name: "Status" });
	await reach(status);
	await page.keyboard.type("erl");
	await expect
		.poll(() => status.evaluate((select) => select instanceof HTMLSelectElement && select.value))
		.toBe("done");
	await dialog.getByText("Alle Änderungen gespeichert").first().waitFor();
	await press(dialog.getByRole("button", { name: "Schließen" }));
	await dialog.waitFor({ state: "hidden" });
}
