import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readLibrary } from "../../server/library.ts";
import { found } from "../flows/stage.ts";
import { startTestServer, type TestServer } from "../harness/server.ts";

let server: TestServer | undefined;
beforeAll(async () => {
	server = await startTestServer();
});
afterAll(() => server?.[Symbol.asyncDispose]());

async function page(path: string, language: "de" | "en"): Promise<{ status: number; text: string }> {
	const response = await fetch(`${found(server, "server").url}${path}`, { headers: { "accept-language": language } });
	return { status: response.status, text: (await response.text()).replaceAll("\u00ad", "").replaceAll("&shy;", "") };
}

/** As React writes it. */
function html(text: string): string {
	return text.replaceAll("\u00ad", "").replaceAll("&", "&amp;").replaceAll("'", "&#x27;").replaceAll('"', "&quot;");
}

const { worksheets } = readLibrary();

describe.each(["de", "en"] as const)("the gallery in %s", (language) => {
	test("lists every worksheet, and is found from where workshops begin", async () => {
		const list = await page("/arbeitsblaetter", language);
		expect(list.status).toBe(200);
		for (const { id, title, purpose } of worksheets) {
			expect(list.text).toContain(`href="/arbeitsblaetter/${id}"`);
			expect(list.text).toContain(html(title[language]));
			expect(list.text).toContain(html(purpose[language]));
		}
		for (const path of ["/", "/neu"]) expect((await page(path, language)).text).toContain('href="/arbeitsblaetter"');
	});

	test.each(worksheets.map((worksheet) => [worksheet.id, worksheet] as const))(
		"shows %s empty and filled in, without JavaScript, and never to type in",
		async (id, worksheet) => {
			const empty = await page(`/arbeitsblaetter/${id}`, language);
			const filled = await page(`/arbeitsblaetter/${id}?ansicht=ausgefuellt`, language);
			for (const { status, text } of [empty, filled]) {
				expect(status).toBe(200);
				expect(text).toContain(`lang="${language}"`);
				const article = found(/<article class="paper">[\s\S]*<\/article>/.exec(text)?.[0], "sheet");
				expect(article).not.toMatch(/<(input|textarea|select)|contenteditable/);
				for (const section of worksheet.sections.filter(({ role }) => role !== "progress")) {
					expect(article).toContain(html(section.title[language]));
					for (const block of section.blocks) expect(article).toContain(html(block.label[language]));
				}
			}
			expect(filled.text).not.toContain(language === "de" ? ">Keine Antwort<" : ">No answer<");
			expect(empty.text).toContain('aria-current="page"');
		},
	);

	test("says that there is no other", async () => {
		for (const id of ["nothing", "__proto__", "..%2Fsecret"]) {
			expect((await page(`/arbeitsblaetter/${id}`, language)).status).toBe(404);
		}
	});
});
