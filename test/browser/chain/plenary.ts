import type { Page } from "playwright-core";
import { expect } from "vitest";
import { found } from "../../flows/stage.ts";
import { painted, tabTo } from "../accessibility.ts";
import { axeFindings } from "../axe.ts";
import {
	AGREED,
	DIMENSIONS,
	DISSENT,
	GROUPS,
	type Group,
	LEVELS,
	type Meeting,
	MODULE,
	membersOf,
	plain,
	REASON,
	rated,
	SECOND_AGREED,
	SECOND_MODULE,
	seatOf,
} from "./cast.ts";
import { press, toTab } from "./hands.ts";
import { listed, type Rating, spreadSentence } from "./sums.ts";

/** Both groups side by side: at the desk by Tab and arrows alone, and on everybody's screen while it is shown. */

const SHOWN = /^Die Moderation zeigt allen/;

interface Row {
	module: string;
	group: Group;
	values: readonly (Rating | null)[];
}

/** Modules by name, groups by letter. */
function rowsOf(date: number): Row[] {
	const agreed = found(AGREED[date], "date");
	return [
		...(date === 0 ? [{ module: SECOND_MODULE, group: "A" as const, values: SECOND_AGREED }] : []),
		...GROUPS.map((group) => ({ module: MODULE, group, values: agreed[group] })),
	];
}

const sign = (value: Rating | null) => (value === null ? "–" : value === "unknown" ? "?" : String(value));
const cellName = ({ module, group, values }: Row, at: number) => {
	const value = values[at] ?? null;
	const level = typeof value === "number" ? `${value} ${LEVELS[value]}` : "";
	const said = value === null ? "ohne Wert" : value === "unknown" ? "weiß nicht / trifft nicht zu" : level;
	return `Gruppe ${group}, ${module}, ${DIMENSIONS[at]}: ${said}`;
};

interface Apart {
	dimension: string;
	lowest: number;
	highest: number;
	/** Null: between the groups. */
	within: Group | null;
}

/** Where groups, or the members of one, are apart; the widest first, and of equally wide ones those between groups. */
function apart(meeting: Meeting): Apart[] {
	const { date } = meeting;
	const all = DIMENSIONS.flatMap((dimension, at): Apart[] => {
		const values = GROUPS.flatMap((group) => {
			const value = AGREED[date]?.[group][at];
			return typeof value === "number" ? [value] : [];
		});
		const between: Apart[] =
			values.length < 2 ? [] : [{ dimension, lowest: Math.min(...values), highest: Math.max(...values), within: null }];
		const within = GROUPS.flatMap((group): Apart[] => {
			const { n, lowest, highest } = rated(membersOf(meeting, group), date, at);
			return n < 3 ? [] : [{ dimension, lowest, highest, within: group }];
		});
		return [...between, ...within];
	}).filter(({ lowest, highest }) => highest > lowest);
	const weight = ({ lowest, highest, within }: Apart) => (highest - lowest) * 10 + (within === null ? 1 : 0);
	return all.sort((one, other) => weight(other) - weight(one));
}

const inWords = ({ dimension, lowest, highest }: Apart) => `${MODULE}, ${dimension} (${lowest}–${highest})`;

function sentence(meeting: Meeting): string {
	const widest = found(
		apart(meeting).find(({ within }) => within === null),
		"difference",
	);
	const missing = GROUPS.flatMap((group) => {
		const rows = rowsOf(meeting.date).filter((row) => row.group === group);
		const count = rows.flatMap(({ values }) => values.filter((value) => value === null)).length;
		return count === 0 ? [] : [`Gruppe ${group} (${count})`];
	});
	return `Größte Spannweite zwischen den Gruppen: ${inWords(widest)}. Einzelne Werte fehlen: ${listed(missing)}.`;
}

function spreadSentences(meeting: Meeting): string[] {
	const { date, seats } = meeting;
	return DIMENSIONS.flatMap((dimension, at) => {
		// Of fewer than three who named a point nothing is told outside of their group.
		const groups = GROUPS.filter((group) => rated(membersOf(meeting, group), date, at).n >= 3);
		return [
			...(groups.length < 2 ? [] : [spreadSentence(`${dimension}, alle zusammen`, rated(seats, date, at))]),
			...groups.map((group) =>
				spreadSentence(`${dimension}, Gruppe ${group}`, rated(membersOf(meeting, group), date, at)),
			),
		];
	});
}

/** The heatmap of a page: its sentence, and what stands in its cells. */
async function heatmapOf(page: Page): Promise<{ sentence: string; rows: string[][] }> {
	const rows = page.locator(".heatmap__table tbody tr:not(.heatmap__module)");
	return {
		sentence: plain((await page.locator(".heatmap__sentence").allInnerTexts()).join()),
		rows: await rows.evaluateAll((all) =>
			all.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent ?? "")),
		),
	};
}

const captionsOf = async (page: Page) => (await page.locator(".spread figcaption").allInnerTexts()).map(plain);

export async function looksAtGroups(meeting: Meeting): Promise<void> {
	const { page } = meeting.desk;
	const rows = rowsOf(meeting.date);
	await press(page.getByRole("link", { name: "Plenum" }));
	await page.getByRole("heading", { level: 1, name: "Plenum" }).waitFor();
	const heatmap = { sentence: sentence(meeting), rows: rows.map(({ values }) => values.map(sign)) };
	await expect.poll(() => heatmapOf(page)).toEqual(heatmap);
	const names = await page.locator(".heat__button").evaluateAll((all) => all.map((cell) => cell.ariaLabel ?? ""));
	expect(names.map(plain)).toEqual(rows.flatMap((row) => DIMENSIONS.map((_, at) => cellName(row, at))));
	const differences = (await page.locator(".differences li").allInnerTexts()).map(plain);
	expect(differences).toEqual(
		apart(meeting)
			.slice(0, 5)
			.map((one) => `${one.within === null ? "Zwischen den Gruppen" : `In Gruppe ${one.within}`}: ${inWords(one)}`),
	);
	await meeting.look.screen(page, "chain-heatmap");

	// Into the table by Tab, on by arrows, and into the cell of the first value that has a reason.
	const [, first] = rows;
	await tabTo(page, page.locator(".heat__button").first());
	await page.keyboard.press("ArrowDown");
	const cell = page.getByRole("button", { name: cellName(found(first, "row"), 0) });
	await expect.poll(() => cell.evaluate((element) => element === document.activeElement)).toBe(true);
	await page.keyboard.press("Enter");
	const detail = page.getByRole("region", { name: `Gruppe A: ${MODULE}, Verstetigung` });
	await detail.getByText(REASON).waitFor();
	await detail.getByText(DISSENT).waitFor();
	await detail.getByText(spreadSentence("Verstetigung", rated(membersOf(meeting, "A"), 0, 0))).waitFor();
	await tabTo(page, detail.getByRole("button", { name: "Schließen" }));
	await page.keyboard.press("Enter");
	await expect.poll(() => cell.evaluate((element) => element === document.activeElement)).toBe(true);
}

export async function showsGroups(meeting: Meeting): Promise<void> {
	const { arena, desk, id, look } = meeting;
	const { page } = desk;
	const projector = await desk.context.newPage();
	await projector.setViewportSize({ width: 1920, height: 1080 });
	await projector.goto(`${arena.url}/w/${id}/beamer`);
	await projector.getByRole("heading", { level: 1 }).first().waitFor();
	const watching = [seatOf(meeting, "Anna").page, seatOf(meeting, "Sven").page];
	for (const theirs of watching) expect(await theirs.locator(".heatmap, .spread").count()).toBe(0);

	const heatmap = await heatmapOf(page);
	await tabTo(page, page.getByRole("button", { name: "Allen zeigen" }), "Shift+Tab");
	await page.keyboard.press("Enter");
	for (const theirs of watching) {
		await theirs.getByRole("region", { name: SHOWN }).waitFor();
		await expect.poll(() => heatmapOf(theirs)).toEqual(heatmap);
	}
	await expect.poll(() => heatmapOf(projector)).toEqual(heatmap);
	await onTheWall(projector, "heatmap");
	// Nobody can scroll there.
	expect(await isWhole(projector)).toBe(true);

	await toTab(page, "Verteilung");
	await page.getByText("2 Verteilungen sind aufgedeckt: Gruppe A und Gruppe B.").waitFor();
	const spreads = spreadSentences(meeting);
	expect(await captionsOf(page)).toEqual(spreads);
	await look.screen(page, "chain-plenary-distribution");
	await tabTo(page, page.getByRole("button", { name: "Allen zeigen" }));
	await page.keyboard.press("Enter");
	for (const shown of [...watching, projector]) await expect.poll(() => captionsOf(shown)).toEqual(spreads);
	await onTheWall(projector, "distribution");

	await tabTo(page, page.getByRole("tabpanel").getByRole("button", { name: "Nicht mehr zeigen" }));
	await page.keyboard.press("Enter");
	for (const theirs of watching) {
		await theirs.getByRole("region", { name: SHOWN }).waitFor({ state: "hidden" });
		expect(await theirs.locator(".spread, .heatmap").count()).toBe(0);
	}
	await projector.close();
}

/** The page's foot comes below the wall. */
const isWhole = (page: Page) =>
	page.getByRole("main").evaluate((wall) => wall.getBoundingClientRect().height <= window.innerHeight + 1);

/** Full HD, as projectors have it; in both themes where somebody wants to look. */
async function onTheWall(projector: Page, name: string): Promise<void> {
	await projector.emulateMedia({ reducedMotion: "reduce" });
	await painted(projector);
	expect(await axeFindings(projector)).toEqual([]);
	if (!process.env.SCREENSHOTS) return;
	for (const colorScheme of ["light", "dark"] as const) {
		await projector.emulateMedia({ colorScheme, reducedMotion: "reduce" });
		await painted(projector);
		await projector.screenshot({ path: `test/browser/screenshots/chain-wall-${name}.${colorScheme}.png` });
	}
}
