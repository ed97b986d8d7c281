import { useEffect, useState } from "react";
import type { RefusalCode } from "../../worksheets/contract/refusals.ts";
import type { Result } from "../../worksheets/contract/result.ts";

export type Loaded<Value> =
	| { state: "loading" }
	| { state: "failed"; refused: RefusalCode }
	| { state: "ready"; value: Value };

/** What `load` gives for the present `key`; `again` asks once more. An answer to an earlier question is not taken. */
export function useLoaded<Value>(key: string, load: () => Promise<Result<Value>>): [Loaded<Value>, again: () => void] {
	const [attempt, setAttempt] = useState(0);
	const [loaded, setLoaded] = useState<Loaded<Value>>({ state: "loading" });
	// biome-ignore lint/correctness/useExhaustiveDependencies: `load` is a new function each time; the key says what it asks
	useEffect(() => {
		let left = false;
		setLoaded({ state: "loading" });
		load().then(
			(result) => {
				if (left) return;
				setLoaded(result.ok ? { state: "ready", value: result.value } : { state: "failed", refused: result.refused });
			},
			() => {
				if (!left) setLoaded({ state: "failed", refused: "unavailable" });
			},
		);
		return () => {
			left = true;
		};
	}, [key, attempt]);
	return [loaded, () => setAttempt(attempt + 1)];
}
