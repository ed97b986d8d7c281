import type { Locator, Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { createdLinkSchema } from "../../worksheets/contract/links.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { addParagraph, found } from "../flows/stage.ts";
import { VIEWPORTS } from "../harness/browser.ts";
import { documentOf } from "../harness/group-work.ts";
import { connectSession, type SessionClient } from "../harness/session-client.ts";
import { openSheet, type SheetClient } from "../harness/sheet-client.ts";
import { house, type Room } from "./house.ts";
import { arriveAt, expectSaved, openQuestion, typeAnswer } from "./people.ts";

const arena = house();

const GROUPS = 6;
const PEOPLE = 24;
const THREAT = /Was gefährdet sie/;
/** The field behind that question. */
const FIELD = "at-risk";

/** Somebody for whom a browser would add nothing: the session's line, and the sheet of their group. */
interface Light {
	id: string;
	token: string;
	line: SessionClient;
}

async function light(room: Room, name: string, organisation: string): Promise<Light> {
	const { participantId, token } = await arena.api.join(room.code, name, organisation);
	const line = await connectSession(arena.url, token);
	onTestFinished(() => line[Symbol.asyncDispose]());
	return { id: participantId, token, line };
}

async function groupSheet({ line, token }: Light): Promise<SheetClient> {
	const sheet = await openSheet(arena.url, documentOf(line.snapshot(), "group"), token);
	onTestFinished(() => sheet[Symbol.asyncDispose]());
	return sheet;
}

const groupOf = ({ groups }: Pick<Snapshot, "groups">, id: string) =>
	found(
		groups.find(({ members }) => members.includes(id)),
		"group",
	);

/** The signs of one question in the matrix, group by group. */
const column = (desk: Page, question: RegExp): Promise<string[]> =>
	desk
		.getByRole("grid")
		.first()
		.getByRole("button", { name: question })
		.evaluateAll((all) => all.map((button) => button.lastElementChild?.textContent ?? ""));

test("one facilitator and twenty-four people in six groups, from the plan to the files", async () => {
	const room = await arena.room();
	const desk = (await arena.facilitator(room)).page;

	const sizes = [VIEWPORTS.desktop, VIEWPORTS.tablet, VIEWPORTS.phone];
	const seats = [];
	for (const [index, name] of ["Anna", "Bilal", "Carla"].entries())
		seats.push(await arena.seated(room, name, { organisation: `Amt ${index}`, viewport: found(sizes[index], "size") }));
	const lights: Light[] = [];
	for (let index = seats.length; index < PEOPLE; index += 1)
		lights.push(await light(room, `Person ${index + 1}`, `Amt ${index % 6}`));
	await desk.getByText(`${PEOPLE} von ${PEOPLE} verbunden`).waitFor();
	const everywhere = (met: (snapshot: Snapshot) => boolean) => Promise.all(lights.map(({ line }) => line.until(met)));

	await formsGroups(desk);
	const { groups } = await room.lead.until((snapshot) => snapshot.groups.length === GROUPS);
	expect(groups.map(({ members }) => members.length)).toEqual(Array.from({ length: GROUPS }, () => PEOPLE / GROUPS));
	await desk.getByRole("button", { name: "Workshop starten" }).click();
	await everywhere(({ workshop }) => workshop.status === "running");
	await desk.getByRole("button", { name: /Gruppenphase 1/ }).click();
	await everywhere(({ currentPhase }) => currentPhase === "group-structures");
	for (const { page } of seats) await arriveAt(page, /Gruppenphase 1/);

	// Every group writes; the desk sees where, and for all groups at once.
	const sheets = new Map<string, SheetClient>();
	for (const person of lights) {
		const group = groupOf(room.lead.snapshot(), person.id);
		if (sheets.has(group.id)) continue;
		const sheet = await groupSheet(person);
		addParagraph(sheet.doc, FIELD, `Wort von ${group.name}`);
		sheets.set(group.id, sheet);
	}
	expect(sheets.size).toBe(GROUPS);
	await expect.poll(() => column(desk, THREAT), { timeout: 10_000 }).toEqual(Array.from({ length: GROUPS }, () => "◐"));
	for (const { page } of seats) {
		await openQuestion(page, THREAT);
		await page
			.getByText(/Wort von Gruppe/)
			.first()
			.waitFor();
	}

	// Time for all, and more of it; every screen and every line has the same end.
	await desk.getByRole("button", { name: /^Zeit starten/ }).click();
	const { timer } = await room.lead.until((snapshot) => snapshot.timer.state === "running");
	const begun = timer.state === "running" ? timer.endsAt : 0;
	await desk
		.getByRole("button", { name: /5\sMin/ })
		.first()
		.click();
	await everywhere((snapshot) => snapshot.timer.state === "running" && snapshot.timer.endsAt === begun + 5 * 60_000);

	// A call, an answer, and a message to everybody.
	const [anna, bilal, carla] = [found(seats[0], "Anna"), found(seats[1], "Bilal"), found(seats[2], "Carla")];
	await anna.page.getByRole("button", { name: "Hilfe rufen" }).click();
	await anna.page.getByRole("dialog").getByRole("button", { name: "Hilfe rufen" }).click();
	await desk.getByRole("button", { name: "Kommt gleich" }).click();
	await anna.page.getByText("Die Moderation kommt gleich.").first().waitFor();
	const second = await coFacilitator(room);
	for (const [page, text] of [
		[desk, "Bitte Fotos machen"],
		[second, "Kaffee steht bereit"],
	] as const)
		await tellsEverybody(page, text);
	// Two senders are two messages.
	await everywhere(({ messages }) => new Set(messages.map(({ by, text }) => `${by}: ${text}`)).size === 2);
	for (const { page } of seats) {
		await page.getByText("Bitte Fotos machen").first().waitFor();
		await page.getByText("Kaffee steht bereit").first().waitFor();
	}

	await movesWhileTyping(room, desk, bilal);

	// What a group wrote is shown to everybody, and everybody comes back.
	const shown = groupOf(room.lead.snapshot(), anna.participantId);
	const document = found(
		room.lead.snapshot().documents.find(({ scope }) => scope.id === shown.id),
		"sheet",
	);
	await room.run({ type: "spotlight.show", document: document.id, question: FIELD });
	await carla.page.getByText(`Wort von ${shown.name}`).first().waitFor();
	await everywhere(({ documents }) => documents.some(({ id }) => id === document.id));
	await room.run({ type: "sheets.lock", locked: true, phase: "group-structures" });
	await everywhere(({ documents }) => documents.every(({ scope, locked }) => scope.kind !== "group" || locked));
	await desk.getByRole("button", { name: "Zurückholen …" }).click();
	await desk.getByRole("radio", { name: "Sofort" }).check();
	await desk.getByRole("button", { name: "Jetzt zurückholen" }).click();
	await everywhere(({ currentPhase }) => currentPhase === "group-results");
	for (const { page } of seats) await arriveAt(page, /Ergebnisse im Plenum/);

	// What one of the two does too early, the other takes back.
	await desk.getByRole("button", { name: "Nächste Phase" }).click();
	await everywhere(({ currentPhase }) => currentPhase === "module-vote");
	await second.getByRole("button", { name: /^Rückgängig/ }).click();
	await everywhere(({ currentPhase }) => currentPhase === "group-results");
	for (const { page } of seats) await arriveAt(page, /Ergebnisse im Plenum/);

	await anna.page.getByText("Themenspeicher").first().click();
	await anna.page.getByLabel("Thema", { exact: true }).fill("Datenschutz klären");
	await anna.page.getByRole("button", { name: "In den Themenspeicher" }).click();
	await everywhere(({ topics }) => topics.some(({ text }) => text === "Datenschutz klären"));

	await desk.getByRole("button", { name: "Workshop beenden" }).click();
	await confirmEnd(desk.getByRole("dialog"));
	await everywhere(({ workshop }) => workshop.status === "ended");
	for (const { page } of seats) await page.getByText("Workshop beendet").first().waitFor();
	await takesHome(desk, room);
});

async function formsGroups(desk: Page): Promise<void> {
	await desk.getByRole("button", { name: "Gruppen bilden" }).click();
	const dialog = desk.getByRole("dialog");
	await dialog.getByLabel("Anzahl der Gruppen").fill(String(GROUPS));
	await dialog.getByRole("button", { name: "Gruppen bilden" }).click();
	await dialog.waitFor({ state: "hidden" });
}

/** Whoever is moved in the middle of a word finds the new group's sheet, and the old group keeps what they wrote. */
async function movesWhileTyping(room: Room, desk: Page, person: { page: Page; participantId: string }): Promise<void> {
	const before = groupOf(room.lead.snapshot(), person.participantId);
	const target = found(
		room.lead.snapshot().groups.find(({ id }) => id !== before.id),
		"other group",
	);
	await typeAnswer(person.page, THREAT, " und ein Satz von Bilal");
	await expectSaved(person.page);
	await desk
		.getByLabel(/Verschieben.*Bilal|Bilal.*[Vv]erschieben/)
		.first()
		.selectOption({ label: target.name });
	await desk
		.getByRole("button", { name: /Verschieben.*Bilal|Bilal.*verschieben/ })
		.first()
		.click();
	await person.page.getByText(`Sie sind jetzt in ${target.name}`).first().waitFor();
	await openQuestion(person.page, THREAT);
	await person.page.getByText(`Wort von ${target.name}`).first().waitFor();
}

/** Somebody who steers as well, by a link of their own. */
async function coFacilitator(room: Room): Promise<Page> {
	const link = await arena.api.call("POST", `/api/workshops/${room.id}/links`, {
		token: room.facilitatorToken,
		body: { role: "cofacilitator", label: "Dora" },
	});
	const { url } = createdLinkSchema.parse(await link.json());
	const { page } = await arena.person({ viewport: VIEWPORTS.tablet });
	await page.goto(url);
	await page.getByRole("button", { name: "Nächste Phase" }).waitFor();
	return page;
}

async function tellsEverybody(page: Page, text: string): Promise<void> {
	await page.getByRole("button", { name: "Nachricht an alle" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByRole("textbox").fill(text);
	await dialog.getByRole("button", { name: "Senden" }).click();
	await dialog.waitFor({ state: "hidden" });
}

async function confirmEnd(dialog: Locator): Promise<void> {
	await dialog
		.getByRole("button", { name: /beenden/ })
		.last()
		.click();
}

async function takesHome(desk: Page, { id, facilitatorToken }: Room): Promise<void> {
	await desk
		.getByRole("link", { name: /Ergebnisse/ })
		.first()
		.waitFor();
	const response = await arena.api.call("GET", `/api/workshops/${id}/export.md`, { token: facilitatorToken });
	const text = await response.text();
	for (let group = 0; group < GROUPS; group += 1)
		expect(text).toContain(`Wort von Gruppe ${String.fromCharCode(65 + group)}`);
	expect(text).toContain("ein Satz von Bilal");
	expect(text).toContain("Datenschutz klären");
}
