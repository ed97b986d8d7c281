import { randomUUID } from "node:crypto";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { packageProgressSchema } from "../../worksheets/contract/package-progress.ts";
import { docxText } from "../harness/docx.ts";
import { pdfAlternatives } from "../harness/pdf.ts";
import { startTestServer, type TestServer } from "../harness/server.ts";
import { holdWholeWorkshop, type WholeWorkshop } from "../harness/whole-workshop.ts";
import { xlsxSheets } from "../harness/xlsx.ts";
import { found } from "./stage.ts";

const results = z.object({
	sheets: z.array(
		z.object({
			revealed: z.array(
				z.object({
					parts: z.array(
						z.object({
							distribution: z.object({ counts: z.array(z.object({ value: z.number(), people: z.number() })) }),
						}),
					),
				}),
			),
		}),
	),
	actionPlan: z.object({ rows: z.array(z.unknown()) }),
});

let server: TestServer;
let workshop: WholeWorkshop;
let files: Map<string, Uint8Array>;
let names: string[];

beforeAll(async () => {
	server = await startTestServer({ pages: false });
	workshop = await holdWholeWorkshop({ url: server.url, groups: 2 });
	const response = await fetch(`${server.url}/api/workshops/${workshop.id}/export.zip`, {
		headers: { Authorization: `Bearer ${workshop.facilitatorToken}` },
	});
	expect(response.status).toBe(200);
	expect(response.headers.get("content-length")).toBeNull();
	const unpacked = Object.entries(unzipSync(new Uint8Array(await response.arrayBuffer())));
	names = unpacked.map(([path]) => path);
	files = new Map(unpacked.map(([path, bytes]) => [path.includes("/csv/") ? path : path.replace(/^.*\./, ""), bytes]));
}, 120_000);
afterAll(() => server?.[Symbol.asyncDispose]());

const bytesOf = (ending: string) => found(files.get(ending), ending);
const textOf = (ending: string) => new TextDecoder().decode(bytesOf(ending));

test("a package has every format, the tables and the days, in one folder with names of our own making", () => {
	const [folder] = (names[0] ?? "").split("/");
	expect(folder).toBe("ergebnisse");
	for (const name of names) expect(name).toMatch(new RegExp(`^${folder}/(csv/\\d\\d-)?[a-z0-9-]+\\.[a-z]+$`));
	const endings = names.map((name) => name.replace(/^.*\./, "")).filter((ending) => ending !== "csv");
	expect(endings).toEqual(["ics", "json", "md", "xlsx", "docx", "pdf"]);
	expect(names.some((name) => name.endsWith("/csv/01-bewertungen.csv"))).toBe(true);
	expect(textOf("ics")).toMatch(/^BEGIN:VCALENDAR/);
});

test("whoever only asks whether there is one is told its name, and keeps nobody busy", async () => {
	for (let asked = 0; asked < 20; asked += 1) {
		const response = await fetch(`${server.url}/api/workshops/${workshop.id}/export.zip`, {
			method: "HEAD",
			headers: { Authorization: `Bearer ${workshop.facilitatorToken}` },
		});
		expect(response.status).toBe(200);
		expect(response.headers.get("content-disposition")).toMatch(/\.zip"$/);
	}
});

test("how far it is is told to whoever asked for it, by the id that they gave it", async () => {
	const { id, facilitatorToken, people } = workshop;
	const packageId = randomUUID();
	const ask = async (path: string, token: string) =>
		await fetch(`${server.url}/api/workshops/${id}/${path}`, { headers: { Authorization: `Bearer ${token}` } });
	const told = async (token: string) =>
		packageProgressSchema.parse(await (await ask(`export-progress/${packageId}`, token)).json());
	expect(await told(facilitatorToken)).toEqual({ files: 0, written: 0, missing: [], over: false });
	const response = await ask(`export.zip?progress=${packageId}`, facilitatorToken);
	await response.arrayBuffer();
	const files = names.length;
	await expect.poll(() => told(facilitatorToken)).toEqual({ files, written: files, missing: [], over: true });
	expect((await told(found(people[0], "person").token)).files).toBe(0);
	expect((await ask("export-progress/none", facilitatorToken)).status).toBe(404);
	expect((await ask(`export-progress/${packageId}`, "")).status).toBe(401);
});

/** How often which value was chosen, in every part that was revealed; values that nobody chose say nothing. */
const spread = (counts: Iterable<readonly [value: unknown, people: unknown]>) =>
	[...counts]
		.filter(([, people]) => Number(people) > 0)
		.map(([value, people]) => `${value}×${people}`)
		.join(" ");
const inOrder = (spreads: string[]) => spreads.filter((one) => one !== "").sort();
const written = (text: string) =>
	inOrder([...text.matchAll(/\d+: \d+(?: · \d+: \d+)+/g)].map(([all]) => spread(pairs(all, /(\d+): (\d+)/g))));

function* pairs(text: string, pattern: RegExp): Iterable<readonly [string, string]> {
	for (const [, value = "", people = ""] of text.matchAll(pattern)) yield [value, people];
}

/** Of rows of ratings: those that people gave by themselves, part by part. */
function fromRows(head: readonly unknown[], rows: readonly (readonly unknown[])[]): string[] {
	const at = (name: string) => head.indexOf(name);
	const parts = new Map<string, Map<unknown, number>>();
	for (const row of rows.filter((one) => one[at("Stufe")] === "einzeln")) {
		const key = ["Gruppe", "Arbeitsblatt", "Frage", "Baustein", "Dimension"].map((name) => row[at(name)]).join("|");
		const values = parts.get(key) ?? new Map<unknown, number>();
		parts.set(key, values);
		const value = row[at("Wert")] ?? "";
		if (value !== "") values.set(value, (values.get(value) ?? 0) + 1);
	}
	return inOrder([...parts.values()].map((values) => spread(values)));
}

test("the same numbers stand in all of them, as other programs read them", async () => {
	const { sheets, actionPlan } = results.parse(JSON.parse(textOf("json")));
	const expected = inOrder(
		sheets
			.flatMap(({ revealed }) => revealed.flatMap(({ parts }) => parts))
			.map(({ distribution }) => spread(distribution.counts.map(({ value, people }) => [value, people]))),
	);
	expect(expected.length).toBeGreaterThan(0);

	const workbook = await xlsxSheets(Buffer.from(bytesOf("xlsx")));
	const [head = [], ...rows] = found(workbook.get("Bewertungen"), "ratings");
	expect(fromRows(head, rows)).toEqual(expected);
	const csv = found(
		names.find((name) => name.endsWith("01-bewertungen.csv")),
		"csv",
	);
	const [first = [], ...lines] = textOf(csv)
		.slice(1)
		.split("\r\n")
		.map((line) => line.slice(1, -1).split('";"'));
	expect(fromRows(first, lines)).toEqual(expected);
	expect(written(textOf("md"))).toEqual(expected);
	expect(written(await docxText({ buffer: Buffer.from(bytesOf("docx")) }))).toEqual(expected);
	const alternatives = pdfAlternatives(bytesOf("pdf")).filter((text) => text.includes("Personen je Stufe. "));
	const drawn = alternatives.map((text) =>
		spread(pairs(text.split("Personen je Stufe. ")[1] ?? "", /(?:^|; )(\d+) [^;]*: (\d+)/g)),
	);
	expect(inOrder(drawn)).toEqual(expected);

	const [columns = [], ...measures] = found(workbook.get("Maßnahmen"), "measures");
	const inPlan = measures.filter((row) => row[columns.indexOf("Im Maßnahmenplan")] === "Ja");
	expect(inPlan).toHaveLength(actionPlan.rows.length);
});
