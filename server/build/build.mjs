/** `npm run build`: the pages with Vite, the server with esbuild, and a stamp that says from which sources. */
import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { serverBundle } from "./server-bundle.mjs";
import { buildServiceWorker } from "./service-worker.mjs";
import { sourceStamp, stampFile } from "./stamp.mjs";

process.env.NODE_ENV = "production";
const stamp = sourceStamp();
rmSync("build", { recursive: true, force: true });
execFileSync(process.execPath, ["node_modules/@remix-run/dev/dist/cli.js", "vite:build"], { stdio: "inherit" });
await buildServiceWorker();
await build({
	entryPoints: {
		main: "server/main.ts",
		"storage-worker": "server/storage/sqlite/worker.ts",
		"writer-process": "server/export/writer-process.ts",
		"picture-process": "server/materials/picture-process.ts",
	},
	outdir: "build/server",
	...serverBundle,
});
writeFileSync(stampFile, stamp);
