import { setTimeout as sleep } from "node:timers/promises";
import { CONTENDERS, type Contender } from "../contenders.ts";
import { Group, Tally } from "../group.ts";
import { drained, enter } from "../typing-groups.ts";
import { atMost, chosen, type Figure, type Scale, valuesOf } from "./figure.ts";

const DOCUMENTS = 300;
const KEYS_EACH = 100;
/** Between two keys of everybody: 3,000 a second, which each contender handles as they come. */
const KEY_MS = 500;
const CYCLES = 3;
/** Until memory stands still: what is left of joining or writing is no document's. */
const SETTLE_MS = 3_000;
/** How long documents are given to be unloaded. */
const LEFT_MS = 8_000;
const KIB_PER_MIB = 1024;
/** Arena keeps a sheet for half a minute after the last one left; a cycle shall be over sooner. */
const LIMITS = { unloadAfterMs: 2_000 };

interface Result {
	perDocument: number;
	growth: number;
	missing: number;
}

/** Many sheets with five people each, opened, written into and left, three times over with new sheets. */
export const memory: Figure = async (scale, tell) => {
	const results: Partial<Record<Contender["name"], Result>> = {};
	for (const name of chosen(scale, "y-websocket", "hocuspocus", "arena")) {
		results[name] = await measure(CONTENDERS[name], scale, tell);
	}
	const perDocument = valuesOf(results, (result) => result.perDocument);
	const growth = valuesOf(results, (result) => result.growth);
	return [
		{
			figure: "resident memory per open document with 5 people",
			unit: "KiB",
			values: perDocument,
			goals: [atMost(perDocument, 0.8, "hocuspocus")],
		},
		{
			figure: "memory after the third cycle of open-and-leave against after the first",
			unit: "×",
			values: growth,
			goals: [{ says: "≤ 1.05", reached: growth.arena ?? Number.NaN, most: 1.05 }],
		},
	];
};

async function measure(contender: Contender, scale: Scale, tell: (line: string) => void): Promise<Result> {
	const { server, seats } = await contender.start({ limits: LIMITS, nodeArgs: scale.nodeArgs });
	const count = Math.round(DOCUMENTS * scale.size);
	// Everybody has joined their workshop before the first cycle: what is measured is sheets.
	const tables = await seats.take(count * CYCLES);
	await sleep(SETTLE_MS);
	const empty = server.memory();
	const [open, left]: [number[], number[]] = [[], []];
	let missing = 0;
	for (let cycle = 0; cycle < CYCLES; cycle += 1) {
		const tally = new Tally();
		const seated = tables.slice(cycle * count, (cycle + 1) * count);
		const groups = await enter(seated, (seat) => new Group(seat, tally));
		for (let key = 0; key < KEYS_EACH; key += 1) {
			for (const group of groups) for (const client of group.clients) client.type(group, false);
			await sleep(KEY_MS);
		}
		missing += await drained(groups);
		await sleep(SETTLE_MS);
		open.push(server.memory());
		for (const group of groups) group.leave();
		await sleep(LEFT_MS);
		left.push(server.memory());
	}
	await server.discard();
	const shown = (values: number[]) => values.map((value) => value.toFixed(0)).join(" ");
	tell(
		`memory, ${contender.name}: ${empty.toFixed(0)} MiB empty, ${shown(open)} open, ${shown(left)} left; missing ${missing}`,
	);
	return {
		perDocument: (((open[0] ?? Number.NaN) - empty) * KIB_PER_MIB) / count,
		growth: (left.at(-1) ?? Number.NaN) / (left[0] ?? Number.NaN),
		missing,
	};
}
