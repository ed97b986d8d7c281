import { useEffect, useReducer } from "react";
import { advanceStatus, initialStatus, nextLook, type SaveStatus, type StatusInput } from "./save-status.ts";

/** Runs the status line's patience: what it says now, given what is true now. */
export function useSaveStatus(input: StatusInput): SaveStatus {
	const [status, look] = useReducer(
		(current: SaveStatus, event: { input: StatusInput; now: number }) => advanceStatus(current, event.input, event.now),
		// The first rendering equals the server's: nothing is said yet.
		initialStatus("quiet", 0),
	);

	useEffect(() => {
		look({ input, now: performance.now() });
	}, [input]);

	useEffect(() => {
		const wait = nextLook(status, performance.now());
		if (wait === null) return;
		const timer = setTimeout(() => look({ input, now: performance.now() }), wait + 1);
		return () => clearTimeout(timer);
	}, [status, input]);

	return status;
}
