import { expect, test } from "vitest";
import { createdWorkshopSchema } from "../../worksheets/contract/api.ts";
import { accept, line } from "../flows/stage.ts";
import { VIEWPORTS } from "../harness/browser.ts";
import { holdMeeting, type MeetingOptions } from "../harness/meetings.ts";
import { hasFocus, inspection, tabTo } from "./accessibility.ts";
import { house } from "./house.ts";

const arena = house({ refusesPages: true });

const FIRST: MeetingOptions = {
	series: { name: "Runder Tisch Übergänge", number: 1 },
	title: "Auftakt",
	startsAt: "2026-03-02T09:00:00Z",
	values: [
		[1, 2, 0, 3],
		[2, 2, 1, 3],
	],
	measures: [
		{ id: "m1", what: "Beirat einladen", responsible: "Kim", due: "2026-06-01", status: "open" },
		{ id: "m2", what: "Bericht schreiben", status: "begun" },
	],
};
const SECOND: MeetingOptions = {
	series: null,
	title: "Zweites Treffen",
	startsAt: "2026-09-07T09:00:00Z",
	values: [
		[3, 2, 0, "unknown"],
		[4, 1, 2, 3],
	],
	measures: [{ id: "n1", what: "Beirat einladen", responsible: "Ali", status: "done" }],
};

/** A4 without its margins, in CSS pixels. */
const PAPER = { width: 673, height: 987 };

/** The next date of a workshop's series, made over the API. */
async function nextOf({ id, facilitatorToken }: { id: string; facilitatorToken: string }) {
	const response = await arena.api.call("POST", `/api/workshops/${id}/copy`, { token: facilitatorToken, body: {} });
	const copy = createdWorkshopSchema.parse(await response.json());
	const lead = await line(arena.url, copy.facilitatorToken);
	return {
		...copy,
		lead,
		run: async (...commands: ({ type: string } & Record<string, unknown>)[]) => {
			for (const command of commands) accept(await lead.command(command));
		},
	};
}

test("two dates side by side: values, lines, measures; by keyboard, on a phone, on paper", async () => {
	const first = await holdMeeting(arena, FIRST);
	const next = await nextOf(first);
	const second = await holdMeeting(arena, { ...SECOND, workshop: next });
	const { page } = await arena.facilitator(first);
	const { problems, screen } = inspection();

	// From the cockpit, where this browser steers one of the two.
	await page.getByRole("link", { name: "Vergleich der Reihe" }).click();
	await page.getByRole("heading", { level: 1, name: "Vergleich" }).waitFor();
	await page.getByText("Ab dem zweiten Termin sehen Sie hier Veränderungen.").waitFor();
	expect(await page.getByRole("table").count()).toBe(0);
	const here = page.url();
	await screen(page, "one date");

	await page.goto(second.facilitatorUrl);
	await page.getByRole("link", { name: "Vergleich der Reihe" }).waitFor();
	await page.goto(here);
	const table = page.getByRole("table", { name: "Lenkungsgruppe" });
	const row = table.getByRole("row").nth(1);
	await expect.poll(() => row.innerText()).toMatch(/1,5.*n\s=\s2.*3,5.*n\s=\s2.*\+2.*höher/s);
	const figure = page.getByRole("figure").first();
	expect(await figure.locator("figcaption").innerText()).toMatch(
		/: Gruppen 1,5 \(2\. März 2026\), 3,5 \(7\. September 2026\): \+2$/,
	);
	expect(await figure.locator(".slope__stroke").count()).toBe(1);
	const measures = page.getByRole("table", { name: "Maßnahmen vom letzten Mal" });
	expect(await measures.getByRole("row").nth(1).innerText()).toMatch(
		/Beirat einladen.*Kim.*offen.*erledigt.*jetzt: Ali/s,
	);
	expect(await measures.getByRole("row").nth(2).innerText()).toContain("steht nicht mehr im Plan");
	await screen(page, "two dates");

	const link = figure.getByRole("link", { name: "Als Tabelle" });
	await tabTo(page, link);
	await page.keyboard.press("Enter");
	expect(new URL(page.url()).hash).toBe(`#${await table.getAttribute("id")}`);

	await page.setViewportSize(VIEWPORTS.phone);
	const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	expect(overflow).toBeLessThanOrEqual(0);
	await screen(page, "on a phone");

	await page.emulateMedia({ media: "print" });
	await page.setViewportSize(PAPER);
	expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
	for (const box of await page.locator(".scroll-box").all()) {
		expect(await box.evaluate((element) => getComputedStyle(element).overflowX)).toBe("visible");
	}
	expect(await page.getByRole("button").count()).toBe(0);
	expect(await page.getByRole("heading", { name: "Termin hinzufügen" }).count()).toBe(0);
	expect(await table.isVisible()).toBe(true);
	expect(await figure.isVisible()).toBe(true);
	expect(await measures.isVisible()).toBe(true);
	expect(problems).toEqual([]);
});

test("a dimension that was renamed is flagged with both wordings, and nothing is drawn or counted across", async () => {
	const first = await holdMeeting(arena, FIRST);
	const next = await nextOf(first);
	const dimensions = [{ id: "continuation", label: "Dauerhafter Bestand", help: "" }];
	await next.run({ type: "workshop.set", details: { dimensions: { preset: null, dimensions } } });
	const second = await holdMeeting(arena, { ...SECOND, workshop: next });
	const { page } = await arena.facilitator(first);
	await page.goto(second.facilitatorUrl);
	await page.getByRole("link", { name: "Vergleich der Reihe" }).click();
	const row = page.getByRole("table", { name: "Lenkungsgruppe" }).getByRole("row").nth(1);
	await row.getByText("Wortlaut geändert").waitFor();
	await row.locator("summary", { hasText: "Beide Fassungen" }).press("Enter");
	await row.getByText("Verstetigung", { exact: true }).waitFor();
	await row.getByText("Dauerhafter Bestand", { exact: true }).last().waitFor();
	expect(await row.innerText()).not.toMatch(/höher|niedriger|gleich/);
	expect(await page.getByRole("figure").first().locator(".slope__stroke").count()).toBe(0);
	const { problems, screen } = inspection();
	await screen(page, "a renamed dimension");
	expect(problems).toEqual([]);
});

test("a file of an earlier meeting is added and taken out again; what is no such file is said", async () => {
	const earlier = await holdMeeting(arena, FIRST);
	const path = `/api/workshops/${earlier.id}/export.json`;
	const file = await (await arena.api.call("GET", path, { token: earlier.facilitatorToken })).text();
	const later = await holdMeeting(arena, { ...SECOND, series: { name: "Neue Reihe", number: 1 } });
	const { page } = await arena.facilitator(later);
	const { problems, screen } = inspection();
	await page.getByRole("link", { name: "Vergleich der Reihe" }).click();
	const field = page.getByLabel("Ergebnisdatei (JSON)");
	const add = page.getByRole("button", { name: "Datei hinzufügen" });
	const choose = (text: string) =>
		field.setInputFiles({ name: "ergebnisse.json", mimeType: "application/json", buffer: Buffer.from(text) });

	await add.click();
	await page.getByText("Bitte wählen Sie zuerst eine Datei aus.").waitFor();
	expect(await hasFocus(field)).toBe(true);
	for (const [text, said] of [
		["kein JSON", "Das ist keine JSON-Ergebnisdatei von Arena."],
		["{}", "Das ist keine JSON-Ergebnisdatei von Arena."],
		[JSON.stringify({ ...JSON.parse(file), version: 2 }), "Diese Datei stammt aus einer anderen Fassung von Arena"],
		[JSON.stringify({ ...JSON.parse(file), rehearsal: true }), "Diese Datei stammt aus einer Probe."],
	] as const) {
		await choose(text);
		await add.click();
		await page.getByText(said).waitFor();
	}
	await screen(page, "a wrong file");

	await choose(file);
	await tabTo(page, add);
	await page.keyboard.press("Enter");
	await page.getByText("aus einer Datei").waitFor();
	await page.getByRole("table", { name: "Lenkungsgruppe" }).waitFor();
	await screen(page, "with a file");

	const remove = page.getByRole("button", { name: "„Auftakt“ aus dem Vergleich nehmen" });
	await tabTo(page, remove);
	await page.keyboard.press("Enter");
	await page.getByText("Ab dem zweiten Termin sehen Sie hier Veränderungen.").waitFor();
	expect(await hasFocus(page.getByRole("heading", { name: "Termine" }))).toBe(true);
	expect(problems).toEqual([]);
});

test("whoever steers none of its workshops is told so, and nothing else", async () => {
	const { page } = await arena.person();
	await page.goto(`${arena.url}/reihe/${"a".repeat(22)}`);
	await page.getByRole("heading", { level: 1, name: "Diese Reihe kennt Ihr Browser nicht" }).waitFor();
	const { problems, screen } = inspection();
	await screen(page, "unknown series");
	expect(problems).toEqual([]);
});
