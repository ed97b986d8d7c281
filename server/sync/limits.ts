import { LIMITS } from "../../worksheets/contract/limits.ts";

/** Bounds of one sync server; bytes and milliseconds unless a name says otherwise. */
export interface SyncLimits {
	updateBytes: number;
	catchUpBytes: number;
	/** A document grown to this is worth a word to the operator; beyond the second bound it takes no more. */
	documentWarnBytes: number;
	documentBytes: number;
	awarenessBytes: number;
	/** Of a connection's presence beyond these the last counts. */
	awarenessPerSecond: number;
	awarenessBurst: number;
	structsPerUpdate: number;
	/** Yjs client ids that one update may bring along: a browser's journal holds one for each page load. */
	claimsPerUpdate: number;
	/** How deep types may lie in each other; Yjs walks them recursively. */
	nesting: number;
	/** Updates whose dependencies are missing, waiting in one document. */
	gaps: number;
	gapBytes: number;
	/** Bytes of a document that each author may have copied, to see where something stands that is not in it yet. */
	copiedBytesPerSecond: number;
	copiedBytesBurst: number;
	connectionsPerParticipant: number;
	/** Reading is paused when a connection has used these up. */
	framesPerSecond: number;
	framesBurst: number;
	bytesPerSecond: number;
	bytesBurst: number;
	catchUpBurst: number;
	/** Updates of one document on their way to the disk; while there are so many, nobody in it is read. */
	waitingUpdates: number;
	/** Frames read but not yet handled; more closes the connection. */
	backlogBytes: number;
	/**
	 * What may wait for a slow reader, though one answer alone may be larger: document frames beyond it are made up for
	 * by one difference, presence is left out at a quarter of it.
	 */
	egressBytes: number;
	/** How long a reader may take to catch up; more for a large answer, at this pace. */
	slowMs: number;
	slowestBytesPerSecond: number;
	/** How often the number of saved messages is repeated as a sign of life. */
	heartbeatMs: number;
	pingEveryMs: number;
	/** A line is dead when its oldest unanswered ping is so old. */
	deadAfterMs: number;
	unloadAfterMs: number;
	/** Log rows after the snapshot that make a new one worth while: at any time, and before unloading. */
	compactRows: number;
	compactRowsAtUnload: number;
	compactAtCloseMs: number;
	progressEveryMs: number;
	presenceEveryMs: number;
}

export const SYNC_LIMITS: SyncLimits = {
	updateBytes: LIMITS.updateBytes,
	catchUpBytes: LIMITS.catchUpBytes,
	documentWarnBytes: 5 * 1024 * 1024,
	documentBytes: LIMITS.documentBytes,
	awarenessBytes: LIMITS.awarenessBytes,
	awarenessPerSecond: 10,
	awarenessBurst: 20,
	structsPerUpdate: LIMITS.structsPerUpdate,
	claimsPerUpdate: 1_000,
	nesting: 64,
	gaps: 100,
	gapBytes: 256 * 1024,
	copiedBytesPerSecond: 1024 * 1024,
	copiedBytesBurst: 10 * 1024 * 1024,
	connectionsPerParticipant: LIMITS.connectionsPerParticipant,
	framesPerSecond: 120,
	framesBurst: 1_200,
	bytesPerSecond: 256 * 1024,
	bytesBurst: 2 * 1024 * 1024,
	catchUpBurst: 10 * 1024 * 1024,
	waitingUpdates: 50,
	backlogBytes: 2 * 1024 * 1024,
	egressBytes: 1024 * 1024,
	slowMs: 10_000,
	slowestBytesPerSecond: 64 * 1024,
	heartbeatMs: 10_000,
	pingEveryMs: 5_000,
	deadAfterMs: 10_000,
	unloadAfterMs: 30_000,
	compactRows: 500,
	compactRowsAtUnload: 0,
	compactAtCloseMs: 1_000,
	progressEveryMs: 700,
	presenceEveryMs: 30,
};
