import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../harness/free-port.ts";

const SERVER_CORE = "0";
const LOAD_CORE = "1";
const TICKS_PER_SECOND = 100;
const KIB_PER_MIB = 1024;

export const canPin = has("taskset") && readFileSync("/proc/cpuinfo", "latin1").split("processor\t").length > 2;

/** Keeps this process off the servers' core. */
export function pinLoad(): void {
	if (canPin) execFileSync("taskset", ["-acp", LOAD_CORE, String(process.pid)], { stdio: "ignore" });
}

export interface ServerCommand {
	/** Of Node, without the script. */
	args: string[];
	env: Record<string, string>;
}

/** A server under measurement: a Node process on a core of its own, with a folder for its data. */
export class ServerUnderLoad {
	readonly port: number;
	readonly #dataDir: string;
	readonly #command: ServerCommand;
	#child: ChildProcess | null = null;

	private constructor(port: number, command: ServerCommand) {
		this.port = port;
		this.#command = command;
		this.#dataDir = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), "arena-bench-"));
	}

	static async start(command: ServerCommand): Promise<ServerUnderLoad> {
		const server = new ServerUnderLoad(await freePort(), command);
		await server.start();
		return server;
	}

	/** Starts it on the same port and data, as after a crash. Resolves when it takes connections. */
	async start(): Promise<void> {
		mkdirSync(this.#dataDir, { recursive: true });
		const log = openSync(join(this.#dataDir, "log"), "a");
		const node = [process.execPath, ...this.#command.args];
		const [program = "", ...args] = canPin ? ["taskset", "-c", SERVER_CORE, ...node] : node;
		this.#child = spawn(program, args, {
			env: {
				PATH: process.env.PATH,
				NODE_ENV: "production",
				HOST: "127.0.0.1",
				PORT: String(this.port),
				DATA_DIR: this.#dataDir,
				LOG_LEVEL: "warn",
				...this.#command.env,
			},
			stdio: ["ignore", log, log],
		});
		while (!(await accepts(this.port))) {
			if (this.#child.exitCode !== null) {
				throw new Error(`a server did not start: ${readFileSync(join(this.#dataDir, "log"), "utf8")}`);
			}
			// Peers have no word of their own for being ready.
			await sleep(20);
		}
	}

	/** Processor time of all its threads so far, in seconds. */
	cpu(): number {
		const stat = readFileSync(`/proc/${this.#pid}/stat`, "latin1");
		const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
		return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
	}

	/** Resident memory in MiB. */
	memory(): number {
		const status = readFileSync(`/proc/${this.#pid}/status`, "latin1");
		return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / KIB_PER_MIB;
	}

	/** The most resident memory that any process which it started now has had, in MiB. */
	peakOfChildren(): number {
		const tasks = readdirSync(`/proc/${this.#pid}/task`);
		const children = tasks.flatMap((task) =>
			told(`/proc/${this.#pid}/task/${task}/children`).split(" ").filter(Boolean),
		);
		const peaks = children.map((pid) => Number(/VmHWM:\s+(\d+)/.exec(told(`/proc/${pid}/status`))?.[1] ?? 0));
		return Math.max(0, ...peaks) / KIB_PER_MIB;
	}

	async stop(signal: "SIGTERM" | "SIGKILL" | "SIGINT" = "SIGTERM"): Promise<void> {
		const child = this.#child;
		if (child === null || child.exitCode !== null || child.signalCode !== null) return;
		const gone = once(child, "exit");
		child.kill(signal);
		const patience = setTimeout(() => child.kill("SIGKILL"), 8_000);
		await gone;
		clearTimeout(patience);
	}

	/** Ends it and throws its data away. */
	async discard(): Promise<void> {
		// With arguments for Node it is profiled, and ended as from a terminal.
		await this.stop(this.#command.args.length > 1 ? "SIGINT" : "SIGTERM");
		if (process.env.BENCH_KEEP === undefined) rmSync(this.#dataDir, { recursive: true, force: true });
	}

	get #pid(): number {
		if (this.#child?.pid === undefined) throw new Error("the server is not running");
		return this.#child.pid;
	}
}

/** Of a process or thread that is gone by now there is nothing to tell. */
function told(path: string): string {
	try {
		return readFileSync(path, "latin1");
	} catch {
		return "";
	}
}

async function accepts(port: number): Promise<boolean> {
	const socket = connect(port, "127.0.0.1");
	try {
		await once(socket, "connect");
		return true;
	} catch {
		return false;
	} finally {
		socket.destroy();
	}
}

function has(program: string): boolean {
	try {
		execFileSync(program, ["--version"], { stdio: "ignore" });
		return true;
	} catch {
		return false;
	}
}
