/** What a journal notes beside the document itself, in the store that y-indexeddb leaves to us. */
export const STORES = { updates: "updates", notes: "custom" } as const;
export const UNSENT = "unsent";
export const LATE = "late";
export const TOUCHED = "touched";

/** A late contribution on its way; `upTo` (a Yjs snapshot) says what of the document is in it. */
export interface LateNote {
	id: string;
	update: Uint8Array;
	upTo: Uint8Array;
}

export interface JournalNotes {
	/** Whether it holds text that no server has confirmed. */
	unsent: boolean;
	/** The state vector of what was confirmed before that text; null where it is not known. */
	confirmed: Uint8Array | null;
	late: LateNote | null;
	/** When it was last opened, epoch milliseconds. */
	touched: number | null;
}

/** Takes what the store holds under `UNSENT`, `LATE` and `TOUCHED`, and trusts none of it. */
export function readNotes([unsent, late, touched]: readonly unknown[]): JournalNotes {
	return {
		unsent: unsent instanceof Uint8Array || unsent === 1,
		confirmed: unsent instanceof Uint8Array ? unsent : null,
		late: isLate(late) ? late : null,
		touched: typeof touched === "number" ? touched : null,
	};
}

function isLate(value: unknown): value is LateNote {
	if (typeof value !== "object" || value === null) return false;
	const { id, update, upTo } = value as Partial<Record<keyof LateNote, unknown>>;
	return typeof id === "string" && update instanceof Uint8Array && upTo instanceof Uint8Array;
}
