import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { askReport, type ProcessReport } from "./process-report.ts";

export interface ServerChild {
	port: number;
	/** Rejects when the process ends before `kill` is called. */
	survives: Promise<never>;
	report(): Promise<ProcessReport>;
	/** kill -9; resolves when it is dead. */
	kill(): Promise<void>;
}

/** A server in a process of its own, run from source: `file` takes its settings as JSON and prints its port. */
export async function startChild(file: string, settings: object): Promise<ServerChild> {
	const child: ChildProcess = spawn(
		process.execPath,
		["--expose-gc", "--import", "tsx", file, JSON.stringify(settings)],
		{ stdio: ["ignore", "pipe", "inherit", "ipc"] },
	);
	if (child.stdout === null) throw new Error("no stdout");
	const exited = once(child, "exit");
	let killed = false;
	const survives = exited.then(([code, signal]) => {
		if (killed) return new Promise<never>(() => undefined);
		throw new Error(`the server's process ended with ${code ?? signal}`);
	});
	survives.catch(() => undefined);
	const [line] = await Promise.race([once(createInterface({ input: child.stdout }), "line"), survives]);
	return {
		port: Number(line),
		survives,
		report: () => Promise.race([askReport(child), survives]),
		async kill() {
			killed = true;
			child.kill("SIGKILL");
			await exited;
		},
	};
}
