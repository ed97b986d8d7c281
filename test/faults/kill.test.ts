import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, it, vi } from "vitest";
import { createLogger } from "../../server/logger.ts";
import { openSqlite } from "../../server/storage/sqlite/open.ts";
import { newId, seed } from "../../server/sync/bench.ts";
import { loadDocument } from "../../server/sync/load.ts";
import { Typist, wordsOf } from "./typist.ts";
import { Witness } from "./witness.ts";

const CYCLES = 5;
const TYPISTS = 6;
const PROCESS = fileURLToPath(new URL("./sync-process.ts", import.meta.url));
const logger = createLogger("silent");

/** A fixed sequence of numbers from 0 to 1, so that every run kills at the same places of the script. */
function sequence(start: number): () => number {
	let state = start;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

async function startServer(settings: object): Promise<{ child: ChildProcess; port: number }> {
	const child = spawn(process.execPath, ["--import", "tsx", PROCESS, JSON.stringify(settings)], {
		stdio: ["ignore", "pipe", "inherit"],
	});
	const lines = createInterface({ input: child.stdout });
	const [line] = await once(lines, "line");
	return { child, port: Number(line) };
}

/** What the store holds, read by nobody's server. */
async function wordsOnDisk(directory: string, documents: readonly string[]): Promise<string[]> {
	const storage = await openSqlite({ directory, logger });
	try {
		const texts = await Promise.all(documents.map(async (id) => await loadDocument(storage, id, logger)));
		return texts.flatMap((loaded) => wordsOf(loaded?.doc.getText("line").toString() ?? ""));
	} finally {
		await storage.close();
	}
}

it("five kills while six people type: what anyone was told or shown is there, once", { timeout: 180_000 }, async () => {
	const directory = await mkdtemp(join(tmpdir(), "arena-kill-"));
	const notes = join(directory, "witness.log");
	await writeFile(notes, "");
	const witness = new Witness(notes);
	const first = await openSqlite({ directory, logger });
	const { workshopId, documents } = await seed(first, 2);
	await first.close();

	const people = Array.from({ length: TYPISTS }, newId);
	const chance = sequence(20_261_120);
	let { child, port } = await startServer({ directory, workshopId, people, port: 0 });
	const typists = people.map((person, index) => {
		const documentId = documents[index % documents.length] ?? "";
		return new Typist(`ws://127.0.0.1:${port}/sync`, documentId, person, `t${index}`, witness);
	});
	const typing = setInterval(() => {
		for (const typist of typists) {
			typist.type(chance());
		}
	}, 50);

	for (let cycle = 0; cycle < CYCLES; cycle += 1) {
		const before = witness.count("saved");
		await vi.waitUntil(() => witness.count("saved") > before + 100, { timeout: 30_000 });
		await wait(chance() * 200);
		child.kill("SIGKILL");
		await once(child, "exit");
		expect(witness.judge(await wordsOnDisk(directory, documents))).toEqual([]);
		({ child, port } = await startServer({ directory, workshopId, people, port }));
	}

	clearInterval(typing);
	await vi.waitUntil(() => typists.every(({ isSaved }) => isSaved), { timeout: 30_000 });
	child.kill("SIGKILL");
	await once(child, "exit");
	for (const typist of typists) {
		typist.stop();
	}
	const onDisk = await wordsOnDisk(directory, documents);
	expect(witness.judge(onDisk)).toEqual([]);
	expect(onDisk.sort()).toEqual([typists[0], typists[1]].flatMap((one) => wordsOf(one?.text.toString() ?? "")).sort());
	expect(witness.count("typed")).toBe(witness.count("saved"));
	expect(witness.count("seen")).toBeGreaterThan(100);
	await rm(directory, { recursive: true, force: true });
});
