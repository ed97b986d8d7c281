import { useEffect, useRef } from "react";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { journalName } from "../worksheet/document/journal-name.ts";
import { useOpenSheets } from "./open-sheets.tsx";

/**
 * Text that was written without a line stays in the browser's journal. Where the page is loaded anew while the room
 * is elsewhere, no sheet on the screen would send it: this does, once, for every sheet this person may write in.
 */
export function useUnsentJournals(snapshot: Snapshot): void {
	const { linger, gone } = useOpenSheets();
	const first = useRef(snapshot);
	useEffect(() => {
		const leaving = new AbortController();
		sendAll(first.current, { linger, gone }, leaving.signal).catch((error: unknown) => reportError(error));
		return () => leaving.abort();
	}, [linger, gone]);
}

async function sendAll(
	{ you, workshop, documents }: Snapshot,
	sheets: { linger(document: string, unsaved: number): void; gone(document: string, lost: string | null): void },
	signal: AbortSignal,
): Promise<void> {
	if (you.participantId === undefined || typeof indexedDB === "undefined" || indexedDB.databases === undefined) return;
	const author = you.participantId;
	const existing = new Set((await indexedDB.databases()).map(({ name }) => name));
	const candidates = documents.filter(
		({ id, access }) => access === "write" && existing.has(journalName(workshop.id, author, id)),
	);
	if (candidates.length === 0 || signal.aborted) return;
	const [{ journalHoldsUnsent }, { sendUnsent }] = await Promise.all([
		import("../worksheet/document/journal.ts"),
		import("../worksheet/document/send-unsent.ts"),
	]);
	await Promise.all(
		candidates.map(async ({ id }) => {
			if (!(await journalHoldsUnsent(journalName(workshop.id, author, id))) || signal.aborted) return;
			sheets.linger(id, 1);
			await sendUnsent({ documentId: id, workshopId: workshop.id, author });
			sheets.gone(id, null);
		}),
	);
}
