import type { SaveState } from "../worksheet/sheet-props.ts";
import type { Connection } from "./session-store.ts";

/** What the status line says, always in words. */
export type StatusKind = "quiet" | "loading" | "saved" | "saving" | "reconnecting" | "offline" | "back" | "failed";

const SAVING_SHOWN_AFTER_MS = 800;
const LOADING_SHOWN_AFTER_MS = 800;
const BACK_SHOWN_FOR_MS = 6_000;
const ANNOUNCED_AT_MOST_EVERY_MS = 10_000;

/** What is true of the line and the open sheet at this moment, before any patience. */
export type StatusInput = Exclude<StatusKind, "back">;

/**
 * The worse of the two counts: a sheet that saves over a line the session has lost is still only reconnecting.
 * `unsaved` counts changes without a server's word, also those of sheets that have left the screen.
 */
export function statusInput(connection: Connection, save: SaveState | null, unsaved: number): StatusInput {
	if (save?.kind === "failed") return "failed";
	if (connection === "offline" || save?.kind === "offline") return "offline";
	if (connection === "reconnecting" || save?.kind === "reconnecting") return "reconnecting";
	if (save?.kind === "late") return "saving";
	const kind = save?.kind ?? "quiet";
	if ((kind === "saved" || kind === "quiet") && unsaved > 0) return "saving";
	return kind;
}

/** The state of the line over time; monotonic milliseconds. */
export interface SaveStatus {
	shown: StatusKind;
	input: StatusInput;
	inputSince: number;
	/** Trouble that has been shown and not been taken back yet. */
	troubled: boolean;
	backUntil: number | null;
}

export function initialStatus(input: StatusInput, now: number): SaveStatus {
	return advanceStatus({ shown: "quiet", input, inputSince: now, troubled: false, backUntil: null }, input, now);
}

/** Moves the line on. Call it when the input changes and when `nextLook` says so. */
export function advanceStatus(status: SaveStatus, input: StatusInput, now: number): SaveStatus {
	const inputSince = input === status.input ? status.inputSince : now;
	const waited = now - inputSince;
	const next = { ...status, input, inputSince };
	switch (input) {
		case "failed":
		case "offline":
		case "reconnecting":
			return { ...next, shown: input, troubled: true, backUntil: null };
		case "saving":
			if (waited >= SAVING_SHOWN_AFTER_MS) return { ...next, shown: "saving", backUntil: null };
			return next;
		case "loading":
			if (waited >= LOADING_SHOWN_AFTER_MS) return { ...next, shown: "loading" };
			return next;
		case "saved":
		case "quiet": {
			const backUntil = status.troubled ? now + BACK_SHOWN_FOR_MS : status.backUntil;
			if (backUntil !== null && now < backUntil) return { ...next, shown: "back", troubled: false, backUntil };
			return { ...next, shown: input, troubled: false, backUntil: null };
		}
	}
}

/** Milliseconds until the line has to be looked at again without any input; null when it may rest. */
export function nextLook(status: SaveStatus, now: number): number | null {
	const waited = now - status.inputSince;
	if (status.input === "saving" && status.shown !== "saving") return Math.max(0, SAVING_SHOWN_AFTER_MS - waited);
	if (status.input === "loading" && status.shown !== "loading") return Math.max(0, LOADING_SHOWN_AFTER_MS - waited);
	if (status.backUntil !== null) return Math.max(0, status.backUntil - now);
	return null;
}

/** The classes whose change is said aloud. Reconnecting and saving are to be seen, but are no news. */
type StatusClass = "fine" | "offline" | "failed";

export interface StatusVoice {
	class: StatusClass;
	at: number;
}

export const initialVoice: StatusVoice = { class: "fine", at: Number.NEGATIVE_INFINITY };

function classOf(shown: StatusKind, before: StatusClass): StatusClass {
	switch (shown) {
		case "offline":
		case "failed":
			return shown;
		case "reconnecting":
		case "loading":
		case "saving":
			return before;
		case "quiet":
		case "saved":
		case "back":
			return "fine";
	}
}

/** Whether the line is said aloud now: only when its class changes, and at most every ten seconds. */
export function speakStatus(
	voice: StatusVoice,
	shown: StatusKind,
	now: number,
): { voice: StatusVoice; speak: boolean } {
	const next = classOf(shown, voice.class);
	if (next === voice.class || now - voice.at < ANNOUNCED_AT_MOST_EVERY_MS) return { voice, speak: false };
	return { voice: { class: next, at: now }, speak: true };
}
