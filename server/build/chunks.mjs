/** What the browser runs for a participant's page from the first moment on. */
const PARTICIPANT_PAGE = [/\/app\/entry\.client\.tsx$/, /\/app\/root\.tsx/, /\/app\/routes\/w\.\$id\._index\.tsx/];

/**
 * Which of its modules share a file. Left alone, the bundler cuts one for every set of pages that share something: some
 * twenty of a few hundred bytes, each compressed without the others' words. The framework's outlives a release in the
 * browser's cache.
 * @type {readonly [name: string, modules: RegExp][]}
 */
const GROUPS = [
	["framework", /\/node_modules\/|commonjsHelpers/],
	["session", /\/app\/session\/|\/app\/worksheet\//],
	["ui", /\/app\/(?:ui|i18n)\/|\/worksheets\/|vite\/preload-helper/],
];

/** What any sheet needs once it is opened; its own file holds the rest. */
const SHEET = [/\/app\/worksheet\/sheet\.tsx$/];
const SHEET_PARTS = /\/app\/worksheet\/(?!sheet\.tsx$)|\/worksheets\//;

/**
 * Rollup's `manualChunks`: only what the participant's page needs is grouped, and what every sheet on it does; what other
 * pages need besides, or what is imported later still, is never loaded for its sake.
 * @type {import("vite").Rollup.GetManualChunk}
 */
export function chunkOf(id, { getModuleInfo }) {
	const group = GROUPS.find(([, modules]) => modules.test(id))?.[0];
	if (group !== undefined && isNeeded(PARTICIPANT_PAGE, id, getModuleInfo, new Set())) return group;
	return SHEET_PARTS.test(id) && isNeeded(SHEET, id, getModuleInfo, new Set()) ? "sheet-parts" : undefined;
}

/**
 * Whether static imports lead from one of these modules to this one.
 * @param {readonly RegExp[]} entries
 * @param {string} id
 * @param {import("vite").Rollup.GetModuleInfo} getModuleInfo
 * @param {Set<string>} seen
 * @returns {boolean}
 */
function isNeeded(entries, id, getModuleInfo, seen) {
	if (entries.some((entry) => entry.test(id))) return true;
	if (seen.has(id)) return false;
	seen.add(id);
	return getModuleInfo(id)?.importers.some((importer) => isNeeded(entries, importer, getModuleInfo, seen)) ?? false;
}
