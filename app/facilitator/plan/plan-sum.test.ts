import { expect, test } from "vitest";
import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { testSnapshot } from "../../session/session-fixture.ts";
import { planSum } from "./plan-sum.ts";

const MINUTE = 60_000;
const NINE = 1_700_000_000_000;
const running = testSnapshot();

function planned(workshop: Partial<Snapshot["workshop"]>): Snapshot {
	return { ...running, currentPhase: null, workshop: { ...running.workshop, status: "lobby", ...workshop } };
}

test("what the phases come to is held against the time there is", () => {
	const at = (minutes: number) => planned({ startsAt: NINE, endsAt: NINE + minutes * MINUTE });
	expect(planSum(at(110), NINE)).toEqual({ minutes: 90, startsAt: NINE, endsAt: NINE + 90 * MINUTE, spare: 20 });
	expect(planSum(at(90), NINE).spare).toBe(0);
	expect(planSum(at(75), NINE).spare).toBe(-15);
});

test("without a beginning there are no times, without an end nothing is to spare", () => {
	expect(planSum(planned({ startsAt: null }), NINE)).toEqual({
		minutes: 90,
		startsAt: null,
		endsAt: null,
		spare: null,
	});
	expect(planSum(planned({ startsAt: NINE }), NINE).spare).toBeNull();
});

test("while the workshop runs it goes by how it has gone so far", () => {
	const begun = NINE + 10 * MINUTE;
	const snapshot: Snapshot = {
		...running,
		workshop: { ...running.workshop, startsAt: NINE, endsAt: NINE + 90 * MINUTE },
		phases: running.phases.map((phase, index) => ({
			...phase,
			enteredAt: index < 3 ? begun + index * 25 * MINUTE : null,
		})),
		timer: { state: "running", endsAt: begun + 95 * MINUTE },
	};
	// 20 minutes of results behind a group phase that ends 105 minutes after nine, and half a minute counts.
	expect(planSum(snapshot, begun + 60 * MINUTE)).toMatchObject({
		startsAt: begun,
		endsAt: NINE + 125 * MINUTE,
		spare: -35,
	});
	const later: Snapshot = { ...snapshot, timer: { state: "running", endsAt: begun + 95.5 * MINUTE } };
	expect(planSum(later, begun + 60 * MINUTE).spare).toBe(-36);
});
