import { setTimeout as wait } from "node:timers/promises";
import * as Y from "yjs";
import { createLogger } from "../../server/logger.ts";
import type { Bench } from "../../server/sync/bench.ts";
import { loadDocument } from "../../server/sync/load.ts";
import { Random } from "../harness/random.ts";
import { edit, mark } from "./edits.ts";
import { FORGED_LETTER, Forger } from "./forger.ts";
import { Replica } from "./replica.ts";
import { clocks, visible } from "./visible.ts";

/** One server that the schedules of a batch share, each in a document of its own. */
export interface World {
	bench: Bench;
	/** Stops the server and starts it again on the same store; at most one restart at a time. */
	restart(): Promise<void>;
}

const STEPS = { least: 50, most: 200 };
const ACTIONS = {
	edit: 60,
	undo: 3,
	redo: 2,
	cut: 3,
	leave: 2,
	connect: 12,
	reload: 1,
	pause: 2,
	resume: 4,
	hold: 3,
	release: 4,
	lose: 1,
	repeat: 4,
	ask: 2,
	breathe: 8,
	everyoneLeaves: 0.6,
	restart: 0.15,
	forge: 5,
};

/**
 * Two to eight people change one document while their lines and the server fail in every way; in the end everybody, the
 * server and the disk must hold the same. Meanwhile somebody forges their client ids. Rejects with what differs; resolves
 * with how many forgeries ended the line they came by.
 */
export async function runSchedule(seed: number, documentId: string, world: World): Promise<number> {
	const random = new Random(seed);
	const { bench } = world;
	const forger = new Forger(`${bench.url}/${documentId}`, bench.person().token, bench.person().token);
	const replicas = replicasOf(2 + random.int(7), documentId, world.bench, random);
	try {
		for (const replica of replicas) replica.connect();
		for (let step = STEPS.least + random.int(STEPS.most - STEPS.least); step > 0; step -= 1) {
			await act(random, replicas, world, forger);
		}
		await settle(replicas, random, forger);
		await forger.leave();
		await compare(replicas, documentId, world);
		differ("presence under others' ids", JSON.stringify(forger.shown), "[]");
		return forger.refused;
	} finally {
		await forger.leave();
		for (const replica of replicas) replica.dispose();
	}
}

/** Some of them are two tabs of one person. */
function replicasOf(count: number, documentId: string, bench: Bench, random: Random): Replica[] {
	const tokens = Array.from({ length: Math.ceil(count / 1.5) }, () => bench.person().token);
	return Array.from({ length: count }, (_, index) => {
		const token = tokens[index] ?? random.pick(tokens.slice(0, 1 + (index % 2)));
		return new Replica(`${bench.url}/${documentId}`, token);
	});
}

async function act(random: Random, replicas: readonly Replica[], world: World, forger: Forger): Promise<void> {
	const replica = random.pick(replicas);
	switch (random.weighted(ACTIONS)) {
		case "edit":
			return replica.change((doc) => {
				for (let edits = 1 + random.int(3); edits > 0; edits -= 1) edit(doc, random);
			});
		case "undo":
			return replica.undo();
		case "redo":
			return replica.redo();
		case "cut":
			return replica.cut();
		case "leave":
			return replica.leave();
		case "connect":
			for (const other of replicas) if (random.chance(0.5)) other.connect();
			return;
		case "reload":
			return replica.reload();
		case "pause":
			return replica.pause();
		case "resume":
			return replica.resume();
		case "hold":
			return replica.hold();
		case "release":
			return replica.release();
		case "lose":
			return replica.lose();
		case "repeat":
			return replica.repeat(random.int(8));
		case "ask":
			return replica.ask();
		case "breathe":
			// What is under way gets on a little, by as much as chance has it: no event may tell the schedule how far.
			await wait(random.int(6));
			return;
		case "everyoneLeaves":
			for (const other of replicas) other.leave();
			// About as long as the server keeps a document nobody is in: sometimes it is unloaded, sometimes just not.
			await wait(10 + random.int(30));
			return;
		case "restart":
			return await world.restart();
		case "forge":
			return strikeAt(replica, random, forger);
	}
}

/** Whoever comes first has an id: only what the server has seen of somebody is theirs. */
function strikeAt({ knownAs, doc }: Replica, random: Random, forger: Forger): void {
	if (knownAs !== null) forger.strike(random, knownAs, Y.getState(doc.store, knownAs));
}

/** Brings everybody back and waits, by a last word of each, until all that was relayed has arrived. */
async function settle(replicas: readonly Replica[], random: Random, forger: Forger): Promise<void> {
	for (const replica of replicas) {
		replica.resume();
		replica.cut();
	}
	await Promise.all(replicas.map((replica) => stay(replica)));
	const words = replicas.map((_, index) => ` last-${index}`);
	for (const [index, replica] of replicas.entries()) {
		strikeAt(replica, random, forger);
		replica.change((doc) => mark(doc, words[index] ?? ""));
		strikeAt(replica, random, forger);
	}
	await Promise.all(
		replicas.map(async (replica) => {
			const hasAll = () => {
				// A restart of the shared server, asked for by another schedule, may come at any time.
				if (replica.isOffline) replica.connect();
				const text = replica.doc.getText("line").toString();
				return replica.isSaved && words.every((word) => text.includes(word));
			};
			await replica.until(hasAll, "the last words of all");
		}),
	);
}

async function stay(replica: Replica): Promise<void> {
	await replica.until(() => {
		if (replica.isOffline) replica.connect();
		return replica.isSaved;
	}, "back in");
}

async function compare(replicas: readonly Replica[], documentId: string, { bench }: World): Promise<void> {
	const open = await bench.sync.documents.copy(documentId);
	const loaded = await loadDocument(bench.storage, documentId, createLogger("silent"));
	const copies = [...replicas.map(({ doc }) => doc), open, loaded?.doc ?? null];
	const [first] = copies;
	for (const [index, copy] of copies.entries()) {
		const name = ["the reloaded copy", "the server's copy"][copies.length - 1 - index] ?? `copy ${index}`;
		if (copy === null || copy === undefined || first === null || first === undefined) {
			throw new Error(`${name} is not there`);
		}
		differ(`state vector of ${name}`, clocks(copy), clocks(first));
		if (visible(copy).includes(FORGED_LETTER)) throw new Error(`${name} holds what was forged`);
		differ(`content of ${name}`, visible(copy), visible(first));
		if (copy.store.pendingStructs !== null || copy.store.pendingDs !== null) throw new Error(`${name} waits for more`);
	}
	open?.destroy();
	loaded?.doc.destroy();
}

function differ(what: string, one: string, other: string): void {
	if (one !== other) throw new Error(`${what} differs:\n${one}\n${other}`);
}
