import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { setDone } from "../../worksheets/document/done.ts";
import { documentOf, toGroupWork } from "../harness/group-work.ts";
import { pdfInfo, pdfPages } from "../harness/pdf.ts";
import { house } from "./house.ts";
import { arriveAt, expectSaved, openQuestion } from "./people.ts";

/** Whoever prints what they look at gets A4 pages with all of it, and no controls. */

const arena = house();

/** What comes out of the printer, page by page, as another program reads it; lines and words end where they may. */
async function printed(page: Page): Promise<string[]> {
	const paper = await page.pdf({ preferCSSPageSize: true });
	expect(await pdfInfo(paper)).toContain("(A4)");
	return (await pdfPages(paper)).map((text) => text.replaceAll("\u00ad", "").replace(/\s+/g, " "));
}

test("the cockpit is printed with what the groups have done, without its tools", async () => {
	const room = await arena.room();
	const anna = await arena.seated(room, "Anna Berg-Wittenstein");
	await room.run(...toGroupWork(1, "group-structures"));
	const sheet = await arena.sheet(documentOf(room.lead.snapshot(), "group"), anna.token);
	await sheet.write((doc) => setDone(doc, "at-risk", true));

	const desk = (await arena.facilitator(room)).page;
	await desk.getByRole("grid").getByText("✓").first().waitFor();
	const pages = await printed(desk);
	const paper = pages.join(" ");
	expect(pages.length).toBeLessThan(5);
	// Cells are buttons on the screen: their signs must not go with the controls.
	expect(paper).toMatch(/Gruppe A.* ✓ .*1\/10/);
	expect(paper).toContain("1. Welche drei Strukturbausteine");
	for (const tool of ["Nachricht an alle", "Weitere Aktionen", "Namen am Ende"]) expect(paper).not.toContain(tool);

	// What is unfolded is on paper, too.
	await desk.getByText("Weitere Aktionen").click();
	expect((await printed(desk)).join(" ")).toContain("Namen am Ende");

	// A dialog is printed alone.
	await desk.getByRole("button", { name: "Hinschauen" }).first().click();
	await desk
		.getByRole("dialog")
		.getByRole("heading", { name: /Struktur/ })
		.first()
		.waitFor();
	const dialog = (await printed(desk)).join(" ");
	expect(dialog).toContain("Arbeitsblatt von Gruppe A");
	expect(dialog).not.toContain("Stand der Gruppen");
});

test("what is written in a field is printed to its last word", async () => {
	const room = await arena.room({ template: "must-want-can" });
	const { page } = await arena.seated(room, "Anna");
	await room.run(...toGroupWork(1, "must-want"));
	await arriveAt(page, /Müssen und Wollen/);
	await openQuestion(page, /Wie weit sind wir mit dem Müssen/);
	const evidence = page.getByRole("textbox", { name: /Beleg/ }).first();
	const lines = Array.from({ length: 30 }, (_, index) => `Beleg Nummer ${index + 1} aus dem Bericht.`);
	await evidence.fill(lines.join(" "));
	await expectSaved(page);
	const paper = (await printed(page)).join(" ");
	for (const line of lines) expect(paper).toContain(line);
});

test("the list of downloads says on paper which there are", async () => {
	const room = await arena.room();
	const { page } = await arena.seated(room, "Anna");
	await room.run(...toGroupWork(1, "group-structures"));
	await page.goto(`${arena.url}/w/${room.id}/ergebnisse`);
	await page.getByRole("link", { name: /^PDF/ }).first().waitFor();
	const pages = await printed(page);
	expect(pages).toHaveLength(1);
	expect(pages[0]).toMatch(/PDF herunterladen.*Zum Lesen/);
});
