import { execFileSync } from "node:child_process";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { FORMATS } from "../../server/export/exporter.ts";
import { docxText } from "../harness/docx.ts";
import { openSheet } from "../harness/sheet-client.ts";
import { xlsxText } from "../harness/xlsx.ts";
import { addParagraph, found, openWorkshop, problem, sharedStage, type Workshop } from "./stage.ts";

const current = sharedStage();

/** One word for each so that a file tells whose sheets went into it. */
const OWN = ["EigenblattAnna", "EigenblattBen"];
const GROUP = ["GruppenblattEins", "GruppenblattZwei"];
const ANSWER = "Wir *fangen* an: <b>morgen</b>";

const exported = z.object({
	sheets: z.array(
		z.object({
			worksheet: z.string(),
			scope: z.object({ kind: z.string() }),
			answered: z.object({ sections: z.array(z.object({ id: z.string() })) }),
		}),
	),
});

let workshop: Workshop;
const ends: (() => PromiseLike<void>)[] = [];

const file = (format: string, token: string) =>
	current().api.call("GET", `/api/workshops/${workshop.id}/export.${format}`, { token });

/** What poppler reads out of a PDF; both of its tools are in Debian's poppler-utils. */
function poppler(tool: "pdftotext" | "pdfinfo", pdf: Uint8Array, ...args: string[]): string {
	return execFileSync(tool, [...args, "-", ...(tool === "pdftotext" ? ["-"] : [])], { input: pdf, encoding: "utf8" });
}

async function textOf(format: string, token: string): Promise<string> {
	const response = await file(format, token);
	expect(response.status).toBe(200);
	const body = new Uint8Array(await response.arrayBuffer());
	if (format === "pdf") return poppler("pdftotext", body);
	if (format === "docx") return docxText({ buffer: Buffer.from(body) });
	if (format === "xlsx") return xlsxText(Buffer.from(body));
	if (format === "zip") return textOfPackage(body);
	return new TextDecoder().decode(body);
}

/** All that the files of a package say. */
async function textOfPackage(archive: Uint8Array): Promise<string> {
	const texts = Object.entries(unzipSync(archive)).map(([path, bytes]) => {
		if (path.endsWith(".pdf")) return poppler("pdftotext", bytes);
		if (path.endsWith(".docx")) return docxText({ buffer: Buffer.from(bytes) });
		if (path.endsWith(".xlsx")) return xlsxText(Buffer.from(bytes));
		return new TextDecoder().decode(bytes);
	});
	return (await Promise.all(texts)).join("\n");
}

/** Which of the sheets' words stand in a file. */
async function wordsIn(format: string, token: string): Promise<string[]> {
	const text = (await textOf(format, token)).replace(/\s+/g, "");
	return [...OWN, ...GROUP].filter((word) => text.includes(word));
}

const tokens = () => ({
	lead: workshop.facilitatorToken,
	anna: found(workshop.people[0], "first").token,
	ben: found(workshop.people[1], "second").token,
});

beforeAll(async () => {
	workshop = await openWorkshop(
		current(),
		{ people: 2, title: "Übung: Häfen & Wege", startsAt: "2026-03-17T09:00:00+01:00" },
		(end) => ends.push(end),
	);
	await workshop.run({ type: "groups.create", count: 2 }, { type: "groups.assign", strategy: "random" });
	for (const format of FORMATS) {
		expect(await problem(await file(format, workshop.facilitatorToken))).toMatchObject({ status: 409 });
	}
	await workshop.run(
		{ type: "session.start" },
		{ type: "phase.go", phase: "check-in" },
		{ type: "phase.go", phase: "group-structures" },
	);
	for (const [index, { token }] of workshop.people.entries()) {
		const { documents } = await current().api.snapshot(workshop.id, token);
		for (const { id, scope, worksheet } of documents) {
			// In their own sheet for the groups' work they rate, and write nothing.
			if (scope.kind === "participant" && worksheet !== "check-in-feedback") continue;
			await using client = await openSheet(current().url, id, token);
			const { doc, untilSaved } = client;
			if (scope.kind === "participant") doc.getText("expectation").insert(0, found(OWN[index], "word"));
			else addParagraph(doc, "plenary", `${GROUP[index]} ${ANSWER}`);
			await untilSaved(2);
		}
	}
});

afterAll(async () => {
	for (const end of ends) await end();
});

describe.each(FORMATS)("the results as .%s", (format) => {
	test("hold what each may take home, and never another's own sheet", async () => {
		const { lead, anna, ben } = tokens();
		expect(await wordsIn(format, lead)).toEqual(GROUP);
		expect(await wordsIn(format, anna)).toEqual([OWN[0], GROUP[0]]);
		expect(await wordsIn(format, ben)).toEqual([OWN[1], GROUP[1]]);
	});

	test("come as a download with a speaking name that is never shown as a page", async () => {
		const { headers } = await file(format, tokens().lead);
		expect(headers.get("content-type")).toContain(
			{
				json: "application/json",
				md: "text/markdown",
				pdf: "application/pdf",
				docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
				xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
				zip: "application/zip",
			}[format],
		);
		expect(headers.get("content-disposition")).toBe(
			`attachment; filename="ergebnisse-zwischenstand-uebung-haefen-wege-2026-03-17.${format}"`,
		);
		expect(headers.get("content-security-policy")).toContain("sandbox");
		expect(headers.get("cache-control")).toBe("no-store");
	});
});

describe("the formats", () => {
	test.each(["json", "md"])("%s holds the library's words without the marks for breaking them", async (format) => {
		const text = await textOf(format, tokens().lead);
		expect(text).not.toContain("\u00ad");
		expect(text).toContain("Herausforderungen");
	});

	test("JSON says what it is and keeps people's words as they are", async () => {
		const results = JSON.parse(await textOf("json", tokens().lead));
		expect(results).toMatchObject({
			format: "arena-results",
			version: 1,
			interim: true,
			language: "de",
			workshop: { id: workshop.id, title: "Übung: Häfen & Wege", participants: 2 },
		});
		expect(JSON.stringify(results)).toContain(JSON.stringify(ANSWER).slice(1, -1));
		expect(JSON.stringify(results)).not.toContain(workshop.facilitatorToken);
	});

	test("Markdown shows people's words instead of obeying them", async () => {
		const text = await textOf("md", tokens().lead);
		expect(text).toMatch(/^# Übung: Häfen/);
		expect(text).not.toMatch(/(?<!\\)<b>/);
		expect(text).not.toContain(" *fangen*");
	});

	test("PDF is tagged, in German, and reads like the workshop", async () => {
		const pdf = new Uint8Array(await (await file("pdf", tokens().lead)).arrayBuffer());
		const info = poppler("pdfinfo", pdf);
		expect(info).toMatch(/^Tagged:\s+yes$/m);
		expect(info).toMatch(/^Title:\s+Übung: Häfen & Wege$/m);
		expect(new TextDecoder("latin1").decode(pdf)).toMatch(/\/Lang\s*\(de/);
		expect(poppler("pdfinfo", pdf, "-struct")).toContain("H1");
		expect(poppler("pdftotext", pdf)).toContain("Wir *fangen* an: <b>morgen</b>");
	});

	test("that are not built, and those who are not in it, get none", async () => {
		const { lead } = tokens();
		for (const format of ["xls", "exe", "json.gz"])
			expect(await problem(await file(format, lead))).toMatchObject({ status: 404 });
		expect(await problem(await file("json", "nobody-has-this-token"))).toMatchObject({ status: 401 });
		const other = await current().api.create();
		expect(await problem(await file("json", other.facilitatorToken))).toMatchObject({ status: 403 });
	});
});

describe("a sheet of which a phase asks only a part", () => {
	const sectionsOf = async (id: string, token: string) => {
		const response = await current().api.call("GET", `/api/workshops/${id}/export.json`, { token });
		const { sheets } = exported.parse(await response.json());
		const own = sheets.find(
			({ worksheet, scope }) => worksheet === "coordination-roles" && scope.kind === "participant",
		);
		return found(own, "own sheet").answered.sections.map((section) => section.id);
	};

	test("leaves out what nobody was asked, and nothing that was answered", async () => {
		const { id, people, run } = await openWorkshop(current(), { people: 1, template: "internal-cooperation" });
		const { token } = found(people[0], "person");
		await run({ type: "session.start" }, { type: "phase.go", phase: "own-view" });
		expect(await sectionsOf(id, token)).toEqual(["roles"]);
		const { documents } = await current().api.snapshot(id, token);
		const document = found(
			documents.find(({ worksheet }) => worksheet === "coordination-roles"),
			"sheet",
		);
		await using client = await openSheet(current().url, document.id, token);
		client.doc.getText("voice").insert(0, "Die Dezernatsleitung");
		await client.untilSaved(2);
		expect(await sectionsOf(id, token)).toEqual(["placement", "roles"]);
	});
});

describe("as the workshop goes on", () => {
	test("what is shown to all goes home with all, and the end takes the mark away", async () => {
		const { lead, anna } = tokens();
		expect(await textOf("md", lead)).toContain("Zwischenstand");
		for (const format of ["pdf", "docx", "xlsx"]) expect(await textOf(format, lead)).toContain("Zwischenstand");
		await workshop.run({ type: "phase.go", phase: "group-results" });
		expect(await wordsIn("json", anna)).toEqual([OWN[0], ...GROUP]);
		await workshop.run({ type: "session.end" });
		expect(await wordsIn("json", lead)).toEqual(GROUP);
		expect(await wordsIn("md", anna)).toEqual([OWN[0], ...GROUP]);
		for (const format of ["md", "pdf", "docx", "xlsx"])
			expect(await textOf(format, lead)).not.toContain("Zwischenstand");
		expect(JSON.parse(await textOf("json", lead)).interim).toBe(false);
		expect((await file("json", lead)).headers.get("content-disposition")).toBe(
			'attachment; filename="ergebnisse-uebung-haefen-wege-2026-03-17.json"',
		);
	});
});
