import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { setDone } from "../../worksheets/document/done.ts";
import { found } from "../flows/stage.ts";
import { documentOf, toGroupWork } from "../harness/group-work.ts";
import { inspection, tabTo } from "./accessibility.ts";
import { house, type Room } from "./house.ts";

/** What the people of a municipality have rated in mixed groups, counted for it and taken home. */

const arena = house();
const QUESTION = "assessment/steering-committee";

/** Somebody rates in their own sheet and submits it. */
async function rate(room: Room, token: string, value: number): Promise<void> {
	const own = await arena.sheet(documentOf(await arena.api.snapshot(room.id, token), "participant"), token);
	await own.write((doc) => {
		doc.getMap(QUESTION).set("continuation.state", value);
		setDone(doc, QUESTION, true);
	});
}

const panel = (desk: Page) => desk.locator("details", { hasText: "Einschätzungen nach Kommunen" });

test("is counted from the cockpit by keyboard, and its people find their file", { timeout: 120_000 }, async () => {
	const look = inspection();
	const room = await arena.room();
	const anna = await arena.seated(room, "Anna", { organisation: "Kreis Ahlen" });
	const dora = await arena.seated(room, "Dora", { organisation: "Beckum" });
	const values = new Map([
		[anna.token, 1],
		[dora.token, 4],
	]);
	for (const [name, organisation, value] of [
		["Ben", "kreis ahlen", 2],
		["Cleo", "Kreis  Ahlen", 4],
		["Emil", "Oelde", 0],
		["Finn", "", 3],
	] as const) {
		const { token } = await arena.api.join(room.code, name, organisation === "" ? undefined : organisation);
		values.set(token, value);
	}
	const { page: desk } = await arena.facilitator(room);
	await room.run(...toGroupWork(2, "group-structures"));
	await panel(desk).getByText("Einschätzungen nach Kommunen").click();
	const count = panel(desk).getByRole("button", { name: "Nach Kommunen auswerten" });
	await tabTo(desk, count);
	await desk.keyboard.press("Enter");
	await panel(desk).getByText("Aus keiner Kommune haben mindestens drei Personen").waitFor();
	for (const [token, value] of values) await rate(room, token, value);
	const again = panel(desk).getByRole("button", { name: "Neu auswerten" });
	await tabTo(desk, again);
	await desk.keyboard.press("Enter");
	const file = panel(desk).getByRole("link", { name: "Markdown für Kreis Ahlen herunterladen" });
	await file.waitFor();
	expect(await panel(desk).getByRole("link").count()).toBe(3);
	await look.screen(desk, "units-cockpit");

	const { page } = anna;
	await page.goto(`${arena.url}/w/${room.id}/ergebnisse`);
	const own = page.getByRole("region", { name: "Für Ihre Kommune" });
	await own.waitFor();
	await look.screen(page, "units-results");
	const [download] = await Promise.all([
		page.waitForEvent("download"),
		own.getByRole("link", { name: "Markdown für Kreis Ahlen herunterladen" }).click(),
	]);
	expect(download.suggestedFilename()).toMatch(/kreis-ahlen-.*\.md$/);
	const markdown = await page.evaluate(
		async (url) => await (await fetch(url)).text(),
		found(download.url(), "address"),
	);
	expect(markdown).toContain("3 Personen von hier, 3 andere");
	expect(markdown).toMatch(/Verstetigung \| 2 \| 1–4 \| 3 \| 3 \| 0–4 \| 3/);
	await dora.page.goto(`${arena.url}/w/${room.id}/ergebnisse`);
	await dora.page.getByRole("heading", { level: 1, name: "Ergebnisse" }).waitFor();
	expect(await dora.page.getByText("Für Ihre Kommune").count()).toBe(0);
	expect(look.problems).toEqual([]);
});
