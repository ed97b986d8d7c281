import type { Page } from "playwright-core";
import { found } from "../../flows/stage.ts";
import type { Person } from "../../harness/browser.ts";
import { inspection } from "../accessibility.ts";
import type { House } from "../house.ts";
import { CHARACTERS, type Meeting, SERIES } from "./cast.ts";
import { press, retype, type } from "./hands.ts";
import { listen } from "./wire.ts";

/** How the room fills and moves on. */

/** Half a year ago, so that the next date is another day. */
export const HALF_A_YEAR_AGO = Date.now() - 182 * 86_400_000;

/** The first date, with nobody in it yet. */
export async function opens(arena: House): Promise<Meeting> {
	const { id, joinUrl, facilitatorUrl } = await arena.api.create({
		title: "Erstes Treffen",
		startsAt: HALF_A_YEAR_AGO,
	});
	const desk = await arena.person();
	const deskWire = listen(desk.page);
	await desk.page.goto(facilitatorUrl);
	await press(desk.page.locator("summary", { hasText: "Titel, Reihe, Termin und Ort" }));
	await retype(desk.page.getByRole("textbox", { name: /^Reihe/ }), SERIES);
	await press(desk.page.getByRole("button", { name: "Änderungen speichern" }));
	return { arena, look: inspection(), date: 0, id, joinUrl, desk, deskWire, seats: [] };
}

/** Groups by a list: whoever comes later finds their place. */
export async function formsGroups({ desk: { page } }: Meeting): Promise<void> {
	await press(page.getByRole("button", { name: "Gruppen bilden", exact: true }));
	const dialog = page.getByRole("dialog", { name: "Gruppen bilden" });
	await press(dialog.getByRole("radio", { name: "Liste oder CSV einfügen" }), "Space");
	const list = CHARACTERS.map(({ name, organisation, group }) => `${name}; ${organisation}; ${group}`).join("\n");
	await type(dialog.getByRole("textbox", { name: "Liste", exact: true }), list);
	await press(dialog.getByRole("button", { name: "Liste prüfen" }));
	await dialog.getByText("Vorschau: 8 Personen in 2 Gruppen").waitFor();
	await press(dialog.getByRole("button", { name: "Gruppen bilden" }));
	await dialog.waitFor({ state: "hidden" });
}

/** All eight by the join page, each with a browser of their own. */
export async function joins(meeting: Meeting, before: Meeting["seats"] = []): Promise<Meeting> {
	const seats = await Promise.all(
		CHARACTERS.map(async (character) => {
			const known = before.find(({ name }) => name === character.name);
			const person: Person = known ?? (await meeting.arena.person());
			const wire = listen(person.page);
			const { page } = person;
			await page.goto(meeting.joinUrl);
			await type(page.getByLabel(/Name oder Kürzel/), character.name);
			await type(page.getByLabel(/Kommune/), character.organisation);
			await page.keyboard.press("Enter");
			await page.getByText("Es geht gleich los").waitFor();
			return { ...person, ...character, wire };
		}),
	);
	return { ...meeting, seats };
}

export async function starts({ page }: Person): Promise<void> {
	await press(page.getByRole("button", { name: "Workshop starten" }));
	await page.getByRole("button", { name: "Nächste Phase" }).waitFor();
}

/** From phase to phase until one is there. */
export async function goesTo({ page }: Person, phase: RegExp): Promise<void> {
	const title = page.locator(".phase-bar__title");
	for (let moves = 0; moves < 12; moves++) {
		const now = await title.innerText();
		if (phase.test(now)) return;
		await press(page.getByRole("button", { name: "Nächste Phase" }));
		await page.waitForFunction((before) => document.querySelector(".phase-bar__title")?.textContent !== before, now);
	}
	throw new Error(`there is no phase ${phase}`);
}

/** The one field that holds such an address. */
export async function addressIn(page: Page, part: RegExp): Promise<string> {
	const values = await page
		.getByRole("dialog")
		.getByRole("textbox")
		.evaluateAll((fields) => fields.map((field) => (field instanceof HTMLInputElement ? field.value : "")));
	return found(
		values.find((value) => part.test(value)),
		`address with ${part}`,
	);
}
