import { expect, test } from "vitest";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import { facilitator, NO_BOARDS, NOW, observer, Run, UNKNOWN_ID } from "./testing/workshop.ts";
import { view } from "./view.ts";

const id = (number: number) => `l${number}`.padEnd(22, "-");
const add = (number: number) =>
	({ type: "link.add", id: id(number), role: "observer", label: `Gast ${number}` }) as const;

test("a link is kept with its purpose and its time, and is no part of what anybody sees", () => {
	const run = new Run({ links: false });
	expect(run.try(add(1))).toMatchObject({ ok: true, facts: [{ type: "link-added", link: id(1) }] });
	expect(run.state.links).toEqual([{ id: id(1), role: "observer", label: "Gast 1", createdAt: NOW }]);
	for (const actor of [facilitator, { ...observer, link: id(1) }]) {
		const seen = view(run.state, NO_BOARDS, actor, { version: 0, now: NOW });
		expect(JSON.stringify(seen)).not.toContain("Gast 1");
		expect(JSON.stringify(seen)).not.toContain(id(1));
	}
});

test("there are so many and no more; one that is gone makes room", () => {
	const run = new Run({ links: false });
	for (let number = 0; number < LIMITS.links; number += 1) expect(run.try(add(number)).ok).toBe(true);
	expect(run.try(add(99))).toMatchObject({ ok: false, refused: "full" });
	expect(run.try({ type: "link.remove", link: id(3) }).ok).toBe(true);
	expect(run.try({ type: "link.remove", link: id(3) })).toMatchObject({ ok: false, refused: "not-found" });
	expect(run.try(add(99)).ok).toBe(true);
});

test("who comes in is still changed after the end", () => {
	const run = new Run().do({ type: "session.start" }, { type: "session.end" });
	expect(run.try(add(1)).ok).toBe(true);
	expect(run.try({ type: "link.remove", link: id(1) }).ok).toBe(true);
	expect(run.try({ type: "facilitator.renew", link: UNKNOWN_ID }).ok).toBe(true);
});
