import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readLibrary } from "../../server/library.ts";
import { pdfText } from "../harness/pdf.ts";
import { inspection } from "./accessibility.ts";
import { house } from "./house.ts";

const arena = house();
const { worksheets } = readLibrary();

/** A sheet of each kind of block is enough for looking at in every width and theme; the flow test asks for all. */
const LOOKED_AT = ["actor-analysis", "cooperation-structure", "internal-committees", "structure-sustainability"];

test("the gallery is accessible in every width and theme", async () => {
	const { screen, problems } = inspection();
	const { page } = await arena.person();
	await page.goto(`${arena.url}/arbeitsblaetter`);
	await page.getByRole("heading", { level: 1 }).waitFor();
	await screen(page, "gallery");
	for (const id of LOOKED_AT) {
		await page.goto(`${arena.url}/arbeitsblaetter/${id}`);
		await page.getByRole("button", { name: "Drucken" }).waitFor();
		await screen(page, `gallery-${id}-empty`);
		await page.getByRole("link", { name: "Ausgefüllt" }).click();
		await page.locator(".report-view").waitFor();
		await screen(page, `gallery-${id}-filled`);
	}
	expect(problems).toEqual([]);
});

test("every worksheet prints on A4, with all that is folded away and nothing of the screen", async () => {
	const folder = await mkdtemp(join(tmpdir(), "arena-gallery-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	const { page } = await arena.person();
	for (const { id, title, terms } of worksheets) {
		for (const form of ["leer", "ausgefuellt"]) {
			await page.goto(`${arena.url}/arbeitsblaetter/${id}?ansicht=${form}`);
			await page.getByRole("button", { name: "Drucken" }).waitFor();
			const path = join(folder, `${id}-${form}.pdf`);
			await page.pdf({ path, preferCSSPageSize: true, tagged: true });
			const text = plain(await pdfText(path));
			expect(text, path).toContain(plain(title.de));
			expect(text, path).toContain("Gruppe:");
			expect(text, path).not.toContain("Impressum");
			const meaning = terms?.[0]?.meaning.de;
			if (form === "leer" && meaning !== undefined) expect(text, path).toContain(plain(meaning).slice(0, 25));
		}
	}
});

/** Without blanks and hyphens: a line may end anywhere. */
function plain(text: string): string {
	return text.replace(/[\s\u00ad-]/g, "");
}
