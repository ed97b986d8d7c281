import { expect, test } from "vitest";
import { packageFolder, resultsFileName, tablePath } from "./file-name.ts";

const LONG = "Übergänge gestalten und Zuständigkeiten klären ".repeat(10);
const file = (title: string, of: string) => ({
	title,
	of,
	language: "de" as const,
	interim: true,
	at: Date.parse("2026-03-17T10:00:00Z"),
});

test("a file is named by what it holds, in letters that every system takes", () => {
	expect(resultsFileName(file("Kooperation 2.0: „Wir“", "Gruppe Ä"), "pdf")).toBe(
		"ergebnisse-zwischenstand-kooperation-2-0-wir-gruppe-ae-2026-03-17.pdf",
	);
});

test("a package can be unpacked on Windows, whatever its workshop is called", () => {
	const long = file(LONG, LONG);
	// Explorer makes a folder of the archive's name, in the downloads of somebody with a name of their own.
	const unpacked = `C:\\Users\\bildungsbuero.musterstadt\\Downloads\\${resultsFileName(long, "zip").slice(0, -4)}`;
	for (const path of [resultsFileName(long, "pdf"), tablePath(LONG, 99)]) {
		expect(`${unpacked}\\${packageFolder(long)}\\${path}`.length).toBeLessThan(260);
	}
});
