import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { synthesisBlock } from "../../worksheets/blocks/synthesis.ts";
import { add } from "../../worksheets/blocks/synthesis-write.ts";
import { addParagraph, found } from "../flows/stage.ts";
import { toGroupWork } from "../harness/group-work.ts";
import type { SheetClient } from "../harness/sheet-client.ts";
import { hasFocus, inspection, isFocusKept, tabTo } from "./accessibility.ts";
import { house, type Room } from "./house.ts";

const arena = house();

const BLOCK = { id: "synthesis", type: "synthesis", label: { de: "", en: "" }, repeat: { cells: true } } as const;

interface Hall {
	room: Room;
	/** Each with a Kernaussage and more. */
	groups: { name: string; line: SheetClient }[];
	member: { token: string };
}

const SAID = [
	"Wir laden die drei Amtsleitungen zu einem Gespräch über ein gemeinsames Ziel ein.",
	"Die Übergabe zwischen Kita und Grundschule braucht feste Zeiten.",
];

async function hall(): Promise<Hall> {
	const room = await arena.room();
	const joined = [await arena.api.join(room.code, "Anna"), await arena.api.join(room.code, "Ben")];
	await room.run(...toGroupWork(2, "group-adaptation"));
	const { groups, documents } = await arena.api.snapshot(room.id, room.facilitatorToken);
	const lines: Hall["groups"] = [];
	for (const [index, { id, name, members }] of groups.entries()) {
		const document = found(
			documents.find(({ scope, worksheet }) => scope.id === id && worksheet === "challenges-adaptation"),
			"sheet",
		);
		const member = found(
			joined.find(({ participantId }) => members.includes(participantId)),
			"member",
		);
		const line = await arena.sheet(document.id, member.token);
		await line.write((doc) => {
			doc.getText("begin/key-message").insert(0, SAID[index] ?? "");
			addParagraph(doc, "begin", `Was ${name} dazu noch sagt: Zuerst sprechen, dann planen.`);
			addParagraph(doc, "approval", `Die Leitung, sagt ${name}.`);
		});
		lines.push({ name, line });
	}
	return { room, groups: lines, member: found(joined[0], "person") };
}

/** A desk before the board, by keyboard alone. */
async function atBoard({ room }: Hall): Promise<Page> {
	const { page } = await arena.facilitator(room);
	await page.goto(`${arena.url}/w/${room.id}/plenum`);
	await toAnswers(page);
	return page;
}

async function toAnswers(page: Page): Promise<void> {
	const tab = page.getByRole("tab", { name: "Antworten" });
	await expect
		.poll(async () => {
			await tab.press("Enter");
			return await tab.getAttribute("aria-selected");
		})
		.toBe("true");
}

async function boardOf(room: Room): Promise<SheetClient> {
	const { documents } = await arena.api.snapshot(room.id, room.facilitatorToken);
	const board = documents.find(({ worksheet }) => worksheet === "synthesis");
	return await arena.sheet(found(board, "board").id, room.facilitatorToken);
}

const picture = ({ doc }: SheetClient) => {
	const { clusters, loose } = synthesisBlock.read(doc, BLOCK);
	return [...clusters, { name: "", statements: loose }].map(({ name, statements }) => [
		name,
		...statements.map(({ text }) => text),
	]);
};

async function enter(page: Page, target: Locator): Promise<void> {
	await tabTo(page, target);
	await page.keyboard.press("Enter");
}

test("two at their desks pick, sort and name what groups have said, by keyboard alone", {
	timeout: 240_000,
}, async () => {
	const { screen, problems } = inspection();
	const place = await hall();
	const [one, other] = [found(place.groups[0], "group"), found(place.groups[1], "group")];
	const desk = await atBoard(place);
	await desk.getByRole("button", { name: "Synthese beginnen" }).waitFor();
	await screen(desk, "synthesis-begin");
	await enter(desk, desk.getByRole("button", { name: "Synthese beginnen" }));
	await desk.getByText("Hier erscheint, was Sie aufnehmen.").waitFor();
	expect(await isFocusKept(desk)).toBe(true);
	await screen(desk, "synthesis-empty");

	const pick = desk.getByRole("button", { name: new RegExp(`^Aufnehmen: ${one.name}, Wir laden`) });
	await enter(desk, pick);
	const picked = desk.getByRole("button", { name: new RegExp(`^Aufgenommen: ${one.name}, Wir laden`) });
	await expect.poll(() => hasFocus(picked)).toBe(true);
	const second = await atBoard(place);
	await enter(second, second.getByRole("button", { name: new RegExp(`^Aufnehmen: ${other.name}, Die Übergabe`) }));
	const board = await boardOf(place.room);
	await board.until(() => picture(board)[0]?.length === 3);

	// A statement of one's own, and a theme for both.
	await tabTo(desk, desk.getByRole("textbox", { name: "Eigene Aussage" }));
	await desk.keyboard.type("Im Raum gefallen: Wir brauchen mehr Zeit.");
	await enter(desk, desk.getByRole("button", { name: "Aussage hinzufügen" }));
	await enter(desk, desk.getByRole("button", { name: "Themenfeld hinzufügen" }));
	await expect.poll(() => hasFocus(desk.getByRole("textbox", { name: "Name des Themenfelds" }))).toBe(true);
	await desk.keyboard.type("Bald beginnen");
	const move = desk.getByRole("combobox", { name: /^Verschieben nach …: Wir laden/ });
	await tabTo(desk, move, "Shift+Tab");
	await desk.keyboard.type("Bald");
	await board.until(() => picture(board)[0]?.length === 2);
	await expect.poll(() => hasFocus(move)).toBe(true);
	await desk
		.getByText("Wir laden die drei Amtsleitungen zu einem Gespräch über ein…: Bald beginnen, Position 1 von 1")
		.waitFor({ state: "attached" });

	// At the other desk the second goes to the same theme while the first is written in.
	const theirs = second.getByRole("combobox", { name: /^Verschieben nach …: Die Übergabe/ });
	await tabTo(second, theirs);
	await second.keyboard.type("Bald");
	await board.until(() => picture(board)[0]?.length === 3);
	const up = second.getByRole("button", { name: /^Nach oben: Die Übergabe/ });
	await enter(second, up);
	await expect.poll(() => hasFocus(up)).toBe(true);
	await expect
		.poll(() => picture(board))
		.toEqual([
			["Bald beginnen", SAID[1], SAID[0]],
			["", "Im Raum gefallen: Wir brauchen mehr Zeit."],
		]);
	await screen(desk, "synthesis-sorted");

	// What a group changes afterwards is said at both desks, until somebody takes it.
	await one.line.write((doc) => doc.getText("begin/key-message").insert(0, "Noch im März: "));
	for (const page of [desk, second]) await page.getByText("An der Quelle inzwischen geändert:").waitFor();
	await screen(desk, "synthesis-changed");
	await enter(second, second.getByRole("button", { name: "Übernehmen", exact: true }));
	for (const page of [desk, second]) {
		await page.getByText("An der Quelle inzwischen geändert:").waitFor({ state: "detached" });
		await expect
			.poll(() => page.getByRole("textbox", { name: "Aussage", exact: true }).nth(2).inputValue())
			.toBe(`Noch im März: ${SAID[0]}`);
	}

	// What is removed can be had back in its place.
	await enter(desk, desk.getByRole("button", { name: "Entfernen: Bald beginnen" }));
	await expect.poll(() => picture(board).map(([name]) => name)).toEqual([""]);
	const undo = desk.getByRole("button", { name: "Rückgängig" });
	await expect.poll(() => hasFocus(undo)).toBe(true);
	await screen(desk, "synthesis-removed");
	await desk.keyboard.press("Enter");
	await expect.poll(() => picture(board)[0]?.length).toBe(3);
	await expect.poll(() => hasFocus(desk.getByRole("textbox", { name: "Name des Themenfelds" }))).toBe(true);
	expect(problems).toEqual([]);
});

test("people see the board on their phones and on the projector only while it is shown", {
	timeout: 120_000,
}, async () => {
	const { screen, problems } = inspection();
	const room = await arena.room();
	const anna = await arena.seated(room, "Anna");
	await room.run({ type: "session.start" }, { type: "synthesis.open" });
	const board = await boardOf(room);
	await board.write((doc) => {
		add(doc, BLOCK, "cluster", { id: "c1", text: "Bald beginnen" });
		for (const [index, text] of SAID.entries()) {
			add(doc, BLOCK, "statement", { id: `s${index}`, text, ...(index === 0 ? { cluster: "c1" } : {}) });
		}
	});
	const projector = (await arena.facilitator(room)).page;
	await projector.goto(`${arena.url}/w/${room.id}/beamer`);
	await projector.setViewportSize({ width: 1920, height: 1080 });
	expect(await anna.page.getByText("Bald beginnen").count()).toBe(0);

	const { documents } = await arena.api.snapshot(room.id, room.facilitatorToken);
	const document = found(
		documents.find(({ worksheet }) => worksheet === "synthesis"),
		"board",
	).id;
	await room.run({ type: "spotlight.show", document });
	for (const page of [anna.page, projector]) {
		await page.getByRole("heading", { name: "Bald beginnen" }).waitFor();
		await page.getByText(found(SAID[0], "text")).first().waitFor();
	}
	expect(await anna.page.getByRole("button", { name: /Entfernen/ }).count()).toBe(0);
	await screen(anna.page, "synthesis-shown");
	if (process.env.SCREENSHOTS) await projector.screenshot({ path: "test/browser/screenshots/synthesis-projector.png" });
	await room.run({ type: "spotlight.hide" });
	for (const page of [anna.page, projector]) {
		await page.getByRole("heading", { name: "Bald beginnen" }).waitFor({ state: "detached" });
	}
	expect(problems).toEqual([]);
});
