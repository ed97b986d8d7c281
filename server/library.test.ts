import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LibraryError, readLibrary } from "./library.ts";

const scales = `kind: scales
version: 1
scales:
  - id: our-own
    points:
      - { value: 1, label: { de: wenig, en: little } }
      - { value: 2, label: { de: viel, en: much } }
    unknown: { de: weiß nicht, en: don't know }
`;

const worksheet = `kind: worksheet
id: our-sheet
version: 1
title: { de: Unser Blatt, en: Our sheet }
purpose: { de: Probe, en: Trial }
sections:
  - id: only
    title: { de: Teil, en: Part }
    blocks:
      - { id: rating, type: scale, label: { de: Wie viel?, en: How much? }, scale: our-own }
      - { id: stand, type: scale, label: { de: Wo?, en: Where? }, scale: stand }
`;

describe("reading the library from disk", () => {
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), "arena-library-"));
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	it("finds the shipped files", () => {
		expect(readLibrary().template("cooperation-review")).toBeDefined();
	});

	it("adds a folder of one's own, which may use and extend what is shipped", () => {
		writeFileSync(join(folder, "scales.yml"), scales);
		writeFileSync(join(folder, "sheet.yaml"), worksheet);
		writeFileSync(join(folder, "notes.txt"), "not: [yaml");
		const library = readLibrary({ extraDir: folder });
		expect(library.worksheet("our-sheet")?.sections[0]?.blocks).toMatchObject([
			{ scale: { id: "our-own" } },
			{ scale: { id: "stand" } },
		]);
		expect(library.worksheet("structure-sustainability")).toBeDefined();
	});

	it("stops with one line a problem: file, line, reason", () => {
		writeFileSync(join(folder, "a.yaml"), worksheet.replace("our-own", "nowhere"));
		writeFileSync(join(folder, "b.yaml"), worksheet.replace("our-sheet", "must-want-can").replace("our-own", "stand"));
		expect(() => readLibrary({ extraDir: folder })).toThrow(LibraryError);
		expect(() => readLibrary({ extraDir: folder })).toThrow(
			new RegExp(
				`^${join(folder, "a.yaml")}:10: sections\\[0\\]\\.blocks\\[0\\]\\.scale: "nowhere" is unknown.*\n` +
					`${join(folder, "b.yaml")}:2: id: worksheet "must-want-can" exists already, in worksheets/library/worksheet-must-want-can\\.yaml`,
			),
		);
	});

	it("names the variable when its folder cannot be read", () => {
		const missing = join(folder, "missing");
		expect(() => readLibrary({ extraDir: missing })).toThrow(
			`WORKSHEETS_DIR: cannot read ${missing} (ENOENT); it takes a folder of .yaml files`,
		);
	});
});
