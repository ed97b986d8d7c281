/**
 * Which modules share a file in the browser. Left alone, the bundler cuts one for every set of pages that share
 * something: some twenty of a few hundred bytes, each compressed without the others' words. What is grouped here is
 * needed together and changes together; the framework stays in the browser's cache from one release to the next.
 * @type {readonly [name: string, modules: RegExp][]}
 */
const GROUPS = [
	[
		"framework",
		/\/node_modules\/(?:react|react-dom|scheduler|react-router|react-router-dom|@remix-run)\/|commonjsHelpers/,
	],
	[
		"ui",
		/\/app\/(?:ui|i18n)\/[\w-]+\.tsx?$|\/worksheets\/(?:contract\/(?:languages|limits|refusals)|report\/dates)\.ts$|vite\/preload-helper/,
	],
	["session", /\/app\/session\/|\/app\/worksheet\/(?:static-sheet\.tsx|document\/journal-name\.ts)$/],
];

/**
 * Rollup's `manualChunks`. What is imported while the page runs keeps a file of its own.
 * @type {import("vite").Rollup.GetManualChunk}
 */
export function chunkOf(id, { getModuleInfo }) {
	if (getModuleInfo(id)?.dynamicImporters.length) return undefined;
	return GROUPS.find(([, modules]) => modules.test(id))?.[0];
}
