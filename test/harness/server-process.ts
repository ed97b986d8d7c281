import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { freePort } from "./free-port.ts";

export interface ServerProcess {
	url: string;
	/** As a power cut would: no goodbye, nothing flushed. */
	kill(): Promise<void>;
	/** Starts again on the same port and the same data. */
	start(): Promise<void>;
	/** SIGTERM; resolves with the exit code. */
	stop(): Promise<number | null>;
	/** Everything that it has written to its log so far, over all starts. */
	log(): string;
}

/** The built server as a process of its own, for tests that end it the hard way. Needs a build. */
export async function startServerProcess(options: {
	dataDir: string;
	env?: Record<string, string>;
}): Promise<ServerProcess> {
	const port = await freePort();
	let child: ChildProcess | undefined;
	const logged: string[] = [];

	async function start(): Promise<void> {
		child = spawn(process.execPath, ["build/server/main.js"], {
			env: {
				...process.env,
				NODE_ENV: "production",
				DATA_DIR: options.dataDir,
				HOST: "127.0.0.1",
				PORT: String(port),
				LOG_LEVEL: "warn",
				...options.env,
			},
			stdio: ["ignore", "pipe", "inherit"],
		});
		child.stdout?.on("data", (chunk: Buffer) => logged.push(chunk.toString()));
		await ready(child);
	}

	async function end(signal: NodeJS.Signals): Promise<number | null> {
		if (child === undefined || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
		const exited = once(child, "exit");
		child.kill(signal);
		await exited;
		return child.exitCode;
	}

	await start();
	return {
		url: `http://127.0.0.1:${port}`,
		start,
		stop: () => end("SIGTERM"),
		log: () => logged.join(""),
		async kill() {
			await end("SIGKILL");
		},
	};
}

function ready(child: ChildProcess): Promise<void> {
	return new Promise((resolve, reject) => {
		let output = "";
		child.stdout?.on("data", (chunk: Buffer) => {
			output += chunk.toString();
			if (output.includes("Arena is ready")) resolve();
		});
		child.once("exit", (code) => reject(new Error(`the server ended with ${code} before it was ready: ${output}`)));
	});
}
