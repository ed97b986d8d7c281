import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Storage } from "../storage.ts";
import { bytes, document, silent as logger, update, workshop } from "../testing/fixtures.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { openReading } from "./connections.ts";
import { openSqlite } from "./open.ts";

const WORKSHOPS = 8;
const DOCUMENTS = 5;
const ROUNDS = 40;

/** Files with this word in them. In a process of its own: to close a file here would give up SQLite's locks on it. */
function filesWith(word: string, directory: string): string[] {
	try {
		const found = execFileSync("grep", ["-r", "-a", "-l", "-F", word, directory], { encoding: "utf8" });
		return found.trim().split("\n");
	} catch (error) {
		if (error instanceof Error && "status" in error && error.status === 1) return [];
		throw error;
	}
}

/** A fixed sequence of whole numbers below a bound. */
function sequence(seed: number): (bound: number) => number {
	let state = seed;
	return (bound) => {
		state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
		return state % bound;
	};
}

const canary = (index: number): string => `CANARY-${index}-WORD`;
const canaries = (index: number, times: number): string => canary(index).repeat(times);

/** Workshops that grow side by side, so that their rows share pages and are moved about between them. */
async function fill(storage: Storage): Promise<void> {
	const below = sequence(7);
	const last = new Map<string, number>();
	for (let index = 0; index < WORKSHOPS; index += 1) {
		const id = `w${index}`;
		const documents = Array.from({ length: DOCUMENTS }, (_, part) => `${id}-${part}`);
		await storage.createWorkshop(
			workshop(id, [], {
				code: canary(index),
				state: canaries(index, 9),
				definitions: new Map([["inventory", canaries(index, 200)]]),
				documents: documents.map((name) => ({ ...document(id, name), scopeId: canary(index) })),
			}),
		);
		const occasion = { id: `earlier-${index}`, at: 1, occasion: canaries(index, 300) };
		await storage.addOccasion(id, occasion);
		await storage.addOccasion(id, { ...occasion, id: "removed" });
		await storage.removeOccasion(id, "removed");
	}
	for (let round = 1; round <= ROUNDS; round += 1) {
		const writes = Array.from({ length: 40 }, async (_, part) => {
			const index = below(WORKSHOPS);
			const name = `w${index}-${below(DOCUMENTS)}`;
			const seq = (last.get(name) ?? 0) + 1;
			last.set(name, seq);
			const long = below(10) === 0 ? 600 : 20;
			const compacts = below(15) === 0;
			const snapshot = { seq, state: bytes(canaries(index, below(2000))), at: 1, keepHistory: true };
			const appended = update(name, seq, { update: bytes(canaries(index, 1 + below(long))), author: canary(index) });
			const command = { id: `${round}-${part}`, actor: canary(index), answer: canaries(index, 3), at: 1 };
			await Promise.all([
				storage.appendUpdate(appended),
				compacts ? storage.compact(name, snapshot) : undefined,
				storage.saveSession({ workshopId: `w${index}`, version: round, command }),
			]);
		});
		await Promise.all(writes);
	}
}

it("leaves no word of an erased workshop in any file", async () => {
	const directory = await temporaryFolder();
	const storage = await openSqlite({ directory, logger, groupCommitMs: 0 });
	await fill(storage);
	for (let index = 0; index < WORKSHOPS - 1; index += 1) {
		expect(filesWith(canary(index), directory)).not.toEqual([]);
		await storage.eraseWorkshop(`w${index}`, 1, "asked");
		expect(filesWith(canary(index), directory)).toEqual([]);
	}
	expect(await storage.findWorkshop(`w${WORKSHOPS - 1}`)).toMatchObject({ state: canaries(WORKSHOPS - 1, 9) });
	await storage.close();
	expect(filesWith(canary(0), directory)).toEqual([]);
	expect(filesWith(canary(WORKSHOPS - 1), directory)).not.toEqual([]);
});

/** Documents whose past is packed: words that no two of them share. */
async function fillPast(storage: Storage): Promise<void> {
	const below = sequence(11);
	for (let index = 0; index < 4; index += 1) await storage.createWorkshop(workshop(`w${index}`, [`d${index}`]));
	for (let seq = 1; seq <= 120; seq += 1) {
		for (let index = 0; index < 4; index += 1) {
			const words = Uint8Array.from({ length: 20 + below(400) }, () => (below(2 ** 31) >> 16) & 255);
			await storage.appendUpdate(update(`d${index}`, seq, { update: words }));
			if (seq % 8 === 0)
				await storage.compact(`d${index}`, { seq, state: bytes(`up to ${seq}`), at: seq, keepHistory: true });
		}
	}
}

/** The middle of every stretch of a workshop's past, as it lies in the database file. */
function packed(directory: string, workshopId: string): Buffer[] {
	const database = openReading(join(directory, "arena.sqlite"));
	const ofWorkshop = "document_id IN (SELECT id FROM documents WHERE workshop_id = ?)";
	const rows = database
		.prepare<[string], Buffer>(`SELECT rows FROM history WHERE ${ofWorkshop}`)
		.pluck()
		.all(workshopId);
	database.close();
	return rows.map((bytes) => bytes.subarray(bytes.length / 2 - 12, bytes.length / 2 + 12));
}

function anyIn(directory: string, needles: readonly Buffer[]): boolean {
	const files = readdirSync(directory).map((name) =>
		execFileSync("cat", [join(directory, name)], { maxBuffer: 2 ** 30, encoding: "buffer" }),
	);
	return needles.some((needle) => files.some((bytes) => bytes.includes(needle)));
}

it("leaves nothing of a past that was forgotten, or of one that was erased", async () => {
	const directory = await temporaryFolder();
	const storage = await openSqlite({ directory, logger, groupCommitMs: 0 });
	await fillPast(storage);
	const ways = [(id: string) => storage.forgetHistory(id), (id: string) => storage.eraseWorkshop(id, 1, "asked")];
	for (const [index, takeAway] of ways.entries()) {
		const past = packed(directory, `w${index}`);
		expect(past.length).toBeGreaterThan(5);
		expect(anyIn(directory, past)).toBe(true);
		await takeAway(`w${index}`);
		expect(anyIn(directory, past)).toBe(false);
	}
	expect(anyIn(directory, packed(directory, "w2"))).toBe(true);
	await storage.close();
});
