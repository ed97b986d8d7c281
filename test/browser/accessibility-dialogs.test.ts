import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { VIEWPORTS } from "../harness/browser.ts";
import { toGroupWork } from "../harness/group-work.ts";
import { hasFocus, painted } from "./accessibility.ts";
import { house } from "./house.ts";
import { openQuestion } from "./people.ts";

const arena = house();

test("every dialog is modal and labelled, keeps the focus, closes on Esc and gives the focus back", async () => {
	const room = await arena.room();
	const { page } = await arena.seated(room, "Anna");
	const desk = (await arena.facilitator(room)).page;
	const lobby = desk.getByRole("button", { name: "Gruppen bilden" });
	await lobby.waitFor();
	await holdsTheFocus(desk, lobby);
	await holdsTheFocus(desk, desk.getByRole("button", { name: "Nachricht an alle" }));
	await room.run(...toGroupWork(1, "group-structures"));
	await desk.getByRole("button", { name: "Hinschauen" }).waitFor();
	await holdsTheFocus(desk, desk.getByRole("button", { name: "Hinschauen" }));
	await holdsTheFocus(desk, desk.getByRole("button", { name: "Workshop beenden" }));
	await desk.getByText("Weitere Aktionen").click();
	await holdsTheFocus(desk, desk.getByRole("button", { name: "Workshop endgültig löschen" }));

	const help = page.getByRole("button", { name: "Hilfe rufen" });
	await help.waitFor();
	await holdsTheFocus(page, help);
	await page.getByText("Ihr Zugang").click();
	for (const name of ["Persönlicher Link", "Dieses Gerät abmelden"]) {
		await holdsTheFocus(page, page.getByRole("button", { name }));
	}
	await page.setViewportSize(VIEWPORTS.phone);
	await holdsTheFocus(page, help);
});

test("texts may be spaced wider without being cut off", async () => {
	const room = await arena.room();
	const { page } = await arena.seated(room, "Anna");
	const desk = (await arena.facilitator(room)).page;
	await room.run(...toGroupWork(2, "group-structures"));
	await openQuestion(page, /Welche drei Struktur/);
	await desk.getByRole("heading", { name: "Gruppe A" }).waitFor();
	for (const each of [page, desk]) {
		await spaceTexts(each);
		for (const size of Object.values(VIEWPORTS)) {
			await each.setViewportSize(size);
			await painted(each);
			expect(await cutOffTexts(each)).toEqual([]);
		}
	}
});

test("nothing moves for people who asked for calm", async () => {
	const room = await arena.room();
	const { page } = await arena.seated(room, "Anna");
	const desk = (await arena.facilitator(room)).page;
	for (const each of [page, desk]) await each.emulateMedia({ reducedMotion: "reduce" });
	await room.run({ type: "session.start" }, { type: "timer.start" }, { type: "phase.go", phase: "check-in" });
	await page.getByRole("heading", { name: /Aus welcher Kommune/ }).waitFor();
	await page.getByRole("button", { name: "Frage fertig" }).click();
	await page.getByRole("button", { name: "weiter", exact: true }).click();
	await page.getByRole("button", { name: "Hilfe rufen" }).click();
	await desk.getByText("Weitere Aktionen").click();
	await desk.getByRole("button", { name: "Nachricht an alle" }).click();
	for (const each of [page, desk]) {
		await each.getByRole("dialog").waitFor();
		expect(await each.evaluate(() => document.getAnimations().length)).toBe(0);
	}
});

async function holdsTheFocus(page: Page, opener: Locator): Promise<void> {
	await opener.focus();
	await page.keyboard.press("Enter");
	const dialog = page.getByRole("dialog");
	await dialog.waitFor();
	const name = await dialog.evaluate((element) => {
		const label = document.getElementById(element.getAttribute("aria-labelledby") ?? "");
		return { modal: element.matches(":modal"), title: label?.textContent?.trim() ?? "" };
	});
	expect(name).toMatchObject({ modal: true, title: expect.stringMatching(/\S/) });
	// Once around in both directions: beside the dialog only the browser's own controls, seen as the body, are reached.
	for (const key of ["Tab", "Shift+Tab"]) {
		for (let presses = 0; presses < 15; presses++) {
			const inside = await page.evaluate(() => {
				const focused = document.activeElement;
				return focused === document.body || focused?.closest("dialog") !== null;
			});
			expect(inside).toBe(true);
			await page.keyboard.press(key);
		}
	}
	await dialog.getByRole("button").first().focus();
	await page.keyboard.press("Escape");
	await dialog.waitFor({ state: "hidden" });
	await expect.poll(() => hasFocus(opener)).toBe(true);
}

/** WCAG 1.4.12, as a reader's own style sheet would do it: rules set through the CSSOM, which the policy allows. */
async function spaceTexts(page: Page): Promise<void> {
	await page.evaluate(() => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(
			"* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
		);
		document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
	});
}

/** Elements that hide a part of their text, and the page itself where it has become too wide. */
async function cutOffTexts(page: Page): Promise<string[]> {
	return await page.evaluate(() => {
		const hides = (value: string) => value === "hidden" || value === "clip";
		const cut = [...document.querySelectorAll<HTMLElement>("body *")].filter((element) => {
			const { overflowX, overflowY, clipPath, position } = getComputedStyle(element);
			const visuallyHidden = position === "absolute" && (clipPath !== "none" || element.clientWidth <= 1);
			if (visuallyHidden || !element.checkVisibility() || !element.textContent?.trim()) return false;
			return (
				(hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
				(hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
			);
		});
		const found = cut.map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
		const { scrollWidth } = document.documentElement;
		return scrollWidth > window.innerWidth ? [...found, `the page: ${scrollWidth} of ${window.innerWidth}`] : found;
	});
}
