import { readFile } from "node:fs/promises";
import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { z } from "zod";
import { found } from "../../flows/stage.ts";
import {
	CHARACTERS,
	type Character,
	DIMENSIONS,
	DISSENT,
	type Meeting,
	plain,
	REASON,
	type Seat,
	seatOf,
	secretsBut,
	tokenOf,
} from "./cast.ts";
import { press } from "./hands.ts";
import { german, type Sum, sumOf } from "./sums.ts";

/** What the people of each municipality think, counted across both groups and taken home. */

const distribution = z.object({
	n: z.int(),
	unknown: z.int(),
	counts: z.array(z.object({ people: z.int() })),
	median: z.number(),
	lowest: z.number(),
	highest: z.number(),
});
const unitFile = z.object({
	unit: z.string(),
	questions: z.array(
		z.object({
			people: z.int(),
			others: z.int(),
			parts: z.array(z.object({ label: z.string(), own: distribution.nullable(), others: distribution.nullable() })),
		}),
	),
});

/** A dimension for the people of a municipality, and for all the others; null where nothing may be told. */
interface Line {
	label: string;
	own: Sum | null;
	others: Sum | null;
}

const LEAST = 3;

/**
 * „Weiß nicht“ counts for nobody, and what fewer than three have said is not told. Nor is it told of everybody else where
 * that would leave fewer than three, nor where a group has revealed the same people but for one or two: then the smallest
 * municipality gives way, of two alike the first by its name.
 */
function toldIn(date: number, at: number): Set<string> {
	const said = CHARACTERS.filter(({ ratings }) => typeof ratings[date]?.[at] === "number");
	const sizes = [...new Set(said.map(({ organisation }) => organisation))].sort().map((unit) => ({
		unit,
		people: said.filter(({ organisation }) => organisation === unit).length,
	}));
	const enough = sizes.filter(({ people }) => people >= LEAST).sort((one, other) => one.people - other.people);
	const left = said.length - enough.reduce((all, { people }) => all + people, 0);
	let told = enough.slice(left > 0 && left < LEAST ? 1 : 0).map(({ unit }) => unit);
	for (;;) {
		const close = tooClose(said, told);
		if (close === null) return new Set(told);
		const giving = told.find((unit) => close.includes(unit)) ?? told[0];
		told = told.filter((unit) => unit !== giving);
	}
}

/** Whoever stands in one of two sets and not in the other. */
const apart = (some: readonly Character[], others: readonly Character[]) => [
	...some.filter((one) => !others.includes(one)),
	...others.filter((one) => !some.includes(one)),
];

/** The municipalities that give a group away, tried union by union; null where none does. */
function tooClose(said: readonly Character[], told: readonly string[]): string[] | null {
	if (told.length === 0) return null;
	const bodies = [...told, null].map((unit) =>
		said.filter(({ organisation }) => (told.includes(organisation) ? organisation : null) === unit),
	);
	for (const letter of ["A", "B"]) {
		const group = said.filter((one) => one.group === letter);
		for (let union = 1; union < 2 ** bodies.length; union += 1) {
			const inIt = bodies.filter((_, at) => (union >> at) % 2 === 1).flat();
			const few = inIt.length > 0 ? apart(inIt, group).length : 0;
			if (few > 0 && few < LEAST) return inIt.map(({ organisation }) => organisation);
		}
	}
	return null;
}

function linesOf(unit: string, date: number): Line[] {
	return DIMENSIONS.map((label, at) => {
		if (!toldIn(date, at).has(unit)) return { label, own: null, others: null };
		const sum = (isOwn: boolean) =>
			sumOf(
				CHARACTERS.filter(({ organisation }) => (organisation === unit) === isOwn)
					.map(({ ratings }) => ratings[date]?.[at] ?? null)
					.filter((rating) => rating !== "unknown"),
			);
		return { label, own: sum(true), others: sum(false).n < LEAST ? null : sum(false) };
	});
}

const cells = (sum: Sum | null) =>
	sum === null
		? "– | – | –"
		: `${german(sum.median ?? Number.NaN)} | ${sum.lowest === sum.highest ? sum.lowest : `${sum.lowest}–${sum.highest}`} | ${sum.n}`;

/** Of several equally far the first. */
function furthest(lines: readonly Line[]): string {
	const apart = lines.flatMap(({ label, own, others }) => {
		const [here, there] = [own?.median, others?.median];
		return here == null || there == null ? [] : [{ label, here, there, by: Math.abs(here - there) }];
	});
	const most = Math.max(...apart.map(({ by }) => by));
	const { label, here, there } = found(
		apart.find(({ by }) => by === most),
		"line",
	);
	return `Am weitesten entfernt von den anderen: ${label} (hier ${german(here)}, andere ${german(there)}).`;
}

export async function countsUnits(meeting: Meeting): Promise<void> {
	const { page } = meeting.desk;
	const panel = page.locator("details", { hasText: "Einschätzungen nach Kommunen" });
	await press(panel.locator("summary"));
	await press(panel.getByRole("button", { name: "Nach Kommunen auswerten" }));
	// Of those with three people the one that tells nobody else's values, and none of those with one.
	await expect.poll(() => panel.locator(".downloads__file > span:first-child").allInnerTexts()).toEqual(["Beckum"]);

	await takesHome(meeting, seatOf(meeting, "Bo"));
	const [anna, sven] = [seatOf(meeting, "Anna"), seatOf(meeting, "Sven")];
	for (const seat of [anna, sven]) {
		await toResults(meeting, seat);
		expect(await seat.page.getByText("Für Ihre Kommune").count()).toBe(0);
	}
	for (const { seat, unit } of [
		{ seat: sven, unit: "Selm" },
		{ seat: sven, unit: "Beckum" },
		{ seat: anna, unit: "Ahlen" },
		{ seat: anna, unit: "Beckum" },
	]) {
		const token = await tokenOf(seat, meeting.id);
		const answer = await meeting.arena.api.call("GET", `/api/workshops/${meeting.id}/export.json?unit=${unit}`, {
			token,
		});
		expect(answer.ok, `${seat.name} gets nothing of ${unit}`).toBe(false);
	}
	for (const { page: theirs } of ["Anna", "Bo", "Sven"].map((name) => seatOf(meeting, name))) {
		await theirs.goto(`${meeting.arena.url}/w/${meeting.id}`);
		await theirs.getByRole("heading", { level: 1 }).first().waitFor();
	}
}

async function toResults({ arena, id }: Meeting, { page }: Seat): Promise<void> {
	await page.goto(`${arena.url}/w/${id}/ergebnisse`);
	await page.getByRole("heading", { level: 1, name: "Ergebnisse" }).waitFor();
}

async function takesHome(meeting: Meeting, seat: Seat): Promise<void> {
	const { organisation, page } = seat;
	await toResults(meeting, seat);
	const own = page.getByRole("region", { name: "Für Ihre Kommune" });
	const lines = linesOf(organisation, meeting.date);
	const markdown = plain(await taken(own.getByRole("link", { name: `Markdown für ${organisation} herunterladen` })));
	expect(markdown).toContain("3 Personen von hier, 5 andere");
	for (const line of lines)
		expect(markdown).toContain(`| ${line.label} | ${cells(line.own)} | ${cells(line.others)} |`);
	expect(markdown).toContain(furthest(lines));
	// Whoever counts three of their own and finds nothing is told why.
	expect(markdown).toContain("wo sich sonst die Werte von ein oder zwei anderen Personen ausrechnen ließen");

	const json = await taken(own.getByRole("link", { name: `JSON für ${organisation} herunterladen` }));
	const { unit, questions } = unitFile.parse(JSON.parse(json));
	expect(unit).toBe(organisation);
	expect(questions).toHaveLength(1);
	expect(questions[0]).toMatchObject({ people: 3, others: 5 });
	const read = (sum: z.infer<typeof distribution> | null): Sum | null =>
		sum === null ? null : { ...sum, people: sum.counts.map(({ people }) => people) };
	expect(
		questions[0]?.parts.map(({ label, own: here, others }) => ({
			label: plain(label),
			own: read(here),
			others: read(others),
		})),
	).toMatchObject(lines);
	// Numbers alone: nobody’s words, not even one’s own.
	const written = [...secretsBut(null), REASON, DISSENT];
	for (const file of [markdown, json]) for (const text of written) expect(file).not.toContain(text);
}

/** Downloads by keyboard, and reads what came. */
export async function taken(link: Locator): Promise<string> {
	await link.waitFor();
	const coming = link.page().waitForEvent("download");
	await press(link);
	return await readFile(await (await coming).path(), "utf8");
}
