import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { io, type Socket } from "socket.io-client";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { openWorkshop, type Workshop } from "../flows/stage.ts";
import { apiClient } from "../harness/api.ts";
import { startArenaChild } from "../harness/arena-child.ts";
import { Random } from "../harness/random.ts";
import { amount, figure, firstSeed, timeIsUp, within } from "../harness/scale.ts";
import { anyJson, damageText, hostileCommand } from "./hostile-json.ts";

const EACH = amount(1_000, 1_000_000);
/** After so many a hostile person starts anew, below the pace at which they would only be told to slow down. */
const ROUND = 100;

let dataDir: string;
let server: Awaited<ReturnType<typeof startArenaChild>>;
let bystander: Workshop;
const ends: (() => PromiseLike<void>)[] = [];

beforeAll(async () => {
	dataDir = await mkdtemp(join(tmpdir(), "arena-hostile-"));
	server = await startArenaChild(dataDir, { TRUST_PROXY: "1" });
	bystander = await openWorkshop({ api: apiClient(server.url), url: server.url }, { people: 1 }, (end) =>
		ends.push(end),
	);
});
afterAll(async () => {
	for (const end of ends) await end();
	await server.kill();
	await rm(dataDir, { recursive: true, force: true });
});

beforeEach(async () => {
	await server.report();
});
/** The process lives, has logged no fault, and somebody else's workshop goes on. */
afterEach(async () => {
	const { errors, longestStallMs } = await Promise.race([server.report(), server.survives]);
	figure(
		"session",
		`longest stall of the event loop, ${expect.getState().currentTestName}`,
		`${longestStallMs.toFixed(0)} ms`,
	);
	expect(errors).toEqual([]);
	expect(bystander.lead.socket.connected).toBe(true);
	expect(await bystander.lead.command({ type: "broadcast", text: "Weiter" })).toMatchObject({ ok: true });
});

interface Hostile {
	facilitator: string;
	participant: string;
	code: string;
	ids: string[];
}

async function hostileWorkshop(): Promise<Hostile> {
	const api = apiClient(server.url);
	const created = await api.create();
	const { token, participantId } = await api.join(created.code, "Eve");
	const ids = [created.id, participantId, bystander.id, ...bystander.people.map((person) => person.participantId)];
	return { facilitator: created.facilitatorToken, participant: token, code: created.code, ids };
}

/** Runs one hostile turn after another, in rounds of a new workshop each. Resolves with how many there were. */
async function turns(random: Random, round: (hostile: Hostile) => Promise<Turn>): Promise<number> {
	let done = 0;
	while (done < EACH && !timeIsUp()) {
		const { take, end } = await round(await hostileWorkshop());
		for (let turn = 0; turn < ROUND && done < EACH; turn += 1, done += 1) await Promise.race([take(), server.survives]);
		await end();
	}
	figure("session", `${expect.getState().currentTestName}, from seed ${random.seed}`, done);
	return done;
}

interface Turn {
	take(): Promise<void>;
	end(): Promise<void>;
}

test(`${EACH} hostile socket.io events: each is answered or ends its sender's line`, {
	timeout: within(60_000),
}, async () => {
	const random = new Random(firstSeed(1));
	const answers = { ok: 0, refused: 0, ended: 0 };
	await turns(random, async ({ facilitator, participant, ids }) => {
		const token = random.pick([facilitator, participant]);
		let socket: Socket | null = null;
		const open = async () => {
			if (socket?.connected) return socket;
			socket = io(`${server.url}/session`, {
				auth: { token },
				transports: ["websocket"],
				forceNew: true,
				reconnection: false,
			});
			const opened = socket;
			await new Promise<void>((resolve, reject) => {
				opened.once("connect", () => resolve());
				opened.once("connect_error", reject);
			});
			return socket;
		};
		return {
			async take() {
				const line = await open();
				const event = random.weighted({ command: 8, resync: 1, other: 1 });
				const args = event === "command" ? [hostileCommand(random, randomUUID, ids)] : [anyJson(random)];
				if (random.chance(0.05)) args.push(Buffer.from(random.bytes(random.int(99))));
				const name = event === "other" ? random.pick(["", "snapshot", "change", "x".repeat(999)]) : event;
				const gone = new Promise<"gone">((resolve) => line.once("disconnect", () => resolve("gone")));
				const answer: unknown = await Promise.race([line.timeout(20_000).emitWithAck(name, ...args), gone]);
				if (answer === "gone") answers.ended += 1;
				else if (typeof answer === "object" && answer !== null && "ok" in answer && answer.ok === false)
					answers.refused += 1;
				else answers.ok += 1;
			},
			async end() {
				socket?.disconnect();
			},
		};
	});
	figure("session", "events carried out, refused, lines ended", Object.values(answers).join(", "));
	expect(answers.refused).toBeGreaterThan(0);
});

test(`${EACH} damaged socket.io packets: none reaches beyond its sender's line`, {
	timeout: within(60_000),
}, async () => {
	const random = new Random(firstSeed(2));
	await turns(random, async ({ facilitator, ids }) => {
		let socket: WebSocket | null = null;
		/** A line that has answered is one that has survived what came before. */
		const answered = (line: WebSocket, ask: string, answer: RegExp) =>
			new Promise<boolean>((resolve) => {
				const listen = (data: unknown) => {
					if (answer.test(String(data))) finish(true);
				};
				const closed = () => finish(false);
				const finish = (alive: boolean) => {
					line.off("message", listen);
					line.off("close", closed);
					resolve(alive);
				};
				line.on("message", listen);
				line.on("close", closed);
				if (line.readyState === WebSocket.OPEN) line.send(ask);
				else if (line.readyState !== WebSocket.CONNECTING) finish(false);
			});
		const open = async () => {
			if (socket?.readyState === WebSocket.OPEN) return socket;
			socket = new WebSocket(`${server.url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`);
			const line = socket;
			line.on("error", () => undefined);
			await new Promise((resolve) => line.once("message", resolve));
			expect(
				await answered(line, `40/session,${JSON.stringify({ token: facilitator })}`, /^42\/session,\["snapshot"/),
			).toBe(true);
			return line;
		};
		return {
			async take() {
				const line = await open();
				const command = JSON.stringify(["command", hostileCommand(random, randomUUID, ids)]);
				const packet = random.pick([
					`42/session,7${command}`,
					`451-/session,8["command",{"_placeholder":true,"num":0}]`,
					'452-/session,["command",{"_placeholder":true,"num":9}]',
					`40/session,${JSON.stringify({ token: anyJson(random) })}`,
					"41/session,",
					"43/session,7[]",
					"2probe",
					"5",
				]);
				line.send(random.chance(0.85) ? damageText(packet, random) : Buffer.from(random.bytes(random.int(60))));
				// A line that waits for the rest of a packet ends with the next text: whoever asks learns whether it is there.
				const alive = await answered(line, '42/session,99["resync"]', /^43\/session,99\[/);
				if (!alive) line.terminate();
			},
			async end() {
				socket?.terminate();
			},
		};
	});
});

test(`${EACH} hostile HTTP bodies: each is answered, and never as a fault of ours`, {
	timeout: within(60_000),
}, async () => {
	const random = new Random(firstSeed(3));
	const statuses = new Map<number, number>();
	await turns(random, async ({ facilitator, participant, code, ids }) => ({
		async take() {
			const [workshop = ""] = ids;
			const path = random.pick([
				"/api/workshops",
				`/api/workshops/${random.pick([code, "ABCDEFGHJ", "x", "%00", "%E0%A4%A"])}/join`,
				`/api/workshops/${random.pick(ids)}/enter`,
				`/api/workshops/${workshop}/return-link`,
				`/api/workshops/${workshop}/leave`,
				`/api/documents/${random.pick(ids)}/late`,
			]);
			const json = JSON.stringify(
				random.chance(0.5)
					? { template: "must-want-can", title: anyJson(random), name: anyJson(random) }
					: anyJson(random),
			);
			const body = random.pick([
				json,
				damageText(json, random),
				"[".repeat(30_000),
				"x".repeat(70_000),
				Buffer.from(random.bytes(99)),
			]);
			const isPacked = random.chance(0.1);
			const response = await fetch(`${server.url}${path}`, {
				method: "POST",
				headers: {
					// Each from elsewhere: who fails often from one address is only told to wait.
					"X-Forwarded-For": Array.from(random.bytes(4)).join("."),
					"Content-Type": random.pick([
						"application/json",
						"application/json",
						"application/json; charset=utf-7",
						"text/plain",
						"application/x-yaml",
					]),
					...(random.chance(0.7) ? { Authorization: `Bearer ${random.pick([facilitator, participant, "x"])}` } : {}),
					...(isPacked ? { "Content-Encoding": random.pick(["gzip", "deflate", "br", "x"]) } : {}),
				},
				body: isPacked && random.chance(0.5) ? gzipSync("x".repeat(1_000_000)) : body,
			});
			statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
			await response.arrayBuffer();
			expect(response.status, `${path} ${String(body).slice(0, 200)}`).toBeLessThan(500);
			if (response.status >= 400) expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
		},
		async end() {},
	}));
	figure(
		"session",
		"HTTP statuses",
		[...statuses]
			.map(([status, count]) => `${status}: ${count}`)
			.sort()
			.join(", "),
	);
	expect(statuses.get(422)).toBeGreaterThan(0);
});
