import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { actionsBlock } from "../../worksheets/blocks/actions.ts";
import type { BlockOf } from "../../worksheets/blocks/definitions.ts";
import { addRow, setCell } from "../../worksheets/blocks/table.ts";
import { found } from "../flows/stage.ts";
import { VIEWPORTS } from "../harness/browser.ts";
import { toGroupWork } from "../harness/group-work.ts";
import type { SheetClient } from "../harness/sheet-client.ts";
import { hasFocus, inspection, tabTo } from "./accessibility.ts";
import { house, type Room } from "./house.ts";
import { openQuestion } from "./people.ts";

const arena = house();

const STEPS: BlockOf<"actions"> = { id: "steps", type: "actions", label: { de: "Schritte", en: "Steps" } };

interface PlanRoom {
	room: Room;
	desk: Page;
	/** A line to each group's sheet. */
	groups: { name: string; line: SheetClient }[];
	plan: SheetClient;
	token: string;
}

/** Two groups with a sheet each, and the facilitator at the desk while the plenary makes its plan. */
async function planRoom(): Promise<PlanRoom> {
	const room = await arena.room();
	const joined = [await arena.api.join(room.code, "Anna"), await arena.api.join(room.code, "Ben")];
	const desk = (await arena.facilitator(room)).page;
	await room.run(...toGroupWork(2, "group-adaptation", "measures"));
	const { groups, documents } = await arena.api.snapshot(room.id, room.facilitatorToken);
	const lines: PlanRoom["groups"] = [];
	for (const { id, name, members } of groups) {
		const document = documents.find(({ scope, worksheet }) => scope.id === id && worksheet === "challenges-adaptation");
		const member = joined.find(({ participantId }) => members.includes(participantId));
		lines.push({ name, line: await arena.sheet(found(document, "sheet").id, found(member, "member").token) });
	}
	const plan = found(
		documents.find(({ worksheet }) => worksheet === "action-plan"),
		"plan",
	).id;
	const { token } = found(joined[0], "person");
	return { room, desk, groups: lines, plan: await arena.sheet(plan, room.facilitatorToken), token };
}

const rowsOf = (doc: Y.Doc) => actionsBlock.read(doc, STEPS).rows;

/** Opens the plan at the desk, to write in it. */
async function openPlan(desk: Page): Promise<void> {
	await desk.getByRole("button", { name: /öffnen: Maßnahmenplan|Öffnen: Maßnahmenplan/ }).press("Enter");
	await desk.getByRole("button", { name: "Mitschreiben" }).press("Enter");
	await desk.getByRole("heading", { name: "Wer macht was bis wann?" }).waitFor();
}

test("the facilitator takes the groups' steps into the plan, by keyboard alone", async () => {
	const { screen, problems } = inspection();
	const { desk, groups, plan } = await planRoom();
	const [one, other] = [found(groups[0], "group"), found(groups[1], "group")];
	await openPlan(desk);
	const button = desk.getByRole("button", { name: "Schritte aus den Blättern übernehmen" });
	const dialog = desk.getByRole("dialog", { name: "Schritte aus den Blättern übernehmen" });

	await button.press("Enter");
	await dialog.getByText("In den Blättern steht noch kein Schritt.").waitFor();
	await screen(desk, "take-steps-none");
	await desk.keyboard.press("Escape");
	await expect.poll(() => hasFocus(button)).toBe(true);

	await one.line.write((doc) => {
		addRow(doc, STEPS, undefined, "a1", {
			what: "Gespräch der drei Amtsleitungen über ein gemeinsames Ziel führen",
			responsible: "Bildungsbüro",
			due: "2026-05-04",
			firstStep: "Einladung mit zwei Terminen",
		});
		addRow(doc, STEPS, undefined, "a2", { what: "Bericht im Ausschuss" });
	});
	await other.line.write((doc) => addRow(doc, STEPS, undefined, "b1", { firstStep: "Nachfragen" }));

	// As a captive portal answers.
	await desk.route("**/steps", (route) => route.fulfill({ contentType: "text/html", body: "<p>Anmelden</p>" }));
	await button.press("Enter");
	await dialog.getByRole("alert").waitFor();
	await screen(desk, "take-steps-failed");
	await desk.unroute("**/steps");
	await dialog.getByRole("button", { name: "Erneut versuchen" }).press("Enter");

	const first = dialog.getByRole("checkbox", { name: /Gespräch der drei/ });
	await first.waitFor();
	const unnamed = dialog.getByRole("group", { name: new RegExp(other.name) }).getByRole("checkbox");
	await expect.poll(() => unnamed.getAttribute("id")).toBeTruthy();
	await tabTo(desk, first);
	await desk.keyboard.press("Space");
	await tabTo(desk, unnamed);
	await desk.keyboard.press("Space");
	await screen(desk, "take-steps");
	const take = dialog.getByRole("button", { name: "2 Schritte übernehmen" });
	await tabTo(desk, take);
	await desk.keyboard.press("Enter");
	await dialog.waitFor({ state: "hidden" });
	await plan.until((doc) => rowsOf(doc).length === 2);
	expect(rowsOf(plan.doc)).toMatchObject([
		{ cells: { responsible: "Bildungsbüro", due: "2026-05-04" }, source: { row: "a1" } },
		{ cells: { firstStep: "Nachfragen" }, source: { row: "b1" } },
	]);
	await desk.getByText(`aus ${one.name}: `).waitFor();
	await desk.getByText("Noch offen: 1 von 2 ohne Verantwortliche, 1 von 2 ohne Frist.").waitFor();

	await button.press("Enter");
	await dialog.getByText("Steht schon im Plan.").first().waitFor();
	expect(await first.isDisabled()).toBe(true);
	expect(await dialog.getByRole("checkbox", { disabled: false }).count()).toBe(1);
	await dialog.getByRole("button", { name: "Schritte übernehmen" }).press("Enter");
	expect(await dialog.isVisible()).toBe(true);
	await dialog.getByRole("button", { name: "Nichts übernehmen" }).press("Enter");

	// What a group changes afterwards is said, and stays said until somebody has seen it.
	await one.line.write((doc) => setCell(doc, STEPS, undefined, "a1", "due", "2026-06-01"));
	await desk.getByText("An der Quelle geändert.").waitFor();
	await desk.getByText("01.06.2026").waitFor();
	await screen(desk, "plan-changed");
	await desk.getByRole("button", { name: "Als gesehen markieren" }).press("Enter");
	await desk.getByText("An der Quelle geändert.").waitFor({ state: "detached" });
	expect(await desk.evaluate(() => document.activeElement?.closest("[data-row]") !== null)).toBe(true);
	expect(rowsOf(plan.doc)[0]?.cells.due).toBe("2026-05-04");
	expect(problems).toEqual([]);
});

test("without a line the dialog says so, and what was read stays to be taken", async () => {
	const room = await planRoom();
	const person = await arena.facilitator(room.room);
	await found(room.groups[0], "group").line.write((doc) => addRow(doc, STEPS, undefined, "a1", { what: "Einladen" }));
	await openPlan(person.page);
	await person.page.getByRole("button", { name: "Schritte aus den Blättern übernehmen" }).press("Enter");
	const dialog = person.page.getByRole("dialog", { name: "Schritte aus den Blättern übernehmen" });
	await dialog.getByRole("checkbox", { name: "Einladen" }).press("Space");
	await person.cut();
	await dialog.getByText("Sie sind offline.").waitFor();
	await dialog.getByRole("button", { name: "1 Schritt übernehmen" }).press("Enter");
	await person.page.getByText(/^aus Gruppe/).waitFor();
	await person.mend();
	await room.plan.until((doc) => rowsOf(doc).length === 1);
});

test("a row from before there was „Bezug“ takes one, and two where two people start it at once", async () => {
	const { desk, plan } = await planRoom();
	await plan.write((doc) => {
		const row = new Y.Map<unknown>([
			["id", "old"],
			["what", new Y.Text("Einladen")],
		]);
		doc.getArray("steps").push([row]);
	});
	await openPlan(desk);
	await desk.getByRole("button", { name: "Bezug hinzufügen" }).press("Enter");
	const field = desk.getByRole("textbox", { name: /^Bezug/ });
	await expect.poll(() => hasFocus(field)).toBe(true);
	await desk.keyboard.type("Lenkungs");
	await plan.until((doc) => rowsOf(doc)[0]?.cells.reference === "Lenkungs");

	// Somebody else had started it in the same moment; their text stands in front, the hand stays where it is.
	await plan.write((doc) => {
		const row = doc.getArray<Y.Map<unknown>>("steps").get(0);
		row.set("reference~", new Y.Text("Netzwerk"));
	});
	await desk.getByRole("textbox", { name: "Bezug 2" }).waitFor();
	await desk.keyboard.type("gruppe");
	await plan.until((doc) => rowsOf(doc)[0]?.cells.reference === "Netzwerk\nLenkungsgruppe");
	expect(await field.evaluateAll((all) => all.map((each) => (each as HTMLTextAreaElement).value))).toEqual([
		"Netzwerk",
		"Lenkungsgruppe",
	]);
});

test("a group settles the main points, and finds the rest in a fold", async () => {
	const { screen, problems } = inspection();
	const { room, groups, token } = await planRoom();
	await room.run({ type: "phase.go", phase: "group-adaptation" });
	const seat = await arena.person();
	await seat.context.addCookies([
		{ name: `arena-${room.id}`, value: token, url: arena.url, httpOnly: true, sameSite: "Lax" },
	]);
	const { page } = seat;
	await page.setViewportSize(VIEWPORTS.desktop);
	await page.goto(`${arena.url}/w/${room.id}`);
	await openQuestion(page, /Welche Schritte verabreden wir/);
	await page.getByRole("button", { name: "Maßnahme hinzufügen" }).click();
	await page.getByRole("textbox", { name: "Maßnahme", exact: true }).fill("Einladen");
	await page
		.getByText("Noch offen: 1 von 1 ohne Verantwortliche, 1 von 1 ohne Frist, 1 von 1 ohne ersten Schritt.")
		.waitFor();
	expect(await page.getByRole("textbox", { name: "Ressourcen" }).isVisible()).toBe(false);
	await page.locator("summary", { hasText: "Weitere Angaben" }).press("Enter");
	await page.getByRole("textbox", { name: "Bezug" }).fill("Lenkungsgruppe");
	await page.getByText("Weitere Angaben (1 ausgefüllt)").waitFor();
	await screen(page, "group-steps");
	const lines = groups.map(({ line: sheet }) => sheet.doc);
	await expect.poll(() => lines.flatMap(rowsOf).map(({ cells }) => cells.reference)).toEqual(["Lenkungsgruppe"]);
	expect(await page.getByRole("button", { name: "Schritte aus den Blättern übernehmen" }).count()).toBe(0);
	expect(problems).toEqual([]);
});
