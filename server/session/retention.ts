import { asError } from "../as-error.ts";
import type { Clock } from "../clock.ts";
import type { Logger } from "../logger.ts";
import type { Storage } from "../storage/storage.ts";
import type { Sessions } from "./sessions.ts";

const HOUR = 3_600_000;

export interface RetentionOptions {
	sessions: Pick<Sessions, "eraseNow">;
	storage: Pick<Storage, "dueForErasure" | "dueForForgetting" | "sweepMaterials">;
	/** Forgets what an ended workshop's sheets were before. */
	forgetHistory(workshopId: string): Promise<void>;
	clock: Clock;
	logger: Logger;
	everyMs?: number;
}

/**
 * Erases workshops whose time is over, and forgets the past of those that ended a day ago: at once, for what fell due
 * while nobody was running, and then every hour.
 * Returns a function that stops it.
 */
export function startRetention({
	sessions,
	storage,
	forgetHistory,
	clock,
	logger,
	everyMs = HOUR,
}: RetentionOptions): () => void {
	let stopped = false;
	let running = false;

	async function doDue(): Promise<void> {
		await each(await storage.dueForErasure(clock.now()), (workshopId) => sessions.eraseNow(workshopId));
		await each(await storage.dueForForgetting(clock.now()), forgetHistory);
		await storage.sweepMaterials();
	}
	async function each(workshops: readonly string[], act: (workshopId: string) => Promise<unknown>): Promise<void> {
		for (const workshopId of workshops) {
			if (stopped) return;
			// One that fails must not keep the others.
			await act(workshopId).catch(report);
		}
	}
	const report = (error: unknown): void => {
		logger.error("what a workshop is to lose by now could not be taken away", { error: asError(error) });
	};
	const run = (): void => {
		if (running) return;
		running = true;
		doDue()
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
