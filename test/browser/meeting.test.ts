import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { type Person, VIEWPORTS } from "../harness/browser.ts";
import { docxText } from "../harness/docx.ts";
import { pdfText } from "../harness/pdf.ts";
import { xlsxText } from "../harness/xlsx.ts";
import { house } from "./house.ts";
import {
	answerField,
	answerText,
	arriveAt,
	expectEverywhere,
	expectSameLetters,
	expectSaved,
	joinByLink,
	openQuestion,
	type Participant,
	startParagraphs,
	typeAnswer,
} from "./people.ts";

const THREAT = /Was gefährdet sie/;
const FIRST_STEP = /ohne neuen Beschluss/;
const MUNICIPALITY = /Aus welcher Kommune/;
/** One letter a person, and none of them in any other text of the answer. */
const LETTERS = "qxyjwk";
const WORDS = ["Amsel", "Buchfink", "Chukarhuhn", "Dohle", "Elster", "Fasan"] as const;

const arena = house();

test("a whole meeting, from the link to the download", async () => {
	const facilitator = await arena.person();
	const { joinUrl } = await createWorkshop(facilitator);
	const people = await everybodyJoins(joinUrl);
	const pages = people.map((person) => person.page);
	await formTwoGroups(facilitator);
	const desk = facilitator.page;

	// Phases 1 and 2: welcome, check-in for oneself.
	await desk.getByRole("button", { name: "Workshop starten" }).click();
	for (const page of pages) await page.getByRole("heading", { name: "Begrüßung" }).waitFor();
	await nextPhase(desk);
	await Promise.all(
		people.map(async ({ page, name }) => {
			await typeAnswer(page, MUNICIPALITY, `Kommune von ${name}`);
			await expectSaved(page);
		}),
	);
	// Somebody who reloads is the same person again, with their text.
	await pages[0]?.reload();
	await expect.poll(() => answerText(page(pages, 0), MUNICIPALITY)).toContain("Kommune von Anna");
	await expect.poll(() => desk.getByText("6 von 6 verbunden").isVisible()).toBe(true);

	// Phases 3 and 4: input, then everybody's own three modules.
	await nextPhase(desk);
	await nextPhase(desk);
	for (const each of pages) await arriveAt(each, /Einzelarbeit/);
	await page(pages, 1).getByRole("button", { name: "Lenkungsgruppe auf Platz 1" }).click();
	await page(pages, 1).getByRole("button", { name: "Bildungsbüro auf Platz 2" }).click();

	// Phase 5: both groups at work, everyone of a group in the same answer at the same time.
	await nextPhase(desk);
	for (const each of pages) await arriveAt(each, /Gruppenphase 1/);
	await Promise.all(pages.map((each) => openQuestion(each, THREAT)));
	await Promise.all(people.map(({ page: own }, index) => typeAnswer(own, THREAT, (LETTERS[index] ?? "").repeat(8))));
	const groups = await groupsOf(people);
	expect(groups.map((group) => group.length)).toEqual([3, 3]);
	for (const group of groups) await expectSameLetters(pagesOf(people, group), THREAT, lettersOf(group), 8);
	for (const group of groups) await startParagraphs(pagesOf(people, group), THREAT, marksOf(group));
	await Promise.all(people.map(({ page: own }, index) => keepTyping(own, `${WORDS[index]}1 `)));
	for (const group of groups) await expectEverywhere(pagesOf(people, group), THREAT, wordsOf(group, 1));

	// One of them goes offline, types on, and is back.
	const [traveller = 0] = groups[0] ?? [];
	await people[traveller]?.cut();
	await Promise.all((groups[0] ?? []).map((index) => keepTyping(page(pages, index), `${WORDS[index]}2 `)));
	await page(pages, traveller)
		.getByText(/Verbindung wird wiederhergestellt|Offline/)
		.first()
		.waitFor();
	await people[traveller]?.mend();
	await expectEverywhere(pagesOf(people, groups[0] ?? []), THREAT, wordsOf(groups[0] ?? [], 2));

	// The server dies in the middle of everybody's typing and comes back; nobody reloads.
	const typing = people.map(({ page: own }, index) => keepTyping(own, `${WORDS[index]}3 `));
	await arena.kill();
	await Promise.all(typing);
	await arena.revive();
	for (const group of groups) await expectEverywhere(pagesOf(people, group), THREAT, wordsOf(group, 3));
	for (const each of pages) await expectSaved(each);

	// The next phase does not tear out whoever is typing.
	await expect.poll(() => desk.getByText("6 von 6 verbunden").isVisible(), { timeout: 30_000 }).toBe(true);
	await keepTyping(page(pages, 0), "Satzanfang");
	await nextPhase(desk);
	await page(pages, 0).getByRole("button", { name: "Zur neuen Phase" }).waitFor();
	expect(await answerField(page(pages, 0), THREAT).evaluate((field) => field.contains(document.activeElement))).toBe(
		true,
	);
	await page(pages, 0).keyboard.type(" bis zum Schluss");
	await expectSaved(page(pages, 0));
	for (const each of pages) await arriveAt(each, "Pause");

	// Phases 7 to 9: results for all to read, vote, second group phase with new groups.
	await nextPhase(desk);
	await expect.poll(() => page(pages, 5).locator("main").innerText(), { timeout: 20_000 }).toMatch(/Gruppe A/);
	await nextPhase(desk);
	await nextPhase(desk);
	for (const each of pages) await arriveAt(each, /Gruppenphase 2/);
	await Promise.all(pages.map((each) => openQuestion(each, FIRST_STEP)));
	for (const group of groups) await startParagraphs(pagesOf(people, group), FIRST_STEP, marksOf(group));
	await Promise.all(people.map(({ page: own }, index) => keepTyping(own, `${WORDS[index]}4`)));
	for (const each of pages) await expectSaved(each);

	// Phases 10 to 13, and back once: nothing is lost by it.
	for (let phase = 10; phase <= 13; phase++) await nextPhase(desk);
	for (const each of pages) await arriveAt(each, /Ausblick/);

	await desk.getByRole("button", { name: "Workshop beenden" }).first().click();
	await desk.getByRole("dialog").getByRole("button", { name: "Workshop beenden" }).click();
	for (const each of pages) await each.getByText("Workshop beendet").first().waitFor();

	await facilitatorTakesHome(desk, people, groups);
	await participantTakesHome(people, 1, groups);
});

async function createWorkshop({ page: desk }: Person): Promise<{ joinUrl: string }> {
	await desk.goto(`${arena.url}/`);
	await desk.getByRole("link", { name: "Workshop anlegen" }).click();
	await desk.getByRole("heading", { name: "Kooperation 2.0: Netzwerke überprüfen" }).waitFor();
	await desk.getByRole("link", { name: "Vorlage verwenden" }).first().click();
	await desk.getByLabel("Ort", { exact: false }).first().fill("Rathaus, Saal 2");
	await desk.getByRole("button", { name: "Workshop anlegen" }).click();
	await desk.getByRole("heading", { name: "Ihre Links" }).waitFor();
	const joinUrl = await desk.getByLabel("Teilnahmelink").inputValue();
	await desk.getByRole("link", { name: "Zur Moderation" }).click();
	await desk.getByRole("button", { name: "Workshop starten" }).waitFor();
	await expect.poll(() => new URL(desk.url()).hash).toBe("");
	await desk.getByText("Titel, Reihe, Termin und Ort").click();
	await desk.getByLabel("Reihe").fill("Runder Tisch Übergänge");
	const meeting = desk.getByLabel("Das wievielte Treffen?");
	await meeting.fill("null");
	await desk.getByRole("button", { name: "Speichern" }).click();
	await desk.getByText("Bitte eine ganze Zahl von 1 bis 999 angeben.").first().waitFor();
	await meeting.fill("3");
	await desk.getByRole("button", { name: "Speichern" }).click();
	await desk.getByText("Gespeichert").first().waitFor();
	return { joinUrl };
}

async function everybodyJoins(joinUrl: string): Promise<Participant[]> {
	const guests = [
		["Anna Berg", "Landkreis Nord", VIEWPORTS.desktop],
		["Bilal Öz", "Stadt Süd", VIEWPORTS.desktop],
		["Carla Weiß", "Landkreis Nord", VIEWPORTS.tablet],
		["Deniz K.", "Stadt Süd", VIEWPORTS.phone],
		["Elif Sommer", "Landkreis Ost", VIEWPORTS.phone],
		["Frank Åberg", "", VIEWPORTS.desktop],
	] as const;
	const people: Participant[] = [];
	for (const [name, organisation, viewport] of guests) {
		people.push(await joinByLink(await arena.person({ viewport }), joinUrl, name, organisation));
	}
	return people;
}

async function formTwoGroups({ page: desk }: Person): Promise<void> {
	await desk.getByText("6 von 6 verbunden").waitFor();
	await desk.getByRole("button", { name: "Gruppen bilden" }).click();
	const dialog = desk.getByRole("dialog");
	await dialog.getByLabel(/Anzahl/).fill("2");
	await dialog.getByRole("button", { name: /bilden/ }).click();
	await desk
		.getByRole("heading", { name: /Gruppe B/ })
		.first()
		.waitFor();
}

async function nextPhase(desk: Page): Promise<void> {
	const before = await desk
		.getByText(/^Phase \d+ von 13/)
		.first()
		.innerText();
	await desk.getByRole("button", { name: "Nächste Phase" }).click();
	await expect
		.poll(() =>
			desk
				.getByText(/^Phase \d+ von 13/)
				.first()
				.innerText(),
		)
		.not.toBe(before);
}

/** Who sits together, as the people's own screens tell it. */
async function groupsOf(people: readonly Participant[]): Promise<number[][]> {
	const letters = await Promise.all(
		people.map(async ({ page: own }) => /Gruppe ([AB])/.exec(await own.locator("body").innerText())?.[1] ?? "?"),
	);
	return ["A", "B"].map((letter) => letters.flatMap((own, index) => (own === letter ? [index] : [])));
}

function page(pages: readonly Page[], index: number): Page {
	const found = pages[index];
	if (!found) throw new Error(`there is no person ${index}`);
	return found;
}

function pagesOf(people: readonly Participant[], group: readonly number[]): Page[] {
	return group.map((index) =>
		page(
			people.map((person) => person.page),
			index,
		),
	);
}

/** Goes on at the caret, key by key. */
async function keepTyping(own: Page, text: string): Promise<void> {
	await own.keyboard.type(text, { delay: 15 });
}

function marksOf(group: readonly number[]): string[] {
	return group.map((index) => `${index + 1}: `);
}

function lettersOf(group: readonly number[]): string {
	return group.map((index) => LETTERS[index]).join("");
}

function wordsOf(group: readonly number[], round: number): string[] {
	return group.map((index) => `${WORDS[index]}${round}`);
}

async function download(from: Page, name: RegExp): Promise<{ fileName: string; path: string }> {
	const waiting = from.waitForEvent("download");
	await from.getByRole("link", { name }).first().click();
	const file = await waiting;
	return { fileName: file.suggestedFilename(), path: await file.path() };
}

async function facilitatorTakesHome(
	desk: Page,
	people: readonly Participant[],
	groups: readonly number[][],
): Promise<void> {
	await desk
		.getByRole("link", { name: /Ergebnisse/ })
		.first()
		.click();
	const pdf = await download(desk, /PDF/);
	expect(pdf.fileName).toMatch(/^ergebnisse-kooperation-2-0-netzwerke-ueberpruefen-\d{4}-\d\d-\d\d\.pdf$/);
	const printed = await pdfText(pdf.path);
	const markdown = await readFile((await download(desk, /Markdown/)).path, "utf8");
	const json = await readFile((await download(desk, /JSON/)).path, "utf8");
	const word = await docxText(await download(desk, /Word/));
	const sheets = await xlsxText((await download(desk, /Excel/)).path);
	for (const text of [printed, markdown, json, word, sheets]) {
		for (const group of groups) {
			for (const round of [1, 3, 4]) for (const word of wordsOf(group, round)) expect(text).toContain(word);
		}
		expect(text).toContain("Satzanfang");
		expect(text).toContain("Runder Tisch Übergänge");
		// What people wrote for themselves stays theirs.
		expect(text).not.toContain("Kommune von");
	}
	expect(people).toHaveLength(6);
}

async function participantTakesHome(
	people: readonly Participant[],
	index: number,
	groups: readonly number[][],
): Promise<void> {
	const own = page(
		people.map((person) => person.page),
		index,
	);
	await own
		.getByRole("link", { name: /Ergebnisse/ })
		.first()
		.click();
	const markdown = await readFile((await download(own, /Markdown/)).path, "utf8");
	expect(markdown).toContain(`Kommune von ${people[index]?.name}`);
	expect(markdown).not.toContain(`Kommune von ${people[0]?.name}`);
	const ownGroup = groups.find((group) => group.includes(index)) ?? [];
	for (const word of wordsOf(ownGroup, 3)) expect(markdown).toContain(word);
	const printed = await pdfText((await download(own, /PDF/)).path);
	const word = await docxText(await download(own, /Word/));
	const sheets = await xlsxText((await download(own, /Excel/)).path);
	for (const text of [printed, word, sheets]) {
		expect(text).toContain(`Kommune von ${people[index]?.name}`);
		expect(text).not.toContain(`Kommune von ${people[0]?.name}`);
	}
}
