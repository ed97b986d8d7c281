import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { z } from "zod";
import type { BlockOf } from "../../worksheets/blocks/definitions.ts";
import { addRow } from "../../worksheets/blocks/table.ts";
import { codePoints } from "../../worksheets/contract/text.ts";
import { worksheetSchema } from "../../worksheets/schema/worksheet.ts";
import { docxText } from "../harness/docx.ts";
import { documentOf, toGroupWork } from "../harness/group-work.ts";
import { type HostileText, hostileTexts } from "../harness/hostile-texts.ts";
import { pdfPages } from "../harness/pdf.ts";
import { openSheet } from "../harness/sheet-client.ts";
import { xlsxText } from "../harness/xlsx.ts";
import { found, openWorkshop, sharedStage } from "./stage.ts";

const TABLE = "profile";
const WORKSHEET = "structure-sustainability";
/** What the bounds of a process that writes allow, with what Node and Typst take before they begin. */
const MOST_RESIDENT_MB = 1_200;
const LONGEST_MS = 30_000;

const current = sharedStage();
let id: string;
let token: string;
let written: HostileText[];
const ends: (() => PromiseLike<void>)[] = [];

/** What one format's file says, and what must not be in it. A new format joins with one line. */
const readers: Record<string, { text(file: Uint8Array): Promise<string> | string; inspect(file: Uint8Array): void }> = {
	json: { text: jsonText, inspect: () => {} },
	md: { text: decoded, inspect: inspectMarkdown },
	pdf: { text: pdfText, inspect: inspectPdf },
	docx: { text: (file) => docxText({ buffer: Buffer.from(file) }), inspect: inspectDocx },
	xlsx: { text: (file) => xlsxText(Buffer.from(file)), inspect: inspectXlsx },
	zip: { text: csvText, inspect: inspectZip },
};

beforeAll(async () => {
	const named = fitting("formula", 80);
	const atEnd = (end: () => PromiseLike<void>) => ends.push(end);
	const workshop = await openWorkshop(current(), { title: fitting("typst", 200).text }, atEnd);
	const person = await current().api.join(workshop.code, named.text, fitting("path", 80).text);
	await current().api.join(workshop.code, fitting("script", 80).text, fitting("markdown", 80).text);
	await workshop.run(...toGroupWork(1, "group-structures"));
	for (const { text } of hostileTexts.filter(({ text }) => codePoints(text) < 300).slice(0, 60)) {
		await workshop.lead.command({ type: "topic.add", text });
	}
	const answer = await current().api.call("GET", `/api/worksheets/${WORKSHEET}`);
	const blocks = worksheetSchema.parse(await answer.json()).sections.flatMap((section) => section.blocks);
	// Several, as no cell of a workbook holds all of it.
	const fields = blocks.filter(({ type, repeat }) => type === "rich-text" && repeat === undefined).map((one) => one.id);
	expect(fields.length).toBeGreaterThan(1);
	const table = blocks.find((block): block is BlockOf<"table"> => block.type === "table" && block.id === TABLE);
	const { documents } = await current().api.snapshot(workshop.id, person.token);
	await using client = await openSheet(current().url, documentOf({ documents }, "group"), person.token);
	await client.write((doc) => {
		for (const [index, { text }] of hostileTexts.entries()) {
			doc.getXmlFragment(fields[index % fields.length] ?? "").push([hostileNode(text, index)]);
		}
		for (const [index, { text }] of hostileTexts.slice(10, 30).entries()) {
			addRow(doc, found(table, "table"), undefined, `row-${index}`, { name: text });
		}
	});
	({ id, facilitatorToken: token } = workshop);
	// As the document holds them: half a character is none there either.
	written = hostileTexts.map((one) => ({ ...one, text: new TextDecoder().decode(new TextEncoder().encode(one.text)) }));
}, 60_000);

afterAll(async () => {
	for (const end of ends) await end();
});

/** As an editor stores it, as no editor would, and as a link that leads somewhere or nowhere. */
function hostileNode(text: string, index: number): Y.XmlElement {
	const names = ["paragraph", "paragraph", "script", "w:p", "image", "__proto__"];
	const element = new Y.XmlElement(names[index % names.length] ?? "paragraph");
	const child = new Y.XmlText();
	element.insert(0, [child]);
	const addresses = ["javascript:alert(1)", "https://evil.example/", "file:///etc/passwd"];
	if (index % 7 === 0) child.insert(0, text, { link: { href: addresses[index % addresses.length] } });
	else child.insert(0, text);
	element.setAttribute("src", "https://evil.example/x.png");
	return element;
}

function fitting(kind: string, most: number): HostileText {
	return found(
		hostileTexts.find((one) => one.kind === kind && codePoints(one.text) <= most),
		kind,
	);
}

async function exported(format: string): Promise<Uint8Array> {
	const response = await current().api.call("GET", `/api/workshops/${id}/export.${format}`, { token });
	expect(response.status).toBe(200);
	return new Uint8Array(await response.arrayBuffer());
}

/** Letters and digits alone: what stands between them differs from format to format. */
function letters(text: string): string {
	return text
		.replace(/[\s\u200b]/g, "")
		.replace(/\[U\+([0-9A-F]{4,6})\]/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
		.normalize("NFKC")
		.replace(/[^\p{L}\p{N}]/gu, "");
}

function decoded(file: Uint8Array): string {
	return new TextDecoder().decode(file);
}

function jsonText(file: Uint8Array): string {
	const said: string[] = [];
	JSON.parse(decoded(file), (_key, value: unknown) => {
		if (typeof value === "string") said.push(value);
		return value;
	});
	return said.join("\n");
}

/** Without the lines around each page, which would stand in the middle of a word that goes on. */
async function pdfText(file: Uint8Array): Promise<string> {
	const pages = await pdfPages(file);
	return pages.map((page) => page.trim().split("\n").slice(1, -1).join("\n")).join("\n");
}

function inspectMarkdown(file: Uint8Array): void {
	const text = decoded(file);
	// Neither raw HTML nor a picture nor a link but to the web or to mail, unless it is escaped.
	expect(text).not.toMatch(/(?<!\\)<(?!https?:\/\/|mailto:)[a-z!?/]/i);
	expect(text).not.toMatch(/(?<!\\)!\[/);
	expect(text).not.toMatch(/(?<!\\)\]\((?!https?:\/\/|<https?:\/\/|mailto:)/);
}

function inspectPdf(file: Uint8Array): void {
	const source = Buffer.from(file).toString("latin1");
	expect(source).not.toMatch(/\/(?:URI|JavaScript|JS|Launch|EmbeddedFile|AcroForm|OpenAction|AA|GoToR|SubmitForm)\b/);
}

const DOCX_PARTS =
	/^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/(?:app|core|custom)\.xml|word\/(?:document|styles|numbering|settings|fontTable|comments|commentsExtended|commentsExtensible|commentsIds|footnotes|endnotes|(?:header|footer)\d)\.xml|word\/_rels\/[a-zA-Z]+\d?\.xml\.rels)$/;

function inspectDocx(file: Uint8Array): void {
	const parts = Object.entries(unzipSync(file)).filter(([path]) => !path.endsWith("/"));
	for (const [path, bytes] of parts) {
		expect(path).toMatch(DOCX_PARTS);
		const part = strFromU8(bytes);
		expect(part).not.toMatch(/TargetMode="External"|<!DOCTYPE|<!ENTITY/);
		expect(part).not.toMatch(/<w:(?:hyperlink|fldSimple|object|pict|drawing|altChunk|control)\b/);
		for (const [, code] of part.matchAll(/<w:instrText[^>]*>([^<]*)</g)) expect(code).toMatch(/^(?:PAGE|NUMPAGES)$/);
	}
}

const XLSX_PARTS =
	/^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/(?:app|core)\.xml|xl\/(?:workbook|styles|sharedStrings|theme\/theme1|worksheets\/sheet\d+)\.xml|xl\/_rels\/workbook\.xml\.rels)$/;

function inspectXlsx(file: Uint8Array): void {
	for (const [path, bytes] of Object.entries(unzipSync(file))) {
		expect(path).toMatch(XLSX_PARTS);
		expect(strFromU8(bytes)).not.toMatch(
			/<f[ >/]|TargetMode|<!DOCTYPE|<!ENTITY|<(?:hyperlink|oleObject|ddeLink|drawing)/,
		);
	}
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf("/"));
const endingOf = (path: string) => path.slice(path.lastIndexOf(".") + 1);

/** As another program lists it: names as they stand in the archive, and whether its sums are right. */
function zipNames(file: Uint8Array): string[] {
	const program = `import io, json, sys, zipfile
archive = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
assert archive.testzip() is None
assert all(entry.external_attr >> 16 in (0, 0o644, 0o100644) for entry in archive.infolist())
print(json.dumps([entry.orig_filename for entry in archive.infolist()]))`;
	return z.array(z.string()).parse(JSON.parse(python(program, file)));
}

/** The cells of the CSV files, as another program reads them, less the apostrophe in front of what would be a formula. */
function csvCells(file: Uint8Array): string[] {
	const program = `import csv, io, json, sys, zipfile
csv.field_size_limit(1 << 30)
archive = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
cells = []
for name in archive.namelist():
    if not name.endswith(".csv"): continue
    rows = list(csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig"), newline=""), delimiter=";", strict=True))
    assert len({len(row) for row in rows}) == 1, name
    cells += [cell for row in rows for cell in row]
print(json.dumps(cells))`;
	return z.array(z.string()).parse(JSON.parse(python(program, file)));
}

function python(program: string, input: Uint8Array): string {
	return execFileSync("python3", ["-c", program], { input, encoding: "utf8", maxBuffer: 256 * 1024 * 1024 });
}

function csvText(file: Uint8Array): string {
	return csvCells(file)
		.map((cell) => (cell.startsWith("'") ? cell.slice(1) : cell))
		.join("\n");
}

/** One folder, names of ours, no cell that a spreadsheet takes for a formula; of its files what the others are asked. */
function inspectZip(file: Uint8Array): void {
	const names = zipNames(file);
	expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
	const [folder = ""] = (names[0] ?? "").split("/");
	for (const name of names) {
		expect(name).toMatch(
			/^[a-z0-9-]{1,120}\/(?:csv\/\d\d-[a-z0-9-]{1,80}|[a-z0-9-]{1,120})\.(?:csv|json|md|xlsx|docx|pdf)$/,
		);
		expect([folder, `${folder}/csv`]).toContain(folderOf(name));
	}
	expect(new Set(names.map(endingOf))).toEqual(
		new Set(["csv", ...Object.keys(readers).filter((one) => one !== "zip")]),
	);
	for (const cell of csvCells(file)) expect(cell.normalize("NFKC").trimStart()).not.toMatch(/^[=+@-](?!\d+(?:,\d+)?$)/);
	for (const [name, bytes] of Object.entries(unzipSync(file))) readers[endingOf(name)]?.inspect(bytes);
	// One cell each, to the letter, where they hold nothing that no XML can.
	const json = Object.entries(unzipSync(file)).find(([name]) => name.endsWith(".json"))?.[1] ?? new Uint8Array();
	const { topics } = z.object({ topics: z.array(z.object({ text: z.string() })) }).parse(JSON.parse(decoded(json)));
	const plain = topics.map(({ text }) => text).filter((text) => !/[\p{Cc}\p{Cs}\p{Cn}]/u.test(text));
	expect(plain.length).toBeGreaterThan(20);
	const cells = new Set(csvText(file).split("\n"));
	expect(plain.filter((text) => !cells.has(text))).toEqual([]);
}

/** The largest that any process of ours has ever been, in MB; null where the system does not tell. */
function mostResident(): number | null {
	try {
		const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, "utf8").trim().split(" ");
		const threads = readdirSync(`/proc/${process.pid}/task`).flatMap((thread) =>
			readFileSync(`/proc/${process.pid}/task/${thread}/children`, "utf8").trim().split(" "),
		);
		const peaks = [...new Set([...children, ...threads])].filter(Boolean).map((pid) => {
			return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
		});
		return Math.max(0, ...peaks);
	} catch {
		return null;
	}
}

describe.each(Object.keys(readers))("500 hostile texts as .%s", (format) => {
	let file: Uint8Array;
	let took: number;

	beforeAll(async () => {
		const before = Date.now();
		file = await exported(format);
		took = Date.now() - before;
	}, 60_000);

	test("are written in bounds of time and memory", () => {
		expect(took).toBeLessThan(LONGEST_MS);
		const resident = mostResident();
		if (resident !== null) expect(resident).toBeLessThan(MOST_RESIDENT_MB);
	});

	test("do nothing", () => found(readers[format], "reader").inspect(file));

	test("say what they said", async () => {
		const said = letters(await found(readers[format], "reader").text(file));
		const lost = written.filter(({ text }) => !said.includes(letters(text)));
		expect(lost.map(({ mark, kind, text }) => [mark, kind, text.slice(0, 80)])).toEqual([]);
	});
});
