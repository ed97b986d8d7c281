import { mkdirSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { VIEWPORTS } from "../harness/browser.ts";
import { axeFindings } from "./axe.ts";
import { smallTargets } from "./targets.ts";

/**
 * What every screen is held against: WCAG 2.2 AA as far as a machine can tell, no scrolling sideways, and on the phone
 * room for a finger.
 */

/** 1280 × 1024 at 400 %: the narrowest screen that WCAG 1.4.10 asks for. */
const ZOOMED = { width: 320, height: 256 };
/** Set to a truthy value to look at every screen afterwards; taking the pictures doubles the run. */
const SCREENSHOTS = process.env.SCREENSHOTS ? "test/browser/screenshots" : null;

export interface Inspection {
	/** Looks at what is on the page now, in every width and theme, and notes what is wrong with it. */
	screen(page: Page, name: string): Promise<void>;
	/** One line a problem: screen, theme, width, and what it is. */
	problems: string[];
}

export function inspection(): Inspection {
	const problems: string[] = [];
	if (SCREENSHOTS) mkdirSync(SCREENSHOTS, { recursive: true });
	return {
		problems,
		async screen(page, name) {
			for (const colorScheme of ["light", "dark"] as const) {
				// Without motion: a colour half way through a transition is nobody's colour.
				await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
				for (const [device, size] of Object.entries(VIEWPORTS)) {
					const where = `${name} (${colorScheme}, ${device})`;
					await page.setViewportSize(size);
					await painted(page);
					// Themes differ in colours and in nothing else.
					const found = await axeFindings(page, { coloursOnly: colorScheme === "dark" });
					if (colorScheme === "light" && size === VIEWPORTS.phone) found.push(...(await smallTargets(page)));
					problems.push(...found.map((problem) => `${where}: ${problem}`));
					if (SCREENSHOTS) {
						const path = `${SCREENSHOTS}/${name}.${colorScheme}.${device}.png`;
						await page.screenshot({ path, fullPage: true });
					}
					if (colorScheme === "light") problems.push(...(await sideways(page, where)));
				}
			}
			await page.setViewportSize(ZOOMED);
			await painted(page);
			problems.push(...(await sideways(page, `${name} (320 px)`)));
			if (SCREENSHOTS) await page.pdf({ path: `${SCREENSHOTS}/${name}.pdf`, preferCSSPageSize: true });
			await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
			await page.setViewportSize(VIEWPORTS.desktop);
			await painted(page);
		},
	};
}

/** Resolves when the page has been laid out and drawn with what was last changed. */
export async function painted(page: Page): Promise<void> {
	await page.evaluate(async () => {
		await document.fonts.ready;
		await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
	});
}

/** The page must fit; what is wider scrolls in a box of its own. Names the elements that stick out. */
async function sideways(page: Page, where: string): Promise<string[]> {
	const culprits = await page.evaluate(() => {
		if (document.documentElement.scrollWidth <= window.innerWidth) return null;
		return [...document.querySelectorAll("body *")]
			.filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
			.slice(0, 5)
			.map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
	});
	return culprits === null ? [] : [`${where}: scrolls sideways: ${culprits.join(", ")}`];
}

/** Presses Tab until the element has the focus. Every stop on the way must be seen. */
export async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
	for (let presses = 0; presses < 150; presses++) {
		if (await hasFocus(target)) return;
		await page.keyboard.press(key);
		const unseen = await page.evaluate(() => {
			const focused = document.activeElement;
			if (focused === null || focused === document.body) return null;
			const { outlineStyle, outlineWidth } = getComputedStyle(focused);
			const box = focused.getBoundingClientRect();
			const ringed = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
			return ringed && box.width > 0 && box.height > 0 ? null : focused.outerHTML.slice(0, 200);
		});
		if (unseen !== null) throw new Error(`the focus cannot be seen on ${unseen}`);
	}
	throw new Error(`the keyboard does not reach ${target}`);
}

/** Whether anything has the focus; without it the next Tab would begin at the page's start. */
export async function isFocusKept(page: Page): Promise<boolean> {
	return await page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body);
}

export async function hasFocus(target: Locator): Promise<boolean> {
	return await target.evaluate((element) => element === document.activeElement);
}
