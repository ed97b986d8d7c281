import type { Erasure, ErasureReason } from "../../worksheets/contract/erasure.ts";
import type { Role, ScopeKind } from "../../worksheets/contract/snapshot.ts";

/**
 * What Arena keeps. One acceptance suite (`storage-suite.ts`) holds for every implementation. Every write resolves
 * only when it is on durable storage; every write of one call is one transaction. Writes are carried out in the order
 * of their calls; one that fails changes nothing (`StorageUnavailable` when the disk is at fault). Bytes and JSON are
 * opaque here: the callers parse what they read.
 *
 * Times are epoch milliseconds.
 */
export interface Storage {
	createWorkshop(workshop: NewWorkshop): Promise<void>;
	findWorkshop(id: string): Promise<WorkshopRecord | null>;
	findWorkshopIdByCode(code: string): Promise<string | null>;
	/**
	 * One accepted or refused command with all it changed. Throws `DuplicateCommand` when the command was kept before and
	 * `VersionConflict` when there is a `state` whose `version` is not above the stored one.
	 */
	saveSession(change: SessionChange): Promise<void>;
	findCommand(workshopId: string, commandId: string): Promise<StoredCommand | null>;
	/** Worksheet definitions as the workshop took them up, as JSON by worksheet id. */
	definitions(workshopId: string): Promise<Map<string, string>>;

	addToken(token: NewToken): Promise<void>;
	findToken(hash: Uint8Array): Promise<TokenRecord | null>;
	/** Notes the day on which a link's token was used. */
	tokenUsed(use: TokenUse): Promise<void>;
	/** The day on which each of a workshop's links was last used, by link; those never used are left out. */
	linksUsed(workshopId: string): Promise<Map<string, number>>;
	/** What the facilitator's recovery code is known by; null where there is none. */
	recoveryHash(workshopId: string): Promise<Uint8Array | null>;

	findDocument(id: string): Promise<DocumentRecord | null>;
	documentsOf(workshopId: string): Promise<DocumentRecord[]>;
	/** Null where there is no such document. What cannot be read throws `UnreadableDocument`: it is never taken for empty. */
	loadDocument(id: string): Promise<StoredDocument | null>;
	/**
	 * Appends one update to its document's log, and with it the set-back that it carries out. Throws `OutOfOrder` when
	 * `seq` does not follow the last one without a gap, `ClientIdTaken` when it claims an id that is another author's.
	 */
	appendUpdate(entry: NewUpdate): Promise<void>;
	/**
	 * Puts a snapshot that the caller has verified in the place of all rows up to `seq`, in one transaction. The snapshot
	 * before it, and the rows between the two, stay until the next success: nothing hangs on a single row. With
	 * `keepHistory` the rows that go are packed as the document's past, of which the oldest goes when it grows too large.
	 * Throws `OutOfOrder` when `seq` is beyond the log or before an existing snapshot.
	 */
	compact(documentId: string, snapshot: Snapshot & { keepHistory?: boolean }): Promise<void>;

	/** When the document changed, as far as it can still be had as it was then. */
	past(documentId: string): Promise<Past>;
	/** A document as it was at that moment; null where that is not kept, or was before its first row. */
	loadPast(documentId: string, at: number): Promise<PastDocument | null>;
	setBacks(documentId: string): Promise<SetBack[]>;
	/** Ids of workshops whose `forgetHistoryOn` has passed. */
	dueForForgetting(now: number): Promise<string[]>;
	/** Puts a snapshot that the caller has verified in the place of all that is known of a document, its past included. */
	condense(documentId: string, snapshot: Snapshot): Promise<void>;
	/** Removes the past of all of a workshop's documents from the database file and its log. */
	forgetHistory(workshopId: string): Promise<void>;

	/** Whether an author has ever used a Yjs client id in a document, also in a late contribution. */
	hasWritten(documentId: string, author: string): Promise<boolean>;
	/**
	 * Keeps a late contribution beside its document. Throws `DuplicateLate` when its id was kept before for this document,
	 * `ClientIdTaken` when it claims an id that is another author's.
	 */
	addLate(late: NewLate): Promise<void>;
	findLate(documentId: string, id: string): Promise<LateReceipt | null>;
	/** In the order in which they came. Those whose checksum is wrong are left out, with an alarm. */
	lateOf(documentId: string): Promise<StoredLate[]>;
	/** By document, for those that have late contributions. */
	lateTotals(workshopId: string): Promise<Map<string, LateTotal>>;

	/** Keeps what a file of an earlier workshop gives to a comparison; one of the same id is replaced. */
	addOccasion(workshopId: string, occasion: StoredOccasion): Promise<void>;
	/** False where there is none. */
	removeOccasion(workshopId: string, id: string): Promise<boolean>;
	/** In the order in which they were added. */
	occasionsOf(workshopId: string): Promise<StoredOccasion[]>;

	/**
	 * Keeps the bytes of an uploaded file until `saveSession` makes it part of the workshop, or `dropMaterial` gives it up;
	 * what is neither when the process dies is gone with the next start. Throws `StorageUnavailable` well before the disk
	 * is full.
	 */
	putMaterial(workshopId: string, id: string, bytes: Uint8Array): Promise<void>;
	dropMaterial(workshopId: string, id: string): Promise<void>;
	/** Null where there is none. */
	readMaterial(workshopId: string, id: string): Promise<MaterialBytes | null>;
	/** Removes bytes that belong to nobody. */
	sweepMaterials(): Promise<void>;

	/** Ids of workshops whose `deleteOn` has passed. */
	dueForErasure(now: number): Promise<string[]>;
	/** Removes a workshop and all it holds from the database file and its log; leaves a receipt. False when unknown. */
	eraseWorkshop(id: string, now: number, why: ErasureReason): Promise<boolean>;
	/** Takes what was overwritten or deleted before out of the database file and its log. */
	scrub(): Promise<void>;
	/** The receipt of an erased workshop: no name, no content. */
	findErasure(id: string): Promise<ErasureReceipt | null>;

	/** Whether the last write reached the disk and none has waited for seconds; readyz asks this. */
	isReady(): boolean;
	close(): Promise<void>;
}

export interface NewWorkshop {
	id: string;
	code: string;
	createdAt: number;
	deleteOn: number;
	/** The session's state as JSON, at version 0. */
	state: string;
	definitions: ReadonlyMap<string, string>;
	tokens: readonly NewToken[];
	documents: readonly NewDocument[];
	recoveryHash: Uint8Array | null;
	/** Uploaded files of another workshop, of which it gets copies under ids of its own. */
	materials?: { from: string; ids: readonly { from: string; to: string }[] };
}

export interface WorkshopRecord {
	id: string;
	code: string;
	createdAt: number;
	deleteOn: number;
	version: number;
	state: string;
}

export interface SessionChange {
	workshopId: string;
	/** The version after this change; a refused command keeps the version it met. */
	version: number;
	/** Absent where nothing changed (a refused command whose answer is kept). */
	state?: string;
	/** The join code from now on; the one before is nobody's. */
	code?: string;
	deleteOn?: number;
	/** When the past of the workshop's documents is to go. */
	forgetHistoryOn?: number;
	command?: StoredCommand;
	documents?: readonly NewDocument[];
	tokens?: readonly NewToken[];
	/** All documents but those kept go with their past and what lies beside them, as do these participants' tokens. */
	wiped?: { participants: readonly string[]; kept: readonly string[] };
	/** Uploaded files that have become part of the workshop, and those that no longer are: their bytes go. */
	materials?: { added: readonly string[]; removed: readonly string[] };
	/** Of worksheets that the workshop takes up, as JSON by worksheet id; those it has already stay as they are. */
	definitions?: ReadonlyMap<string, string>;
	/** Tokens that open nothing any more; done before `tokens` are added. */
	revoke?: Revocation;
	recoveryHash?: Uint8Array;
}

/** All tokens of a role that belong to one link, or to none. */
export interface Revocation {
	role: Role;
	linkId: string | null;
	at: number;
}

export interface StoredCommand {
	id: string;
	/** Whose command it was: a participant's id, or a role. */
	actor: string;
	/** The answer as JSON. */
	answer: string;
	at: number;
}

export interface NewToken {
	hash: Uint8Array;
	workshopId: string;
	role: Role;
	/** Set for participants. */
	participantId: string | null;
	/** The link it belongs to; null for participants, and for a facilitator who never had to come back. */
	linkId: string | null;
	createdAt: number;
}

export interface TokenRecord extends NewToken {
	revokedAt: number | null;
	/** The start of the last day on which it was used; kept for links only. */
	usedOn: number | null;
}

export interface TokenUse {
	hash: Uint8Array;
	/** The start of a day. */
	on: number;
}

export interface NewDocument {
	id: string;
	workshopId: string;
	worksheet: string;
	worksheetVersion: number;
	scopeKind: ScopeKind;
	/** A participant's or a group's id; null for the plenary. */
	scopeId: string | null;
	createdAt: number;
}

export type DocumentRecord = NewDocument;

export interface NewUpdate {
	documentId: string;
	seq: number;
	/** A Yjs update, V1 encoding, decoded and checked by the caller. */
	update: Uint8Array;
	/** Whose connection sent it: a participant's id, or a role. */
	author: string;
	at: number;
	/** Yjs client ids that this update uses first: from now on the author's. */
	claims: readonly number[];
	setBack?: NewSetBack;
}

/** A document set back to what it was at a moment. Its id makes it safe to ask for it twice. */
export interface NewSetBack {
	id: string;
	/** The moment it was set back to. */
	goal: number;
	/** Of what each part it wrote is the copy; opaque here. */
	origins: Uint8Array;
}

export interface SetBack extends NewSetBack {
	/** The log row that carried it out. */
	seq: number;
	at: number;
}

export interface Past {
	/** The first moment that is kept; null where nothing is. */
	from: number | null;
	/** The last change of each minute in which there was one, in order. */
	minutes: number[];
}

/** As `StoredDocument`, up to a moment in the past. */
export interface PastDocument {
	/** The last row before that moment's end. */
	seq: number;
	/** A state to begin with; null where that is an empty document. */
	state: Uint8Array | null;
	updates: Uint8Array[];
}

export interface Snapshot {
	/** The last log row it contains. */
	seq: number;
	state: Uint8Array;
	/** How far `state` goes, for whoever would have to read all of it to know; snapshots of former versions lack it. */
	stateVector?: Uint8Array;
	/** When that row came: whoever asks when a document last changed has only this once the rows are gone. */
	at: number;
}

export interface StoredDocument {
	record: DocumentRecord;
	snapshot: Snapshot | null;
	/** Log rows after the snapshot, in order. Rows whose checksum is wrong are left out and counted. */
	updates: { seq: number; update: Uint8Array; author: string; at: number }[];
	damaged: number;
	/** Yjs client id → author. */
	owners: Map<number, string>;
}

/** Edits that came when their document was closed for their author. */
export interface NewLate extends LateReceipt {
	documentId: string;
	/** A Yjs update, V1 encoding, decoded and checked by the caller; never applied to the document. */
	update: Uint8Array;
	/** Yjs client ids that this update uses first: from now on the author's. */
	claims: readonly number[];
}

export interface LateReceipt {
	id: string;
	/** A participant's id, or a role. */
	author: string;
	at: number;
}

export interface StoredLate extends LateReceipt {
	update: Uint8Array;
}

export interface LateTotal {
	count: number;
	bytes: number;
}

export interface StoredOccasion {
	/** The id of the workshop that the file was exported from. */
	id: string;
	/** When it was added. */
	at: number;
	/** As JSON. */
	occasion: string;
}

/** An uploaded file. Reading on breaks off where it is removed meanwhile. */
export interface MaterialBytes {
	bytes: number;
	body: AsyncIterable<Uint8Array>;
}

export interface ErasureReceipt extends Erasure {
	workshopId: string;
}
