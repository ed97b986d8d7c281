import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { toGroupWork } from "../harness/group-work.ts";
import { inspection } from "./accessibility.ts";
import { house, type Room } from "./house.ts";
import { answerField, answerText, expectSaved, openQuestion, typeAnswer } from "./people.ts";

/** The simple fields of a worksheet in their full form, filled in by two people of a group. */

const arena = house({ env: { WORKSHEETS_DIR: fileURLToPath(new URL("sheets", import.meta.url)) } });

const MISSING = /Welche Akteure fehlen/;
const PHONE = { width: 390, height: 844 };

async function group(): Promise<{ room: Room; anna: Page; ben: Page }> {
	const room = await arena.room({ template: "every-field" });
	const [anna, ben] = await Promise.all([arena.seated(room, "Anna"), arena.seated(room, "Ben")]);
	await room.run(...toGroupWork(1, "work"));
	for (const { page } of [anna, ben]) await page.getByRole("textbox", { name: MISSING }).waitFor();
	return { room, anna: anna.page, ben: ben.page };
}

const contribute = (page: Page) => page.getByRole("button", { name: "Beitrag anfügen" });
const contribution = (page: Page) => page.getByLabel("Ihr Beitrag");
const add = (page: Page) => page.getByRole("button", { name: "An die Antwort anfügen" });
const lines = async (page: Page) =>
	(await answerText(page, MISSING)).split("\n").filter((line) => line.trim() !== "" && line !== "\ufeff");

test.each([
	["1440 px", null],
	["390 px", PHONE],
] as const)("a contribution goes to the end of the group's answer, whoever writes in it (%s)", async (_width, size) => {
	const { room, anna, ben } = await group();
	if (size !== null) for (const page of [anna, ben]) await page.setViewportSize(size);
	await contribute(anna).click();
	await contribution(anna).fill("Die Vereine.\n\nDie Jugendhilfe.");
	// Until it is added only Anna sees it, and Ben's writing does not touch it.
	await typeAnswer(ben, MISSING, "Die Kammern.");
	await expect.poll(() => lines(anna)).toEqual(["Die Kammern."]);
	expect(await contribution(anna).inputValue()).toBe("Die Vereine.\n\nDie Jugendhilfe.");

	await add(anna).click();
	await anna.getByText("Beitrag angefügt.").first().waitFor();
	expect(await contribution(anna).inputValue()).toBe("");
	const whole = ["Die Kammern.", "Die Vereine.", "Die Jugendhilfe."];
	for (const page of [anna, ben]) await expect.poll(() => lines(page)).toEqual(whole);

	// Ben's caret is where it was: he goes on in his own paragraph.
	await ben.keyboard.type(" Und die Betriebe.");
	for (const page of [anna, ben]) {
		await expect.poll(() => lines(page)).toEqual(["Die Kammern. Und die Betriebe.", ...whole.slice(1)]);
	}

	// With nothing to add the field is where the hand is wanted.
	await add(anna).click();
	await expect.poll(() => contribution(anna).evaluate((field) => field === document.activeElement)).toBe(true);
	await contribution(anna).fill("Die Kirchen.");
	await anna.keyboard.press("ControlOrMeta+Enter");
	for (const page of [anna, ben]) await expect.poll(async () => (await lines(page)).at(-1)).toBe("Die Kirchen.");

	for (const page of [anna, ben]) await expectSaved(page);
	const report = await arena.api.call("GET", `/api/workshops/${room.id}/export.md`, { token: room.facilitatorToken });
	expect(await report.text()).toContain("Die Jugendhilfe.\n\nDie Kirchen.");
});

test("a contribution that was begun outlives other questions, a reload and a lock until it is added", async () => {
	const { room, anna } = await group();
	await contribute(anna).click();
	await contribution(anna).fill("Die Vereine.");
	await openQuestion(anna, /Wie weit sind wir/);
	await openQuestion(anna, MISSING);
	expect(await contribution(anna).inputValue()).toBe("Die Vereine.");
	await anna.reload();
	await contribution(anna).waitFor();
	expect(await contribution(anna).inputValue()).toBe("Die Vereine.");

	const document = (await room.lead.snapshot()).documents.find(({ scope }) => scope.kind === "group")?.id;
	await room.run({ type: "worksheet.lock", document });
	await anna.getByText("Noch nicht angefügt.").waitFor();
	expect(await add(anna).count()).toBe(0);
	expect(await contribution(anna).inputValue()).toBe("Die Vereine.");
	await room.run({ type: "worksheet.unlock", document });
	await add(anna).click();
	await expect.poll(() => lines(anna)).toEqual(["Die Vereine."]);
	await anna.reload();
	await contribute(anna).waitFor();
	expect(await contribution(anna).count()).toBe(0);
});

test("without its editor an answer can be read and added to", async () => {
	const { room, anna: _anna, ben } = await group();
	await typeAnswer(ben, MISSING, "Die Kammern.");
	const late = await arena.person();
	const { token } = await arena.api.join(room.code, "Cem");
	await late.context.addCookies([{ name: `arena-${room.id}`, value: token, url: arena.url }]);
	let pass: () => void = () => {};
	const held = new Promise<void>((resolve) => {
		pass = resolve;
	});
	await late.page.route(/rich-text-editor-[^/]*\.js/, async (route) => {
		await held;
		await route.continue();
	});
	await room.run({ type: "groups.assign", strategy: "random" });
	await late.page.goto(`${arena.url}/w/${room.id}`);
	const answer = late.page.getByRole("region", { name: MISSING });
	await answer.getByText("Die Kammern.").waitFor();
	await contribute(late.page).click();
	await contribution(late.page).fill("Die Vereine.");
	await add(late.page).click();
	await answer.getByText("Die Vereine.").waitFor();
	await expect.poll(() => lines(ben)).toEqual(["Die Kammern.", "Die Vereine."]);
	pass();
	await expect.poll(() => lines(late.page)).toEqual(["Die Kammern.", "Die Vereine."]);
});

test("an editor that cannot be loaded at all leaves the answer to read and a way to add to it", async () => {
	const { room, anna, ben } = await group();
	await typeAnswer(ben, MISSING, "Die Kammern.");
	const cem = await arena.person();
	const { token } = await arena.api.join(room.code, "Cem");
	await cem.context.addCookies([{ name: `arena-${room.id}`, value: token, url: arena.url }]);
	let asked = 0;
	await cem.context.route(/rich-text-editor-[^/]*\.js/, async (route) => {
		asked += 1;
		await route.abort("blockedbyclient");
	});
	await room.run({ type: "groups.assign", strategy: "random" });
	await cem.page.goto(`${arena.url}/w/${room.id}`);
	await cem.page.getByText("Das Textfeld konnte nicht geladen werden.").waitFor();
	const answer = cem.page.getByRole("region", { name: MISSING });
	await answer.getByText("Die Kammern.").waitFor();
	expect(await answerField(cem.page, MISSING).count()).toBe(0);

	await contribute(cem.page).click();
	await contribution(cem.page).fill("Die Vereine.");
	await add(cem.page).click();
	await answer.getByText("Die Vereine.").waitFor();
	for (const page of [anna, ben]) await expect.poll(() => lines(page)).toEqual(["Die Kammern.", "Die Vereine."]);
	await expectSaved(cem.page);

	// What needs no editor is filled in as ever.
	await cem.page.getByLabel("Kernaussage").fill("Es fehlen viele");
	await expect.poll(() => anna.getByLabel("Kernaussage").inputValue()).toBe("Es fehlen viele");
	expect(asked).toBeGreaterThan(0);
	const other = cem.complaints.filter((complaint) => !/rich-text-editor|ERR_BLOCKED_BY_CLIENT/.test(complaint));
	expect(other).toEqual([]);
	// The house's own look at the end is for what nobody expected.
	cem.complaints.length = 0;
});

test("a Kernaussage is one text of two people, counted, and marked but not cut beyond its bound", async () => {
	const { room, anna, ben } = await group();
	const message = (page: Page) => page.getByLabel("Kernaussage");
	await message(anna).fill("Es fehlt die Wirtschaft");
	await expect.poll(() => message(ben).inputValue()).toBe("Es fehlt die Wirtschaft");
	await ben.getByText("23/200").waitFor();
	await message(ben).press("ControlOrMeta+End");
	await ben.keyboard.type(", sagen alle.");
	await expect.poll(() => message(anna).inputValue()).toBe("Es fehlt die Wirtschaft, sagen alle.");

	const long = "Ä".repeat(201);
	await message(anna).fill(long);
	await anna.locator("[data-announcements]", { hasText: "Mehr als 200 Zeichen" }).waitFor();
	await ben.getByText("201/200").waitFor();
	expect(await message(ben).getAttribute("aria-invalid")).toBe("true");
	expect(await message(ben).inputValue()).toBe(long);
	for (const page of [anna, ben]) await expectSaved(page);
	const report = await arena.api.call("GET", `/api/workshops/${room.id}/export.md`, { token: room.facilitatorToken });
	expect(await report.text()).toContain(`**Kernaussage:** ${long}`);
});

test("days, rated and ticked lines with notes, and what a module is, reach the others and the report", async () => {
	const { room, anna, ben } = await group();
	await openQuestion(anna, /Wann prüfen wir/);
	await anna.getByText("freiwillig").waitFor();
	await answerField(anna, /Wann prüfen wir/).fill("2026-03-08");
	await openQuestion(ben, /Wann prüfen wir/);
	await expect.poll(() => answerField(ben, /Wann prüfen wir/).inputValue()).toBe("2026-03-08");

	await openQuestion(anna, /Wie weit sind wir/);
	await openQuestion(ben, /Wie weit sind wir/);
	await anna
		.getByRole("radiogroup", { name: /Der Auftrag/ })
		.getByRole("radio", { name: /^3 / })
		.click();
	await ben.getByRole("textbox", { name: /Der Auftrag.*Bemerkung/ }).fill("seit Mai");
	await expect.poll(() => anna.getByRole("textbox", { name: /Der Auftrag.*Bemerkung/ }).inputValue()).toBe("seit Mai");
	await openQuestion(anna, /Was ist erledigt/);
	await anna.getByRole("checkbox", { name: /eingeladen/ }).check();

	await openQuestion(anna, /Welches Gremium/);
	await anna.getByText("Mehr dazu: Beirat").click();
	await anna.getByText("zwei- bis viermal im Jahr").waitFor();
	expect(await anna.getByRole("radio", { checked: true }).count()).toBe(0);
	await anna.getByText("Begriffe", { exact: true }).click();
	await anna.getByText("Wie oft ein Gremium zusammenkommt.").waitFor();

	for (const page of [anna, ben]) await expectSaved(page);
	const report = await arena.api.call("GET", `/api/workshops/${room.id}/export.md`, { token: room.facilitatorToken });
	const text = await report.text();
	// Markdown would take „08.“ at the start of a line for a list.
	expect(text).toContain("08\\.03.2026");
	expect(text).toContain("| Der Auftrag liegt vor. | 3 umgesetzt | seit Mai |");
	expect(text).toContain("| Alle sind eingeladen. | Ja |");
	expect(text).not.toContain("Wie oft ein Gremium zusammenkommt.");
});

test("what is on offer in a ranking can still be looked up once it has a place", async () => {
	const { anna } = await group();
	await openQuestion(anna, /Welche sind uns wichtig/);
	await anna.getByRole("button", { name: "Beirat auf Platz 1" }).click();
	await anna.locator(".sheet-ranked").getByText("Mehr dazu: Beirat").click();
	await anna.getByText("zwei- bis viermal im Jahr").waitFor();
	expect(await anna.getByRole("button", { name: "Beirat herausnehmen" }).isVisible()).toBe(true);
});

test("the words of a sheet can be looked up before it is there", async () => {
	const room = await arena.room({ template: "every-field" });
	const { page, context } = await arena.person();
	const { token } = await arena.api.join(room.code, "Cem");
	await context.addCookies([{ name: `arena-${room.id}`, value: token, url: arena.url }]);
	await room.run(...toGroupWork(1, "work"));
	let pass: () => void = () => {};
	const held = new Promise<void>((resolve) => {
		pass = resolve;
	});
	// Nothing of the page comes to life before the words were looked up.
	await page.route(/\.js$/, async (route) => {
		await held;
		await route.continue();
	});
	await page.goto(`${arena.url}/w/${room.id}`, { waitUntil: "commit" });
	await page.locator(".sheet--static").waitFor();
	await page.getByText("Begriffe", { exact: true }).click();
	const meaning = page.getByText("Wie oft ein Gremium zusammenkommt.");
	await meaning.waitFor();
	pass();
	await page.getByRole("textbox", { name: MISSING }).waitFor();
	expect(await meaning.isVisible()).toBe(true);
});

test("every field is accessible in every width and theme", async () => {
	const { screen, problems } = inspection();
	const { anna } = await group();
	await anna.getByText("Begriffe", { exact: true }).click();
	await contribute(anna).click();
	await contribution(anna).fill("Die Vereine.");
	await typeAnswer(anna, MISSING, "Die Kammern.");
	await anna.getByLabel("Kernaussage").fill("Es fehlt die Wirtschaft. ".repeat(9));
	await screen(anna, "field-prose");
	for (const [name, prompt] of [
		["field-day", /Wann prüfen wir/],
		["field-rated", /Wie weit sind wir/],
		["field-options", /Wer führt/],
		["field-ticked", /Was ist erledigt/],
		["field-choice", /Welches Gremium/],
		["field-ranking", /Welche sind uns wichtig/],
	] as const) {
		await openQuestion(anna, prompt);
		const more = anna.getByText("Mehr dazu: Beirat");
		if ((await more.count()) > 0) await more.click();
		await screen(anna, name);
	}
	expect(problems).toEqual([]);
});
