import { type ChildProcessByStdio, execFileSync, spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { connect as connectTcp, createServer } from "node:net";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { projectPath } from "../../server/project-path.ts";
import { apiClient } from "../harness/api.ts";
import { dataFolder, found, openWorkshop } from "./stage.ts";

type Environment = Record<string, string>;

interface Launched {
	process: ChildProcessByStdio<null, Readable, Readable>;
	/** The address it printed; rejects where it ends before. */
	ready: Promise<string>;
	ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

/** `npm start` without npm, on a port of its own choice. */
async function launch(environment: Environment = {}): Promise<Launched> {
	const dataDir = environment.DATA_DIR ?? (await dataFolder());
	const child = spawn(process.execPath, ["server/build/start.mjs"], {
		cwd: projectPath("."),
		env: {
			NODE_ENV: "production",
			PATH: process.env.PATH,
			HOST: "127.0.0.1",
			PORT: "0",
			...environment,
			DATA_DIR: dataDir,
		},
		stdio: ["ignore", "pipe", "pipe"],
	});
	onTestFinished(() => {
		child.kill("SIGKILL");
	});
	let stdout = "";
	let stderr = "";
	child.stderr.setEncoding("utf8").on("data", (text: string) => {
		stderr += text;
	});
	const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) =>
		child.once("close", (code) => resolve({ code, stdout, stderr })),
	);
	const ready = new Promise<string>((resolve, reject) => {
		child.stdout.setEncoding("utf8").on("data", (text: string) => {
			stdout += text;
			const address = /^Arena is ready: (\S+)$/m.exec(stdout)?.[1];
			if (address !== undefined) resolve(address);
		});
		child.once("close", () => reject(new Error(`ended before it was ready: ${stderr}`)));
	});
	// Whoever expects it to end does not ask for the address.
	ready.catch(() => undefined);
	return { process: child, ready, ended };
}

/** The one line a start that cannot be ends with. */
async function refusedStart(environment: Environment): Promise<string> {
	const { ended } = await launch(environment);
	const { code, stdout, stderr } = await ended;
	expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
	const lines = stderr.trim().split("\n");
	expect(lines).toHaveLength(1);
	return found(lines[0], "line");
}

const exits = (socket: WebSocket) => new Promise<number>((resolve) => socket.once("close", resolve));

beforeAll(() => {
	execFileSync(process.execPath, ["server/build/ensure.mjs"], { cwd: projectPath("."), stdio: "ignore" });
}, 240_000);

describe("starting", () => {
	test("prints the address to open and serves pages and API there", async () => {
		const { ready } = await launch({ METRICS_TOKEN: "short" });
		const url = await ready;
		expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
		expect((await fetch(`${url}/readyz`)).status).toBe(200);
		const page = await fetch(url);
		expect(page.status).toBe(200);
		expect(await page.text()).toContain("<html");
	});

	test.each<[Environment, RegExp]>([
		[{ PORT: "eighty" }, /^PORT is "eighty", but takes a port number/],
		[{ PUBLIC_URL: "arena" }, /^PUBLIC_URL is "arena", but takes an http/],
		[{ RETENTION_DAYS: "-1" }, /^RETENTION_DAYS is "-1", but takes/],
		[{ TRUST_PROXY: "the one in front" }, /^TRUST_PROXY is "the one in front", but takes/],
		[{ LOG_LEVEL: "loud" }, /^LOG_LEVEL is "loud", but takes debug, info/],
		[{ METRICS_TOKEN: "two words" }, /^METRICS_TOKEN is "…", but takes/],
		[{ DATABASE_URL: "postgres://user:hush@db/arena" }, /^DATABASE_URL is "…", but takes no value yet: /],
		[{ REDIS_URL: "redis://cache" }, /^REDIS_URL is "…", but takes no value yet: /],
		[{ HOST: "192.0.2.1" }, /^HOST is "192\.0\.2\.1", but takes an address of this machine$/],
		[{ WORKSHEETS_DIR: "/nowhere/at/all" }, /^WORKSHEETS_DIR: cannot read \/nowhere\/at\/all/],
	])("with %j stops with one line that says what it takes", async (environment, line) => {
		expect(await refusedStart(environment)).toMatch(line);
	});

	test("on a port that is taken stops with one line", async () => {
		const other = createServer();
		await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
		onTestFinished(() => void other.close());
		const address = other.address();
		const port = typeof address === "object" && address !== null ? address.port : 0;
		expect(await refusedStart({ PORT: String(port) })).toBe(
			`PORT is ${port}, which another process uses: it takes a free one, or 0 for any`,
		);
	});

	test("twice on one data folder stops the second with one line; the lock dies with its process", async () => {
		const dataDir = await dataFolder();
		const first = await launch({ DATA_DIR: dataDir });
		await first.ready;
		expect(await refusedStart({ DATA_DIR: dataDir })).toMatch(/^DATA_DIR: another process already uses .*$/);
		first.process.kill("SIGKILL");
		await first.ended;
		const next = await launch({ DATA_DIR: dataDir });
		expect((await fetch(`${await next.ready}/readyz`)).status).toBe(200);
	});

	test("on a folder that cannot be stops with one line", async () => {
		const folder = await dataFolder();
		await writeFile(join(folder, "file"), "");
		expect(await refusedStart({ DATA_DIR: join(folder, "file", "below") })).toMatch(/^DATA_DIR: .* cannot be written$/);
	});

	test("with a damaged key stops rather than locking everybody out", async () => {
		const dataDir = await dataFolder();
		await writeFile(join(dataDir, "secret"), "short");
		expect(await refusedStart({ DATA_DIR: dataDir })).toMatch(/^DATA_DIR: .*secret does not hold the instance's key/);
	});

	test("with a broken worksheet names file, line and reason", async () => {
		const folder = join(await dataFolder(), "own");
		await mkdir(folder);
		const file = join(folder, "broken.yaml");
		await writeFile(file, "kind: worksheet\nid: own-sheet\nversion: none\n");
		const { ended } = await launch({ WORKSHEETS_DIR: folder });
		const { code, stderr } = await ended;
		expect(code).toBe(1);
		const lines = stderr.trim().split("\n");
		expect(lines.every((line) => line.startsWith(`${file}:`) && /^\d+: ./.test(line.slice(file.length + 1)))).toBe(
			true,
		);
		expect(lines.some((line) => line.startsWith(`${file}:3: `))).toBe(true);
	});
});

describe("SIGTERM", () => {
	test("finishes: sockets told with 1012, everything kept, exit 0, however often it comes", {
		timeout: 60_000,
	}, async () => {
		const dataDir = await dataFolder();
		const running = await launch({ DATA_DIR: dataDir });
		const url = await running.ready;
		const api = apiClient(url);
		const workshop = await openWorkshop({ api, url }, { people: 1 });
		await workshop.run({ type: "session.start" }, { type: "phase.go", phase: "check-in" });
		const token = found(workshop.people[0], "participant").token;
		const [document] = (await api.snapshot(workshop.id, token)).documents;

		const sockets = url.replace("http", "ws");
		const line = new WebSocket(`${sockets}/socket.io/?EIO=4&transport=websocket`);
		const sheet = new WebSocket(`${sockets}/sync/${document?.id}`, { headers: { authorization: `Bearer ${token}` } });
		await Promise.all([line, sheet].map((socket) => new Promise((resolve) => socket.once("message", resolve))));
		await silentPeer(url, `/sync/${document?.id}`, token);
		await silentPeer(url, "/socket.io/?EIO=4&transport=websocket", token);
		const closed = Promise.all([exits(line), exits(sheet)]);

		const asked = performance.now();
		running.process.kill("SIGTERM");
		expect(await closed).toEqual([1012, 1012]);
		running.process.kill("SIGTERM");
		await expect(fetch(`${url}/healthz`)).rejects.toThrow();
		const { code, stderr } = await running.ended;
		expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
		expect(performance.now() - asked).toBeLessThan(10_000);

		const again = await launch({ DATA_DIR: dataDir });
		const after = await apiClient(await again.ready).snapshot(workshop.id, workshop.facilitatorToken);
		expect(after).toMatchObject({ currentPhase: "check-in", participants: [{ name: "Person 1" }] });
	});
});

/** Opens a socket by hand and then answers nothing, not even a close. */
async function silentPeer(url: string, path: string, token: string): Promise<void> {
	const { hostname, port } = new URL(url);
	const socket = connectTcp(Number(port), hostname);
	onTestFinished(() => void socket.destroy());
	socket.on("error", () => undefined);
	socket.write(
		[
			`GET ${path} HTTP/1.1`,
			`Host: ${hostname}:${port}`,
			"Connection: Upgrade",
			"Upgrade: websocket",
			"Sec-WebSocket-Version: 13",
			"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
			`Authorization: Bearer ${token}`,
			"\r\n",
		].join("\r\n"),
	);
	const [answer] = await new Promise<Buffer[]>((resolve) => socket.once("data", (data) => resolve([data])));
	expect(String(answer)).toMatch(/^HTTP\/1\.1 101 /);
	socket.on("data", () => undefined);
}
