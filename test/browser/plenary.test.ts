import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type * as Y from "yjs";
import type { Joined } from "../../worksheets/contract/api.ts";
import { found } from "../flows/stage.ts";
import { VIEWPORTS } from "../harness/browser.ts";
import { documentOf } from "../harness/group-work.ts";
import { inspection, painted, tabTo } from "./accessibility.ts";
import { house, type Room } from "./house.ts";
import { arriveAt } from "./people.ts";

/** What the groups have come to, side by side: looked at by those who steer, and shown to everybody. */

const arena = house();
const COMMITTEE = "steering-committee";
const CONFERENCE = "education-conference";
const [LASTING, OUTPUT] = ["continuation", "output"];
const REASON = "Der Beschluss fehlt noch.";
const DISSENT = "Zwei von uns sehen ihn als gesichert an.";
const CELL = { name: "Gruppe A, Lenkungsgruppe, Verstetigung: 1 in Planung" };

async function edit(document: string, token: string, change: (doc: Y.Doc) => void): Promise<void> {
	const sheet = await arena.sheet(document, token);
	await sheet.write(change);
}

/** The three of group A have rated alone, revealed and agreed; group B of one has other values, group C has none. */
async function agreed(room: Room, raters: readonly Joined[], other: Joined): Promise<void> {
	await room.run({ type: "groups.create", count: 3 });
	const [a, b] = room.lead.snapshot().groups.map(({ id }) => id);
	for (const { participantId } of raters) {
		await room.run({ type: "groups.move", participant: participantId, group: a });
	}
	await room.run({ type: "groups.move", participant: other.participantId, group: b });
	await room.run({ type: "session.start" }, { type: "phase.go", phase: "group-structures" });
	const { documents } = room.lead.snapshot();
	const sheetOf = (group: string | undefined) =>
		found(
			documents.find(({ scope }) => scope.id === group),
			"sheet",
		).id;
	await edit(sheetOf(a), room.facilitatorToken, (doc) => {
		doc.getMap("modules").set(COMMITTEE, 1);
		doc.getMap("modules").set(CONFERENCE, 2);
		doc.getMap(`assessment/${COMMITTEE}`).set(`${LASTING}.state`, 1);
		doc.getMap(`assessment/${COMMITTEE}`).set(`${OUTPUT}.state`, 3);
		doc.getMap(`assessment/${CONFERENCE}`).set(`${LASTING}.state`, 2);
		doc.getText(`assessment/${COMMITTEE}.${LASTING}.remark`).insert(0, REASON);
		doc.getText(`assessment/${COMMITTEE}.${LASTING}.dissent`).insert(0, DISSENT);
	});
	await edit(sheetOf(b), room.facilitatorToken, (doc) => {
		doc.getMap("modules").set(COMMITTEE, 1);
		doc.getMap(`assessment/${COMMITTEE}`).set(`${LASTING}.state`, 4);
		doc.getMap(`assessment/${COMMITTEE}`).set(`${OUTPUT}.state`, 0);
	});
	const question = `assessment/${COMMITTEE}`;
	for (const [at, { token }] of raters.entries()) {
		await edit(documentOf(await arena.api.snapshot(room.id, token), "participant"), token, (doc) => {
			doc.getMap(question).set(`${LASTING}.state`, at);
			doc.getMap("done").set(question, true);
		});
	}
	await room.lead.until(({ ratings }) => ratings.some(({ submitted }) => submitted === raters.length));
	await room.run({ type: "rating.reveal", document: sheetOf(a), question });
	await room.lead.until(({ ratings }) => ratings.some(({ result }) => result !== undefined));
}

/** What stands in the cells of a heatmap, row by row; the modules' names are rows of their own. */
async function numbers(page: Page): Promise<string[]> {
	const rows = page.locator(".heatmap__table tbody tr:not(.heatmap__module)");
	return (await rows.all()).length === 0
		? []
		: rows.evaluateAll((all) =>
				all.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent).join(" ")),
			);
}

const ALL_NUMBERS = ["2 – – – –", "1 – 3 – –", "4 – 0 – –"];

test("those who steer look at it and show it; everybody sees what is shown, as long as it is", {
	timeout: 300_000,
}, async () => {
	const look = inspection();
	const room = await arena.room();
	const anna = await arena.seated(room, "Anna", { viewport: VIEWPORTS.phone });
	const others = await Promise.all(["Ben", "Cleo"].map((name) => arena.api.join(room.code, name)));
	const dora = await arena.api.join(room.code, "Dora");
	const { page: desk, context } = await arena.facilitator(room);
	await agreed(room, [anna, ...others], dora);
	await arriveAt(anna.page, /Gruppenphase 1/);

	await desk.getByRole("link", { name: "Plenum" }).click();
	await desk.getByRole("heading", { level: 1, name: "Plenum" }).waitFor();
	await desk.getByText("Größte Spannweite zwischen den Gruppen: Lenkungsgruppe, Verstetigung (1–4).").waitFor();
	await desk.getByText("Ohne Wert: Gruppe C.").waitFor();
	expect(await numbers(desk)).toEqual(ALL_NUMBERS);
	await desk.getByText("In Gruppe A: Lenkungsgruppe, Verstetigung (0–2)").waitFor();
	await desk.getByLabel("Sortieren").selectOption("nach größtem Unterschied");
	expect(await numbers(desk)).toEqual([ALL_NUMBERS[1], ALL_NUMBERS[2], ALL_NUMBERS[0]]);
	await desk.getByLabel("Sortieren").selectOption("nach Name");
	await look.screen(desk, "plenary-heatmap");

	// By keyboard: into a cell, along the row and back, open, read, close; the focus is where one was.
	const cell = desk.getByRole("button", CELL);
	await tabTo(desk, cell);
	await desk.keyboard.press("ArrowRight");
	await desk.keyboard.press("ArrowDown");
	await expect
		.poll(() => desk.evaluate(() => document.activeElement?.getAttribute("aria-label")))
		.toContain("Gruppe B");
	await desk.keyboard.press("ArrowUp");
	await desk.keyboard.press("ArrowLeft");
	await desk.keyboard.press("Enter");
	const detail = desk.getByRole("region", { name: "Gruppe A: Lenkungsgruppe, Verstetigung" });
	await detail.getByText(REASON).waitFor();
	await detail.getByText(DISSENT).waitFor();
	await detail.getByText("Verstetigung: Median 1, Spannweite 0–2, n = 3").waitFor();
	await look.screen(desk, "plenary-cell");
	await detail.getByRole("button", { name: /^Als Maßnahme/ }).click();
	await detail.getByText("Im Maßnahmenplan").waitFor();
	await expect
		.poll(
			async () =>
				await (
					await arena.api.call("GET", `/api/workshops/${room.id}/measures`, { token: room.facilitatorToken })
				).text(),
		)
		.toContain(`Lenkungsgruppe: Verstetigung: ${REASON}`);
	await tabTo(desk, detail.getByRole("button", { name: "Schließen" }));
	await desk.keyboard.press("Enter");
	await expect.poll(() => cell.evaluate((button) => button === document.activeElement)).toBe(true);
	await desk.getByText("Als Tabelle").first().click();
	await desk
		.getByRole("row", { name: /^Lenkungsgruppe Gruppe A Verstetigung 1 in Planung Der Beschluss fehlt noch\./ })
		.waitFor();

	await desk.getByRole("tab", { name: "Heatmap" }).focus();
	await desk.keyboard.press("ArrowRight");
	await desk.getByText("Eine Verteilung ist aufgedeckt: Gruppe A.").waitFor();
	await desk.getByText("Verstetigung, Gruppe A: Median 1, Spannweite 0–2, n = 3").waitFor();
	await look.screen(desk, "plenary-distribution");
	await desk.getByRole("tab", { name: "Abstimmungen" }).click();
	await desk.getByText("In diesem Workshop wird über nichts abgestimmt.").waitFor();

	// Shown to all: on the phone, and on the projector.
	const projector = await context.newPage();
	await projector.goto(`${arena.url}/w/${room.id}/beamer`);
	await projector.getByRole("heading", { name: /Gruppenphase 1/ }).waitFor();
	expect(await anna.page.getByText(REASON).count()).toBe(0);
	await desk.getByRole("tab", { name: "Heatmap" }).click();
	await desk.getByRole("button", { name: "Allen zeigen" }).click();
	await desk.getByText("Alle sehen gerade: Heatmap der Gruppen").waitFor();
	await anna.page.getByRole("region", { name: "Die Moderation zeigt allen: Heatmap der Gruppen" }).waitFor();
	await anna.page.getByText("Größte Spannweite zwischen den Gruppen: Lenkungsgruppe, Verstetigung (1–4).").waitFor();
	// On a phone one dimension at a time, unless one asks for all of them.
	await expect.poll(() => numbers(anna.page)).toEqual(["2", "1", "4"]);
	await anna.page.getByLabel("Dimension").selectOption("Alle Dimensionen");
	await expect.poll(() => numbers(anna.page)).toEqual(ALL_NUMBERS);
	await expect.poll(() => numbers(projector)).toEqual(ALL_NUMBERS);
	expect(await projector.getByRole("heading", { level: 1 }).count()).toBe(1);
	await anna.page.getByLabel("Dimension").selectOption("Verstetigung");
	await expect.poll(() => numbers(anna.page)).toEqual(["2", "1", "4"]);
	// A second press closes it again.
	for (const open of [true, false]) {
		await anna.page.getByRole("button", { ...CELL, expanded: !open }).click();
		await anna.page.getByRole("button", { ...CELL, expanded: open }).waitFor();
	}
	expect(await anna.page.locator(".cell-detail").count()).toBe(0);
	await anna.page.getByRole("button", CELL).click();
	await anna.page.locator(".cell-detail").getByText(REASON).waitFor();
	expect(await anna.page.locator(".cell-detail .distribution").count()).toBe(0);
	await look.screen(anna.page, "plenary-shown");
	await projector.setViewportSize({ width: 1920, height: 1080 });
	await painted(projector);
	expect(await projector.locator(".beamer__stage button").count()).toBe(0);
	expect(await clipped(projector)).toBe(false);
	await look.screen(projector, "plenary-beamer");

	// Whatever somebody's eyes or system do to the colours, each number and sign is still there to be read.
	await anna.page.getByRole("button", { name: "Schließen" }).click();
	const devtools = await anna.page.context().newCDPSession(anna.page);
	for (const type of ["achromatopsia", "deuteranopia", "protanopia", "tritanopia"] as const) {
		await devtools.send("Emulation.setEmulatedVisionDeficiency", { type });
		await painted(anna.page);
		expect(await unreadable(anna.page)).toEqual([]);
	}
	await devtools.send("Emulation.setEmulatedVisionDeficiency", { type: "none" });
	await anna.page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
	expect(await unreadable(anna.page)).toEqual([]);
	expect(await numbers(anna.page)).toEqual(["2", "1", "4"]);
	await anna.page.emulateMedia({ forcedColors: "none" });

	// What the group says changes: everybody's picture follows by itself.
	const sheetOfA = documentOf(await arena.api.snapshot(room.id, anna.token), "group");
	await edit(sheetOfA, room.facilitatorToken, (doc) =>
		doc.getMap(`assessment/${COMMITTEE}`).set(`${LASTING}.state`, 4),
	);
	await desk.getByRole("button", { name: /^Gruppe A, Lenkungsgruppe, Verstetigung: 4/ }).waitFor();
	await anna.page
		.getByRole("button", { name: /^Gruppe A, Lenkungsgruppe, Verstetigung: 4/ })
		.waitFor({ timeout: 30_000 });

	await desk.getByRole("button", { name: "Nicht mehr zeigen" }).first().click();
	await projector.getByRole("heading", { name: /Gruppenphase 1/ }).waitFor();
	await anna.page.getByRole("region", { name: /^Die Moderation zeigt allen/ }).waitFor({ state: "hidden" });
	expect(await anna.page.locator(".heatmap").count()).toBe(0);
	expect(look.problems).toEqual([]);
});

/** Whether the projector's table is wider than what is seen of it: nobody can scroll there. */
async function clipped(page: Page): Promise<boolean> {
	return await page
		.locator(".heatmap .scroll-box")
		.first()
		.evaluate((box) => box.scrollWidth > box.clientWidth);
}

/** Cells in which there is nothing to read, or whose sign is drawn in the colour of its ground. */
async function unreadable(page: Page): Promise<string[]> {
	return await page.locator(".heatmap__table td").evaluateAll((cells) =>
		cells.flatMap((cell) => {
			const { color, backgroundColor } = getComputedStyle(cell);
			return cell.textContent?.trim() === "" || color === backgroundColor ? [cell.outerHTML] : [];
		}),
	);
}
