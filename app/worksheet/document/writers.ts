import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import { otherUsers } from "./awareness-user.ts";

/** Somebody counts as writing for this long after a letter of theirs arrived, in milliseconds. */
const WRITING_MS = 4_000;

export interface WatchWriters {
	doc: Y.Doc;
	awareness: Awareness;
	/** This person's id, whose other tabs are nobody else. */
	own: string;
	/** Whether a transaction brought somebody's typing just now, rather than a catch-up. */
	isLive: (transaction: Y.Transaction) => boolean;
	/** Participant ids of those who wrote within the last seconds; called when the set changes. */
	onChange: (writers: readonly string[]) => void;
}

/**
 * Tells who is writing from the content that arrives, by the client ids in it: no extra message, and a caret that only
 * rests somewhere is no typing. Returns the end of watching.
 */
export function watchWriters({ doc, awareness, own, isLive, onChange }: WatchWriters): () => void {
	const timers = new Map<string, ReturnType<typeof setTimeout>>();

	const announce = () => onChange([...timers.keys()].sort());
	const wrote = (id: string) => {
		const before = timers.get(id);
		clearTimeout(before);
		timers.set(
			id,
			setTimeout(() => {
				timers.delete(id);
				announce();
			}, WRITING_MS),
		);
		if (before === undefined) announce();
	};

	const onTransaction = (transaction: Y.Transaction) => {
		if (!isLive(transaction)) return;
		const users = otherUsers(awareness);
		for (const [clientId, clock] of transaction.afterState) {
			if (clock === (transaction.beforeState.get(clientId) ?? 0)) continue;
			const id = users.get(clientId)?.id ?? "";
			if (id !== "" && id !== own) wrote(id);
		}
	};

	doc.on("afterTransaction", onTransaction);
	return () => {
		doc.off("afterTransaction", onTransaction);
		for (const timer of timers.values()) clearTimeout(timer);
		timers.clear();
	};
}
