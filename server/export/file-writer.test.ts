import { expect, onTestFinished, test } from "vitest";
import { createLogger } from "../logger.ts";
import { createFileWriter } from "./file-writer.ts";

const node = process.execPath;

function openWriter() {
	const writer = createFileWriter({ logger: createLogger("silent") });
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
