import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { hasFocus, tabTo } from "../accessibility.ts";

/** Whatever is done in the chain is done by keys. */

/**
 * Puts the focus where Tab would have come to in the end, and makes sure that it could: seen, in the order of Tab, and not
 * at rest.
 */
export async function reach(target: Locator): Promise<void> {
	await target.waitFor();
	// Others write on the same page: what is drawn anew just then is reached the next time.
	await expect
		.poll(async () => {
			await target.focus();
			return await hasFocus(target);
		})
		.toBe(true);
	const { tabIndex, disabled } = await target.evaluate((element) => ({
		tabIndex: element instanceof HTMLElement ? element.tabIndex : -1,
		disabled: element.matches(":disabled"),
	}));
	expect({ tabIndex, disabled }).toEqual({ tabIndex: 0, disabled: false });
}

export async function press(target: Locator, key: "Enter" | "Space" = "Enter"): Promise<void> {
	await reach(target);
	await target.page().keyboard.press(key);
}

/** Types into a field, at its end. */
export async function type(field: Locator, text: string): Promise<void> {
	await reach(field);
	await field.page().keyboard.press("ControlOrMeta+End");
	await field.page().keyboard.type(text);
}

/** Types in place of what stands in a field. */
export async function retype(field: Locator, text: string): Promise<void> {
	await reach(field);
	await field.page().keyboard.press("ControlOrMeta+A");
	await field.page().keyboard.type(text);
}

/** Goes along to a phase; whoever typed a moment ago is asked first. */
export async function arrive(page: Page, phase: RegExp): Promise<void> {
	const heading = page.getByRole("heading", { level: 1, name: phase });
	const follow = page.getByRole("button", { name: "Zur neuen Phase" });
	await heading.or(follow).first().waitFor();
	if (await follow.isVisible()) await press(follow);
	await heading.waitFor();
}

/** Back to the tabs, and along them by arrows. */
export async function toTab(page: Page, name: string): Promise<void> {
	await tabTo(page, page.getByRole("tab", { selected: true }), "Shift+Tab");
	const wanted = page.getByRole("tab", { name, selected: true });
	for (let steps = 0; steps < 6 && (await wanted.count()) === 0; steps++) await page.keyboard.press("ArrowRight");
	await wanted.waitFor();
}

/** The questions of the sheet that is on the page. */
export const questions = (page: Page): Locator => page.getByRole("navigation", { name: "Fragen" });

/** Opens one of them; of several alike the `nth`. */
export async function toQuestion(page: Page, prompt: RegExp, nth = 0): Promise<void> {
	await press(questions(page).getByRole("button", { name: prompt }).nth(nth));
	await page.locator(".sheet-question").getByRole("heading", { name: prompt }).waitFor();
}
