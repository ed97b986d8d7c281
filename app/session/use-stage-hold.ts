import { useEffect, useReducer } from "react";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { type Stage, stageOf } from "./stage.ts";
import { holdAt, nextHold, type StageHold } from "./stage-hold.ts";
import { useTyping } from "./use-typing.ts";

export interface HeldStage {
	/** What this person sees. */
	shown: Stage;
	/** Where the room is while this person's view is kept. */
	pending: Stage | null;
	follow(): void;
	stay(): void;
}

/** The stage to show: the room's, unless this person is typing (see stage-hold.ts). */
export function useStageHold(snapshot: Snapshot): HeldStage {
	const typing = useTyping();
	const [hold, dispatch] = useReducer(nextHold, snapshot, (first): StageHold => holdAt(stageOf(first)));
	const { status } = snapshot.workshop;
	const { currentPhase } = snapshot;

	useEffect(() => {
		const stage = stageOf({ workshop: { status }, currentPhase });
		dispatch({ kind: "room", stage, typing: typing(), now: performance.now() });
	}, [status, currentPhase, typing]);

	const waiting = hold.pending !== null;
	useEffect(() => {
		if (!waiting) return;
		const ticking = setInterval(() => dispatch({ kind: "tick", typing: typing(), now: performance.now() }), 1_000);
		return () => clearInterval(ticking);
	}, [waiting, typing]);

	return {
		shown: hold.shown,
		pending: hold.pending?.stage ?? null,
		follow: () => dispatch({ kind: "follow" }),
		stay: () => dispatch({ kind: "stay", now: performance.now() }),
	};
}
