import type { Page } from "playwright-core";
import { expect } from "vitest";
import { found } from "../../flows/stage.ts";
import type { Person } from "../../harness/browser.ts";
import type { Room } from "../house.ts";
import { type Cast, GROUP_PHASE, PATIENT } from "./cast.ts";

export const ASSIGNMENT = "Wählen Sie drei Bausteine, und denken Sie heute besonders an den Ganztag.";
const ADDED = "Verabredungen";

async function openPlan(desk: Page): Promise<void> {
	await desk.getByRole("link", { name: "Planung öffnen" }).click();
	await desk.getByRole("button", { name: "Phase hinzufügen" }).waitFor();
	await expect.poll(() => desk.getByText("Verbindung wird hergestellt").count(), PATIENT).toBe(0);
}

/** Before anybody has come: another Auftrag, another length, one phase more, and one that was not meant to go. */
export async function plansAhead(room: Room, { page: desk }: Person): Promise<void> {
	await openPlan(desk);
	await desk.getByRole("button", { name: `Phase ${GROUP_PHASE} bearbeiten` }).click();
	await desk.getByLabel("Auftrag").fill(ASSIGNMENT);
	await desk.getByLabel("Dauer in Minuten").fill("40");
	await desk.getByLabel("Dauer in Minuten").blur();
	await room.lead.until(({ phases }) =>
		phases.some(({ assignment, minutes }) => assignment === ASSIGNMENT && minutes === 40),
	);

	const before = room.lead.snapshot().phases.length;
	await desk.getByRole("button", { name: "Phase hinzufügen" }).click();
	const title = desk.getByLabel("Titel", { exact: true });
	await expect.poll(() => title.inputValue(), PATIENT).toBe("Neue Phase");
	await title.fill(ADDED);
	const { phases } = await room.lead.until((snapshot) => snapshot.phases.some(({ title }) => title === ADDED));
	const place = phases.findIndex(({ title }) => title === ADDED);
	await desk.getByRole("button", { name: `Phase ${ADDED} nach oben` }).click();
	await room.lead.until((snapshot) => snapshot.phases[place - 1]?.title === ADDED);

	await desk.getByRole("button", { name: "Phase löschen" }).click();
	await room.lead.until((snapshot) => snapshot.phases.length === before);
	await desk.getByRole("button", { name: `Rückgängig: Phase ${ADDED} wieder einsetzen` }).click();
	await room.lead.until((snapshot) => snapshot.phases[place - 1]?.title === ADDED);
	await desk.getByRole("link", { name: "Zur Moderation" }).click();
	await desk.getByRole("button", { name: "Workshop starten" }).waitFor();
}

/** What has been is locked; what is under way gets a link more, which everybody has at once. */
export async function plansOn({ room, desk: { page: desk }, seats }: Cast): Promise<void> {
	const { phases, currentPhase } = room.lead.snapshot();
	const current = found(
		phases.find(({ id }) => id === currentPhase),
		"phase",
	);
	await openPlan(desk);
	await desk.locator("[data-row]").filter({ hasText: "Begrüßung" }).getByText("vorbei").waitFor();
	await desk.getByRole("button", { name: "Phase Begrüßung ansehen" }).click();
	expect(await desk.getByLabel("Auftrag").isEditable()).toBe(false);
	await desk.getByRole("button", { name: `Phase ${current.title} bearbeiten` }).click();
	await desk.getByRole("textbox", { name: "Adresse" }).fill("https://bibliothek.example/bericht");
	await desk.getByRole("textbox", { name: /^Bezeichnung/ }).fill("Zum Nachlesen");
	await desk.getByRole("button", { name: "Link hinzufügen" }).click();
	await seats.anna.page.getByRole("link", { name: "Zum Nachlesen (öffnet einen neuen Tab)" }).waitFor();
	await desk.getByRole("link", { name: "Zur Moderation" }).click();
	await desk.getByRole("button", { name: "Nächste Phase" }).waitFor();
}
