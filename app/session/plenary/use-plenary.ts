import { useEffect, useRef, useState } from "react";
import type { Plenary } from "../../../worksheets/contract/plenary.ts";
import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useSession } from "../session-provider.tsx";
import { keepLooking, type Looking } from "./keep-looking.ts";
import { loadPlenary, type SeenPlenary } from "./plenary-client.ts";

export interface PlenaryState {
	/** Null until it is there for the first time. */
	plenary: Plenary | null;
	/** Whether it was asked for since what is shown now is shown: before, it was another thing that was open to all. */
	present: boolean;
	/** Whether the last look failed: what is there may be old by now. */
	failed: boolean;
}

/** What all groups say, kept up: with what is shown, what they write, what is counted, a line that is back, and by itself. */
export function usePlenary(snapshot: Snapshot): PlenaryState {
	const { connection } = useSession();
	const [seen, setSeen] = useState<{ answer: SeenPlenary; of: string } | null>(null);
	const [failed, setFailed] = useState(false);
	const looking = useRef<Looking | null>(null);
	const { id } = snapshot.workshop;
	const { spotlight, progress, ratings, units, documents } = snapshot;
	const shown = JSON.stringify(spotlight);
	const shownNow = useRef(shown);
	shownNow.current = shown;

	useEffect(() => {
		let latest: SeenPlenary | null = null;
		const look = async () => {
			const of = shownNow.current;
			return { of, answer: await loadPlenary(id, latest) };
		};
		const kept = keepLooking(look, ({ of, answer }) => {
			setFailed(answer === null);
			if (answer === null) return;
			latest = answer;
			setSeen({ of, answer });
		});
		looking.current = kept;
		return () => {
			kept.stop();
			setSeen(null);
			setFailed(false);
		};
	}, [id]);

	// biome-ignore lint/correctness/useExhaustiveDependencies: each of these is a reason to look again
	useEffect(() => looking.current?.again(), [id, shown, progress, ratings, units, documents, connection === "live"]);

	return { plenary: seen?.answer.plenary ?? null, present: seen?.of === shown, failed };
}
