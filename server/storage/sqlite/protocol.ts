import type { ErasureReason } from "../../../worksheets/contract/erasure.ts";
import type {
	NewLate,
	NewToken,
	NewUpdate,
	NewWorkshop,
	SessionChange,
	Snapshot,
	StoredOccasion,
	TokenUse,
} from "../storage.ts";
import type { Parcel } from "./packed-appends.ts";

/** What the main thread asks of the writer's thread: one operation is one call of `Storage` that writes. */
export type Operation =
	| { type: "create-workshop"; workshop: NewWorkshop }
	| { type: "save-session"; change: SessionChange }
	| { type: "add-token"; token: NewToken }
	| { type: "token-used"; use: TokenUse }
	| { type: "append-update"; entry: NewUpdate }
	| { type: "add-late"; late: NewLate }
	| { type: "add-occasion"; workshopId: string; occasion: StoredOccasion }
	| { type: "remove-occasion"; workshopId: string; id: string }
	| { type: "compact"; documentId: string; snapshot: Snapshot & { keepHistory?: boolean } }
	| { type: "condense"; documentId: string; snapshot: Snapshot }
	| { type: "forget-history"; workshopId: string }
	| { type: "history-forgotten"; workshopId: string }
	| { type: "scrub" }
	| { type: "erase-workshop"; id: string; now: number; why: ErasureReason };

export interface Request {
	id: number;
	operation: Operation;
}

/** Names of the classes below `WriteRefused`. */
export type RefusalName = "VersionConflict" | "DuplicateCommand" | "OutOfOrder" | "ClientIdTaken" | "DuplicateLate";

/** Why an operation was not carried out; errors lose their class between threads. */
export type Failure =
	| { kind: "refused"; name: RefusalName; subject: string }
	| { kind: "unavailable"; code: string }
	| { kind: "failed"; message: string };

/** `found`: whether there was anything to erase or remove; true for every other operation. */
export type Outcome = { id: number; ok: true; found: boolean } | { id: number; ok: false; failure: Failure };

/**
 * `good`: the last commit reached the disk. `failing`: it did not, and the next may. `broken`: what the disk holds is
 * no longer known; only a restart, which reads it again, may go on.
 */
export type Health = "good" | "failing" | "broken";

export type ToWriter = { type: "write"; parcels: Parcel[] } | { type: "close" };

export type FromWriter =
	| { type: "opened" }
	| { type: "refused"; reason: "newer"; found: number; known: number }
	| { type: "refused"; reason: "unusable"; code: string }
	/** Everything asked from one id to the other is on the disk. */
	| { type: "all-written"; from: number; to: number }
	| { type: "written"; outcomes: Outcome[]; health: Health }
	| { type: "health"; health: Health };

export interface WriterOptions {
	file: string;
	/** Upper bound of the file, in pages of 4 KiB; unset: as large as the disk. */
	maxPages?: number;
}
