import { LIMITS } from "../../worksheets/contract/limits.ts";

/** Bounds of one sync server; bytes and milliseconds unless a name says otherwise. */
export interface SyncLimits {
	updateBytes: number;
	catchUpBytes: number;
	documentBytes: number;
	awarenessBytes: number;
	structsPerUpdate: number;
	/** Yjs client ids that one update may bring along: a browser's journal holds one for each page load. */
	claimsPerUpdate: number;
	/** How deep types may lie in each other; Yjs walks them recursively. */
	nesting: number;
	/** Updates whose dependencies are missing, waiting in one document. */
	gaps: number;
	gapBytes: number;
	connectionsPerParticipant: number;
	/** Reading is paused when a connection has used these up. */
	framesPerSecond: number;
	framesBurst: number;
	bytesPerSecond: number;
	bytesBurst: number;
	catchUpBurst: number;
	/** Frames read but not yet handled; more closes the connection. */
	backlogBytes: number;
	/** What may wait for a slow reader before its presence frames are dropped and its time begins to count. */
	egressBytes: number;
	slowMs: number;
	/** What may wait for a reader at all: room for a whole document and what is written meanwhile. */
	egressMostBytes: number;
	/** The sign of life, and how often a peer must answer a ping. */
	heartbeatMs: number;
	unloadAfterMs: number;
	/** Log rows after the snapshot that make a new one worth while: at any time, and before unloading. */
	compactRows: number;
	compactRowsAtUnload: number;
	progressEveryMs: number;
	presenceEveryMs: number;
}

export const SYNC_LIMITS: SyncLimits = {
	updateBytes: LIMITS.updateBytes,
	catchUpBytes: LIMITS.catchUpBytes,
	documentBytes: LIMITS.documentBytes,
	awarenessBytes: LIMITS.awarenessBytes,
	structsPerUpdate: LIMITS.structsPerUpdate,
	claimsPerUpdate: 1_000,
	nesting: 64,
	gaps: 100,
	gapBytes: 256 * 1024,
	connectionsPerParticipant: LIMITS.connectionsPerParticipant,
	framesPerSecond: 120,
	framesBurst: 1_200,
	bytesPerSecond: 256 * 1024,
	bytesBurst: 2 * 1024 * 1024,
	catchUpBurst: 10 * 1024 * 1024,
	backlogBytes: 2 * 1024 * 1024,
	egressBytes: 1024 * 1024,
	slowMs: 10_000,
	egressMostBytes: 2 * LIMITS.documentBytes,
	heartbeatMs: 10_000,
	unloadAfterMs: 30_000,
	compactRows: 500,
	compactRowsAtUnload: 50,
	progressEveryMs: 1_000,
	presenceEveryMs: 30,
};
