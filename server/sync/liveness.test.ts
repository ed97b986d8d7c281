import { expect, it } from "vitest";
import { Liveness } from "./liveness.ts";

const limits = { pingEveryMs: 5_000, deadAfterMs: 10_000 };

/** What a line that never answers is told at each second. */
function silence(line: Liveness, from: number, to: number): string[] {
	const told: string[] = [];
	for (let second = from; second <= to; second += 1) {
		const what = line.check(second * 1_000);
		if (what !== "nothing") {
			told.push(`${second} ${what}`);
		}
	}
	return told;
}

it("pings every five seconds and gives up ten seconds after the oldest ping without an answer", () => {
	expect(silence(new Liveness(limits, 0), 1, 15)).toEqual(["5 ping", "10 ping", "15 dead"]);
});

it("begins anew with every sign of life, however late", () => {
	const line = new Liveness(limits, 0);
	expect(silence(line, 1, 14)).toEqual(["5 ping", "10 ping"]);
	line.heard();
	expect(silence(line, 15, 25)).toEqual(["15 ping", "20 ping", "25 dead"]);
});
