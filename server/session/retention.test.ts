import { expect, test } from "vitest";
import { startRetention } from "./retention.ts";
import { logger, openStage, openWorkshop, value } from "./testing/sessions.ts";

const DAY = 86_400_000;

test("what is due is erased at the start and later on, and nothing else", async () => {
	const stage = await openStage();
	const { sessions, storage, clock } = stage;
	const early = await openWorkshop(stage);
	const short = await openWorkshop(stage);
	const late = await openWorkshop(stage);
	await short.run({ type: "workshop.set", details: { retentionDays: 1 } });
	await late.run({ type: "session.start" });
	clock.time += 2 * DAY;
	await late.run({ type: "session.end" });

	const gone: string[] = [];
	const waiting: (() => void)[] = [];
	const stopListening = sessions.onErase((id) => {
		gone.push(id);
		waiting.shift()?.();
	});
	const next = () => new Promise<void>((resolve) => waiting.push(resolve));

	const first = next();
	const forgotten: string[] = [];
	const forgetHistory = async (workshopId: string) => {
		forgotten.push(workshopId);
		await storage.forgetHistory(workshopId);
	};
	const stop = startRetention({ sessions, storage, forgetHistory, clock, logger, everyMs: 5 });
	await first;
	expect(gone).toEqual([short.id]);

	const second = next();
	clock.time += 88.5 * DAY;
	await second;
	stop();
	stopListening();
	expect(gone).toEqual([short.id, early.id]);
	// A day after its end, not before; once.
	expect(forgotten).toEqual([late.id]);
	expect(value(await sessions.snapshot(late.facilitator)).workshop.status).toBe("ended");
});
