import { expect, test } from "vitest";
import { VIEWPORTS } from "../harness/browser.ts";
import { inspection, tabTo } from "./accessibility.ts";
import { house } from "./house.ts";
import { arriveAt } from "./people.ts";

/** A workshop tried out before the people come, and everything of it gone in one click. */

const arena = house();

test("played people fill the groups' sheets, everybody is told, and one click takes all away", {
	timeout: 180_000,
}, async () => {
	const room = await arena.room();
	const { page } = await arena.facilitator(room);
	const anna = await arena.seated(room, "Anna", { viewport: VIEWPORTS.phone });
	const look = inspection();
	await tabTo(page, page.locator("summary", { hasText: "Probelauf" }));
	await page.keyboard.press("Enter");
	const count = page.getByLabel("Zahl der gespielten Teilnehmenden");
	await count.fill("400");
	await page.getByRole("button", { name: "Probelauf starten" }).click();
	await page.getByText("Geben Sie eine Zahl von 1 bis 40 ein.").waitFor();
	await look.screen(page, "rehearsal-wrong");
	await count.fill("5");
	await count.press("Enter");
	const end = page.getByRole("button", { name: "Probelauf beenden und alles daraus löschen" });
	await end.waitFor();
	await expect.poll(() => page.getByText("Probe", { exact: true }).count()).toBe(5);
	await look.screen(page, "rehearsal-lobby");

	await room.run(
		{ type: "groups.create", count: 2 },
		{ type: "groups.assign", strategy: "random" },
		{ type: "session.start" },
		{ type: "phase.go", phase: "group-structures" },
	);
	await arriveAt(anna.page, /Gruppenphase 1/);
	await anna.page.getByText("Probelauf", { exact: true }).waitFor();
	await room.lead.until(({ progress }) =>
		progress.some(({ questions }) => questions.filter(({ state }) => state !== "empty").length > 2),
	);
	await look.screen(anna.page, "rehearsal-participant");
	await look.screen(page, "rehearsal-running");

	await tabTo(page, end);
	await page.keyboard.press("Enter");
	await page.getByRole("button", { name: "Workshop starten" }).waitFor();
	await expect.poll(() => page.getByText("Probe", { exact: true }).count()).toBe(0);
	expect(await end.count()).toBe(0);
	await anna.page.getByText("Es geht gleich los").waitFor();
	await expect.poll(() => anna.page.getByText("Probelauf", { exact: true }).count()).toBe(0);
	expect(look.problems).toEqual([]);
});
