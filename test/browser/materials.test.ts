import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { toGroupWork } from "../harness/group-work.ts";
import { PDF, picture } from "../harness/sample-files.ts";
import { uploaded } from "../harness/upload.ts";
import { inspection, tabTo } from "./accessibility.ts";
import { house } from "./house.ts";
import { arriveAt } from "./people.ts";

const arena = house();
const PHASE = "group-structures";

/** What a link gives to whoever clicks it. */
async function saved(page: Page, name: RegExp): Promise<{ file: string; bytes: Buffer }> {
	const [download] = await Promise.all([
		page.waitForEvent("download"),
		page.getByRole("link", { name }).first().click(),
	]);
	return { file: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test("a file and a picture go from the facilitator's page to everybody's, once their phase has begun", async () => {
	const { screen, problems } = inspection();
	const room = await arena.room();
	const desk = (await arena.facilitator(room)).page;
	const anna = (await arena.seated(room, "Anna")).page;
	await anna.goto(`${arena.url}/w/${room.id}/material`);
	await anna.getByText("Es gibt noch keine Materialien").waitFor();
	await screen(anna, "materials-none");

	await desk.getByRole("link", { name: "Materialien" }).click();
	await desk.getByRole("heading", { level: 1, name: "Materialien" }).waitFor();
	const add = desk.getByRole("button", { name: /^Datei hinzufügen: Gruppenphase 1/ });
	await add.click();
	const file = desk.getByLabel("Datei", { exact: true });
	await desk.getByRole("button", { name: "Hochladen" }).click();
	await desk.getByText("Wählen Sie eine Datei.").first().waitFor();

	// What the browser can know is said before anything is sent.
	await file.setInputFiles({ name: "seite.html", mimeType: "text/html", buffer: Buffer.from("<p>") });
	await desk.getByRole("button", { name: "Hochladen" }).click();
	await desk.getByText("Diese Art von Datei nimmt Arena nicht an").first().waitFor();
	const large = Buffer.alloc(5 * 1024 * 1024 + 1);
	await file.setInputFiles({ name: "foto.jpg", mimeType: "image/jpeg", buffer: large });
	await desk.getByRole("button", { name: "Hochladen" }).click();
	await desk.getByText("ein Bild höchstens 5 MB").first().waitFor();

	const photo = Buffer.from(await picture("jpeg", { width: 800, height: 500 }));
	await file.setInputFiles({ name: "Struktur-Übersicht 2026.jpg", mimeType: "image/jpeg", buffer: photo });
	await desk.getByLabel("Bezeichnung").fill("Struktur-Übersicht 2026");
	await desk.getByRole("button", { name: "Hochladen" }).click();
	await desk.getByText("Beschreiben Sie, was auf dem Bild zu sehen ist.").first().waitFor();
	await screen(desk, "materials-upload");
	await desk.getByLabel("Was ist auf dem Bild zu sehen?").fill("Ein Kreis mit fünf Fachbereichen um die Stabsstelle");
	await desk.getByRole("button", { name: "Hochladen" }).click();
	const shown = desk.getByRole("img", { name: "Ein Kreis mit fünf Fachbereichen um die Stabsstelle" });
	await shown.waitFor();
	await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(800);

	// The same by keyboard: to the button, the file, its name and off.
	await tabTo(desk, add);
	await desk.keyboard.press("Enter");
	await file.setInputFiles({ name: "bericht.pdf", mimeType: "application/pdf", buffer: Buffer.from(PDF) });
	await file.focus();
	await tabTo(desk, desk.getByRole("button", { name: "Hochladen" }));
	await desk.keyboard.press("Enter");
	await desk.getByRole("link", { name: "bericht" }).waitFor();
	await desk.getByRole("button", { name: "„bericht“ umbenennen oder beschreiben" }).click();
	await desk.getByRole("textbox", { name: "Bezeichnung" }).fill("Bericht 2025");
	await desk.getByRole("button", { name: "Speichern" }).click();
	await desk.getByRole("link", { name: "Bericht 2025" }).waitFor();
	await screen(desk, "materials-facilitator");

	await room.run(...toGroupWork(1, PHASE));
	await anna.getByRole("img", { name: /fünf Fachbereichen/ }).waitFor();
	await screen(anna, "materials-participant");
	const report = await saved(anna, /^Bericht 2025/);
	expect(report.file).toBe("Bericht 2025.pdf");
	expect(report.bytes).toEqual(Buffer.from(PDF));

	await anna.goto(`${arena.url}/w/${room.id}`);
	await arriveAt(anna, /Gruppenphase 1/);
	await anna.getByRole("link", { name: /^Struktur-Übersicht 2026 \(JPG, \d+ KB\)$/ }).waitFor();
	await screen(anna, "materials-room");
	expect((await saved(anna, /^Bericht 2025 \(PDF, 1\sKB\)$/)).bytes).toEqual(Buffer.from(PDF));

	await desk.getByRole("button", { name: "„Bericht 2025“ entfernen" }).click();
	await screen(desk, "materials-remove");
	await desk.getByRole("button", { name: "Datei löschen" }).click();
	await desk.getByRole("link", { name: "Bericht 2025" }).waitFor({ state: "detached" });
	await anna.getByRole("link", { name: /^Bericht 2025/ }).waitFor({ state: "detached" });
	expect(problems).toEqual([]);
}, 240_000);

test("planning names files beside links; a link that is added takes none of them away", async () => {
	const { screen, problems } = inspection();
	const room = await arena.room();
	const lead = { url: arena.url, id: room.id, token: room.facilitatorToken };
	await uploaded(lead, { phase: PHASE, label: "Bericht", name: "bericht.pdf" }, PDF);
	const desk = (await arena.facilitator(room)).page;
	await desk.goto(`${arena.url}/w/${room.id}/planung`);
	await desk.getByRole("button", { name: /Gruppenphase 1.*bearbeiten/ }).click();
	await desk.getByText("PDF, 1").waitFor();
	await desk.getByLabel("Adresse").last().fill("https://bibliothek.example/");
	await desk.getByRole("button", { name: "Link hinzufügen" }).click();
	await room.lead.until((snapshot) => snapshot.phases.find(({ id }) => id === PHASE)?.materials?.length === 2);
	await screen(desk, "materials-plan");
	await desk.getByRole("link", { name: "Dateien hochladen und entfernen" }).click();
	await desk.getByRole("heading", { level: 1, name: "Materialien" }).waitFor();
	expect(problems).toEqual([]);
}, 120_000);
