import type { Locator } from "playwright-core";

/** What people can do to a question, whatever its kind: everything in it that can be filled in, filled in once. */

const LOADING = "Arbeitsblatt wird geladen";
const DATE = "2027-03-15";
/** How many things a ranking is given. */
export const CHOSEN = 2;

/**
 * Fills every field of the question on screen: adds a row where there is none, chooses, ticks, dates and writes behind
 * what others have written. `mark` gives a word that occurs nowhere else; what was written is given back.
 */
export async function fillQuestion(question: Locator, mark: () => string): Promise<string[]> {
	const written: string[] = [];
	const write = () => {
		const word = mark();
		written.push(word);
		return word;
	};
	// An editor may still be on its way.
	await question.locator(".sheet-editor--plain").waitFor({ state: "detached" });
	// Some blocks come after the editor.
	await question.getByText(LOADING).waitFor({ state: "hidden" });
	await addRow(question);
	await openAll(question);
	if ((await question.locator(".sheet-ranked").count()) === 0) await fillRanking(question);
	const tabs = await question.getByRole("tab").all();
	if (tabs.length === 0) await fillShown(question, write);
	for (const tab of tabs) {
		await tab.click();
		await fillShown(question, write);
	}
	return written;
}

/** What is on the screen of a question now; it may have further parts behind tabs. */
async function fillShown(question: Locator, write: () => string): Promise<void> {
	for (const group of await question.getByRole("radiogroup").all()) {
		await group.getByRole("radio").nth(1).check();
	}
	for (const list of await question
		.locator("fieldset")
		.filter({ has: question.page().locator("input[type=checkbox]") })
		.all()) {
		await list.locator("input[type=checkbox]").first().check();
	}
	for (const select of await question.locator("select:enabled").all()) {
		if (await select.isVisible()) await select.selectOption({ index: 2 });
	}
	for (const date of await question.locator("input[type=date]").all()) {
		if (await date.isVisible()) await date.fill(DATE);
	}
	for (const form of await question.locator("form.sheet-add:not(.sheet-ranking *)").all()) {
		await form.getByRole("textbox").fill(write());
		await form.getByRole("button").click();
	}
	// A reason may be asked for only once something is chosen, and so comes last.
	for (const field of await question.locator("textarea, input[type=text]").all()) {
		const isOwn = await field.evaluate((element) => element.closest("form.sheet-add, [data-draft]") !== null);
		if (isOwn || !(await field.isVisible()) || !(await field.isEditable())) continue;
		await field.fill(`${await field.inputValue()} ${write()}`);
	}
	for (const editor of await question.locator("[contenteditable=true]").all()) {
		await editor.click();
		await editor.press("ControlOrMeta+End");
		await editor.pressSequentially(` ${write()}`);
	}
}

/** Gives the first places of a ranking, where the question is one; says whether it is. */
export async function fillRanking(question: Locator): Promise<boolean> {
	if (!(await question.locator(".sheet-ranking").isVisible())) return false;
	for (let place = 1; place <= CHOSEN; place += 1) {
		await question
			.getByRole("button", { name: `auf Platz ${place}` })
			.first()
			.click();
		await question
			.locator(".sheet-ranked")
			.nth(place - 1)
			.waitFor();
	}
	return true;
}

/** Hints stay as they are; what is folded away and can be filled in is opened. */
async function openAll(question: Locator): Promise<void> {
	const folded = question
		.locator("details:not([open])")
		.filter({ has: question.page().locator("input, textarea, select") });
	for (const details of await folded.all()) await details.locator("summary").first().click();
}

async function addRow(question: Locator): Promise<void> {
	const isEmpty = (await question.locator("[data-row]").count()) === 0;
	const button = question.getByRole("button", { name: /hinzufügen$/ }).filter({ visible: true });
	if (!isEmpty || (await button.count()) === 0 || (await question.locator("form.sheet-add").count()) > 0) return;
	await button.first().click();
	await question.locator("[data-row]").first().waitFor();
}
