import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "../client.ts";
import { CONTENDERS, type Contender } from "../contenders.ts";
import { Group, Tally } from "../group.ts";
import { median, quantile } from "../latency.ts";
import { stateVectorAfter, WRITERS } from "../script.ts";
import { drained, enter } from "../typing-groups.ts";
import { atMost, chosen, type Figure, type Scale } from "./figure.ts";

const CLIENTS = 500;
const KEYS_EACH = 100;
/** Until servers that write later have written: each round begins at rest. */
const PAUSE_MS = 2_000;

/** Everybody's line breaks and everybody comes back at once, up to date. */
export const reconnects: Figure = async (scale, tell) => {
	const values: Partial<Record<Contender["name"], number>> = {};
	for (const name of chosen(scale, "relay", "y-websocket", "hocuspocus", "arena")) {
		values[name] = await measure(CONTENDERS[name], scale, tell);
	}
	return [
		{
			figure: `${Math.round(CLIENTS * scale.size)} clients reconnecting at once, p99`,
			unit: "ms",
			values,
			goals: [atMost(values, 1, "y-websocket")],
		},
	];
};

async function measure(contender: Contender, scale: Scale, tell: (line: string) => void): Promise<number> {
	const { server, seats } = await contender.start({ nodeArgs: scale.nodeArgs });
	const tables = await seats.take(Math.round((CLIENTS * scale.size) / WRITERS));
	const tally = new Tally();
	const groups = await enter(tables, (seated) => new Group(seated, tally));
	for (let key = 0; key < KEYS_EACH; key += 1) {
		for (const group of groups) for (const client of group.clients) client.type(group, false);
		// At a pace that keeps every contender out of its backlog.
		await sleep(10);
	}
	const missing = await drained(groups);
	await sleep(PAUSE_MS);
	let leave = () => {
		for (const group of groups) group.leave();
	};
	const p99s: number[] = [];
	for (let round = 0; round < scale.rounds; round += 1) {
		const since = performance.now();
		leave();
		const back = tables.flatMap((seated) =>
			seated.map((seat, writer) => new Client(seat, { writer, stateVector: stateVectorAfter(KEYS_EACH) })),
		);
		const synced = await Promise.all(back.map((client) => client.synced));
		if (synced.includes(false)) throw new Error(`${contender.name} did not let everybody back in`);
		p99s.push(
			quantile(
				back.map(({ syncedAt }) => syncedAt - since),
				0.99,
			),
		);
		leave = () => {
			for (const client of back) client.leave();
		};
		await sleep(PAUSE_MS);
	}
	leave();
	await server.discard();
	tell(`reconnects, ${contender.name}: p99 ${p99s.map((ms) => ms.toFixed(0)).join(" ")} ms, missing before ${missing}`);
	return median(p99s);
}
