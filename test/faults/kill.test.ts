import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it, vi } from "vitest";
import { createLogger } from "../../server/logger.ts";
import { openSqlite } from "../../server/storage/sqlite/open.ts";
import { loadDocument } from "../../server/sync/load.ts";
import { Random } from "../harness/random.ts";
import { amount, figure, firstSeed, timeIsUp, within } from "../harness/scale.ts";
import { prepareFolder, startSyncChild } from "../harness/sync-child.ts";
import { Typist, wordsOf } from "./typist.ts";
import { Witness } from "./witness.ts";

const CYCLES = amount(10, 1_000);
const TYPISTS = 6;
/** Small enough that some kills meet a compaction. */
const limits = { compactRows: 40 };
const logger = createLogger("silent");

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

it(`${CYCLES} kills while six people type: what anyone was told or shown is there, once`, {
	timeout: within(180_000),
}, async () => {
	const { directory, workshopId, documents, people, remove } = await prepareFolder(2, TYPISTS);
	const notes = join(directory, "witness.log");
	await writeFile(notes, "");
	const witness = new Witness(notes);
	const random = new Random(firstSeed(20_261_120));
	const start = (port: number) => startSyncChild({ directory, workshopId, people, port, limits });
	let server = await start(0);
	const { port } = server;
	const typists = people.map((person, index) => {
		const documentId = documents[index % documents.length] ?? "";
		return new Typist(`ws://127.0.0.1:${port}/sync`, documentId, person, `t${index}`, witness);
	});
	const typing = setInterval(() => {
		for (const typist of typists) {
			typist.type(random.next());
		}
	}, 50);

	let cycles = 0;
	for (; cycles < CYCLES && !timeIsUp(); cycles += 1) {
		const before = witness.count("saved");
		await vi.waitUntil(() => witness.count("saved") > before + 100, { timeout: 30_000 });
		// No event to wait for: a kill may meet anything, so it comes at a random moment.
		await wait(random.next() * 200);
		await server.kill();
		expect(witness.judge(await wordsOnDisk(directory, documents))).toEqual([]);
		expect(typists.map(({ turnedAway }) => turnedAway)).toEqual(typists.map(() => null));
		server = await start(port);
	}

	clearInterval(typing);
	await vi.waitUntil(() => typists.every(({ isSaved }) => isSaved), { timeout: 30_000 });
	await server.kill();
	for (const typist of typists) {
		typist.stop();
	}
	const onDisk = await wordsOnDisk(directory, documents);
	const wrong = witness.judge(onDisk);
	figure("kills", `kill -9 cycles, from seed ${random.seed}`, cycles);
	figure("kills", "words acknowledged / seen by others", `${witness.count("saved")} / ${witness.count("seen")}`);
	figure("kills", "lost, doubled or back again", wrong.length);
	expect(wrong).toEqual([]);
	expect(onDisk.sort()).toEqual([typists[0], typists[1]].flatMap((one) => wordsOf(one?.text.toString() ?? "")).sort());
	expect(witness.count("typed")).toBe(witness.count("saved"));
	expect(witness.count("seen")).toBeGreaterThan(100);
	await remove();
});
