import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

export async function makeFolder(): Promise<{ path: string; remove(): Promise<void> }> {
	const path = await mkdtemp(join(tmpdir(), "arena-storage-"));
	return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** A folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
	const { path, remove } = await makeFolder();
	onTestFinished(remove);
	return path;
}
