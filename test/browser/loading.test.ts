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

/** The server's page, with everything that would bring it to life kept back until `release`. */
async function beforeLife(page: Page, url: string): Promise<{ release(): Promise<void> }> {
	let held: (() => Promise<void>)[] | null = [];
	await page.route(/\/assets\/.*\.js/, async (route) => {
		if (held === null) await route.continue();
		else held.push(() => route.continue());
	});
	await page.goto(url, { waitUntil: "commit" });
	await page.getByRole("heading", { level: 1 }).waitFor();
	return {
		async release() {
			const waiting = held ?? [];
			held = null;
			for (const pass of waiting) await pass();
		},
	};
}

test("a button that is clicked before the cockpit is alive does what it says once it is", async () => {
	const room = await arena.room();
	const { page } = await arena.facilitator(room);
	const { release } = await beforeLife(page, page.url());
	await page.getByRole("button", { name: "Gruppen bilden" }).click();
	// The last one counts; a link in between would have led away by itself.
	await page.getByRole("button", { name: "Nachricht an alle" }).click();
	expect(await page.getByRole("dialog").count()).toBe(0);
	await release();
	await page.getByRole("dialog").getByRole("heading", { name: "Nachricht" }).waitFor();
	await page.keyboard.press("Escape");
	await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
	// From here on a click is a click.
	await page.getByRole("button", { name: "Gruppen bilden" }).click();
	await page.getByRole("dialog").getByLabel("Anzahl der Gruppen").waitFor();
});

test("what is written before the cockpit is alive stays in its field and out of the address", async () => {
	const room = await arena.room();
	const { page } = await arena.facilitator(room);
	await room.run({ type: "session.start" });
	const address = page.url();
	const { release } = await beforeLife(page, address);
	await page.getByText("Themenspeicher (0)").click();
	const field = page.locator("#topic-text");
	await field.fill("Fristen klären");
	await page.getByRole("button", { name: "In den Themenspeicher" }).click({ force: true });
	expect(page.url()).toBe(address);
	await release();
	await page.getByRole("button", { name: "Nachricht an alle" }).click();
	await page.getByRole("dialog").getByRole("heading", { name: "Nachricht" }).waitFor();
	expect(page.url()).toBe(address);
	expect(await field.inputValue()).toBe("Fristen klären");
});

test("a fold whose content is fetched has it, though it was unfolded before the page was alive", async () => {
	const room = await arena.room();
	const { page } = await arena.seated(room, "Anna");
	await room.run(...toGroupWork(1, "check-in"));
	const { release } = await beforeLife(page, page.url());
	await page.getByText("Ihr Zugang", { exact: true }).click();
	await release();
	await page.getByRole("button", { name: "Persönlicher Link" }).click();
	await page.getByRole("dialog").getByRole("button", { name: "Link erstellen" }).waitFor();
});
