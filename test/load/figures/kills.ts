import { setTimeout as sleep } from "node:timers/promises";
import * as Y from "yjs";
import { Client, type Seat } from "../client.ts";
import { CONTENDERS, type Contender } from "../contenders.ts";
import { Group, Tally } from "../group.ts";
import { clientOf, scriptOf } from "../script.ts";
import { enter } from "../typing-groups.ts";
import { Typists } from "../typists.ts";
import { chosen, type Figure } from "./figure.ts";

const GROUPS = 8;
const TYPED_MS = 5_000;
/** „Synced“ may come before the content; no contender says when that is whole. */
const LOADED_MS = 700;

/** The server is killed while 40 people type, and nobody else is left: what had somebody seen that is gone? */
export const kills: Figure = async (scale, tell) => {
	const values: Partial<Record<Contender["name"], number>> = {};
	for (const name of chosen(scale, "hocuspocus", "arena")) {
		let [seen, missing] = [0, 0];
		for (let round = 0; round < scale.rounds; round += 1) {
			const result = await kill(CONTENDERS[name]);
			seen += result.seen;
			missing += result.missing;
		}
		tell(`kills, ${name}: ${scale.rounds} kills, ${seen} keystrokes seen by others, ${missing} missing`);
		values[name] = missing;
	}
	return [
		{
			figure: `missing after ${scale.rounds} kill -9, of what anyone had seen`,
			unit: "keystrokes",
			values,
			goals: [{ says: "0", reached: values.arena ?? Number.NaN, most: 0 }],
		},
	];
};

async function kill(contender: Contender): Promise<{ seen: number; missing: number }> {
	const { server, seats } = await contender.start();
	const tally = new Tally();
	const tables = await seats.take(GROUPS);
	const groups = await enter(tables, (seated) => new Group(seated, tally));
	const typists = new Typists();
	for (const group of groups) typists.add(group);
	// At a moment that no contender can be ready for.
	await sleep(TYPED_MS + Math.random() * TYPED_MS);
	await server.stop("SIGKILL");
	typists.stop();
	// What was on its way to the others when the server died is still seen.
	await sleep(300);
	const witnessed = groups.map((group) => group.seen());
	for (const group of groups) group.leave();
	await server.start();
	let [seen, missing] = [0, 0];
	for (const [index, table] of tables.entries()) {
		const stored = await storedSteps(table[0]);
		for (const [writer, steps] of (witnessed[index] ?? []).entries()) {
			seen += steps;
			missing += Math.max(0, steps - (stored[writer] ?? 0));
		}
	}
	await server.discard();
	return { seen, missing };
}

/** How many steps of each writer the server gives to somebody who comes with nothing. */
async function storedSteps(seat: Seat | undefined): Promise<number[]> {
	if (seat === undefined) throw new Error("nobody has a seat");
	const reader = new Client(seat, { keep: true });
	await reader.synced;
	await sleep(LOADED_MS);
	const { store } = reader.document();
	reader.leave();
	return Array.from({ length: 5 }, (_, writer) => {
		const clock = Y.getState(store, clientOf(writer));
		return scriptOf(writer).clockAfter.findLastIndex((after) => after <= clock) + 1;
	});
}
