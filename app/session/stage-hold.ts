import { type Stage, sameStage } from "./stage.ts";

/** How long a view is kept for somebody who types, counted from the change or from asking for more time. */
export const GRACE_MS = 60_000;

/** What this person sees, and what waits for them. Times are monotonic milliseconds. */
export interface StageHold {
	shown: Stage;
	pending: { stage: Stage; until: number } | null;
}

export type StageEvent =
	/** The room is on this stage now. */
	| { kind: "room"; stage: Stage; typing: boolean; now: number }
	| { kind: "tick"; typing: boolean; now: number }
	| { kind: "follow" }
	| { kind: "stay"; now: number };

export function holdAt(stage: Stage): StageHold {
	return { shown: stage, pending: null };
}

/**
 * Typing beats steering: whoever is in the middle of a sentence keeps the view and is only told. When the grace time
 * is over the view follows, but never between two keystrokes: it waits until the person pauses. Going back to the
 * stage on the screen takes the notice away.
 */
export function nextHold(hold: StageHold, event: StageEvent): StageHold {
	switch (event.kind) {
		case "room": {
			if (sameStage(event.stage, hold.shown)) return hold.pending === null ? hold : holdAt(hold.shown);
			if (hold.pending !== null) {
				if (sameStage(event.stage, hold.pending.stage)) return hold;
				return { shown: hold.shown, pending: { stage: event.stage, until: hold.pending.until } };
			}
			if (!event.typing) return holdAt(event.stage);
			return { shown: hold.shown, pending: { stage: event.stage, until: event.now + GRACE_MS } };
		}
		case "tick":
			if (hold.pending === null || event.now < hold.pending.until || event.typing) return hold;
			return holdAt(hold.pending.stage);
		case "follow":
			return hold.pending === null ? hold : holdAt(hold.pending.stage);
		case "stay":
			if (hold.pending === null) return hold;
			return { shown: hold.shown, pending: { stage: hold.pending.stage, until: event.now + GRACE_MS } };
	}
}
