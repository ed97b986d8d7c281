import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLOSE } from "../../worksheets/contract/close-codes.ts";
import type { ServerChild } from "../harness/child.ts";
import { Random } from "../harness/random.ts";
import { amount, figure, firstSeed, timeIsUp, within } from "../harness/scale.ts";
import { prepareFolder, type SyncFolder, startSyncChild } from "../harness/sync-child.ts";
import { Attacker } from "./attacker.ts";
import { editElsewhere, mark } from "./edits.ts";
import { FRAME_KINDS, type FrameKind, hostileFrame } from "./hostile-frames.ts";
import { Replica } from "./replica.ts";
import { clocks, visible } from "./visible.ts";

const FRAMES = amount(1_000, 1_000_000);
/** Frames at one document, so that what hostile people may well write into it never fills it. */
const ROUND = 1_000;
const ATTACKERS = 6;
/** „Could not load“ is what a sender hears whose updates wait for something that never comes. */
const ENDS = [CLOSE.malformed, CLOSE.forbidden, CLOSE.tooLarge, CLOSE.couldNotLoad, CLOSE.tooFast];

let folder: SyncFolder;
let server: ServerChild;
let documents = 0;

beforeAll(async () => {
	folder = await prepareFolder(FRAME_KINDS.length * Math.ceil(FRAMES / ROUND), ATTACKERS + 2);
	const { directory, workshopId, people } = folder;
	server = await startSyncChild({ directory, workshopId, people, port: 0, limits: { unloadAfterMs: 100 } });
});
afterAll(async () => {
	await server.kill();
	await folder.remove();
});

const urlOf = (documentId: string) => `ws://127.0.0.1:${server.port}/sync/${documentId}`;

/** Sends so many frames to one document while two honest people write there. Resolves with what the frames got. */
async function round(kind: FrameKind, seed: number, count: number): Promise<Map<number | "open", number>> {
	const random = new Random(seed);
	const url = urlOf(folder.documents[documents++] ?? "");
	const [anna, ben, ...hostile] = folder.people;
	const honest = [new Replica(url, anna ?? ""), new Replica(url, ben ?? "")];
	const newcomer = new Replica(url, anna ?? "");
	const outcomes = new Map<number | "open", number>();
	try {
		for (const replica of honest) replica.connect();
		await Promise.all(honest.map((replica) => replica.until(() => replica.isSaved, "in")));
		let left = count;
		await Promise.all(
			hostile.map(async (token) => {
				const attacker = new Attacker(url, token);
				for (; left > 0; ) {
					left -= 1;
					if (left % 10 === 0) {
						honest[(left / 10) % 2]?.change((doc) => {
							mark(doc, `word-${left};`);
							editElsewhere(doc, random);
						});
					}
					const outcome = await attacker.provoke(hostileFrame(kind, random));
					outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
				}
				await attacker.leave();
			}),
		);
		await undisturbed(honest, count / 10);
		await alike([...honest, newcomer], `${kind} frames from seed ${seed}`);
	} finally {
		for (const replica of [...honest, newcomer]) replica.dispose();
	}
	return outcomes;
}

/** Never thrown out, everything saved, and each sees all that both have written, once. */
async function undisturbed(honest: readonly Replica[], words: number): Promise<void> {
	for (const [index, replica] of honest.entries()) replica.change((doc) => mark(doc, `word-last-${index};`));
	const seen = ({ doc }: Replica) =>
		doc
			.getText("line")
			.toString()
			.match(/word-[^;]+;/g)
			?.sort() ?? [];
	const hasAll = (replica: Replica) => seen(replica).length >= words + honest.length;
	await Promise.all(honest.map((replica) => replica.until(() => replica.isSaved && hasAll(replica), "undisturbed")));
	expect(honest.map(({ drops }) => drops)).toEqual(honest.map(() => 0));
	for (const replica of honest) {
		expect(new Set(seen(replica)).size).toBe(words + honest.length);
		expect(seen(replica)).toHaveLength(words + honest.length);
	}
}

/** Whoever was there and whoever comes now hold the same, to the letter and the clock. */
async function alike(replicas: readonly Replica[], after: string): Promise<void> {
	for (const replica of replicas) replica.connect();
	await Promise.all(replicas.map((replica) => replica.until(() => replica.isSynced, "in again")));
	const [first, ...others] = replicas.map(({ doc }) => ({ after, content: visible(doc), clocks: clocks(doc) }));
	expect(others).toEqual(others.map(() => first));
}

describe.each(FRAME_KINDS)("%s frames", (kind) => {
	it(`${FRAMES} malformed ones: each is answered or ends its sender's line, and nobody else's`, {
		timeout: within(120_000),
	}, async () => {
		const first = firstSeed(1);
		const outcomes = new Map<number | "open", number>();
		await server.report();
		let done = 0;
		for (; done < FRAMES && !timeIsUp(); done += ROUND) {
			const got = await Promise.race([round(kind, first + done, Math.min(ROUND, FRAMES - done)), server.survives]);
			for (const [outcome, count] of got) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + count);
		}
		const { longestStallMs, errors } = await server.report();
		const told = [...outcomes].map(([outcome, count]) => `${outcome}: ${count}`).sort();
		figure("frames", `malformed ${kind} frames, from seed ${first}`, told.join(", "));
		figure("frames", `longest stall of the event loop, ${kind}`, `${longestStallMs.toFixed(0)} ms`);
		expect(errors).toEqual([]);
		for (const outcome of outcomes.keys()) if (outcome !== "open") expect(ENDS).toContain(outcome);
	});
});
