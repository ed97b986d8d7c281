import { fileURLToPath } from "node:url";
import { type ServerChild, startChild } from "./child.ts";

const PROCESS = fileURLToPath(new URL("./arena-process.ts", import.meta.url));

/** The whole server without its pages in a process of its own, run from source. */
export async function startArenaChild(
	dataDir: string,
	environment: Record<string, string> = {},
): Promise<ServerChild & { url: string }> {
	const child = await startChild(PROCESS, { dataDir, environment });
	return { ...child, url: `http://127.0.0.1:${child.port}` };
}
