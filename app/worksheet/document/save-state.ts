import { CLOSE } from "../../../worksheets/contract/close-codes.ts";
import type { SaveState } from "../sheet-props.ts";

/**
 * What the browser knows about the safety of a sheet's text, as a pure machine. „Saved“ is never derived from an open
 * socket: it takes the server's count of durable messages (message 100) to equal what was sent on this connection.
 */
export interface SaveTrack {
	/** Whether this sheet was ever received in full. */
	received: boolean;
	/** The connection there is; null while there is none. */
	line: Line | null;
	/** Since when no line has worked, epoch milliseconds; null while one does. */
	downSince: number | null;
	/** Edits made here since everything was last known to be saved. */
	edits: number;
	refused: FailureReason | null;
}

interface Line {
	/** Document messages sent (sync step 2 and updates). */
	sent: number;
	/** How many of them the server has named durable. */
	saved: number;
	/** Which of them was our answer to the server's step 1: it holds all that was written before. */
	catchUpAt: number | null;
	/** Whether the server has answered our step 1. */
	answered: boolean;
}

export type FailureReason = Extract<SaveState, { kind: "failed" }>["reason"];

export type SaveEvent =
	| { type: "connected" }
	| { type: "disconnected"; at: number }
	| { type: "answered" }
	| { type: "sent"; message: "catch-up" | "update" }
	| { type: "acknowledged"; count: number }
	| { type: "edited" }
	/** The browser's journal held text of an earlier visit that no server had confirmed. */
	| { type: "restored" }
	| { type: "refused"; reason: FailureReason };

/** After this long without a line, in milliseconds, people are told that they are offline. */
export const OFFLINE_AFTER_MS = 10_000;

/** `at`: when the sheet was opened, epoch milliseconds. */
export function startTracking(at: number): SaveTrack {
	return { received: false, line: null, downSince: at, edits: 0, refused: null };
}

/** The next state; pure. */
export function track(state: SaveTrack, event: SaveEvent): SaveTrack {
	switch (event.type) {
		case "connected":
			return { ...state, line: { sent: 0, saved: 0, catchUpAt: null, answered: false }, refused: null };
		case "disconnected":
			return { ...state, line: null, downSince: state.downSince ?? event.at };
		case "edited":
			return { ...state, edits: state.edits + 1 };
		case "restored":
			return { ...state, edits: Math.max(1, state.edits) };
		case "refused":
			return { ...state, refused: event.reason };
		default:
			return state.line === null ? state : onLine(state, state.line, event);
	}
}

type LineEvent = Extract<SaveEvent, { type: "answered" | "sent" | "acknowledged" }>;

function onLine(state: SaveTrack, line: Line, event: LineEvent): SaveTrack {
	switch (event.type) {
		case "answered":
			return settle({ ...state, received: true, downSince: null }, { ...line, answered: true });
		case "sent": {
			const sent = line.sent + 1;
			const catchUpAt = line.catchUpAt ?? (event.message === "catch-up" ? sent : null);
			return { ...state, line: { ...line, sent, catchUpAt } };
		}
		case "acknowledged":
			// A number beyond what was sent says nothing about this text.
			if (event.count > line.sent) return state;
			return settle(state, { ...line, saved: Math.max(line.saved, event.count) });
	}
}

function settle(state: SaveTrack, line: Line): SaveTrack {
	return { ...state, line, edits: allSaved(line) ? 0 : state.edits };
}

function allSaved(line: Line): boolean {
	return line.answered && line.catchUpAt !== null && line.saved === line.sent;
}

/** What to tell people now (`now` in epoch milliseconds). */
export function saveStateOf(state: SaveTrack, now: number): SaveState {
	const unsaved = unsavedOf(state);
	if (state.refused !== null) return { kind: "failed", reason: state.refused, unsaved };
	// A line that opens and closes again without an answer is none.
	if (state.line?.answered) return allSaved(state.line) ? { kind: "saved" } : { kind: "saving", unsaved };
	if (now - (state.downSince ?? now) >= OFFLINE_AFTER_MS) return { kind: "offline", unsaved };
	return state.received ? { kind: "reconnecting", unsaved } : { kind: "loading", unsaved };
}

function unsavedOf({ line, edits }: SaveTrack): number {
	// Once the catch-up is durable, exactly one message went out for every edit since.
	if (line !== null && line.catchUpAt !== null && line.saved >= line.catchUpAt) return line.sent - line.saved;
	return edits;
}

/** Why the server ended the line for good (close codes 4400 to 4499). */
export function reasonOf(code: number): FailureReason {
	switch (code) {
		case CLOSE.notFound:
			return "not-found";
		case CLOSE.tooLarge:
			return "too-large";
		case CLOSE.unauthenticated:
		case CLOSE.forbidden:
			return "forbidden";
		default:
			return "malformed";
	}
}

/** Whether two states would read the same, so that nobody is told twice. */
export function sameSaveState(one: SaveState, other: SaveState): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
