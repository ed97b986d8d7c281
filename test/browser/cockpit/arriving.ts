import type { Page } from "playwright-core";
import { expect } from "vitest";
import { spokenCode } from "../../../worksheets/contract/ids.ts";
import { type Person, VIEWPORTS } from "../../harness/browser.ts";
import type { House, Room } from "../house.ts";
import { arriveAt, makeLink, openAccess } from "../people.ts";
import { type Cast, everywhere, GROUP_PHASE, GROUPS, type Light, light, PEOPLE, pagesOf } from "./cast.ts";
import { ASSIGNMENT } from "./planning.ts";

/** In a tab of its own, that is moved to the wall. */
export async function opensProjector({ page, context }: Person): Promise<Page> {
	const [projector] = await Promise.all([
		context.waitForEvent("page"),
		page.getByRole("link", { name: "Beamer-Ansicht (öffnet einen neuen Tab)" }).click(),
	]);
	await projector.setViewportSize(VIEWPORTS.desktop);
	await projector.locator("main.beamer").waitFor();
	// A browser draws what stands behind another tab now and then only, and every click waits for that.
	await page.bringToFront();
	return projector;
}

/** Whoever steers and watches comes by a link, the participants by the code. */
export async function arrives(arena: House, room: Room, desk: Person, projector: Page): Promise<Cast> {
	await openAccess(desk.page);
	const secondUrl = await makeLink(desk.page, "Co-Moderation", "Dora");
	const observerUrl = await makeLink(desk.page, "Beobachtung", "Presse");
	const second = await arena.person({ viewport: VIEWPORTS.tablet });
	await second.page.goto(secondUrl);
	await second.page.getByText("Co-Moderation", { exact: true }).first().waitFor();
	const observer = await arena.person();
	await observer.page.goto(observerUrl);
	await observer.page.getByText("Sie lesen mit. Ändern können Sie nichts.").waitFor();

	await projector.getByText(spokenCode(room.code)).waitFor();
	const [anna, bilal, carla] = await Promise.all([
		arena.seated(room, "Anna", { organisation: "Amt 0", viewport: VIEWPORTS.desktop }),
		arena.seated(room, "Bilal", { organisation: "Amt 1", viewport: VIEWPORTS.tablet }),
		arena.seated(room, "Carla", { organisation: "Amt 2", viewport: VIEWPORTS.phone }),
	]);
	const lights: Light[] = [];
	for (let index = 3; index < PEOPLE; index += 1)
		lights.push(await light(arena, room.code, `Person ${index + 1}`, `Amt ${index % 6}`));
	await desk.page.getByText(`${PEOPLE} von ${PEOPLE} verbunden`).waitFor();
	await projector.getByText(`${PEOPLE} Personen sind da`).waitFor();
	return { arena, room, desk, second, observer, projector, seats: { anna, bilal, carla }, lights };
}

export async function startsInGroups(cast: Cast): Promise<void> {
	const { room, projector } = cast;
	const desk = cast.desk.page;
	await desk.getByRole("button", { name: "Gruppen bilden" }).click();
	const dialog = desk.getByRole("dialog");
	await dialog.getByLabel("Anzahl der Gruppen").fill(String(GROUPS));
	await dialog.getByRole("button", { name: "Gruppen bilden" }).click();
	await dialog.waitFor({ state: "hidden" });
	const { groups } = await room.lead.until((snapshot) => snapshot.groups.length === GROUPS);
	expect(groups.map(({ members }) => members.length)).toEqual(Array.from({ length: GROUPS }, () => PEOPLE / GROUPS));

	await desk.getByRole("button", { name: "Workshop starten" }).click();
	await everywhere(cast, ({ workshop }) => workshop.status === "running");
	await desk.getByRole("button", { name: /Gruppenphase 1/ }).click();
	await everywhere(cast, ({ currentPhase }) => currentPhase === "group-structures");
	for (const page of pagesOf(cast)) await arriveAt(page, /Gruppenphase 1/);
	await projector.getByRole("heading", { level: 1, name: GROUP_PHASE }).waitFor();
	for (const page of [projector, ...pagesOf(cast)]) await page.getByText(ASSIGNMENT).first().waitFor();
	await cast.observer.page.getByRole("heading", { level: 2, name: GROUP_PHASE }).waitFor();
}
