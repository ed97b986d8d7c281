import { forgetPage } from "../shell/page-cache.ts";
import { forgetDrafts } from "../worksheet/document/drafts.ts";
import { journalPrefix } from "../worksheet/document/journal-name.ts";
import { deleteJournal, journalNotes, journalsBeginning } from "../worksheet/document/journals.ts";

/** How long a journal that nobody opens is kept, in milliseconds: office devices are shared. */
const KEPT_FOR_MS = 7 * 86_400_000;
const ANY_WORKSHOP = "arena-";

/**
 * Wipes what this browser keeps of a workshop: its page, its sheets and drafts. Other workshops' stay: their journals may hold
 * text that no server has yet. Resolves when it is gone.
 */
export async function forgetDevice(workshopId: string): Promise<void> {
	forgetDrafts(workshopId);
	await forgetPage(workshopId);
	const names = await journalsBeginning(journalPrefix(workshopId));
	await Promise.all(names.map(deleteJournal));
}

/** After the end: as `forgetDevice`, but for sheets with text that no server has confirmed yet. */
export async function forgetConfirmed(workshopId: string): Promise<void> {
	await forgetPage(workshopId);
	for (const name of await journalsBeginning(journalPrefix(workshopId))) {
		if ((await journalNotes(name))?.unsent !== true) await deleteJournal(name);
	}
}

/** Wipes the journals of any workshop that have not been opened for a week. `now` in epoch milliseconds. */
export async function forgetOld(now: number): Promise<void> {
	for (const name of await journalsBeginning(ANY_WORKSHOP)) {
		const touched = (await journalNotes(name))?.touched ?? null;
		if (touched !== null && now - touched > KEPT_FOR_MS) await deleteJournal(name);
	}
}
