import type Axe from "axe-core";
import axe from "axe-core";
import type { Page } from "playwright-core";

const EVERYTHING = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** axe's rules that look at colours. */
const COLOURS = ["color-contrast", "link-in-text-block"];

/** axe's word for what it cannot decide about colours, and why it can be decided here: against the text's own ground. */
const UNDECIDED_COLOURS = {
	elmPartiallyObscured: "the list of questions scrolls in a box of its own; whoever scrolls sees its last line whole",
	elmPartiallyObscuring: "dialogs and the bar that stays at the top lie above other things by intent",
	nonBmp: "the marks for empty, started and done are single signs",
	shortTextContent: "the numbers of the questions are single digits",
};

/** axe orders what overlaps by its own rules, and does not know that the browser lifts an open dialog above them all. */
const OVERLAP = "bgOverlap";

declare module "axe-core" {
	/** The part of axe's helpers that its types leave out. */
	interface Commons {
		color: {
			Color: new () => Colour;
			flattenColors(ink: Colour, ground: Colour): Colour;
			getContrast(ground: Colour, ink: Colour): number;
		};
	}
}
declare global {
	interface Window {
		/** In a page that has axe's source. */
		axe: typeof Axe;
	}
}
interface Colour {
	alpha: number;
	parseString(css: string): void;
}

/**
 * What axe finds on the page as it is, one line an element. What axe leaves to a person is a finding as well, unless it
 * is one of the kinds named above and the text stands out from the nearest opaque ground that it lies on. Where
 * everything has been looked at in one theme, another one may be asked for its colours alone.
 */
export async function axeFindings(page: Page, { coloursOnly = false } = {}): Promise<string[]> {
	if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
	return await page.evaluate(
		async ({ rules, kinds, overlap }) => {
			const { axe } = window;
			const { Color, flattenColors, getContrast } = axe.commons.color;
			const { violations, incomplete } = await axe.run(document, {
				runOnly: rules,
				resultTypes: ["violations", "incomplete"],
				elementRef: true,
			});

			const parse = (css: string) => {
				const colour = new Color();
				colour.parseString(css);
				return colour;
			};
			const standsOut = (element: HTMLElement): boolean => {
				const ink = parse(getComputedStyle(element).color);
				for (let ground: HTMLElement | null = element; ground !== null; ground = ground.parentElement) {
					const { backgroundColor, backgroundImage, opacity } = getComputedStyle(ground);
					const colour = parse(backgroundColor);
					ink.alpha *= Number(opacity);
					if (colour.alpha === 0 && backgroundImage === "none") continue;
					if (colour.alpha < 1 || backgroundImage !== "none") return false;
					return getContrast(colour, flattenColors(ink, colour)) >= 4.5;
				}
				return false;
			};
			const isUncovered = (element: HTMLElement): boolean => {
				if (element.closest("dialog:modal") === null) return false;
				const { left, top, width, height } = element.getBoundingClientRect();
				const seen = document.elementFromPoint(left + width / 2, top + height / 2);
				// Nothing is there where one has to scroll to it.
				return seen === null || element.contains(seen) || seen.contains(element);
			};
			const isKnown = (kind: unknown, element: HTMLElement): boolean =>
				kinds.some((known) => known === kind) || (kind === overlap && isUncovered(element));
			const decided = ({ id }: Axe.Result, { any, element }: Axe.NodeResult): boolean =>
				id === "color-contrast" &&
				element !== undefined &&
				any.every(({ data }) => isKnown(data?.messageKey, element)) &&
				// A live page may have drawn it anew meanwhile: the next look judges what is there now.
				(!element.isConnected || standsOut(element));
			const line = ({ id }: Axe.Result, { target, failureSummary, any }: Axe.NodeResult) =>
				`${id}: ${target.join(" ")}: ${(failureSummary ?? any.map(({ message }) => message).join(" ")).replace(/\s+/g, " ")}`;

			return [
				...violations.flatMap((rule) => rule.nodes.map((node) => line(rule, node))),
				...incomplete.flatMap((rule) =>
					rule.nodes.filter((node) => !decided(rule, node)).map((node) => `undecided: ${line(rule, node)}`),
				),
			];
		},
		{
			rules: coloursOnly ? COLOURS : EVERYTHING,
			kinds: Object.keys(UNDECIDED_COLOURS),
			overlap: OVERLAP,
		},
	);
}
