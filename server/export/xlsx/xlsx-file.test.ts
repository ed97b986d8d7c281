import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { xlsxSheets } from "../../../test/harness/xlsx.ts";
import type { DataTable } from "../../../worksheets/report/data-table.ts";
import { LONGEST_CELL, xlsxOf } from "./xlsx-file.ts";

const info: DataTable = { name: "Info", head: ["", ""], rows: [["Titel", null]] };

function workbook(tables: DataTable[], title = "Häfen & Wege") {
	return xlsxOf({ title, language: "de", info, tables });
}

function partsOf(file: Uint8Array): Map<string, string> {
	return new Map(Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

async function read(file: Uint8Array) {
	return await xlsxSheets(Buffer.from(file));
}

test("numbers, days and texts come back as what they are", async () => {
	const file = workbook([
		{
			name: "Bewertungen",
			head: ["Gruppe", "Wert", "Datum"],
			rows: [
				["A", 2.5, { day: "2024-02-29" }],
				["007", 0, { day: "1999-12-31" }],
				["2026-01-01", null, null],
			],
		},
	]);
	expect((await read(file)).get("Bewertungen")).toEqual([
		["Gruppe", "Wert", "Datum"],
		["A", 2.5, new Date("2024-02-29")],
		["007", 0, new Date("1999-12-31")],
		["2026-01-01", null, null],
	]);
});

test("the head stays in view, is filtered by and comes again in print; the first sheet has none", () => {
	const parts = partsOf(workbook([{ name: "Ben's Blatt", head: ["a", "b"], rows: [["1", "2"]] }]));
	expect(parts.get("xl/worksheets/sheet1.xml")).not.toMatch(/autoFilter|frozen/);
	const sheet = parts.get("xl/worksheets/sheet2.xml") ?? "";
	expect(sheet).toContain('ySplit="1"');
	expect(sheet).toContain('state="frozen"');
	expect(sheet).toContain('<autoFilter ref="A1:B2"/>');
	expect(parts.get("xl/workbook.xml")).toContain("'Ben&apos;&apos;s Blatt'!$A$1:$B$2</definedName>");
	expect(parts.get("docProps/core.xml")).toContain("<dc:title>Häfen &amp; Wege</dc:title>");
});

test("a text longer than a cell goes on below it, and nothing of it is lost", async () => {
	const long = `${"a".repeat(LONGEST_CELL - 1)}😀${"b".repeat(LONGEST_CELL)}`;
	const rows = (
		await read(
			workbook([
				{
					name: "T",
					head: ["x", "y"],
					rows: [
						[1, long],
						[2, "kurz"],
					],
				},
			]),
		)
	).get("T");
	expect(rows?.map(([first]) => first)).toEqual(["x", 1, null, null, 2]);
	const texts = rows?.slice(1, 4).map(([, text]) => String(text)) ?? [];
	expect(texts.join("")).toBe(long);
	expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(LONGEST_CELL);
});

describe("what people wrote stays text", () => {
	test.each([
		'=HYPERLINK("https://evil.example";"x")',
		"+1+1",
		"-2",
		"@SUM(A1:A9)",
		"\t=1",
		"＝1+1",
		"=cmd|' /C calc'!A0",
		"constructor",
		"__proto__",
		"_x0041_ und _x005F_x0041_",
		"<f>1+1</f> ]]> &xxe; <!DOCTYPE x>",
		"links\u202enach rechts\u2066",
		"  vorn und hinten \n",
		"漢字 😀 e\u0301 \u0085 \ufffd",
		"Donaudampfschifffahrt".repeat(1_000),
	])("%#", async (text) => {
		const file = workbook([{ name: text, head: [text, "b"], rows: [[text, text]] }], text);
		const [, second] = [...(await read(file)).values()];
		expect(second).toEqual([
			[text, "b"],
			[text, text],
		]);
		for (const [path, part] of partsOf(file)) {
			expect(path).toMatch(
				/^(\[Content_Types\]|_rels\/\.rels|docProps\/core|xl\/[a-zA-Z]+|xl\/(_rels|worksheets)\/[a-z0-9.]+)/,
			);
			expect(part).not.toMatch(/TargetMode|<f[ >]|<hyperlink|<!DOCTYPE|<!ENTITY|externalLink|vbaProject/);
		}
	});

	test("and what XML cannot hold is replaced rather than breaking the file", async () => {
		const file = workbook([{ name: "T\u0000\ud800", head: ["a\u0007b\ud800c\ufffed\r\ne"], rows: [["x\u0000"]] }]);
		expect((await read(file)).get("T")).toEqual([["a\ufffdb\ufffdc\ufffdd\ne"], ["x\ufffd"]]);
	});
});
