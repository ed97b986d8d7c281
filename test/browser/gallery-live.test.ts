import { expect, test } from "vitest";
import { qrSvg } from "../../server/http/join-qr.ts";
import { documentOf, toGroupWork } from "../harness/group-work.ts";
import { pdfPages } from "../harness/pdf.ts";
import { inspection } from "./accessibility.ts";
import { house } from "./house.ts";
import { answerText, arriveAt, expectSaved, openQuestion, typeAnswer } from "./people.ts";

const THREAT = /Was gefährdet sie/;
const arena = house();

test("a group's sheet goes to paper with what is in it, and its code leads back to the live one", async () => {
	const { screen, problems } = inspection();
	const room = await arena.room();
	const anna = await arena.seated(room, "Anna");
	await room.run(...toGroupWork(1, "group-structures"));
	await arriveAt(anna.page, /Gruppenphase 1/);
	await openQuestion(anna.page, THREAT);
	await typeAnswer(anna.page, THREAT, "Befristete Stellen.");
	await expectSaved(anna.page);
	const sheet = documentOf(room.lead.snapshot(), "group");

	const desk = await arena.facilitator(room);
	await desk.page.getByText("Mehr zu Gruppe A").click();
	const link = desk.page.getByRole("link", { name: /^Drucken: Gruppe A/ }).first();
	expect(await link.getAttribute("target")).toBe("_blank");
	await desk.page.goto(`${arena.url}${await link.getAttribute("href")}`);
	await desk.page.getByRole("button", { name: "Drucken" }).waitFor();
	expect(await desk.page.locator(".report-view").textContent()).toContain("Befristete Stellen.");
	await screen(desk.page, "print-filled");
	const paper = (await desk.page.pdf({ preferCSSPageSize: true, tagged: true })).toString("latin1");
	expect(paper).toContain("StructTreeRoot");
	const pages = await pdfPages(await desk.page.pdf({ preferCSSPageSize: true }));
	expect(pages.join(" ")).toContain("Befristete Stellen.");
	expect(pages[0]).toContain("Arbeitsblatt von Gruppe A");
	expect(pages[0]).not.toContain("Gruppe: ");

	await desk.page.getByRole("link", { name: "Leer" }).click();
	await desk.page.locator(".blank-sheet").waitFor();
	expect(await desk.page.locator("main").textContent()).not.toContain("Befristete Stellen.");
	await screen(desk.page, "print-empty");

	const address = `${arena.url}/b/${room.code}?blatt=${sheet}`;
	const picture = await fetch(`${arena.url}/qr/${room.code}.svg?blatt=${sheet}`);
	expect(await picture.text()).toBe(await qrSvg(address));

	// Whoever is in the workshop is there at once, wherever the room has gone.
	await room.run({ type: "phase.go", phase: "welcome" });
	await anna.page.goto(address);
	await anna.page.getByRole("button", { name: "Zurück zur aktuellen Phase" }).waitFor();
	await openQuestion(anna.page, THREAT);
	expect(await answerText(anna.page, THREAT)).toContain("Befristete Stellen.");

	// Whoever is not joins first, and opens the sheet as soon as it is theirs.
	const { page } = await arena.person();
	await page.goto(address);
	await page.getByLabel("Name oder Kürzel").fill("Ben");
	await page.getByRole("button", { name: "Beitreten" }).click();
	await page.waitForURL(`${arena.url}/w/${room.id}?blatt=${sheet}`);
	const { participants, groups } = room.lead.snapshot();
	const ben = participants.find(({ name }) => name === "Ben")?.id;
	await room.run({ type: "groups.move", participant: ben, group: groups[0]?.id });
	await page.getByRole("button", { name: "Zurück zur aktuellen Phase" }).waitFor();
	expect(problems).toEqual([]);
});

test("who facilitates and joins all the same is led to the sheet on paper, too", async () => {
	const room = await arena.room();
	await room.run(...toGroupWork(1, "group-structures"));
	const { documents } = room.lead.snapshot();
	const sheet = documents.find(({ scope }) => scope.kind === "group")?.id;
	const { page } = await arena.facilitator(room);
	await page.goto(`${arena.url}/b/${room.code}?blatt=${sheet}`);
	await page.getByRole("link", { name: "Trotzdem hier beitreten" }).click();
	await page.getByLabel("Name oder Kürzel").fill("Rosa");
	await page.getByRole("button", { name: "Beitreten" }).click();
	await page.waitForURL(`${arena.url}/w/${room.id}?blatt=${sheet}`);
});

test("a sheet on paper is for those who may open it", async () => {
	const room = await arena.room();
	const anna = await arena.seated(room, "Anna");
	await room.run(...toGroupWork(1, "group-structures"));
	await arriveAt(anna.page, /Gruppenphase 1/);
	const sheet = documentOf(room.lead.snapshot(), "group");
	const answered = async (document: string, cookie = "") =>
		(await fetch(`${arena.url}/w/${room.id}/druck/${document}`, { headers: { cookie } })).status;
	const annas = `arena-${room.id}=${anna.token}`;
	expect(await answered(sheet)).toBe(401);
	expect(await answered("x".repeat(22), annas)).toBe(404);
	expect(await answered(sheet, annas)).toBe(200);
});
