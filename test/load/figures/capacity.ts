import { setTimeout as sleep } from "node:timers/promises";
import { CONTENDERS, type Contender } from "../contenders.ts";
import { Group, Tally } from "../group.ts";
import { median } from "../latency.ts";
import { WRITERS } from "../script.ts";
import { drained, enter } from "../typing-groups.ts";
import { Typists } from "../typists.ts";
import { atLeast, chosen, type Figure, type Scale, valuesOf } from "./figure.ts";

const FIRST_GROUPS = 120;
const STEP = 1.25;
/** Until the newcomers' joining is over and only typing is measured. */
const SETTLE_MS = 3_200;
const SLOWEST_P99_MS = 100;
/** A window in which the generator itself was late says nothing of the server; so many of them are tried again. */
const LATE_MS = 25;
const TRIES = 6;
const BAD_WINDOWS = 2;

/** How many typing people one core sustains: no loss, and a letter on the others' screens within 100 ms (p99). */
export const capacity: Figure = async (scale, tell) => {
	const values: Partial<Record<Contender["name"], number[]>> = {};
	const rounds = Math.max(1, Math.floor(scale.rounds / 2));
	for (let round = 1; round <= rounds; round += 1) {
		for (const name of chosen(scale, "relay", "arena", "y-websocket", "hocuspocus")) {
			const sustained = await measure(CONTENDERS[name], scale, (line) => tell(`capacity, ${name}: ${line}`));
			values[name] = [...(values[name] ?? []), sustained];
		}
	}
	const medians = valuesOf(values, median);
	return [
		{
			figure: `people typing that one core sustains, p99 ≤ ${SLOWEST_P99_MS} ms, none lost`,
			unit: "people",
			values: medians,
			goals: [atLeast(medians, 1, "relay"), atLeast(medians, 2, "y-websocket")],
		},
	];
};

async function measure(contender: Contender, scale: Scale, tell: (line: string) => void): Promise<number> {
	const { server, seats } = await contender.start({ nodeArgs: scale.nodeArgs });
	const tally = new Tally();
	const typists = new Typists();
	const groups: Group[] = [];
	let sustained = 0;
	for (let want = Math.round(FIRST_GROUPS * scale.size); ; want = Math.ceil(want * STEP)) {
		const more = await enter(await seats.take(want - groups.length), (seated) => new Group(seated, tally));
		for (const group of more) typists.add(group);
		groups.push(...more);
		await sleep(SETTLE_MS);
		const p99 = await bestWindow(tally, typists, scale.seconds, (ms, lag) =>
			tell(`${groups.length * WRITERS} people, p99 ${ms.toFixed(0)} ms, generator ${lag.toFixed(0)} ms late`),
		);
		if (p99 > SLOWEST_P99_MS || groups.some(({ lost, gaps }) => lost || gaps > 0)) break;
		sustained = groups.length * WRITERS;
	}
	typists.stop();
	const missing = await drained(groups);
	if (missing > 0) tell(`${missing} keystrokes missing after the step that was too much`);
	for (const group of groups) group.leave();
	await server.discard();
	return sustained;
}

async function bestWindow(
	tally: Tally,
	typists: Typists,
	seconds: number,
	tell: (p99: number, lag: number) => void,
): Promise<number> {
	let best = Number.POSITIVE_INFINITY;
	for (let [tries, bad] = [0, 0]; tries < TRIES && bad < BAD_WINDOWS; tries += 1) {
		typists.lag.clear();
		tally.start();
		await sleep(seconds * 1_000);
		const [p99, lag] = [tally.toScreens.quantile(0.99), typists.lag.quantile(0.99)];
		tell(p99, lag);
		best = Math.min(best, p99);
		if (p99 <= SLOWEST_P99_MS) break;
		if (lag < LATE_MS) bad += 1;
	}
	return best;
}
