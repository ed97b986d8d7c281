import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { serverBundle } from "../../server/build/server-bundle.mjs";
import { ArenaSeats } from "./arena-seats.ts";
import type { Protocol, Seat } from "./client.ts";
import { ServerUnderLoad } from "./process.ts";
import { WRITERS } from "./script.ts";

/** Where a run's people sit: `count` documents with `people` in each, never given out before. */
export interface Seats {
	take(count: number, people?: number): Promise<Seat[][]>;
}

export interface Contender {
	name: "arena" | "relay" | "floor" | "y-websocket" | "hocuspocus";
	/** What its column says. */
	title: string;
	keepsDocuments: boolean;
	survivesRestart: boolean;
	start(options?: StartOptions): Promise<{ server: ServerUnderLoad; seats: Seats }>;
}

interface StartOptions {
	/** Arena's bounds of sync that a figure needs to be others. */
	limits?: Record<string, number>;
	nodeArgs?: string[];
}

const PEERS = fileURLToPath(new URL("./peers/", import.meta.url));
const BUNDLE = fileURLToPath(new URL("../../.cache/bench/", import.meta.url));

/** Installs the peers where that has not happened, and bundles Arena's server as the build does. */
export async function prepare(): Promise<void> {
	if (!existsSync(`${PEERS}node_modules`)) {
		process.stderr.write("installing the peers (once, from test/load/peers/package-lock.json)\n");
		execFileSync("npm", ["ci"], { cwd: PEERS, stdio: ["ignore", "ignore", "inherit"] });
	}
	await build({
		entryPoints: {
			"arena-server": fileURLToPath(new URL("./arena-server.ts", import.meta.url)),
			"storage-worker": fileURLToPath(new URL("../../server/storage/sqlite/worker.ts", import.meta.url)),
		},
		outdir: BUNDLE,
		...serverBundle,
	});
}

let documents = 0;

function peer(
	name: Contender["name"],
	title: string,
	script: string,
	protocol: Protocol,
	keeps: Pick<Contender, "keepsDocuments" | "survivesRestart">,
): Contender {
	return {
		name,
		title,
		...keeps,
		async start({ nodeArgs = [] } = {}) {
			const server = await ServerUnderLoad.start({ args: [...nodeArgs, `${PEERS}${script}`], env: {} });
			const seatIn = (document: string): Seat => ({
				port: server.port,
				path: protocol === "hocuspocus" ? "/" : `/${document}`,
				document,
				token: null,
				protocol,
			});
			const take = async (count: number, people = WRITERS): Promise<Seat[][]> =>
				Array.from({ length: count }, () => {
					documents += 1;
					const document = `document-${documents}`;
					return Array.from({ length: people }, () => seatIn(document));
				});
			return { server, seats: { take } };
		},
	};
}

const arena: Contender = {
	name: "arena",
	title: "Arena",
	keepsDocuments: true,
	survivesRestart: true,
	async start({ limits = {}, nodeArgs = [] } = {}) {
		const server = await ServerUnderLoad.start({
			args: [...nodeArgs, `${BUNDLE}arena-server.js`],
			env: { SYNC_LIMITS: JSON.stringify(limits) },
		});
		return { server, seats: new ArenaSeats(server.port) };
	},
};

const MEMORY = { keepsDocuments: true, survivesRestart: false };
const DISK = { keepsDocuments: true, survivesRestart: true };
const NOTHING = { keepsDocuments: false, survivesRestart: false };

export const CONTENDERS: Record<Contender["name"], Contender> = {
	arena,
	relay: peer("relay", "bare ws relay", "relay.mjs", "relay", NOTHING),
	floor: peer("floor", "Arena's reads and writes alone", "floor.mjs", "relay", NOTHING),
	"y-websocket": peer(
		"y-websocket",
		"@y/websocket-server 0.1.1",
		"node_modules/@y/websocket-server/src/server.js",
		"y-websocket",
		MEMORY,
	),
	hocuspocus: peer("hocuspocus", "Hocuspocus 3.4.4 + SQLite", "hocuspocus.mjs", "hocuspocus", DISK),
};
