import type { RefusalCode } from "../../worksheets/contract/refusals.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
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
	/** The first snapshot of a new connection: it sets the clock anew. */
	begin(snapshot: Snapshot): void;
	/** What the same connection has told since. */
	advance(snapshot: Snapshot): void;
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
		begin(snapshot) {
			clock = clockFrom(snapshot.now, monotonic());
			set({ snapshot });
		},
		advance(snapshot) {
			clock = refineClock(clock, snapshot.now, monotonic());
			set({ snapshot });
		},
		setConnection(connection) {
			if (connection !== state.connection) set({ connection });
		},
		refuse(code) {
			set({ refused: code });
		},
	};
}
