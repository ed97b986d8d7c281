import { expect, onTestFinished, test } from "vitest";
import { createLogger } from "../logger.ts";
import { createFileWriter, LONGEST_MS, limitFor } from "./file-writer.ts";

const node = process.execPath;

function openWriter(options: { mostResident?: number } = {}) {
	const writer = createFileWriter({ logger: createLogger("silent"), ...options });
	onTestFinished(async () => {
		process.execPath = node;
		await writer.close();
	});
	return writer;
}

test("a process that cannot be started costs its job and nothing else", async () => {
	const writer = openWriter();
	process.execPath = "/nowhere/node";
	await expect(writer.write("pdf", "{}")).rejects.toThrow("ended before it answered");
	process.execPath = node;
	await expect(writer.write("pdf", "{}")).rejects.toThrow("refused");
});

test("the reason why a report is refused, which is logged, does not quote it", async () => {
	const writer = openWriter();
	for (const format of ["pdf", "docx", "xlsx"] as const) {
		const refused = await writer
			.write(format, '{"title": "Geheimes", "nodes": Geheimes')
			.catch((error: unknown) => error);
		expect(refused).toBeInstanceOf(Error);
		expect(String(refused)).not.toContain("Geheimes");
	}
});

test("a long report may take longer than a short one, and none takes for ever", () => {
	expect(limitFor(1_000)).toBeLessThan(31_000);
	expect(limitFor(3_000_000)).toBeGreaterThan(100_000);
	expect(limitFor(100_000_000)).toBe(LONGEST_MS);
});

test.runIf(process.platform === "linux")("a process that takes more memory than it may is ended", async () => {
	const writer = openWriter({ mostResident: 1 });
	await expect(writer.write("pdf", "{}")).rejects.toThrow("ended before it answered");
});
