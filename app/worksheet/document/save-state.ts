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
	/** Whether an earlier visit left this sheet in the browser. */
	recalled: boolean;
	/** What is written here came after the sheet was closed; `kept`: it stands beside it now. */
	late: "under-way" | "kept" | { failedAt: number } | null;
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
	/** The browser's journal held the sheet, and maybe text of that visit that no server had confirmed. */
	| { type: "recalled"; unsent: boolean }
	| { type: "refused"; reason: FailureReason }
	/** The late contribution is on its way, did not get through, or is kept. */
	| { type: "handing-in" }
	| { type: "not-handed-in"; at: number }
	| { type: "handed-in" };

/** After this long without a line, in milliseconds, people are told that they are offline. */
export const OFFLINE_AFTER_MS = 10_000;

/** `at`: when the sheet was opened, epoch milliseconds. */
export function startTracking(at: number): SaveTrack {
	return { received: false, line: null, downSince: at, edits: 0, refused: null, recalled: false, late: null };
}

/** The next state; pure. */
export function track(state: SaveTrack, event: SaveEvent): SaveTrack {
	switch (event.type) {
		case "connected":
			return { ...state, line: { sent: 0, saved: 0, catchUpAt: null, answered: false }, refused: null, late: null };
		case "disconnected":
			return { ...state, line: null, downSince: state.downSince ?? event.at };
		case "edited":
			return { ...state, edits: state.edits + 1 };
		case "recalled":
			return { ...state, recalled: true, edits: event.unsent ? Math.max(1, state.edits) : state.edits };
		case "refused":
			return { ...state, refused: event.reason, late: null };
		case "handing-in":
			return { ...state, late: "under-way" };
		case "not-handed-in":
			// Since the first failure: only a line that stays away is offline.
			return typeof state.late === "object" && state.late !== null ? state : { ...state, late: { failedAt: event.at } };
		case "handed-in":
			return { ...state, late: "kept", edits: 0 };
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
	if (state.late !== null) return lateState(state.late, Math.max(1, unsaved), now);
	if (state.refused !== null) return { kind: "failed", reason: state.refused, unsaved };
	// A line that opens and closes again without an answer is none.
	if (state.line?.answered) return allSaved(state.line) ? { kind: "saved" } : { kind: "saving", unsaved };
	if (now - (state.downSince ?? now) >= OFFLINE_AFTER_MS) return { kind: "offline", unsaved };
	return state.received ? { kind: "reconnecting", unsaved } : { kind: "loading", unsaved, recalled: state.recalled };
}

function lateState(late: NonNullable<SaveTrack["late"]>, unsaved: number, now: number): SaveState {
	if (late === "kept") return { kind: "saved" };
	if (late === "under-way") return { kind: "late", unsaved };
	return { kind: now - late.failedAt >= OFFLINE_AFTER_MS ? "offline" : "reconnecting", unsaved };
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
