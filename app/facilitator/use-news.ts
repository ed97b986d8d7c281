import { useEffect, useRef } from "react";

/** Every group may be writing, and each time the server reads all sheets. */
const NEWS_EVERY_MS = 5_000;

/**
 * Asks again some time after something was written (`written`: when last, in epoch milliseconds), and once for all that
 * was written meanwhile. `rests`: what is on the screen stays as it is; what came up until then is asked for afterwards.
 */
export function useNews(written: number, again: () => void, rests = false): void {
	const latest = useRef({ written, again, rests });
	latest.current = { written, again, rests };
	const asked = useRef(written);
	const timer = useRef<ReturnType<typeof setTimeout>>();
	useEffect(() => {
		if (rests || timer.current !== undefined || written === asked.current) return;
		timer.current = setTimeout(() => {
			timer.current = undefined;
			const now = latest.current;
			if (now.rests) return;
			asked.current = now.written;
			now.again();
		}, NEWS_EVERY_MS);
	}, [written, rests]);
	useEffect(() => () => clearTimeout(timer.current), []);
}
