import fc from "fast-check";
import { expect, test } from "vitest";
import { csvOf } from "./csv.ts";

/** Reads one back: quotes, semicolons, line ends, and the mark in front of what would be a formula. */
function cellsOf(csv: string): string[][] {
	const rows: string[][] = [];
	for (const [, cell = "", end] of csv.slice(1).matchAll(/"((?:[^"]|"")*)"(;|\r\n)/g)) {
		const row = rows.at(-1);
		const open = row ?? [];
		if (row === undefined) rows.push(open);
		open.push(cell.replaceAll('""', '"'));
		if (end !== ";") rows.push([]);
	}
	return rows.slice(0, -1);
}

test("a table is what an office's Excel opens: its mark, semicolons, quotes, commas and days", () => {
	const rows = [
		["Häfen", 2.5, { day: "2026-03-17" }],
		['Er sagt "ja"; und\nmehr', null, null],
	];
	expect(csvOf({ name: "T", head: ["a", "b", "c"], rows }, "de")).toBe(
		'\u{FEFF}"a";"b";"c"\r\n"Häfen";"2,5";"2026-03-17"\r\n"Er sagt ""ja""; und\nmehr";"";""\r\n',
	);
	expect(csvOf({ name: "T", head: ["a"], rows: [[2.5]] }, "en")).toContain('"2.5"');
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "＋1", "－1", "＠x", "  =1", "\n=1", "\u00a0=1", "'=1"])(
	"%j is no formula",
	(text) => {
		const [, [cell = ""] = []] = cellsOf(csvOf({ name: "T", head: ["a"], rows: [[text]] }, "de"));
		expect(cell).toBe(`'${text}`);
	},
);

test("whatever people type comes back as it was, once the mark is taken away", () => {
	const text = fc.string({ unit: "grapheme" }).map((some) => some.replace(/\r/g, ""));
	const hostile = fc
		.tuple(fc.constantFrom("=", "+", "-", "@", "'", '"', ";", "\t", "\n", ""), text)
		.map((parts) => parts.join(""));
	fc.assert(
		fc.property(fc.array(fc.tuple(hostile, hostile), { minLength: 1 }), (rows) => {
			const read = cellsOf(csvOf({ name: "T", head: ["a", "b"], rows }, "de")).slice(1);
			const unmarked = read.map((row) => row.map((cell) => cell.replace(/^'/, "")));
			// What XML cannot hold is replaced in every file of tables.
			const fit = (cell: string) =>
				cell.replace(/[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "\u{FFFD}");
			expect(unmarked).toEqual(rows.map((row) => row.map(fit)));
			for (const cell of read.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
		}),
	);
});
