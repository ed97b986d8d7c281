import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { found } from "../flows/stage.ts";
import { toGroupWork } from "../harness/group-work.ts";
import { inspection } from "./accessibility.ts";
import { house } from "./house.ts";
import { arriveAt } from "./people.ts";

const arena = house();

const DAY = 86_400_000;
const MINUTE = 60_000;

/** Milliseconds that a page shows; minutes alone are shown above five of them. */
async function shown(page: Page): Promise<number> {
	const text = await page.getByRole("timer").first().innerText();
	const [, minutes = "", seconds = "0"] = /(\d+):(\d+)/.exec(text) ?? /(\d+)/.exec(text) ?? [];
	return (Number(minutes) * 60 + Number(seconds)) * 1_000;
}

/** By how much a page is wrong at least about the room's end: what it took to look at it is not held against it. */
async function wrongBy(page: Page, endsAt: number): Promise<number> {
	const before = Date.now();
	const believed = await shown(page);
	const [earliest, latest] = [before + believed - 1_000, Date.now() + believed];
	return Math.max(earliest - endsAt, endsAt - latest, 0);
}

async function expectOneTime(pages: readonly Page[], { timer }: Snapshot): Promise<void> {
	const endsAt = timer.state === "running" ? timer.endsAt : Number.NaN;
	for (const page of pages) await expect.poll(() => wrongBy(page, endsAt)).toBeLessThanOrEqual(1_000);
}

test("everybody sees one time, a group gets more of it, and a wrong step is taken back with it", async () => {
	const { screen, problems } = inspection();
	const room = await arena.room();
	const anna = await arena.seated(room, "Anna");
	const bilal = await arena.seated(room, "Bilal");
	// A laptop whose battery was empty for long.
	await bilal.page.clock.install({ time: Date.now() - DAY });
	await bilal.page.reload();
	await room.run(...toGroupWork(2, "group-structures"), { type: "timer.start", ms: 4 * MINUTE });
	const desk = (await arena.facilitator(room)).page;
	for (const { page } of [anna, bilal]) await arriveAt(page, /Gruppenphase 1/);
	const pages = [desk, anna.page, bilal.page];
	for (const page of pages)
		await page
			.getByRole("timer")
			.getByText(/Noch 3:/)
			.waitFor();
	await expectOneTime(pages, room.lead.snapshot());

	// More time for one group, seen by that group and said aloud, and by nobody else.
	const { groups } = room.lead.snapshot();
	const group = found(
		groups.find(({ members }) => members.includes(anna.participantId)),
		"Anna's group",
	);
	await desk.getByText(`Mehr zu ${group.name}`).click();
	const card = desk.getByRole("listitem").filter({ hasText: `Zeit für ${group.name}` });
	await card.getByRole("button", { name: "+ 5 Min." }).click();
	await anna.page.getByRole("timer").getByText("Noch 9 Min.").waitFor();
	await anna.page.getByText("Zeit um 5\u00a0Min. verlängert").waitFor({ state: "attached" });
	await card.getByText("Eigene Zeit").waitFor();
	await bilal.page
		.getByRole("timer")
		.getByText(/Noch 3:/)
		.waitFor();
	await screen(desk, "cockpit-group-time");
	await card.getByRole("button", { name: "Wieder die Zeit aller" }).click();
	await anna.page
		.getByRole("timer")
		.getByText(/Noch [32]:/)
		.waitFor();
	await expectOneTime(pages, room.lead.snapshot());

	// A slip of the hand.
	await desk.getByRole("button", { name: "Nächste Phase" }).click();
	await arriveAt(anna.page, /Plenum|Ergebnisse|Pause|Gruppenphase 2/);
	await desk.getByRole("button", { name: /^Rückgängig/ }).click();
	await arriveAt(anna.page, /Gruppenphase 1/);
	await anna.page
		.getByRole("timer")
		.getByText(/Noch [321]:/)
		.waitFor();
	expect(await desk.evaluate(() => document.activeElement?.textContent)).toMatch(/Gruppenphase 1/);
	expect(await desk.getByRole("button", { name: /^Rückgängig/ }).count()).toBe(0);

	// The last minute catches the eye; at zero the time goes on, and so does the writing.
	await room.run({ type: "timer.start", ms: MINUTE });
	for (const page of pages) await page.locator(".timer--notice").first().waitFor();
	await screen(anna.page, "time-last-minute");
	await room.run({ type: "timer.start", ms: 1_000 });
	for (const page of pages) await page.getByRole("timer").getByText("Zeit ist um").waitFor();
	expect(room.lead.snapshot()).toMatchObject({ timer: { state: "running" } });
	expect(
		found(
			room.lead.snapshot().documents.find(({ scope }) => scope.id === group.id),
			"sheet",
		).locked,
	).toBe(false);
	expect(problems).toEqual([]);
});
