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

/**
 * Rollup's `manualChunks`: only what the participant's page needs is grouped; what other pages need besides, or what is
 * imported while a page runs, is never loaded for its sake.
 * @type {import("vite").Rollup.GetManualChunk}
 */
export function chunkOf(id, { getModuleInfo }) {
	const group = GROUPS.find(([, modules]) => modules.test(id))?.[0];
	return group !== undefined && isNeeded(id, getModuleInfo, new Set()) ? group : undefined;
}

/**
 * Whether static imports lead from the participant's page to this module.
 * @param {string} id
 * @param {import("vite").Rollup.GetModuleInfo} getModuleInfo
 * @param {Set<string>} seen
 * @returns {boolean}
 */
function isNeeded(id, getModuleInfo, seen) {
	if (PARTICIPANT_PAGE.some((entry) => entry.test(id))) return true;
	if (seen.has(id)) return false;
	seen.add(id);
	return getModuleInfo(id)?.importers.some((importer) => isNeeded(importer, getModuleInfo, seen)) ?? false;
}
