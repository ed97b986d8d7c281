import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { quantile } from "../latency.ts";
import type { Figure } from "./figure.ts";

const TIMES = 200;
const PAGE = Buffer.alloc(4_096, 1);

/** What this disk takes to say that a page is written: durability cannot be had for less. */
export const fsyncs: Figure = async (_scale, tell) => {
	const folder = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), "arena-fsync-"));
	const file = openSync(join(folder, "file"), "a");
	const took = Array.from({ length: TIMES }, () => {
		const since = performance.now();
		writeSync(file, PAGE);
		fsyncSync(file);
		return performance.now() - since;
	});
	closeSync(file);
	rmSync(folder, { recursive: true });
	const [p50, p99] = [quantile(took, 0.5), quantile(took, 0.99)];
	tell(`fsync of one page: p50 ${p50.toFixed(2)}, p99 ${p99.toFixed(2)} ms`);
	return [
		{ figure: "write and fsync of one page on this disk, p50", unit: "ms", values: { arena: p50 }, goals: [] },
		{ figure: "write and fsync of one page on this disk, p99", unit: "ms", values: { arena: p99 }, goals: [] },
	];
};
