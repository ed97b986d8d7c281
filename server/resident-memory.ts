import { readFileSync } from "node:fs";

const KIB_PER_MIB = 1_024;

/** A process's resident memory in MiB, as Linux tells it; 0 elsewhere and of one that is gone. */
export function residentMemory(pid: number | undefined): number {
	try {
		const status = readFileSync(`/proc/${pid}/status`, "latin1");
		return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / KIB_PER_MIB;
	} catch {
		return 0;
	}
}
