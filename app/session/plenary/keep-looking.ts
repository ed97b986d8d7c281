/** Groups that write change their progress all the time: one look covers what came meanwhile. */
const PACE_MS = 1_000;
const EVERY_MS = 15_000;

export interface Looking {
	/** There is a reason to look: soon, after the look that is under way. */
	again(): void;
	/** Nothing is told any more. */
	stop(): void;
}

/**
 * Looks when there is a reason to, and by itself, one look after another. A reason that comes while a look is under way
 * asks for the next one and throws nothing away: otherwise who looks while groups write would never see anything.
 */
export function keepLooking<Seen>(look: () => Promise<Seen>, tell: (seen: Seen) => void): Looking {
	let stopped = false;
	let underWay = false;
	let due = false;
	let lastAt = Number.NEGATIVE_INFINITY;
	let timer: ReturnType<typeof setTimeout> | undefined;

	function lookIn(ms: number): void {
		clearTimeout(timer);
		timer = setTimeout(() => void now(), ms);
	}
	async function now(): Promise<void> {
		underWay = true;
		due = false;
		lastAt = Date.now();
		try {
			const seen = await look();
			if (!stopped) tell(seen);
		} finally {
			underWay = false;
			if (!stopped) lookIn(due ? sinceLast() : EVERY_MS);
		}
	}
	const sinceLast = () => Math.max(0, lastAt + PACE_MS - Date.now());

	return {
		again() {
			due = true;
			if (!stopped && !underWay) lookIn(sinceLast());
		},
		stop() {
			stopped = true;
			clearTimeout(timer);
		},
	};
}
