import { expect, test } from "vitest";
import { readListFile } from "./list-file.ts";

const TEXT = "Jörg;Kreis Höxter;A";

test.each([
	["UTF-8", new TextEncoder().encode(TEXT)],
	["UTF-8 with a mark", new TextEncoder().encode(`\u{feff}${TEXT}`)],
	["Windows' ANSI", Uint8Array.from(TEXT, (letter) => letter.charCodeAt(0))],
	["UTF-16", Uint8Array.from([0xff, 0xfe, ...[...TEXT].flatMap((letter) => [letter.charCodeAt(0), 0])])],
])("%s is read", (_, bytes) => {
	expect(readListFile(bytes)).toEqual({ text: TEXT });
});

test("a workbook and a huge file are not", () => {
	expect(readListFile(Uint8Array.of(0x50, 0x4b, 3, 4))).toEqual({ problem: "file-spreadsheet" });
	expect(readListFile(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))).toEqual({ problem: "file-spreadsheet" });
	expect(readListFile(new Uint8Array(1024 * 1024 + 1))).toEqual({ problem: "file-large" });
});
