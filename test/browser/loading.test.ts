import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { MESSAGE } from "../../worksheets/contract/close-codes.ts";
import { toGroupWork } from "../harness/group-work.ts";
import { house } from "./house.ts";
import { answerText, expectSaved, openQuestion } from "./people.ts";

const arena = house();

const MUNICIPALITY = /Aus welcher Kommune/;
const THREAT = /Was gefährdet sie/;

/** Everything that takes answers; what is said to the room has its place below them. */
const FIELDS = "main :is(textarea, [contenteditable=true], input:not([type=hidden]))";
const TYPED = "Sofort getippt, Buchstabe für Buchstabe.";
const STEP_2 = 1;

interface HeldLine {
	/** Resolves when the content of a sheet has come as far as the browser, and no further. */
	arrived: Promise<void>;
	/** Lets everything through, in order, from here on. */
	release(): void;
}

/** Anna with the sheet of a phase before her, of which nothing has reached her page yet. */
async function beforeLoading(phase: string) {
	const room = await arena.room();
	const { page, token } = await arena.seated(room, "Anna");
	await room.run(...toGroupWork(1, phase));
	const line = await holdSheets(page);
	await page.reload();
	await line.arrived;
	// The page says so of a document that it has opened: only the content is missing.
	await page.getByText("Arbeitsblatt wird geladen …").first().waitFor();
	const onServer = async () =>
		await (await arena.api.call("GET", `/api/workshops/${room.id}/export.md`, { token })).text();
	return { page, line, onServer };
}

/** From the next load of the page on, keeps back what the server says of sheets. */
async function holdSheets(page: Page): Promise<HeldLine> {
	let held: (() => void)[] | null = [];
	let arrive: () => void;
	const arrived = new Promise<void>((resolve) => {
		arrive = resolve;
	});
	await page.routeWebSocket(/\/sync\//, (line) => {
		line.connectToServer().onMessage((message) => {
			if (held === null) return line.send(message);
			held.push(() => line.send(message));
			if (message[0] === MESSAGE.sync && message[1] === STEP_2) arrive();
		});
	});
	return {
		arrived,
		release() {
			for (const pass of held ?? []) pass();
			held = null;
		},
	};
}

/** Resolves in the moment in which the page has such a field, with the caret in it: nobody is quicker. */
async function firstField(page: Page, selector: string): Promise<void> {
	await page.evaluate(
		(fields) =>
			new Promise<void>((resolve) => {
				const look = () => {
					const field = document.querySelector<HTMLElement>(fields);
					if (field === null) return;
					observer.disconnect();
					field.focus();
					resolve();
				};
				const observer = new MutationObserver(look);
				observer.observe(document, { subtree: true, childList: true, attributes: true });
				look();
			}),
		selector,
	);
}

test("a sheet on its way has no field, and its first one keeps what is typed at once", async () => {
	const { page, line, onServer } = await beforeLoading("check-in");
	await page.getByText(MUNICIPALITY).waitFor();
	expect(await page.locator(FIELDS).count()).toBe(0);

	const ready = firstField(page, FIELDS);
	line.release();
	await ready;
	await page.keyboard.type(TYPED);
	await expectSaved(page);
	expect(await answerText(page, MUNICIPALITY)).toBe(TYPED);
	await expect.poll(onServer).toContain(TYPED);
});

test("a sheet on its way leads to no editor, and one that appears keeps what is typed at once", async () => {
	const { page, line, onServer } = await beforeLoading("group-structures");
	await page.getByText(THREAT).waitFor();
	expect(await page.locator(FIELDS).count()).toBe(0);
	// Its first question takes no letters anyway; nothing leads to those that would.
	expect(await page.getByRole("button", { name: THREAT }).count()).toBe(0);

	line.release();
	const ready = firstField(page, "[contenteditable=true]");
	await openQuestion(page, THREAT);
	await ready;
	await page.keyboard.type(TYPED);
	await expectSaved(page);
	expect((await answerText(page, THREAT)).trim()).toBe(TYPED);
	await expect.poll(onServer).toContain(TYPED);
});
