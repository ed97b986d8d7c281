import { setTimeout as sleep } from "node:timers/promises";
import { CONTENDERS, type Contender } from "../contenders.ts";
import { Group, Tally } from "../group.ts";
import { median } from "../latency.ts";
import { WRITERS } from "../script.ts";
import { drained, enter } from "../typing-groups.ts";
import { Typists } from "../typists.ts";
import { atMost, atMostMore, chosen, type Figure, type Row, type Scale, valuesOf } from "./figure.ts";

const GROUPS = 60;
/** Until the servers run code that has been compiled: before that, the compiler is what is measured. */
const WARM_UP_MS = 10_000;

interface Window {
	/** Processor time per 1,000 keystrokes that reached another screen, in milliseconds. */
	cpu: number;
	p50: number;
	p99: number;
	/** Of Arena alone: from the keystroke to the word that it is on disk. */
	disk: number;
	missing: number;
	lag: number;
	keys: number;
}

/** 300 people in 60 groups type: what it costs, and how long a letter takes to the others' screens. */
export const typing: Figure = async (scale, tell) => {
	const windows: Partial<Record<Contender["name"], Window[]>> = {};
	const groups = Math.max(1, Math.round(GROUPS * scale.size));
	for (let round = 1; round <= scale.rounds; round += 1) {
		for (const name of chosen(scale, "relay", "floor", "arena", "y-websocket", "hocuspocus")) {
			const window = await measure(CONTENDERS[name], groups, scale);
			windows[name] = [...(windows[name] ?? []), window];
			tell(
				`typing, round ${round}, ${name}: ${window.cpu.toFixed(1)} ms CPU per 1,000, ` +
					`p50 ${window.p50.toFixed(1)} p99 ${window.p99.toFixed(1)} ms, on disk p50 ${window.disk.toFixed(1)} ms, ` +
					`missing ${window.missing}, ${window.keys.toFixed(0)} keys/s, generator p99 ${window.lag.toFixed(1)} ms late`,
			);
		}
	}
	const people = groups * WRITERS;
	const row = (figure: string, unit: string, pick: (window: Window) => number): Row => ({
		figure,
		unit,
		values: valuesOf(windows, (measured) => median(measured.map(pick))),
		goals: [],
	});
	const cpu = row(`CPU per 1,000 delivered updates, ${people} people typing`, "ms", (window) => window.cpu);
	const p50 = row("letter → other screens, p50", "ms", (window) => window.p50);
	const p99 = row("letter → other screens, p99", "ms", (window) => window.p99);
	const missing = row("keystrokes missing on any screen", "", (window) => window.missing);
	cpu.goals = [pairedRatio(windows, 1, "relay"), pairedRatio(windows, 0.5, "y-websocket")];
	p50.goals = [atMostMore(p50.values, 12, "relay")];
	p99.goals = [atMostMore(p99.values, 25, "relay")];
	missing.goals = [{ says: "0", reached: missing.values.arena ?? Number.NaN, most: 0 }];
	return [cpu, p50, p99, missing];
};

/** Other work on the machine comes and goes: ratios are of the same round. */
function pairedRatio(windows: Partial<Record<Contender["name"], Window[]>>, share: number, other: Contender["name"]) {
	const ratios = (windows.arena ?? []).map(({ cpu }, round) => cpu / (windows[other]?.[round]?.cpu ?? Number.NaN));
	return { ...atMost({}, share, other), reached: median(ratios) };
}

async function measure(contender: Contender, count: number, { seconds, nodeArgs }: Scale): Promise<Window> {
	const { server, seats } = await contender.start({ nodeArgs });
	const tally = new Tally();
	const groups = await enter(await seats.take(count), (seated) => new Group(seated, tally));
	const typists = new Typists();
	for (const group of groups) typists.add(group);
	await sleep(WARM_UP_MS);
	typists.lag.clear();
	tally.start();
	const [before, keysBefore, since] = [server.cpu(), typists.keys, performance.now()];
	await sleep(seconds * 1_000);
	const spent = server.cpu() - before;
	const { delivered } = tally;
	const keys = (typists.keys - keysBefore) / ((performance.now() - since) / 1_000);
	typists.stop();
	const missing = await drained(groups);
	const window = {
		cpu: (spent * 1e6) / delivered,
		p50: tally.toScreens.quantile(0.5),
		p99: tally.toScreens.quantile(0.99),
		disk: tally.toDisk.count === 0 ? Number.NaN : tally.toDisk.quantile(0.5),
		lag: typists.lag.quantile(0.99),
		missing,
		keys,
	};
	for (const group of groups) group.leave();
	await server.discard();
	return window;
}
