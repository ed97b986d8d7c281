import { applyChange } from "../../worksheets/contract/apply-facts.ts";
import type { RefusalCode } from "../../worksheets/contract/refusals.ts";
import type { Change, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { clockFrom, refineClock, type ServerClock, serverTime } from "./clock.ts";

/** `reconnecting`: no line for less than ten seconds; `offline`: for longer. */
export type Connection = "connecting" | "live" | "reconnecting" | "offline";

export interface SessionState {
	snapshot: Snapshot;
	connection: Connection;
	/** The server no longer lets this browser in; trying again by itself does not help. */
	refused: RefusalCode | null;
}

/** The live session outside React: what the page knows, and who wants to hear that it changed. */
export interface SessionStore {
	state(): SessionState;
	subscribe(listener: () => void): () => void;
	/** The server's epoch milliseconds now. */
	serverNow(): number;
	/** A whole snapshot of a new connection, or an answer to a resync. */
	put(snapshot: Snapshot, fresh?: boolean): void;
	/** Throws a `ZodError` when a fact has the wrong shape: then ask for a snapshot. */
	apply(change: Change): void;
	setConnection(connection: Connection): void;
	refuse(code: RefusalCode): void;
}

/** `initial` is the snapshot the page was rendered with; `monotonic` tells milliseconds that only grow. */
export function createSessionStore(initial: Snapshot, monotonic = () => performance.now()): SessionStore {
	let state: SessionState = { snapshot: initial, connection: "connecting", refused: null };
	let clock: ServerClock = clockFrom(initial.now, monotonic());
	const listeners = new Set<() => void>();

	function set(next: Partial<SessionState>): void {
		state = { ...state, ...next };
		for (const listener of [...listeners]) listener();
	}

	return {
		state: () => state,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		serverNow: () => serverTime(clock, monotonic()),
		put(snapshot, fresh = true) {
			clock = fresh ? clockFrom(snapshot.now, monotonic()) : refineClock(clock, snapshot.now, monotonic());
			set({ snapshot });
		},
		apply(change) {
			clock = refineClock(clock, change.now, monotonic());
			// A change that was on its way while a resync overtook it is part of that snapshot already.
			if (change.version < state.snapshot.version) return;
			set({ snapshot: applyChange(state.snapshot, change) });
		},
		setConnection(connection) {
			if (connection !== state.connection) set({ connection });
		},
		refuse(code) {
			set({ refused: code });
		},
	};
}
