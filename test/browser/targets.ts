import type { Page } from "playwright-core";

/**
 * Controls that a finger cannot hit on 48 × 48 px, their labels included; a link in text may be as narrow as its word.
 * That nothing is smaller than 24 px, or too close to another, is among axe's rules.
 */
export async function smallTargets(page: Page): Promise<string[]> {
	return await page.evaluate(() => {
		const SIDE = 48;
		const CONTROLS = "a[href], button, input, select, textarea, summary, [role='textbox']";
		const hits = (control: HTMLElement, x: number, y: number) => {
			const at = document.elementFromPoint(x, y);
			return at !== null && (control.contains(at) || at.closest("label")?.control === control);
		};
		const isLarge = (control: HTMLElement) => {
			const labels = "labels" in control && control.labels instanceof NodeList ? [...control.labels] : [];
			const boxes = [control, ...labels.filter((label) => label instanceof HTMLElement)].map((each) =>
				each.getBoundingClientRect(),
			);
			const width = Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left));
			const { left, height } = control.getBoundingClientRect();
			if (width < (control.matches("a.kern-link") ? 24 : SIDE - 0.5)) return false;
			if (height >= SIDE - 0.5) return true;
			// What is drawn smaller may still take a finger above and below.
			const x = left + Math.min(width, 2 * SIDE) / 2;
			const reach = SIDE / 2 - 1;
			control.scrollIntoView({ block: "center" });
			const middle = control.getBoundingClientRect().top + height / 2;
			return hits(control, x, middle - reach) && hits(control, x, middle + reach);
		};
		const { scrollX, scrollY } = window;
		// A dialog that another one lies over takes no finger.
		const room = [...document.querySelectorAll("dialog:modal")].at(-1) ?? document;
		const small = [...room.querySelectorAll<HTMLElement>(CONTROLS)].filter(
			(control) =>
				control.checkVisibility({ visibilityProperty: true }) &&
				control.getBoundingClientRect().width > 1 &&
				control.closest("[inert], :disabled") === null &&
				!isLarge(control),
		);
		window.scrollTo(scrollX, scrollY);
		return small.map((control) => `cannot be hit on 48 px: ${control.outerHTML.slice(0, 160)}`);
	});
}
