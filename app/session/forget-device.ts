import { journalPrefix } from "../worksheet/document/journal-name.ts";

const DELETE_WITHIN_MS = 3_000;

/**
 * Wipes what this browser keeps of a workshop's sheets. Other workshops' journals stay: they may hold text that no
 * server has yet. Resolves when the databases are gone, or after three seconds where an open tab still holds one.
 */
export async function forgetDevice(workshopId: string): Promise<void> {
	if (typeof indexedDB === "undefined" || indexedDB.databases === undefined) return;
	const databases = await indexedDB.databases();
	const names = databases.flatMap(({ name }) => (name?.startsWith(journalPrefix(workshopId)) ? [name] : []));
	await Promise.all(names.map(deleteDatabase));
}

function deleteDatabase(name: string): Promise<void> {
	return new Promise((resolve) => {
		const request = indexedDB.deleteDatabase(name);
		request.onsuccess = () => resolve();
		request.onerror = () => resolve();
		setTimeout(resolve, DELETE_WITHIN_MS);
	});
}
