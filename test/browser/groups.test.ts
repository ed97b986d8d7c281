import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { found } from "../flows/stage.ts";
import { VIEWPORTS } from "../harness/browser.ts";
import { hasFocus, inspection, tabTo } from "./accessibility.ts";
import { house } from "./house.ts";

const arena = house();

test("forty people are in eight groups with sixteen keys at most, counted from the top of the page", async () => {
	const room = await arena.room();
	for (let person = 1; person <= 40; person += 1)
		await arena.api.join(room.code, `Person ${person}`, `Amt ${person % 5}`);
	const desk = (await arena.facilitator(room)).page;
	await desk.getByText("0 von 40 verbunden").waitFor();
	const form = desk.getByRole("button", { name: "Gruppen bilden" });
	const keys = await counted(desk, async (press) => {
		while (!(await hasFocus(form))) await press("Tab");
		await press("Enter");
		await expect.poll(() => hasFocus(desk.getByLabel("Anzahl der Gruppen"))).toBe(true);
		await press("8");
		await press("Enter");
		await desk.getByRole("dialog").waitFor({ state: "hidden" });
	});
	expect(keys).toBeLessThanOrEqual(16);
	await expect.poll(() => hasFocus(desk.getByRole("button", { name: "Gruppen neu bilden" }))).toBe(true);
	const { groups } = await room.lead.until((snapshot) => snapshot.groups.length === 8);
	expect(groups.map(({ members }) => members.length)).toEqual(Array.from({ length: 8 }, () => 5));

	// Another mix while the session runs: nobody sits with anybody again.
	const met = new Set(groups.flatMap(({ members }) => pairs(members)));
	await room.run({ type: "session.start" }, { type: "phase.go", phase: "group-structures" });
	await live(desk);
	await tabTo(desk, desk.getByRole("button", { name: "Gruppen neu bilden" }));
	for (const key of ["Enter", "1", "0", "Enter"]) await desk.keyboard.press(key);
	const mixed = await room.lead.until((snapshot) => snapshot.groups.length === 10);
	expect(mixed.groups.flatMap(({ members }) => pairs(members)).filter((pair) => met.has(pair))).toEqual([]);
});

function pairs(members: readonly string[]): string[] {
	return members.flatMap((one) => members.filter((other) => one < other).map((other) => `${one} ${other}`));
}

/** Resolves when the cockpit has its line. */
async function live(desk: Page): Promise<void> {
	await expect.poll(() => desk.getByRole("button", { name: "Nächste Phase" }).isEnabled()).toBe(true);
}

/** Runs what somebody does and says how many keys they pressed for it. */
async function counted(page: Page, act: (press: (key: string) => Promise<void>) => Promise<void>): Promise<number> {
	let keys = 0;
	await act(async (key) => {
		keys += 1;
		await page.keyboard.press(key);
	});
	return keys;
}

test("a list names every line that is wrong, shows what it will do, and seats those who come later", async () => {
	const room = await arena.room();
	const { participantId: anna } = await arena.api.join(room.code, "Anna", "Kreis Au");
	await arena.api.join(room.code, "Zoe");
	const desk = (await arena.facilitator(room)).page;
	const { problems, screen } = inspection();
	await desk.getByRole("button", { name: "Gruppen bilden" }).click();
	const dialog = desk.getByRole("dialog");
	await dialog.getByLabel("Liste oder CSV einfügen").check();
	await dialog.getByRole("button", { name: "Liste prüfen" }).click();
	await dialog.getByText("Fügen Sie eine Liste ein.").waitFor();

	const file = "Name;Organisation;Gruppe\r\nAnna;Kreis Au;Am Fenster\r\n;Stadt;B\r\nJörg;Stadt;\r\nBen;Stadt;B\r\n";
	await dialog.getByLabel(/Oder eine Datei wählen/).setInputFiles({
		name: "gruppen.csv",
		mimeType: "text/csv",
		buffer: Buffer.from(file, "latin1"),
	});
	const list = dialog.getByRole("textbox", { name: "Liste" });
	await expect.poll(() => list.inputValue()).toContain("Jörg");
	await dialog.getByRole("button", { name: "Liste prüfen" }).click();
	const wrong = dialog.getByRole("alert");
	await expect.poll(() => hasFocus(wrong)).toBe(true);
	await wrong.getByText("2 Zeilen stimmen noch nicht.").waitFor();
	await screen(desk, "list-problems");

	// Each number leads to its line, where it is put right.
	await wrong.getByRole("button", { name: "Zeile 3" }).press("Enter");
	await expect.poll(() => selected(desk)).toBe(";Stadt;B");
	await desk.keyboard.type("Cleo;Stadt;B");
	await dialog.getByRole("button", { name: "Liste prüfen" }).click();
	await wrong.getByRole("button", { name: "Zeile 4" }).press("Enter");
	await desk.keyboard.type("Jörg;Stadt;Am Fenster");
	await dialog.getByRole("button", { name: "Liste prüfen" }).click();
	await dialog.getByRole("heading", { name: "Vorschau: 4 Personen in 2 Gruppen" }).waitFor();
	await dialog.getByText("Zoe").waitFor();
	expect(room.lead.snapshot().groups).toEqual([]);
	await screen(desk, "list-preview");

	await dialog.getByRole("button", { name: "Gruppen bilden" }).click();
	await dialog.waitFor({ state: "hidden" });
	await desk.getByRole("heading", { name: "Am Fenster" }).waitFor();
	await desk.getByText("Noch nicht da: Jörg").waitFor();
	const jörg = await arena.api.join(room.code, "jörg", "Stadt");
	const { groups } = await room.lead.until(({ participants }) => participants.length === 3);
	expect(groups.map(({ name, members }) => [name, members])).toEqual([
		["Am Fenster", [anna, jörg.participantId]],
		["Gruppe B", []],
	]);
	expect(problems).toEqual([]);
});

function selected(page: Page): Promise<string> {
	return page.evaluate(() => {
		const field = document.activeElement;
		if (!(field instanceof HTMLTextAreaElement)) return "";
		return field.value.slice(field.selectionStart, field.selectionEnd);
	});
}

test("a group has a name and a room beside Arena, which its members open in a tab of its own", async () => {
	const room = await arena.room();
	const anna = await arena.seated(room, "Anna");
	const ben = await arena.seated(room, "Ben");
	await room.run({ type: "groups.create", count: 16 });
	const [first, second] = room.lead.snapshot().groups;
	await room.run(
		{ type: "groups.move", participant: anna.participantId, group: found(first, "group").id },
		{ type: "groups.move", participant: ben.participantId, group: found(second, "group").id },
		{ type: "session.start" },
		{ type: "phase.go", phase: "group-structures" },
	);
	const desk = (await arena.facilitator(room)).page;
	const { problems, screen } = inspection();
	await live(desk);
	await desk.getByText("Mehr zu Gruppe A").click();
	await desk.getByRole("button", { name: "Bearbeiten: Gruppe A" }).click();
	const dialog = desk.getByRole("dialog");
	await dialog.getByLabel("Name der Gruppe").fill("Am Fenster");
	await dialog.getByLabel(/Link zur Videokonferenz/).fill("javascript:alert(1)");
	await dialog.getByRole("button", { name: "Änderungen speichern" }).click();
	await dialog.getByText("Geben Sie einen Link ein, der mit https://").waitFor();
	await screen(desk, "set-group");
	await dialog.getByLabel(/Link zur Videokonferenz/).fill("treffen.example/raum-a");
	await dialog.getByRole("button", { name: "Änderungen speichern" }).click();
	await dialog.waitFor({ state: "hidden" });
	await desk.getByRole("heading", { name: "Am Fenster" }).waitFor();

	const link = anna.page.getByRole("link", { name: "Zur Videokonferenz von Am Fenster (öffnet einen neuen Tab)" });
	await link.waitFor();
	expect(await link.getAttribute("href")).toBe("https://treffen.example/raum-a");
	expect(await link.getAttribute("target")).toBe("_blank");
	expect(await link.getAttribute("rel")).toBe("noopener noreferrer");
	expect(await anna.page.locator("iframe, object, embed").count()).toBe(0);
	await ben.page.getByText("Gruppe B").first().waitFor();
	expect(await ben.page.getByRole("link", { name: /Videokonferenz/ }).count()).toBe(0);
	await screen(anna.page, "group-conference");
	await screen(desk, "sixteen-groups");
	expect(problems).toEqual([]);
	await anna.page.setViewportSize(VIEWPORTS.phone);
	expect(await link.isVisible()).toBe(true);
});

test("groups made for a later phase are given up again, in the cockpit and in the plan", async () => {
	const room = await arena.room();
	for (const name of ["Anna", "Bilal", "Carla", "Dora"]) await arena.api.join(room.code, name);
	await room.run({ type: "groups.create", count: 2 }, { type: "groups.assign", strategy: "random" });
	const desk = (await arena.facilitator(room)).page;
	const later = found(room.lead.snapshot().phases.filter(({ kind }) => kind === "group")[1], "a second group phase");
	const prepare = async () => {
		await room.run({ type: "groups.create", count: 4, phase: later.id });
		await room.lead.until(({ phases }) => phases.some(({ id, ownGroups }) => id === later.id && ownGroups === true));
	};
	const given = () =>
		room.lead.until(({ phases }) => phases.some(({ id, ownGroups }) => id === later.id && ownGroups === undefined));

	await prepare();
	await desk.getByRole("button", { name: "Gruppen neu bilden" }).click();
	const dialog = desk.getByRole("dialog");
	const keep = dialog.getByLabel("Die Gruppen der Phase davor behalten");
	expect(await keep.count()).toBe(0);
	await dialog.getByLabel("Ab wann gelten die Gruppen?").selectOption(later.id);
	await keep.check();
	expect(await dialog.getByLabel("Anzahl der Gruppen").count()).toBe(0);
	await dialog.getByRole("button", { name: "Gruppen behalten" }).click();
	await given();
	await expect.poll(() => dialog.count()).toBe(0);
	expect(room.lead.snapshot().groups).toHaveLength(2);

	await prepare();
	await desk.getByRole("link", { name: "Planung öffnen" }).click();
	await desk.getByRole("button", { name: `Phase ${later.title.replaceAll("\u00ad", "")} bearbeiten` }).click();
	await desk.getByRole("button", { name: "Gruppen der Phase davor behalten" }).click();
	await dialog.getByRole("button", { name: "Gruppen der Phase davor behalten" }).click();
	await given();
	await expect.poll(() => desk.getByLabel("Gruppen", { exact: true }).inputValue()).toBe("keep");
});
