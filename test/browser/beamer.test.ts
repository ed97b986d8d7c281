import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { questionOf, setMethod, setVote } from "../../worksheets/blocks/decision-write.ts";
import type { BlockOf } from "../../worksheets/blocks/definitions.ts";
import { addRow, cellText } from "../../worksheets/blocks/table.ts";
import { decisionOf } from "../../worksheets/document/votes.ts";
import { worksheetSchema } from "../../worksheets/schema/worksheet.ts";
import { addParagraph, found } from "../flows/stage.ts";
import { documentOf } from "../harness/group-work.ts";
import { connectSession } from "../harness/session-client.ts";
import { bringInto, TWELVE } from "../harness/twelve.ts";
import { inspection } from "./accessibility.ts";
import { house, type Room } from "./house.ts";

const arena = house({ env: TWELVE });
/** Legible from the last row, at 1440 px. */
const LEAST_PX = 32;

/** The projector's page in a facilitator's browser, in German whatever the workshop speaks. */
async function projector(room: Room): Promise<Page> {
	const { page } = await arena.facilitator(room);
	await page.goto(`${arena.url}/w/${room.id}/beamer`);
	return page;
}

/** What is written on the screen in smaller letters than the last row can read. */
async function tooSmall(page: Page): Promise<string[]> {
	return await page.locator(".beamer").evaluate((stage, least) => {
		const texts = [...stage.querySelectorAll<HTMLElement>("*")].filter(
			(element) =>
				element.checkVisibility() &&
				[...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== ""),
		);
		return texts
			.filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < least)
			.map((element) => `${getComputedStyle(element).fontSize}: ${element.textContent}`);
	}, LEAST_PX);
}

/** One screen of the projector: accessible, legible, whole at its own size, and nothing on it to click. */
async function looks(page: Page, name: string, { screen }: ReturnType<typeof inspection>): Promise<void> {
	await screen(page, name);
	expect(await tooSmall(page)).toEqual([]);
	expect(await page.locator(".beamer").locator("a, button, input, select, textarea").count()).toBe(0);
}

test("opened from the cockpit it shows the way in, then the phase, its time, a recall and the break", async () => {
	const room = await arena.room({ title: "Netzwerke überprüfen" });
	const desk = await arena.facilitator(room);
	await desk.context.addInitScript(() => {
		const { wakeLock } = navigator;
		const request = wakeLock.request.bind(wakeLock);
		Object.assign(window, { kept: 0 });
		wakeLock.request = (type) => {
			Object.assign(window, { kept: Number(Reflect.get(window, "kept")) + 1 });
			return request(type);
		};
	});
	const [page] = await Promise.all([
		desk.context.waitForEvent("page"),
		desk.page.getByRole("link", { name: "Beamer-Ansicht (öffnet einen neuen Tab)" }).click(),
	]);
	const look = inspection();
	await page.setViewportSize({ width: 1440, height: 900 });
	const qr = page.getByRole("img", { name: "QR-Code mit dem Teilnahmelink" });
	await expect
		.poll(() => qr.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth > 0))
		.toBe(true);
	expect(found(await qr.boundingBox(), "QR code").height).toBeGreaterThan(400);
	await page.getByText(/^[A-Z0-9]{3}\W[A-Z0-9]{3}\W[A-Z0-9]{3}$/).waitFor();
	await page.getByText(new URL(arena.url).host).waitFor();
	const { token } = await arena.api.join(room.code, "Anna");
	const anna = await connectSession(arena.url, token);
	onTestFinished(() => anna[Symbol.asyncDispose]());
	await page.getByText("Eine Person ist da").waitFor();
	// Whoever waits at the door is not here yet, and a table is as many as sit at it.
	await room.run({ type: "door.set", door: "waiting" });
	const table = await arena.api.join(room.code, "Tisch 3", undefined, [{}, {}]);
	const line = await connectSession(arena.url, table.token);
	onTestFinished(() => line[Symbol.asyncDispose]());
	await room.lead.until(({ participants }) => participants.some(({ online, waiting }) => online && waiting));
	expect(await page.getByText("Eine Person ist da").count()).toBe(1);
	await room.run({ type: "participant.admit", participant: table.participantId }, { type: "door.set", door: "open" });
	await page.getByText("3 Personen sind da").waitFor();
	await expect.poll(() => page.evaluate(() => Reflect.get(window, "kept"))).toBeGreaterThan(0);
	await looks(page, "beamer-lobby", look);
	const as = { token: room.facilitatorToken };
	const rehearsal = `/api/workshops/${room.id}/rehearsal`;
	await arena.api.call("POST", rehearsal, { ...as, body: { participants: 2 } });
	await page.getByText("Probelauf", { exact: true }).waitFor();
	await page.getByText("5 Personen sind da").waitFor();
	expect(await tooSmall(page)).toEqual([]);
	await arena.api.call("DELETE", rehearsal, as);
	await page.getByText("Probelauf", { exact: true }).waitFor({ state: "detached" });

	await room.run({ type: "groups.create", count: 2 });
	await room.run(
		{ type: "session.start" },
		{ type: "phase.go", phase: "group-structures" },
		{ type: "timer.start" },
		{ type: "timer.extend", ms: 300_000, group: found(room.lead.snapshot().groups[1], "group").id },
		{ type: "recall.start", ms: 600_000 },
	);
	await page.getByRole("heading", { level: 1, name: "Gruppenphase 1: Stand und Perspektiven" }).waitFor();
	await page.getByText(/^Noch 45/).waitFor();
	await page.getByText(/^Einigen Sie sich auf drei Bausteine/).waitFor();
	const others = page.getByRole("list", { name: "Gruppen mit eigener Zeit" });
	await others.getByText(/^Noch 50/).waitFor();
	expect(await others.getByRole("listitem").count()).toBe(1);
	await page.getByText(/^Zurückholen in \d+/).waitFor();
	await looks(page, "beamer-phase", look);
	// At the size of a projector all of it is on one screen; the legal links come below.
	for (const size of [
		{ width: 1920, height: 1080 },
		{ width: 1440, height: 900 },
	]) {
		await page.setViewportSize(size);
		const stage = found(await page.locator(".beamer").boundingBox(), "stage");
		expect(stage.height).toBeLessThanOrEqual(size.height + 1);
	}

	const pause = found(
		room.lead.snapshot().phases.find(({ kind }) => kind === "break"),
		"break",
	);
	await room.run({ type: "recall.cancel" }, { type: "phase.go", phase: pause.id }, { type: "timer.start" });
	await page.getByText(/^Weiter um \d\d:\d\d/).waitFor();
	await page.getByText(/^Zurückholen in/).waitFor({ state: "detached" });
	await room.run({ type: "session.end" });
	await page.getByRole("heading", { level: 1, name: "Workshop beendet" }).waitFor();
	expect(look.problems).toEqual([]);
});

test("what the room is shown is written live, one answer or all that there is, and gone when it is hidden", async () => {
	const room = await arena.room({ template: "twelve" });
	const { token } = await arena.api.join(room.code, "Anna");
	await room.run({ type: "groups.create", count: 1 }, { type: "groups.assign", strategy: "random" });
	await room.run({ type: "session.start" });
	const document = documentOf(room.lead.snapshot(), "group");
	const { doc } = await arena.sheet(document, token);
	bringInto(doc, "goal", "started");
	const page = await projector(room);
	const look = inspection();
	await room.run({ type: "spotlight.show", document, question: "missing" });
	await page.getByRole("heading", { name: "Arbeitsblatt von Gruppe A: Zwölf Fragen" }).waitFor();
	await page.getByRole("heading", { name: "Welche Akteure fehlen noch?" }).waitFor();
	await page.getByText("Keine Antwort").waitFor();
	addParagraph(doc, "missing", "Die Vereine im Ort");
	await page.getByText("Die Vereine im Ort").waitFor();
	expect(await page.getByText("Ein Satz der Gruppe").count()).toBe(0);
	await looks(page, "beamer-spotlight", look);

	await room.run({ type: "spotlight.show", document });
	await page.getByText("Ein Satz der Gruppe").waitFor();
	await page.getByText("Die Vereine im Ort").waitFor();
	expect(await page.getByText("Wer ist schon beteiligt?").count()).toBe(0);
	await looks(page, "beamer-whole-sheet", look);
	await room.run({ type: "spotlight.hide" });
	await page.getByRole("heading", { level: 1, name: "Gruppenarbeit" }).waitFor();
	expect(look.problems).toEqual([]);
});

test("a vote: how many have voted, and nothing of what until it is closed", async () => {
	const room = await arena.room({ template: "ballots" });
	const { token } = await arena.api.join(room.code, "Anna");
	await room.run({ type: "session.start" });
	const block = await ballot();
	const plenary = documentOf(room.lead.snapshot(), "plenary");
	const table = await arena.sheet(plenary, room.facilitatorToken);
	table.doc.transact(() => {
		questionOf(table.doc, block).insert(0, "Welcher Baustein zuerst?");
		setMethod(table.doc, block, "points");
		for (const [id, label] of [
			["r1", "Beirat"],
			["r2", "Netzwerk"],
		] as const) {
			addRow(table.doc, block, undefined, id);
			cellText(table.doc, block, undefined, id, "option")?.insert(0, label);
		}
	});
	const anna = await connectSession(arena.url, token);
	onTestFinished(() => anna[Symbol.asyncDispose]());
	const own = await arena.sheet(documentOf(anna.snapshot(), "participant"), token);
	setVote(own.doc, block, { decision: plenary, method: "points" }, "r1", 3);
	const page = await projector(room);
	await page.getByText("1 von 1 haben abgestimmt.").waitFor();
	expect(await page.getByText("Beirat").count()).toBe(0);
	await room.run({ type: "vote.close", document: plenary });
	await page.getByText("Welcher Baustein zuerst?").waitFor();
	await page
		.getByText(/Beirat/)
		.first()
		.waitFor();
	const look = inspection();
	await looks(page, "beamer-vote", look);
	expect(look.problems).toEqual([]);
});

async function ballot(): Promise<BlockOf<"decision">> {
	const response = await arena.api.call("GET", "/api/worksheets/ballot");
	return found(decisionOf(worksheetSchema.parse(await response.json())), "decision");
}

test("after an outage it goes on by itself, and participants do not get it", async () => {
	const room = await arena.room({ template: "twelve" });
	await room.run({ type: "session.start" });
	const page = await projector(room);
	await page.getByRole("heading", { level: 1, name: "Gruppenarbeit" }).waitFor();
	await page.evaluate(() => Object.assign(window, { same: true }));
	await page.waitForLoadState("networkidle");
	await arena.kill();
	await page.getByText("Die Verbindung ist unterbrochen. Die Anzeige geht von selbst weiter.").waitFor();
	expect(await tooSmall(page)).toEqual([]);
	await arena.revive();
	const lead = await connectSession(arena.url, room.facilitatorToken);
	onTestFinished(() => lead[Symbol.asyncDispose]());
	expect((await lead.command({ type: "phase.go", phase: "round" })).ok).toBe(true);
	await page.getByRole("heading", { level: 1, name: "Plenum" }).waitFor();
	await page.getByText("Die Verbindung ist unterbrochen.").waitFor({ state: "detached" });
	expect(await page.evaluate(() => Reflect.get(window, "same"))).toBe(true);

	const anna = await arena.seated(room, "Anna");
	await anna.page.goto(`${arena.url}/w/${room.id}/beamer`);
	await anna.page.getByRole("link", { name: "Zum Workshop" }).waitFor();
});
