import { setTimeout as sleep } from "node:timers/promises";
import * as Y from "yjs";
import { encodeUpdate } from "../../../server/sync/codec.ts";
import { Client, type Seat } from "../client.ts";
import { CONTENDERS, type Contender } from "../contenders.ts";
import { type History, writeHistory } from "../history.ts";
import { median, quantile } from "../latency.ts";
import { atMost, chosen, type Figure, type Scale, valuesOf } from "./figure.ts";

const KEYS = 20_000;
const PEOPLE = 200;
const COLD_OPENS = 3;
/** Every contender stores what it has well within this. */
const SETTLED_MS = 12_000;
/** How many updates may wait for the server while the sheet is filled. */
const AHEAD = 250;
/** One line fills the sheet: no person types so fast, so Arena's pace for a line is lifted. */
const UNPACED = { framesPerSecond: 1e6, framesBurst: 1e6, bytesPerSecond: 1e9, bytesBurst: 1e9 };

interface Result {
	joinP99: number;
	joinCpu: number;
	coldOpen: number;
	/** „Synced“ was said before the content was there. */
	early: boolean;
}

/** Everybody opens a much used sheet at once, and the first one after a restart. */
export const joins: Figure = async (scale, tell) => {
	const history = writeHistory(Math.round(KEYS * scale.size));
	const results: Partial<Record<Contender["name"], Result>> = {};
	for (const name of chosen(scale, "arena", "y-websocket", "hocuspocus")) {
		results[name] = await measure(CONTENDERS[name], history, scale, tell);
	}
	const p99 = valuesOf(results, ({ joinP99 }) => joinP99);
	const cold = valuesOf(results, ({ coldOpen }) => coldOpen);
	return [
		{
			figure: `${PEOPLE} joins at once to a sheet of ${history.updates.length} keystrokes, p99`,
			unit: "ms",
			values: p99,
			goals: [atMost(p99, 0.7, "y-websocket")],
		},
		{
			figure: "server's CPU for these joins",
			unit: "ms",
			values: valuesOf(results, ({ joinCpu }) => joinCpu * 1_000),
			goals: [],
		},
		{
			figure: "cold open of that sheet, until the content is there",
			unit: "ms",
			values: cold,
			goals: [atMost(cold, 0.5, "hocuspocus")],
		},
		{
			figure: "said „synced“ before the content was there",
			unit: "1: yes",
			values: valuesOf(results, ({ early }) => Number(early)),
			goals: [{ says: "0", reached: Number(results.arena?.early ?? Number.NaN), most: 0 }],
		},
	];
};

async function measure(
	contender: Contender,
	history: History,
	{ rounds, nodeArgs }: Scale,
	tell: (line: string) => void,
): Promise<Result> {
	const { server, seats } = await contender.start({ limits: UNPACED, nodeArgs });
	const [table = []] = await seats.take(1, PEOPLE);
	const [first] = table;
	if (first === undefined) throw new Error("nobody has a seat");
	const writer = await fill(first, history);
	const [p99s, cpus]: [number[], number[]] = [[], []];
	for (let round = 0; round < rounds; round += 1) {
		const [since, before] = [performance.now(), server.cpu()];
		const people = table.map((seat) => new Client(seat));
		const synced = await Promise.all(people.map((client) => client.synced));
		if (synced.includes(false)) throw new Error(`${contender.name} did not let everybody in`);
		p99s.push(
			quantile(
				people.map(({ syncedAt }) => syncedAt - since),
				0.99,
			),
		);
		// The rest of the work that so many joins leave behind counts as well.
		await sleep(500);
		cpus.push(server.cpu() - before);
		for (const client of people) client.leave();
		// Everybody is gone before the next round, also for servers that notice late.
		await sleep(1_000);
	}
	const cold: number[] = [];
	let early = false;
	if (contender.survivesRestart) {
		await sleep(SETTLED_MS);
		writer.leave();
		for (let open = 0; open < COLD_OPENS; open += 1) {
			await server.stop();
			await server.start();
			// A server that has just started is not yet busy with starting.
			await sleep(300);
			const reader = await untilComplete(first, history);
			cold.push(reader.contentAt - reader.openedAt);
			early ||= reader.syncedAt + 0.5 < reader.contentAt;
			reader.leave();
		}
	}
	writer.leave();
	await server.discard();
	const result = {
		joinP99: median(p99s),
		joinCpu: median(cpus),
		coldOpen: cold.length === 0 ? Number.NaN : median(cold),
		early,
	};
	tell(
		`joins, ${contender.name}: p99 ${p99s.map((ms) => ms.toFixed(0)).join(" ")} ms, ` +
			`cold open ${cold.map((ms) => ms.toFixed(0)).join(" ")} ms`,
	);
	return result;
}

/** Types the whole history into the sheet and resolves when the server has all of it. */
async function fill(seat: Seat, history: History): Promise<Client> {
	const writer = new Client(seat);
	await writer.synced;
	for (const [index, update] of history.updates.entries()) {
		writer.send(encodeUpdate(update));
		if (index % AHEAD === AHEAD - 1) {
			await sleep(20);
			// A socket does not say when its buffer is empty.
			while (writer.waiting > 0) await sleep(5);
		}
	}
	(await untilComplete(seat, history)).leave();
	return writer;
}

/** A reader who has got all that the history holds. */
async function untilComplete(seat: Seat, history: History): Promise<Client> {
	const whole = Y.encodeStateVector(history.doc);
	for (;;) {
		const reader = new Client(seat, { keep: true });
		await reader.synced;
		// Where „synced“ comes early, the content comes as an update.
		for (let look = 0; look < 50; look += 1) {
			const doc = reader.document();
			if (Buffer.compare(Y.encodeStateVector(doc), whole) === 0) return reader;
			await sleep(20);
		}
		reader.leave();
	}
}
