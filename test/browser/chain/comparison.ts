import { expect } from "vitest";
import { found } from "../../flows/stage.ts";
import {
	AGREED,
	CHARACTERS,
	DIMENSIONS,
	GROUPS,
	type Meeting,
	MODULE,
	plain,
	rated,
	SECOND_AGREED,
	SECOND_MODULE,
} from "./cast.ts";
import { RESPONSIBLE, STATEMENT } from "./follow-up.ts";
import { press } from "./hands.ts";
import { HALF_A_YEAR_AGO } from "./room.ts";
import { change, german, type Sum, sumOf } from "./sums.ts";

/** Both dates side by side. */

const DATES = [0, 1];

/** What the groups agreed on, and what all eight said, by date. */
function sumsOf(at: number): { groups: Sum[]; people: Sum[] } {
	return {
		groups: DATES.map((date) => sumOf(GROUPS.map((group) => AGREED[date]?.[group][at] ?? null))),
		people: DATES.map((date) => rated(CHARACTERS, date, at)),
	};
}

const WHO = { groups: "Gruppen", people: "Einzelne" } as const;

function value(who: keyof typeof WHO, { n, unknown, median, lowest, highest }: Sum): string {
	const counted = `n = ${n}${unknown === 0 ? "" : `, ${unknown} ohne Einschätzung`}`;
	return `${WHO[who]} ${german(median ?? Number.NaN)} ${counted}${lowest === highest ? "" : `, ${lowest} bis ${highest}`}`;
}

const both = ([then, now]: Sum[]) => [then?.median ?? Number.NaN, now?.median ?? Number.NaN] as const;

function moved(who: keyof typeof WHO, sums: Sum[]): string {
	const [then, now] = both(sums);
	const word = now > then ? "höher" : now < then ? "niedriger" : "gleich";
	return `${WHO[who]} ${change(then, now)} ${word}`;
}

function rowOf(at: number): string[] {
	const { groups, people } = sumsOf(at);
	return [
		DIMENSIONS[at] ?? "",
		...DATES.map(
			(date) => `${value("groups", found(groups[date], "sum"))} ${value("people", found(people[date], "sum"))}`,
		),
		`${moved("groups", groups)} ${moved("people", people)}`,
	];
}

function slope(at: number, dates: readonly string[]): string {
	const sums = sumsOf(at);
	const said = (["groups", "people"] as const).map((who) => {
		const [then, now] = both(sums[who]);
		const values = [then, now].map((median, date) => `${german(median)} (${dates[date]})`);
		return `${WHO[who] === "Gruppen" ? "Gruppen" : "Einzelne"} ${values.join(", ")}: ${change(then, now)}`;
	});
	return `${DIMENSIONS[at]}: ${said.join("; ")}`;
}

const words = (text: string) => plain(text).replace(/\s+/g, " ").trim();

export async function compares({ desk: { page }, look }: Meeting): Promise<void> {
	await press(page.getByRole("link", { name: "Vergleich der Reihe" }));
	await page.getByRole("heading", { level: 1, name: "Vergleich" }).waitFor();
	const table = page.getByRole("table", { name: MODULE });
	await table.waitFor();
	const dates = (await table.getByRole("columnheader").allInnerTexts()).slice(1, 3).map(words);
	const day = new Intl.DateTimeFormat("de-DE", { dateStyle: "long", timeZone: "Europe/Berlin" });
	expect(dates[0]).toBe(day.format(HALF_A_YEAR_AGO));
	expect(dates[1]).not.toBe(dates[0]);

	const rows = await table
		.locator("tbody tr")
		.evaluateAll((all) =>
			all.map((row) => [...row.children].map((cell) => (cell instanceof HTMLElement ? cell.innerText : ""))),
		);
	expect(rows.map((row) => row.map(words))).toEqual(DIMENSIONS.map((_, at) => rowOf(at)));
	const captions = (await page.locator("figure.slope figcaption").allInnerTexts()).map(words);
	expect(captions).toEqual(DIMENSIONS.map((_, at) => slope(at, dates)));
	// Drawn with the numbers that are said.
	const drawn = await page.locator("figure.slope .slope__text--value").allInnerTexts();
	expect(drawn).toEqual(
		DIMENSIONS.flatMap((_, at) => Object.values(sumsOf(at)).flatMap((sums) => both(sums).map(german))),
	);

	const measures = page.getByRole("table", { name: "Maßnahmen vom letzten Mal" });
	const measure = words(await measures.locator("tbody tr").innerText());
	expect(measure).toContain(`${STATEMENT} ${RESPONSIBLE}`);
	expect(measure).toMatch(/6\. ?(0?6\.|Juni) ?2027 offen erledigt/);

	await press(page.locator("summary", { hasText: "Nur an einem Termin eingeschätzt" }));
	const once = DIMENSIONS.filter((_, at) => SECOND_AGREED[at] !== null);
	await expect
		.poll(async () => words(await page.getByRole("listitem").filter({ hasText: SECOND_MODULE }).innerText()))
		.toContain(`${SECOND_MODULE} (${once.join(", ")})`);
	await look.screen(page, "chain-comparison");
}
