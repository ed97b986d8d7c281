import { mkdtempSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { readLibrary } from "../../server/library.ts";
import { ACTION_COLUMNS } from "../../worksheets/blocks/action-columns.ts";
import { isEmptyCell } from "../../worksheets/blocks/cells.ts";
import type { Block } from "../../worksheets/blocks/definitions.ts";
import type { Joined } from "../../worksheets/contract/api.ts";
import { shownSections } from "../../worksheets/document/questions.ts";
import type { Results } from "../../worksheets/report/results.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import { type Person, VIEWPORTS } from "../harness/browser.ts";
import { CHOSEN, fillQuestion, fillRanking } from "./fill.ts";
import { house } from "./house.ts";
import { expectSaved } from "./people.ts";

const { worksheets } = readLibrary();
const folder = mkdtempSync(join(tmpdir(), "arena-every-sheet-"));
writeFileSync(join(folder, "template-every-sheet.yaml"), everySheet());
afterAll(() => rm(folder, { recursive: true, force: true }));

const arena = house({ env: { WORKSHEETS_DIR: folder } });

describe("every worksheet of the library", () => {
	test.each(worksheets.map((worksheet) => [worksheet.id, worksheet] as const))(
		"%s: two people fill all of it in at once, at 1440 and 390 px, and all of it is in the results",
		async (id, worksheet) => {
			const people = await groupWith(worksheet);
			const pages = people.map(({ page }) => page);
			const [first] = people;
			if (first === undefined) throw new Error("nobody came");
			await chooseModules(pages, worksheet);
			// At once, but never in the same line of text: who types inside whose word is another test's matter.
			const words = [
				...(await Promise.all(pages.map((page, seat) => fillHalf(page, seat, seat)))),
				...(await Promise.all(pages.map((page, seat) => fillHalf(page, seat, 1 - seat)))),
			];
			for (const page of pages) await vote(page, worksheet);
			for (const page of pages) await expectSaved(page);

			const answered = await resultsOf(first, id);
			expect(emptyAnswers(answered)).toEqual([]);
			const text = await markdownOf(first);
			expect(words.flat().filter((word) => !text.includes(word))).toEqual([]);
			for (const { token, workshopId } of people.filter(() => isDecided(worksheet))) {
				expect(await markdownOf({ token, workshopId })).toContain("Meine Angabe");
			}
			await Promise.all(pages.map((page) => page.context().close()));
		},
		120_000,
	);
});

/** One group phase for each sheet, so that nothing of it is left out. */
function everySheet(): string {
	const phases = worksheets.map((worksheet) => ({
		id: worksheet.id,
		title: worksheet.title,
		kind: "group",
		minutes: 45,
		assignment: { de: "Füllen Sie das Blatt aus.", en: "Fill in the sheet." },
		sheets: [
			{ worksheet: worksheet.id, scope: "group" },
			...(isDecided(worksheet) ? [{ worksheet: worksheet.id, scope: "participant" }] : []),
		],
		groups: "keep",
	}));
	const text = { de: "Alle Blätter", en: "Every sheet" };
	return JSON.stringify({
		kind: "template",
		id: "every-sheet",
		version: 1,
		title: text,
		description: text,
		languages: ["de", "en"],
		phases,
	});
}

/** One group with the sheet in front of them, one on a desktop, one on a phone. */
async function groupWith(worksheet: Worksheet): Promise<(Person & Joined)[]> {
	const room = await arena.room({ template: "every-sheet" });
	const people: (Person & Joined)[] = [];
	for (const viewport of [VIEWPORTS.desktop, VIEWPORTS.phone]) {
		people.push(await arena.seated(room, `Person mit ${viewport.width} Pixeln`, { viewport }));
	}
	await room.run(
		{ type: "groups.create", count: 1 },
		{ type: "groups.assign", strategy: "random" },
		{ type: "session.start" },
		{ type: "phase.go", phase: worksheet.id },
	);
	for (const { page } of people) await question(page).waitFor();
	return people;
}

function question(page: Page): Locator {
	return page.locator("article.sheet-question");
}

/**
 * Rankings come first: other questions are asked for each thing that is chosen there. One person chooses, and everybody
 * waits until they have all questions, or two would mean different ones by their halves.
 */
async function chooseModules(pages: readonly Page[], worksheet: Worksheet): Promise<void> {
	const [page] = pages;
	const blocks = shownSections(worksheet).flatMap((section) => section.blocks);
	if (page === undefined || !blocks.some(({ repeat }) => repeat?.over)) return;
	await fetched(page);
	for (let index = 0; !(await fillRanking(question(page))); ) await open(page, ++index);
	const asked = blocks.reduce((sum, { repeat }) => sum + (repeat?.over ? CHOSEN : 1), 0);
	for (const each of pages) await expect.poll(() => count(each)).toBe(asked);
}

/** Fills the first or the second half of the questions; gives back what was written. */
async function fillHalf(page: Page, seat: number, half: number): Promise<string[]> {
	const words: string[] = [];
	const mark = () => {
		const word = `Wort${seat}${half}x${words.length}.`;
		words.push(word);
		return word;
	};
	const questions = await count(page);
	const middle = Math.ceil(questions / 2);
	for (let index = half === 0 ? 0 : middle; index < (half === 0 ? middle : questions); index += 1) {
		await open(page, index);
		await fillQuestion(question(page), mark);
	}
	return words;
}

const QUESTIONS = ".sheet-nav__question";

async function count(page: Page): Promise<number> {
	return await page.locator(QUESTIONS).count();
}

async function open(page: Page, index: number): Promise<void> {
	const entry = page.locator(QUESTIONS).nth(index);
	if (!(await entry.isVisible())) await page.getByRole("button", { name: "alle Fragen" }).click();
	await entry.click();
	await expect.poll(() => entry.getAttribute("aria-current")).toBe("step");
	await fetched(page);
}

/** What of a question is fetched on its own has come: what is not there yet looks as if it were not asked. */
async function fetched(page: Page): Promise<void> {
	await question(page).getByText("Arbeitsblatt wird geladen …").waitFor({ state: "detached" });
}

function isDecided({ sections }: Worksheet): boolean {
	return sections.some(({ blocks }) => blocks.some(({ type }) => type === "decision"));
}

/** In a sheet that puts something to the vote: how much this person resists each option. */
async function vote(page: Page, worksheet: Worksheet): Promise<void> {
	if (!isDecided(worksheet)) return;
	await open(page, 0);
	const ballot = question(page).getByRole("region", { name: "Ihre Stimme" });
	const options = ballot.getByRole("radiogroup");
	await options.first().waitFor();
	for (const option of await options.all()) await option.getByRole("radio").nth(3).check();
}

/** As somebody of the group takes it home: what they keep to themselves is in it. */
async function resultsOf({ workshopId, token }: Joined, worksheet: string): Promise<Results["sheets"][number]> {
	const response = await arena.api.call("GET", `/api/workshops/${workshopId}/export.json`, { token });
	const results: Results = await response.json();
	const sheet = results.sheets.find(
		(candidate) => candidate.worksheet === worksheet && candidate.scope.kind === "group",
	);
	if (sheet === undefined) throw new Error(`${worksheet} is not in the results`);
	return sheet;
}

async function markdownOf({ workshopId, token }: Pick<Joined, "workshopId" | "token">): Promise<string> {
	const response = await arena.api.call("GET", `/api/workshops/${workshopId}/export.md`, { token });
	return await response.text();
}

/** Names of what nobody has filled in: whole questions, and columns without an entry in any row. */
function emptyAnswers({ answered }: Results["sheets"][number]): string[] {
	return answered.sections.flatMap(({ blocks }) =>
		blocks.flatMap(({ definition, answers }) =>
			answers.flatMap(({ name, empty, answer }) => {
				if (empty) return [name];
				const rows = typeof answer === "object" && answer !== null && "rows" in answer ? answer.rows : [];
				return columnsOf(definition)
					.filter((column) => rows.every((row) => isEmptyCell(row.cells[column])))
					.map((column) => `${name} ${column}`);
			}),
		),
	);
}

function columnsOf(definition: Block): string[] {
	switch (definition.type) {
		case "table":
		case "matrix":
			return definition.columns.map(({ id }) => id);
		case "actor-map":
			return definition.parts.flatMap(({ columns }) => columns.map(({ id }) => id));
		case "actions":
			return ACTION_COLUMNS.map(({ id }) => id);
		default:
			return [];
	}
}
