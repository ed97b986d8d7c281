import { useEffect, useRef } from "react";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { journalName } from "../worksheet/document/journal-name.ts";
import { useOpenSheets } from "./open-sheets.tsx";

/**
 * Text that was written without a line stays in the browser's journal. Where the page is loaded anew while the room
 * is elsewhere, no sheet on the screen would send it: this does, once, for every sheet of this person, also for those
 * that have been closed since or belong to a former group.
 */
export function useUnsentJournals(snapshot: Snapshot): void {
	const { linger, gone, noteLate } = useOpenSheets();
	const first = useRef(snapshot);
	useEffect(() => {
		const leaving = new AbortController();
		sendAll(first.current, { linger, gone, noteLate }, leaving.signal).catch((error: unknown) => reportError(error));
		return () => leaving.abort();
	}, [linger, gone, noteLate]);
}

async function sendAll(
	{ you, workshop }: Snapshot,
	sheets: {
		linger(document: string, unsaved: number): void;
		gone(document: string, lost: string | null): void;
		noteLate(): void;
	},
	signal: AbortSignal,
): Promise<void> {
	if (you.participantId === undefined) return;
	const author = you.participantId;
	const { journalNotes, journalsBeginning } = await import("../worksheet/document/journals.ts");
	const own = journalName(workshop.id, author, "");
	const waiting: string[] = [];
	for (const name of await journalsBeginning(own)) {
		if ((await journalNotes(name))?.unsent) waiting.push(name.slice(own.length));
	}
	if (waiting.length === 0 || signal.aborted) return;
	const { sendUnsent } = await import("../worksheet/document/send-unsent.ts");
	await Promise.all(
		waiting.map(async (documentId) => {
			sheets.linger(documentId, 1);
			const { late } = await sendUnsent({ documentId, workshopId: workshop.id, author, keeps: false });
			sheets.gone(documentId, null);
			if (late) sheets.noteLate();
		}),
	);
}
