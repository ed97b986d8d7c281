/** Builds `/sw.js` once the pages are built: it belongs to this build and names the files of its live page. */
import { readdirSync, readFileSync } from "node:fs";
import { build } from "esbuild";

const CLIENT = "build/app/client";
/** What the participants' live page is made of; what it loads while it runs belongs to it. */
const ENTRIES = ["app/entry.client.tsx", "app/root.tsx", "app/routes/w.$id._index.tsx"];

export async function buildServiceWorker() {
	const files = readdirSync(`${CLIENT}/assets`);
	await build({
		entryPoints: { sw: "app/shell/service-worker.ts" },
		outdir: CLIENT,
		bundle: true,
		minify: true,
		format: "iife",
		target: "es2022",
		define: {
			ARENA_VERSION: JSON.stringify(versionOf(files)),
			ARENA_ASSETS: JSON.stringify(assetsOf(files)),
		},
		logLevel: "warning",
	});
}

/** Remix names its manifest after the build, and the pages it renders say the same version. @param {string[]} files */
function versionOf(files) {
	const version = files.flatMap((file) => /^manifest-([0-9a-f]+)\.js$/.exec(file)?.[1] ?? []).at(0);
	if (version === undefined) throw new Error("the build has no manifest");
	return version;
}

/** The scripts of the live page with all that they import now or later, the styles and the fonts. @param {string[]} files */
function assetsOf(files) {
	/** @type {Record<string, { file: string, imports?: string[], dynamicImports?: string[] }>} */
	const manifest = JSON.parse(readFileSync("build/app/.vite/client-manifest.json", "utf8"));
	const wanted = new Set(
		files.filter((file) => /\.(css|woff2)$|^manifest-/.test(file)).map((file) => `assets/${file}`),
	);
	const seen = new Set();
	/** @param {string} name */
	const visit = (name) => {
		if (seen.has(name) || manifest[name] === undefined) return;
		seen.add(name);
		const { file, imports = [], dynamicImports = [] } = manifest[name];
		wanted.add(file);
		for (const next of [...imports, ...dynamicImports]) visit(next);
	};
	for (const entry of ENTRIES) {
		const name = Object.keys(manifest).find((key) => key === entry || key.startsWith(`${entry}?`));
		if (name === undefined) throw new Error(`${entry} is not in the build`);
		visit(name);
	}
	return [...wanted].sort().map((file) => `/${file}`);
}
