import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { workerEntry } from "../../worker-entry.ts";
import { bytes, silent as logger, workshop } from "../testing/fixtures.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { AlreadyRunning } from "./errors.ts";
import { openSqlite } from "./open.ts";

const DOCUMENTS = ["d1", "d2", "d3"];
/** After how many answered rows each process dies. */
const KILLED_AFTER = [1, 40, 173];

function startWriter(directory: string): ChildProcess {
	const entry = workerEntry("crash-writer", import.meta.url, "../testing/crash-writer.ts");
	return spawn(process.execPath, [...entry.execArgv, fileURLToPath(entry.url), directory], {
		stdio: ["ignore", "pipe", "inherit"],
	});
}

/** Reads what the writer says until it is dead; kills it after so many lines. */
async function killAfter(rows: number, writer: ChildProcess): Promise<Map<string, number>> {
	if (writer.stdout === null) throw new Error("the writer has no stdout");
	const dead = once(writer, "exit");
	const answered = new Map<string, number>();
	let lines = 0;
	for await (const line of createInterface({ input: writer.stdout })) {
		const [id = "", seq] = line.split(" ");
		answered.set(id, Number(seq));
		lines += 1;
		if (lines === rows) writer.kill("SIGKILL");
	}
	await dead;
	expect(lines).toBeGreaterThanOrEqual(rows);
	return answered;
}

it("keeps every answered row, without a gap, when the process is killed", { timeout: 60_000 }, async () => {
	const directory = await temporaryFolder();
	const before = await openSqlite({ directory, logger });
	await before.createWorkshop(workshop("w", DOCUMENTS));
	await before.close();

	for (const rows of KILLED_AFTER) {
		const answered = await killAfter(rows, startWriter(directory));
		const storage = await openSqlite({ directory, logger });
		for (const id of DOCUMENTS) {
			const updates = (await storage.loadDocument(id))?.updates ?? [];
			expect(updates.length).toBeGreaterThanOrEqual(answered.get(id) ?? 0);
			expect(updates.map(({ seq, update }) => ({ seq, update }))).toEqual(
				updates.map((_, index) => ({ seq: index + 1, update: bytes(`${id} ${index + 1}`) })),
			);
		}
		await storage.close();
	}
});

it("keeps a second process out while the first one lives", { timeout: 60_000 }, async () => {
	const directory = await temporaryFolder();
	const before = await openSqlite({ directory, logger });
	await before.createWorkshop(workshop("w", DOCUMENTS));
	await before.close();

	const writer = startWriter(directory);
	if (writer.stdout === null) throw new Error("the writer has no stdout");
	await once(writer.stdout, "data");
	await expect(openSqlite({ directory, logger })).rejects.toThrow(AlreadyRunning);
	await killAfter(1, writer);
	await (await openSqlite({ directory, logger })).close();
});
