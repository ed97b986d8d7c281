import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { found } from "../flows/stage.ts";
import { toGroupWork } from "../harness/group-work.ts";
import { painted } from "./accessibility.ts";
import { house } from "./house.ts";
import { answerField, openQuestion, typeAnswer } from "./people.ts";

/** What people see whose system draws everything in a few colours of its own: borders and signs, and no grounds. */

const arena = house();

const AT_RISK = /Was gefährdet sie/;
const PLENARY = /Was nehmen wir ins Plenum/;

test("with forced colours the focus is seen, states differ and nothing vanishes", async () => {
	const room = await arena.room();
	const { page } = await arena.seated(room, "Anna");
	const desk = (await arena.facilitator(room)).page;
	for (const each of [page, desk]) await each.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
	await room.run(...toGroupWork(1, "group-structures"));
	await desk.getByRole("button", { name: "Hinschauen" }).waitFor();
	const entries = desk.locator(".agenda__entry");
	const now = desk.locator(".agenda__entry[aria-current]");
	expect(await look(now, edge)).not.toEqual(await look(entries.last(), edge));
	expect(await vanished(desk)).toEqual([]);

	await openQuestion(page, AT_RISK);
	const bold = page.getByRole("button", { name: "Fett" });
	await typeAnswer(page, AT_RISK, "Ohne ihn fehlt ");
	const off = await look(bold);
	await page.keyboard.press("ControlOrMeta+b");
	await page.locator("[aria-pressed='true']").first().waitFor();
	expect(await look(bold)).not.toEqual(off);
	const [current, other] = [page.getByRole("button", { name: AT_RISK }), page.getByRole("button", { name: PLENARY })];
	expect(await look(current, edge)).not.toEqual(await look(other, edge));
	for (const control of [bold, other, answerField(page, AT_RISK), page.getByRole("button", { name: "Frage fertig" })]) {
		await showsItsFocus(control);
	}
	expect(await vanished(page)).toEqual([]);

	await page.goto(`${arena.url}/neu`);
	await page.getByRole("link", { name: "Vorlage verwenden" }).first().click();
	const [german, english] = [page.getByLabel("Deutsch"), page.getByLabel("English")];
	await english.check();
	expect(await vanished(page)).toEqual([]);
	for (const control of [german, english]) await showsItsFocus(control);
	await page.getByRole("heading", { level: 1 }).click();
	expect(await look(english), "chosen").not.toEqual(await look(german));

	const stranger = (await arena.person()).page;
	await stranger.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
	await stranger.goto(room.joinUrl);
	const shared = stranger.getByRole("checkbox");
	const without = await look(shared);
	await shared.check();
	await stranger.getByRole("heading", { level: 1 }).click();
	expect(await look(shared), "checked").not.toEqual(without);
	await showsItsFocus(shared);
	expect(await vanished(stranger)).toEqual([]);
});

async function showsItsFocus(target: Locator): Promise<void> {
	await target.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
	// A key tells the browser that the focus to come is to be seen.
	await target.page().keyboard.press("Shift");
	const without = await look(target, ringed);
	await target.focus();
	expect(await look(target, ringed), `${target} with the focus`).not.toEqual(without);
}

type Box = { x: number; y: number; width: number; height: number };

const ringed = ({ x, y, width, height }: Box) => ({ x: x - 8, y: y - 8, width: width + 16, height: height + 16 });
/** The stripe at the side of an entry that says where one is. */
const edge = ({ x, y }: Box) => ({ x, y, width: 4, height: 16 });

/** The pixels of something, or of the part or the surroundings of it that `clip` names. */
async function look(target: Locator, clip: (box: Box) => Box = (box) => box): Promise<Buffer> {
	const page = target.page();
	await target.scrollIntoViewIfNeeded();
	await page.mouse.move(0, 0);
	await painted(page);
	return await page.screenshot({ clip: clip(found(await target.boundingBox(), `box of ${target}`)) });
}

/** Fields without an edge, and controls whose only sign is not drawn in ink. */
async function vanished(page: Page): Promise<string[]> {
	return await page.evaluate(() => {
		const probe = document.createElement("span");
		probe.style.color = "Canvas";
		document.body.append(probe);
		const canvas = getComputedStyle(probe).color;
		probe.remove();
		const inked = (colour: string) => colour !== canvas && colour !== "none" && !/^rgba.*, 0\)$/.test(colour);
		const edged = (element: Element) => {
			const { borderBottomStyle, borderBottomWidth, borderBottomColor } = getComputedStyle(element);
			return borderBottomStyle !== "none" && Number.parseFloat(borderBottomWidth) > 0 && inked(borderBottomColor);
		};
		const drawn = (control: Element) =>
			[...control.querySelectorAll("svg, svg *")].some((part) => {
				const { fill, stroke } = getComputedStyle(part);
				return inked(fill) || inked(stroke);
			});
		const isGone = (control: HTMLElement) =>
			control.matches("input, select, textarea")
				? !edged(control) && !(control.parentElement !== null && edged(control.parentElement))
				: control.innerText.trim() === "" && !drawn(control);
		return [...document.querySelectorAll<HTMLElement>("button, a[href], summary, input, select, textarea")]
			.filter((control) => control.checkVisibility({ visibilityProperty: true }))
			.filter((control) => control.getBoundingClientRect().width > 1 && isGone(control))
			.map((control) => control.outerHTML.slice(0, 160));
	});
}
