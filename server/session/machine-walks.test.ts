import fc from "fast-check";
import { expect, test } from "vitest";
import { applyChange } from "../../worksheets/contract/apply-facts.ts";
import { changeSchema } from "../../worksheets/contract/change.ts";
import { type Snapshot, snapshotSchema } from "../../worksheets/contract/snapshot.ts";
import type { Actor } from "../access/actor.ts";
import { can } from "../access/can.ts";
import type { AnswerCounts, Progress } from "./boards.ts";
import { diff } from "./facts.ts";
import { headsIn, headsOf } from "./heads.ts";
import { lookups } from "./lookups.ts";
import { brokenBy } from "./testing/invariants.ts";
import { move, PEOPLE, pick, take, walk } from "./testing/walk.ts";
import {
	cofacilitator,
	facilitator,
	NO_BOARDS,
	NOW,
	observer,
	participant,
	participantId,
	Run,
} from "./testing/workshop.ts";
import { view } from "./view.ts";

/** What must hold, whatever people click; `test/fuzz/walks.test.ts` walks farther. */

const SETTINGS = { seed: 20_231_114, numRuns: 150 } as const;

test("documents never disappear and nobody sits in two groups of one grouping", () => {
	fc.assert(
		fc.property(walk, ([seed, steps]) => {
			const run = new Run({ seed });
			for (const step of steps) {
				const before = run.state;
				take(run, step);
				expect(brokenBy(before, run.state)).toEqual([]);
			}
		}),
		SETTINGS,
	);
});

test("a draw leaves groups that differ by at most one person, or by one table, with everybody placed", () => {
	fc.assert(
		fc.property(walk, fc.constantFrom("random", "even-by-organisation", "remix"), ([seed, steps], strategy) => {
			const run = new Run({ seed });
			for (const step of steps) take(run, step);
			if (!run.try({ type: "groups.assign", strategy }).ok) return;
			const { participants, present } = lookups(run.state);
			const heads = (ids: readonly string[]) => headsIn(ids.flatMap((id) => participants.get(id) ?? []));
			const sizes = run.groups().map(heads);
			const largest = Math.max(1, ...present.map(headsOf));
			expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(largest);
			expect(run.groups().flat().sort()).toEqual([...present].map((person) => person.id).sort());
		}),
		SETTINGS,
	);
});

test("after the end nothing changes any more but the time until erasure", () => {
	fc.assert(
		fc.property(walk, fc.array(move, { maxLength: 20 }), ([seed, steps], later) => {
			const run = new Run({ seed });
			for (const step of steps) take(run, step);
			run.try({ type: "session.start" });
			run.do({ type: "session.end" });
			const ended = run.state;
			for (const step of later) take(run, step);
			expect(run.state).toBe(ended);
			run.do({ type: "workshop.set", details: { retentionDays: 3 } });
			expect(run.state).toEqual({ ...ended, workshop: { ...ended.workshop, retentionDays: 3 } });
		}),
		SETTINGS,
	);
});

const actors: Actor[] = [
	facilitator,
	cofacilitator,
	observer,
	...Array.from({ length: PEOPLE }, (_, index) => participant(participantId(index))),
];

test("applying what changed to what was seen gives what is seen now, for every role", () => {
	fc.assert(
		fc.property(walk, ([seed, steps, ending]) => {
			const run = new Run({ seed });
			run.join(PEOPLE - 2);
			let version = 0;
			let progress: Progress = new Map();
			let ballots: AnswerCounts = new Map();
			let ratings: AnswerCounts = new Map();
			const look = (actor: Actor, step: number): Snapshot => {
				const online = new Set(run.state.participants.filter((_, index) => (index + step) % 3).map(({ id }) => id));
				const boards = { ...NO_BOARDS, presence: online, progress, ballots, ratings };
				return view(run.state, boards, actor, { version, now: run.now });
			};
			const seen = new Map(actors.map((actor) => [actor, look(actor, 0)]));
			const told = new Map(seen);
			const all = ending ? [...steps, { kind: "start", a: 0, b: 0 } as const] : steps;
			all.forEach((step, index) => {
				take(run, step);
				if (ending && index === all.length - 1) run.try({ type: "session.end" });
				const document = pick(run.state.documents, step.b);
				if (document) {
					const questions = [{ name: "answer", state: step.a % 2 ? ("started" as const) : ("done" as const) }];
					progress = new Map([...progress, [document.id, { id: document.id, questions, lastChangeAt: run.now }]]);
				}
				const decision = pick(run.state.documents, step.a);
				if (decision) {
					const answered = new Map([["stand", step.b % PEOPLE]]);
					if (step.b % 2) ballots = new Map([...ballots, [decision.id, { eligible: PEOPLE, answered }]]);
					else ratings = new Map([...ratings, [decision.id, { eligible: PEOPLE, answered }]]);
				}
				version += 1;
				for (const actor of actors) {
					const next = look(actor, index);
					const last = seen.get(actor) ?? next;
					const wire: unknown = JSON.parse(JSON.stringify({ version, now: run.now, facts: diff(last, next) }));
					const after = applyChange(told.get(actor) ?? next, changeSchema.parse(wire));
					expect(after).toEqual(snapshotSchema.parse(next));
					seen.set(actor, next);
					told.set(actor, after);
				}
			});
		}),
		{ ...SETTINGS, numRuns: 80 },
	);
});

test("a snapshot lists exactly the documents its reader may open, and names no other group's", () => {
	fc.assert(
		fc.property(walk, ([seed, steps]) => {
			const run = new Run({ seed });
			for (const step of steps) take(run, step);
			for (const actor of actors) {
				const { documents } = view(run.state, NO_BOARDS, actor, {
					version: 0,
					now: NOW,
				});
				const listed = new Map(documents.map((document) => [document.id, document.access]));
				const missing = actor.participantId && !run.state.participants.some(({ id }) => id === actor.participantId);
				for (const { id } of missing ? [] : run.state.documents) {
					const allowed = can(run.state, actor, { to: "open", document: id });
					expect(listed.get(id)).toBe(allowed.ok ? allowed.value : undefined);
				}
			}
		}),
		SETTINGS,
	);
});
