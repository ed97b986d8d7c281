import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { resultsWords } from "../../worksheets/report/results-words.ts";
import { docxText } from "../harness/docx.ts";
import { pdfAlternatives, pdfFonts, pdfInfo, pdfPages, pdfStructure } from "../harness/pdf.ts";
import { startTestServer, type TestServer } from "../harness/server.ts";
import { holdWholeWorkshop, type WholeWorkshop } from "../harness/whole-workshop.ts";
import { found } from "./stage.ts";

const BEGIN = Date.parse("2026-03-17T09:04:00+01:00");
const TITLE = "Kooperation verstetigen: Bildungslandschaft Ahrental";

let server: TestServer;
let workshop: WholeWorkshop;
/** The clock stands still but for what the workshop says has gone by. */
let now = BEGIN;

beforeAll(async () => {
	server = await startTestServer({ pages: false, clock: { now: () => now } });
	const pass = (minutes: number) => {
		now += minutes * 60_000;
	};
	workshop = await holdWholeWorkshop({ url: server.url, groups: 2, pass, title: TITLE });
}, 120_000);
afterAll(() => server?.[Symbol.asyncDispose]());

async function file(format: string, token = workshop.facilitatorToken): Promise<Uint8Array> {
	const headers = { Authorization: `Bearer ${token}` };
	const response = await fetch(`${server.url}/api/workshops/${workshop.id}/export.${format}`, { headers });
	expect(response.status).toBe(200);
	return new Uint8Array(await response.arrayBuffer());
}

/** Lines as they are read, whatever white space sets them apart. */
const plain = (text: string) => text.replace(/\s+/g, " ");

describe("a whole workshop as PDF", () => {
	let pdf: Uint8Array;
	let pages: string[];
	let structure: string;

	beforeAll(async () => {
		pdf = await file("pdf");
		[pages, structure] = await Promise.all([pdfPages(pdf), pdfStructure(pdf)]);
	}, 60_000);

	test("begins with a title page that says what, when, where, for whom and how long it is kept", () => {
		const page = plain(pages[0] ?? "");
		for (const said of [
			"Ergebnisse",
			TITLE,
			"Reihe: Netzwerk Übergänge, 3. Treffen",
			"Datum: 17. März 2026",
			"Ort: Kreishaus, Saal 2 (Erdgeschoss)",
			"Teilnehmende: 4",
			"Stand: 17. März 2026, 12:57 Uhr",
			"Wird in Arena gelöscht am: 15. Juni 2026",
			"Zusammengestellt für: Moderation",
		])
			expect(page).toContain(said);
		expect(page).not.toContain("Zwischenstand");
	});

	test("names the person whose copy it is", async () => {
		const [person] = workshop.people;
		const [first = ""] = await pdfPages(await file("pdf", found(person, "person").token));
		expect(plain(first)).toContain("Zusammengestellt für: Anna Lindner");
	});

	test("tells the agenda as it was planned and as it went", () => {
		const [, , agenda = ""] = pages;
		expect(agenda).toContain("Begonnen um 09:04 Uhr, beendet um 12:57 Uhr, nach 233 Minuten.");
		expect(agenda).toMatch(/09:00 Uhr +09:04 Uhr +Begrüßung +15 +7 /);
		expect(agenda).toMatch(/09:25 Uhr +ausgelassen +Impuls[^\n]* 25 +– /);
		expect(agenda).toMatch(/11:00 Uhr +10:17 Uhr +Ergebnisse im Plenum +20 +22 \+ 8 /);
		expect(plain(agenda)).toMatch(/11:55 Uhr/);
	});

	test("has every chapter in its contents, and page x of y on each page", () => {
		const words = resultsWords.de;
		const contents = plain(pages[1] ?? "");
		for (const chapter of [words.agenda, words.groups, words.decisions, words.actionPlan, words.topics, words.messages])
			expect(contents).toContain(`${chapter} .`);
		expect(contents).not.toContain("Leitfragen");
		for (const [index, page] of pages.entries()) expect(page).toContain(`Seite ${index + 1} von ${pages.length}`);
	});

	test("collects what was decided", () => {
		const page = plain(pages.find((text) => /^ *Entscheidungen$/m.test(text)) ?? "");
		expect(page).toContain("Was zur Abstimmung stand und was dabei herauskam");
		expect(page).toMatch(/4 von 4 haben abgestimmt\. Angenommen/);
	});

	test("is tagged: headings in their order, tables with heads for columns, figures with words, no way out of it", async () => {
		expect(structure.match(/^ +H1/gm)?.length).toBeGreaterThan(10);
		const levels = [...structure.matchAll(/^ +H([1-6])/gm)].map(([, level]) => Number(level));
		expect(levels[0]).toBe(1);
		expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
		const info = await pdfInfo(pdf, "-struct");
		const heads = info.match(/^ +TH\b/gm)?.length ?? 0;
		expect(heads).toBeGreaterThan(100);
		expect(info.match(/\/Scope \/Column/g)).toHaveLength(heads);
		expect(info.match(/^ +Table/gm)?.length).toBe(info.match(/^ +THead/gm)?.length);
		expect(pdfAlternatives(pdf)).toHaveLength(info.match(/^ +Figure/gm)?.length ?? -1);
		expect(pdfAlternatives(pdf).filter((words) => words.trim() === "")).toEqual([]);
		const source = Buffer.from(pdf).toString("latin1");
		expect(source).not.toMatch(/\/URI|\/JavaScript|\/Launch|\/EmbeddedFile|\/AcroForm/);
		// Of the contents alone: they lead to pages of the same file.
		expect(info.match(/^ +Link/gm)).toHaveLength(info.match(/^ +TOCI/gm)?.length ?? -1);
	});

	test("says its language and that it is PDF/UA-1, shows its title, has bookmarks and our fonts in it", async () => {
		const source = Buffer.from(pdf).toString("latin1");
		expect(source).toMatch(/\/Lang\s*\(de\)/);
		expect(source).toMatch(/\/DisplayDocTitle true/);
		expect(source).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
		expect(source).toMatch(/\/Outlines \d+ 0 R/);
		expect(source).toMatch(/pdfuaid:part(?:>|=")1/);
		expect(await pdfInfo(pdf)).toMatch(new RegExp(`^Title: +${TITLE}$`, "m"));
		const fonts = await pdfFonts(pdf);
		expect(fonts.length).toBeGreaterThan(1);
		for (const { name, embedded } of fonts) {
			expect(name).toMatch(/FiraSans/);
			expect(embedded).toBe(true);
		}
	});
});

test("a whole workshop in Word says the same", async () => {
	const text = plain(await docxText({ buffer: Buffer.from(await file("docx")) }));
	for (const said of [
		"Zusammengestellt für: Moderation",
		"nach 233 Minuten",
		"22 + 8",
		"ausgelassen",
		"Entscheidungen",
	])
		expect(text).toContain(said);
});
