import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { Person } from "../harness/browser.ts";

/** What people do on Arena's pages, in their own words. */

export const SAVED = "Alle Änderungen gespeichert";

export interface Participant extends Person {
	name: string;
}

/** Takes part by way of the join page. */
export async function joinByLink(
	person: Person,
	joinUrl: string,
	name: string,
	organisation: string,
): Promise<Participant> {
	await person.page.goto(joinUrl);
	await person.page.getByLabel(/Name oder Kürzel/).fill(name);
	await person.page.getByLabel(/Kommune/).fill(organisation);
	await person.page.getByRole("button", { name: "Beitreten" }).click();
	await person.page.getByText("Es geht gleich los").waitFor();
	return { ...person, name };
}

/** Whoever typed a moment ago is asked first; everyone else is simply taken along. */
export async function arriveAt(page: Page, phase: string | RegExp): Promise<void> {
	const heading = page.getByRole("heading", { level: 1, name: phase });
	const follow = page.getByRole("button", { name: /^(Zur neuen Phase|Zum Abschluss|Zur Übersicht)$/ });
	await heading.or(follow).first().waitFor();
	if (await follow.isVisible()) await follow.click();
	await heading.waitFor();
}

/** At the cockpit: who else may come in, and how. */
export async function openAccess(desk: Page): Promise<void> {
	await desk.getByText("Zugänge", { exact: true }).click();
	await desk.getByRole("heading", { name: "Weitergegebene Links" }).waitFor();
}

/** Makes a link for somebody who steers or watches, and reads it where it can be read only now. */
export async function makeLink(desk: Page, role: string, label: string): Promise<string> {
	await desk.getByRole("radio", { name: role }).check();
	await desk.getByLabel("Für wen ist der Link?").fill(label);
	await desk.getByRole("button", { name: "Link erstellen", exact: true }).click();
	return await desk.getByLabel(new RegExp(`Link für ${role}: ${label}`)).inputValue();
}

/** Opens one question of the sheet by a part of its prompt; `page` may be the dialog in which the sheet stands. */
export async function openQuestion(page: Pick<Page, "getByRole" | "getByText">, prompt: RegExp): Promise<void> {
	const all = page.getByText("alle Fragen", { exact: true });
	if (await all.isVisible()) await all.click();
	await page.getByRole("button", { name: prompt }).first().click();
	await page.getByRole("heading", { name: prompt }).first().waitFor();
}

/** The answer field of the question on screen: prose and short texts alike; its Kernaussage comes below it. */
export function answerField(page: Page, prompt: RegExp): Locator {
	return page.getByRole("textbox", { name: prompt }).first();
}

/** Types at the end of an answer, key by key. */
export async function typeAnswer(page: Page, prompt: RegExp, text: string): Promise<void> {
	const field = answerField(page, prompt);
	await field.click();
	await page.keyboard.press("ControlOrMeta+End");
	await page.keyboard.type(text, { delay: 15 });
}

/**
 * Everyone of a group starts a paragraph of their own at the end of a prose answer, one after the other; the carets
 * stay there. Whoever clicks to the end while somebody types there stands in that person's word; in paragraphs of their
 * own every word stays whole, however many type at once.
 */
export async function startParagraphs(pages: readonly Page[], prompt: RegExp, marks: readonly string[]): Promise<void> {
	for (const [index, page] of pages.entries()) {
		await answerField(page, prompt).click();
		await page.keyboard.press("ControlOrMeta+End");
		await page.keyboard.press("Enter");
		await page.keyboard.type(marks[index] ?? "");
		await expectEverywhere(pages, prompt, marks.slice(0, index + 1));
	}
}

/** The text of an answer as the page shows it. */
export async function answerText(page: Page, prompt: RegExp): Promise<string> {
	const field = answerField(page, prompt);
	const isPlain = await field.evaluate((element) => element.matches("input, textarea"));
	return isPlain ? await field.inputValue() : await field.innerText();
}

export async function expectSaved(page: Page): Promise<void> {
	await page.getByText(SAVED).first().waitFor({ timeout: 30_000 });
}

/** All screens show the same text, and in it each person's letter as often as they typed it. */
export async function expectSameLetters(pages: readonly Page[], prompt: RegExp, letters: string, times: number) {
	for (const page of pages) {
		await expect
			.poll(
				async () => {
					const text = await answerText(page, prompt);
					return [...letters].map((letter) => text.split(letter).length - 1);
				},
				{ timeout: 30_000 },
			)
			.toEqual([...letters].map(() => times));
	}
	// Other people's carets add empty lines to what the browser calls the text.
	const shown = pages.map(async (page) => (await answerText(page, prompt)).replace(/\n+/g, "\n").trim());
	const [first, ...others] = await Promise.all(shown);
	for (const other of others) expect(other).toBe(first);
}

/** Every screen shows each of these words exactly once. */
export async function expectEverywhere(
	pages: readonly Page[],
	prompt: RegExp,
	words: readonly string[],
): Promise<void> {
	for (const page of pages) {
		await expect
			.poll(
				async () => {
					const text = await answerText(page, prompt);
					return words.map((word) => text.split(word).length - 1);
				},
				{ timeout: 30_000 },
			)
			.toEqual(words.map(() => 1));
	}
}
