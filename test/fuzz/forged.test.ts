import { afterAll, beforeAll, expect, it } from "vitest";
import { type Bench, openBench, openStore, type Store } from "../../server/sync/bench.ts";
import { enter, RawClient, read, Writer } from "../../server/sync/bench-client.ts";
import { decodeAwareness, encodeAwareness, encodeStep2, encodeUpdate } from "../../server/sync/codec.ts";
import { CLOSE } from "../../worksheets/contract/close-codes.ts";
import { Random } from "../harness/random.ts";
import { amount, figure, firstSeed, timeIsUp, within } from "../harness/scale.ts";
import { Attacker } from "./attacker.ts";
import { forge } from "./forger.ts";
import { hostileFrame } from "./hostile-frames.ts";

const FORGERIES = amount(400, 10_000);
const PRESENCES = amount(1_000, 100_000);
const WRITES = amount(500, 10_000);

let store: Store;
let bench: Bench;
beforeAll(async () => {
	store = await openStore();
	// Hostile people in a hurry: the pace that the server allows them is shown elsewhere.
	bench = await openBench(store, { documents: 3, limits: { framesPerSecond: 1e6, framesBurst: 1e6 } });
});
afterAll(async () => {
	await bench.close();
	await store.close();
});

const stored = async (index: number) => await store.storage.loadDocument(bench.documents[index] ?? "");
const rowsOf = async (index: number) =>
	(await stored(index))?.updates.at(-1)?.seq ?? (await stored(index))?.snapshot?.seq;

it(`${FORGERIES} frames under somebody else's client id: none counts, and the owner loses nothing`, {
	timeout: within(60_000),
}, async () => {
	const random = new Random(firstSeed(1));
	const [victim, watcher] = [await enter(bench, bench.person().token), await enter(bench, bench.person().token)];
	const writer = new Writer();
	const id = writer.doc.clientID;
	const attacker = new Attacker(`${bench.url}/${bench.documents[0]}`, bench.person().token);
	victim.send(encodeAwareness([{ client: id, clock: 1, state: "{}" }]));
	await watcher.until(({ type }) => type === "awareness");
	for (const kind of ["gc", "skip", "deletion"] as const) {
		const beforeTheFirstWord = encodeUpdate(forge(id, { kind, clock: 0, length: 9 }));
		expect(await attacker.provoke(beforeTheFirstWord)).toBe(CLOSE.forbidden);
	}

	let [done, typed, accepted] = [0, 0, 0];
	for (; done < FORGERIES && !timeIsUp(); done += 1) {
		if (done % 10 === 0) {
			victim.update(writer.type(`${done} `));
			typed += 1;
			await victim.saved(typed);
		}
		const next = writer.text.length;
		const kind = random.pick(["gc", "skip", "item", "deletion"] as const);
		const clock = random.pick([next, next + 1, next + random.int(1_000), 2 ** 30, random.int(next)]);
		const length = 1 + random.int(1_000);
		const reach = clock + length + (kind === "skip" ? 1 : 0);
		// What somebody has written may be deleted by everybody; the forgery reaches beyond it.
		const forgery = { kind, clock, length: kind === "deletion" ? Math.max(length, next - clock + 1) : length };
		const bytes = forge(id, forgery);
		const outcome = await attacker.provoke(random.chance(0.5) ? encodeUpdate(bytes) : encodeStep2(bytes));
		// What lies wholly in the past is known already: it may pass, and changes nothing.
		if ((kind === "deletion" || reach > next) && outcome === "open") accepted += 1;
		else if (outcome !== "open") expect([CLOSE.forbidden, CLOSE.malformed]).toContain(outcome);
	}
	await attacker.leave();
	figure("forged", `frames under foreign client ids, from seed ${random.seed}`, done);
	figure("forged", "of them accepted", accepted);
	expect(accepted).toBe(0);
	expect(victim.socket.readyState).toBe(victim.socket.OPEN);
	expect((await read(bench)).getText("line").toString()).toBe(writer.text.toString());
	expect(await rowsOf(0)).toBe(typed);
});

it(`${PRESENCES} forged presence frames: nobody is shown as somebody else`, { timeout: within(60_000) }, async () => {
	const random = new Random(firstSeed(2));
	const document = bench.documents[1];
	const [anna, eve, watch] = [bench.person(), bench.person(), bench.person()];
	const [victim, hostile, watcher] = [
		await enter(bench, anna.token, document),
		await enter(bench, eve.token, document),
		await enter(bench, watch.token, document),
	];
	const state = JSON.stringify({ user: { name: "Anna" }, mine: true });
	victim.send(encodeAwareness([{ client: 77, clock: 1, state }]));
	await watcher.until(({ type }) => type === "awareness");
	const said = [{ user: { id: anna.actor.participantId, name: "Anna" }, hostile: true }, null, [], { __proto__: {} }];
	let done = 0;
	for (; done < PRESENCES && !timeIsUp(); done += 1) {
		const entries = Array.from({ length: 1 + random.int(3) }, () => ({
			client: random.chance(0.6) ? 77 : random.int(2 ** 32),
			clock: random.pick([0, 1, 2, 2 ** 31, 2 ** 53 - 1]),
			state: JSON.stringify(random.pick(said)),
		}));
		hostile.send(encodeAwareness(entries));
		// Whoever is faster is read more slowly; the answer says that all of it was read.
		if (done % 100 === 99) await answered(hostile);
	}
	await answered(hostile);
	await answered(watcher);
	const shown = watcher.received.flatMap((message) => (message.type === "awareness" ? entriesOf(message.bytes) : []));
	const ofVictim = shown.filter(({ client }) => client === 77);
	const lies = [
		...ofVictim.filter(({ user, mine }) => user?.id !== anna.actor.participantId || mine !== true),
		...shown.filter(({ client, user }) => client !== 77 && user !== undefined && user.id !== eve.actor.participantId),
	];
	figure("forged", `presence frames, from seed ${random.seed}`, done);
	figure("forged", "shown under somebody else's name", lies.length);
	expect(lies).toEqual([]);
	expect(ofVictim.length).toBeGreaterThan(0);
	// However many ids it tried, it has one.
	expect(new Set(shown.map(({ client }) => client)).size).toBeLessThanOrEqual(2);
});

/** Asks who is here and waits for the answer. */
async function answered(client: RawClient): Promise<void> {
	const before = client.received.filter(({ type }) => type === "awareness").length;
	client.send(Uint8Array.of(3));
	await new Promise<void>((resolve) => {
		const look = () => {
			if (client.received.filter(({ type }) => type === "awareness").length > before) resolve();
			else client.socket.once("message", () => queueMicrotask(look));
		};
		look();
	});
}

function entriesOf(payload: Uint8Array) {
	const decoded = decodeAwareness(payload);
	if (!decoded.ok) throw new Error("the server sent malformed presence");
	return decoded.value.map(({ client, state }) => {
		const shown: { user?: { id?: string }; mine?: boolean } = JSON.parse(state) ?? {};
		return { client, ...shown };
	});
}

it(`${WRITES} write frames of a reader: the log stays as long as it was`, { timeout: within(60_000) }, async () => {
	const random = new Random(firstSeed(3));
	const document = bench.documents[2] ?? "";
	const writer = await enter(bench, bench.person().token, document);
	writer.update(new Writer().type("what was there"));
	await writer.saved(1);
	const { actor, token } = bench.person();
	bench.access.set(actor, document, "read");
	let [done, denied, ended] = [0, 0, 0];
	for (; done < WRITES && !timeIsUp(); ) {
		const reader = new RawClient(`${bench.url}/${document}`, token);
		await reader.until(({ type }) => type === "step1");
		for (let frames = 0; frames < 100 && reader.socket.readyState === reader.socket.OPEN; frames += 1, done += 1) {
			const kind = random.pick(["update", "step2"] as const);
			const honest = new Writer().type("more");
			reader.send(
				random.chance(0.9) ? (kind === "update" ? encodeUpdate(honest) : encodeStep2(honest)) : bytesOf(kind, random),
			);
			await Promise.race([reader.closed, answered(reader)]);
		}
		denied += reader.received.filter(({ type }) => type === "denied").length;
		ended += reader.socket.readyState === reader.socket.OPEN ? 0 : 1;
		reader.socket.close();
		await reader.closed;
	}
	figure("forged", `write frames of a reader, from seed ${random.seed}`, `${done}: ${denied} denied, ${ended} ended`);
	figure("forged", "rows they added to the log", ((await rowsOf(2)) ?? 0) - 1);
	expect(await rowsOf(2)).toBe(1);
	expect(denied).toBeGreaterThan(0);
	expect((await read(bench, document)).getText("line").toString()).toBe("what was there");
});

function bytesOf(kind: "update" | "step2", random: Random): Uint8Array {
	const frame = hostileFrame(kind, random);
	return typeof frame === "string" ? Uint8Array.of() : frame;
}
