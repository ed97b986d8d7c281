import type { Clock } from "../clock.ts";
import type { Logger } from "../logger.ts";
import type { Storage } from "../storage/storage.ts";
import { asError } from "./live-session.ts";
import type { Sessions } from "./service.ts";

const HOUR = 3_600_000;

export interface RetentionOptions {
	sessions: Pick<Sessions, "eraseNow">;
	storage: Pick<Storage, "dueForErasure">;
	clock: Clock;
	logger: Logger;
	everyMs?: number;
}

/**
 * Erases workshops whose time is over: at once, for what fell due while nobody was running, and then every hour.
 * Returns a function that stops it.
 */
export function startRetention({ sessions, storage, clock, logger, everyMs = HOUR }: RetentionOptions): () => void {
	let stopped = false;
	let running = false;

	async function eraseDue(): Promise<void> {
		for (const workshopId of await storage.dueForErasure(clock.now())) {
			if (stopped) return;
			// One that cannot be erased must not keep the others.
			await sessions.eraseNow(workshopId).catch(report);
		}
	}
	const report = (error: unknown): void => {
		logger.error("a workshop whose time is over could not be erased", { error: asError(error) });
	};
	const run = (): void => {
		if (running) return;
		running = true;
		eraseDue()
			.catch(report)
			.finally(() => {
				running = false;
			});
	};

	run();
	const timer = setInterval(run, everyMs);
	timer.unref();
	return () => {
		stopped = true;
		clearInterval(timer);
	};
}
