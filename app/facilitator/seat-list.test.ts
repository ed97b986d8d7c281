import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readSeatList } from "./seat-list.ts";

const kinds = (text: string) => readSeatList(text).problems.map(({ line, kind }) => [line, kind]);
const people = (text: string) =>
	readSeatList(text).seats.map(({ name, organisation, group }) => [name, organisation ?? "", group]);

describe("a list is read", () => {
	test.each([
		["semicolons", "Anna; Kreis Au ;A\nBen;;B"],
		["tabs", "Anna\tKreis Au\tA\nBen\t\tB"],
		["commas", "Anna, Kreis Au, A\nBen,,B"],
		["Windows' line ends and a mark in front", "\u{feff}Anna;Kreis Au;A\r\nBen;;B\r\n"],
		["quotation marks", '"Anna";"Kreis Au";A\n"Ben";"";"B"'],
		["a header", "Name;Organisation;Gruppe\nAnna;Kreis Au;A\nBen;;B"],
		["columns in another order", "Gruppe;Name;Kommune\nA;Anna;Kreis Au\nB;Ben;"],
		["blank lines", "\n\nAnna;Kreis Au;A\n;;\n  \nBen;;B\n"],
		["numbers for groups", "Anna;Kreis Au;1\nBen;;2"],
		["the word before the letter", "Anna;Kreis Au;Gruppe A\nBen;;group b"],
	])("with %s", (_, text) => {
		expect(kinds(text)).toEqual([]);
		expect(people(text)).toEqual([
			["Anna", "Kreis Au", 0],
			["Ben", "", 1],
		]);
	});

	test("without organisations", () => {
		expect(people("Anna;A\nBen;C")).toEqual([
			["Anna", "", 0],
			["Ben", "", 2],
		]);
		expect(people("name,group\nAnna,A")).toEqual([["Anna", "", 0]]);
	});

	test("with separators and marks inside quotation marks", () => {
		expect(people('"Au, Anna";"Amt ""Bildung""; Sport";A')).toEqual([["Au, Anna", 'Amt "Bildung"; Sport', 0]]);
	});

	test("with groups that have names: each takes the first place left, letters keep theirs", () => {
		const list = readSeatList("Anna;Netzwerk\nBen;A\nCleo;Am Fenster\nDora;netzwerk");
		expect(list.seats.map(({ group }) => group)).toEqual([1, 0, 2, 1]);
		expect(list.groups).toEqual(["", "Netzwerk", "Am Fenster"]);
	});

	test("with the line that each person stands in", () => {
		expect(readSeatList("Name;Gruppe\n\nAnna;A\n\nBen;B").seats.map(({ line }) => line)).toEqual([3, 5]);
	});
});

describe("a line that cannot be taken is named", () => {
	test.each([
		["Anna;Kreis;A\n;Kreis;A", "name-missing"],
		["Anna;Kreis;A\nBen;Kreis;", "group-missing"],
		["Anna;Kreis;A\nBen;Kreis", "group-missing"],
		["Anna;Kreis;A\nBen;Kreis;A;und mehr", "columns"],
		["Anna;A\nBen;Kreis;B\nCleo;A", "columns"],
		['Anna;Kreis;A\n"Ben;Kreis;A', "quote"],
		['Anna;Kreis;A\n"Ben"x;Kreis;A', "quote"],
		["Anna;Kreis;A\nBen;Kreis;0", "group-unknown"],
		["Anna;Kreis;A\nBen;Kreis;61", "group-unknown"],
		["Anna;Kreis;A\nanna;kreis;B", "twice"],
		[`Anna;Kreis;A\n${"x".repeat(81)};Kreis;A`, "name-long"],
		[`Anna;Kreis;A\nBen;${"x".repeat(81)};A`, "organisation-long"],
		[`Anna;Kreis;A\nBen;Kreis;${"x".repeat(61)}`, "group-long"],
	])("%j", (text, kind) => {
		expect(kinds(text)).toEqual([[2, kind]]);
	});

	test("where there are too many groups or people", () => {
		const groups = Array.from({ length: 61 }, (_, index) => `P${index};Kreis;Tisch ${index}`).join("\n");
		expect(kinds(groups)).toEqual([[61, "groups-many"]]);
		const crowd = Array.from({ length: 302 }, (_, index) => `P${index};Kreis;A`).join("\n");
		expect(kinds(crowd)).toEqual([
			[301, "many"],
			[302, "many"],
		]);
	});
});

test("nothing that is written is lost: every line is a person, a problem or blank", () => {
	const cell = fc.constantFrom("Anna", "Ben", "", "A", "7", "99", '"', '"x"', "Am Fenster", "Kreis, Au", " ");
	const line = fc
		.tuple(fc.array(cell, { maxLength: 5 }), fc.constantFrom(";", ",", "\t"))
		.map(([cells, by]) => cells.join(by));
	fc.assert(
		fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
			const { seats, problems, groups } = readSeatList(lines.join("\n"));
			const told = [...seats, ...problems].map((entry) => entry.line).sort((one, other) => one - other);
			const written = lines.flatMap((text, index) => (/[^\s;,"]/.test(text) ? [index + 1] : []));
			expect(told).toEqual(written);
			for (const { group } of seats) expect(group).toBeLessThan(groups.length);
		}),
		{ seed: 20_231_114, numRuns: 400 },
	);
});
