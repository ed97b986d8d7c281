import fc from "fast-check";
import { expect, test } from "vitest";
import { applyChange } from "../../worksheets/contract/apply-facts.ts";
import type { Command } from "../../worksheets/contract/commands.ts";
import type { PhasePatch } from "../../worksheets/contract/phase-patch.ts";
import { changeSchema, DOORS, PHASE_KINDS, type Snapshot, snapshotSchema } from "../../worksheets/contract/snapshot.ts";
import type { Actor } from "../access/actor.ts";
import { can } from "../access/can.ts";
import { diff } from "./facts.ts";
import { groupingOf } from "./grouping-of.ts";
import { lookups } from "./lookups.ts";
import { type SessionState, sessionStateSchema } from "./state.ts";
import {
	facilitator,
	NO_BOARDS,
	NOW,
	observer,
	participant,
	participantId,
	RESULT,
	Run,
	TEMPLATE,
} from "./testing/workshop.ts";
import { type BallotCounts, type Progress, view } from "./view.ts";

/** Random walks over every command: what must hold, whatever people click. */

const PEOPLE = 6;
const SETTINGS = { seed: 20_231_114, numRuns: 150 } as const;

/** A step names things by number; what the number means is looked up in the state the walk has reached. */
const move = fc.record({
	kind: fc.constantFrom(
		"join",
		"start",
		"go",
		"timer",
		"pause",
		"extend",
		"own-timer",
		"own-pause",
		"own-extend",
		"follow",
		"undo",
		"create",
		"prepare",
		"assign",
		"seat",
		"rename",
		"move",
		"choose",
		"lock",
		"unlock",
		"lock all",
		"show",
		"hide",
		"recall",
		"stay",
		"due",
		"close-vote",
		"publish-vote",
		"reopen-vote",
		"say",
		"unpin",
		"help",
		"answer",
		"clear",
		"ask",
		"reply",
		"back",
		"mute",
		"remove",
		"admit",
		"door",
		"renew",
		"park",
		"settle",
		"drop",
		"set",
		"plan",
		"plan move",
		"plan change",
		"plan remove",
		"plan restore",
		"dimensions",
	),
	a: fc.nat(100),
	b: fc.nat(100),
});
type Move = typeof move extends fc.Arbitrary<infer Value> ? Value : never;
const walk = fc.tuple(fc.integer(), fc.array(move, { minLength: 5, maxLength: 40 }), fc.boolean());

const STRATEGIES = ["random", "even-by-organisation", "self", "remix"] as const;

function pick<Item>(items: readonly Item[], number: number): Item | undefined {
	return items[number % Math.max(1, items.length)];
}

/** The proposal, or one or two of five dimensions. */
function dimensionsOf(a: number, b: number) {
	if (a % 4 === 0) return null;
	const ids = [...new Set([`d${a % 5}`, `d${b % 5}`])];
	return { preset: null, dimensions: ids.map((id) => ({ id, label: `${id} ${b}`, help: "" })) };
}

function commandOf({ kind, a, b }: Move, state: SessionState): [Command, Actor] | null {
	const person = pick(state.participants, a)?.id;
	const group = pick(
		state.groupings.flatMap((grouping) => grouping.groups),
		b,
	)?.id;
	const document = pick(state.documents, a)?.id;
	const message = pick(state.messages, a)?.id;
	const question = pick(state.questions, a)?.id;
	const topic = pick(state.topics, a)?.id;
	const phase = pick(TEMPLATE.phases, a)?.id ?? "welcome";
	const planned = pick(state.phases, a)?.id;
	const steering = (command: Command): [Command, Actor] => [command, facilitator];
	switch (kind) {
		case "start":
			return steering({ type: "session.start" });
		case "go":
			return steering({ type: "phase.go", phase });
		case "timer":
			return steering(a % 2 === 0 ? { type: "timer.start" } : { type: "timer.start", ms: 1000 + b });
		case "pause":
			return steering({ type: "timer.pause" });
		case "extend":
			return steering({ type: "timer.extend", ms: (b - 50) * 10_000 });
		case "own-timer":
			return group ? steering({ type: "timer.start", group, ...(a % 2 ? { ms: 1000 + b } : {}) }) : null;
		case "own-pause":
			return group ? steering({ type: "timer.pause", group }) : null;
		case "own-extend":
			return group ? steering({ type: "timer.extend", group, ms: (a - 50) * 10_000 }) : null;
		case "follow":
			return group ? steering({ type: "timer.follow", group }) : null;
		case "undo":
			return steering({ type: "phase.undo" });
		case "create":
			return steering({ type: "groups.create", count: 1 + (a % 4) });
		case "prepare":
			return steering({ type: "groups.create", count: 1 + (b % 4), phase });
		case "assign":
			return steering({
				type: "groups.assign",
				strategy: pick(STRATEGIES, a) ?? "random",
				...(b % 3 ? {} : { phase }),
			});
		case "seat":
			return steering({
				type: "groups.seat",
				...(b % 3 ? {} : { phase }),
				seats: [
					{ name: `Person ${1 + (a % 9)}`, group: b % 3 },
					{ name: `person ${1 + (b % 9)} `.trim(), organisation: `Haus ${a % 2}`, group: a % 4 },
				],
			});
		case "rename":
			return group
				? steering({
						type: "groups.set",
						group,
						name: `Tisch ${a}`,
						conferenceUrl: b % 2 ? "https://treffen.example/a" : "",
					})
				: null;
		case "move":
			return person
				? steering({ type: "groups.move", participant: person, group: b % 5 ? (group ?? null) : null })
				: null;
		case "choose":
			return person && group ? [{ type: "groups.join", group }, participant(person)] : null;
		case "lock":
			return document ? steering({ type: "worksheet.lock", document }) : null;
		case "unlock":
			return document ? steering({ type: "worksheet.unlock", document }) : null;
		case "lock all":
			return steering({
				type: "sheets.lock",
				locked: a % 2 === 0,
				...(b % 3 === 0 ? { phase } : {}),
				...(group && b % 4 === 0 ? { group } : {}),
			});
		case "show":
			return document ? steering({ type: "spotlight.show", document, ...(b % 2 ? { question: "answer" } : {}) }) : null;
		case "hide":
			return steering({ type: "spotlight.hide" });
		case "recall":
			return steering({ type: "recall.start", ms: (b % 5) * 30_000, ...(a % 2 ? { phase } : {}) });
		case "stay":
			return steering({ type: "recall.cancel" });
		case "unpin":
			return message ? steering({ type: "message.unpin", message }) : null;
		case "answer":
			return person ? steering({ type: "help.answer", participant: person }) : null;
		case "ask":
			return person ? [{ type: "question.ask", text: `Frage ${b}` }, participant(person)] : null;
		case "reply":
			return question ? steering({ type: "question.clear", question }) : null;
		case "back":
			return person ? [{ type: "participant.back" }, participant(person)] : null;
		case "mute":
			return person ? steering({ type: "participant.mute", participant: person, muted: b % 3 > 0 }) : null;
		case "remove":
			// Seldom, or nobody would be left to do the rest.
			return person && b % 4 === 0 ? steering({ type: "participant.remove", participant: person }) : null;
		case "admit":
			return person ? steering({ type: "participant.admit", participant: person }) : null;
		case "door":
			return steering({ type: "door.set", door: pick(DOORS, a) ?? "open" });
		case "renew":
			return steering({ type: "code.renew" });
		case "park":
			return [{ type: "topic.add", text: `Thema ${b}` }, person && b % 2 ? participant(person) : facilitator];
		case "settle":
			return topic ? steering({ type: "topic.done", topic, done: b % 2 === 0 }) : null;
		case "drop":
			return topic ? steering({ type: "topic.remove", topic }) : null;
		case "close-vote":
			return document ? steering({ type: "vote.close", document }) : null;
		case "reopen-vote":
			return document ? steering({ type: "vote.reopen", document }) : null;
		case "say":
			return steering({ type: "broadcast", text: `Nachricht ${a}`, ...(group && b % 2 ? { group } : {}) });
		case "help":
			return person ? [{ type: "help.raise", text: b % 2 ? "Bitte" : "" }, participant(person)] : null;
		case "clear":
			return group ? steering({ type: "help.clear", group }) : null;
		case "set":
			return steering({
				type: "workshop.set",
				details: {
					title: `Titel ${a}`,
					minutes: { [phase]: 1 + b },
					latecomers: b % 2 ? "lobby" : "smallest",
					series: a % 2 ? { name: "Reihe", number: 1 + b } : null,
				},
			});
		case "plan":
			return steering({
				type: "plan.add",
				kind: pick(PHASE_KINDS, a) ?? "plenary",
				after: b % 4 ? (pick(state.phases, b)?.id ?? null) : null,
				title: `Phase ${a}`,
				minutes: 1 + b,
			});
		case "plan move":
			return planned ? steering({ type: "plan.move", phase: planned, to: b % 9 }) : null;
		case "plan change":
			return planned ? steering({ type: "plan.change", phase: planned, patch: patchOf(a, b) }) : null;
		case "plan remove":
			return planned ? steering({ type: "plan.remove", phase: planned }) : null;
		case "plan restore":
			return steering({ type: "plan.restore", phase: state.removedPhase?.phase.id ?? phase });
		case "dimensions":
			return steering({ type: "workshop.set", details: { dimensions: dimensionsOf(a, b) } });
		default:
			return null;
	}
}

function patchOf(a: number, b: number): PhasePatch {
	return {
		...(a % 2 ? { minutes: 1 + b, materials: [{ label: `Blatt ${b}`, url: "https://bibliothek.example/a" }] } : {}),
		...(a % 3 ? {} : { kind: pick(PHASE_KINDS, b) ?? "plenary", groupsRule: "remix", title: `Phase ${b}` }),
		...(a % 5 ? {} : { sheets: [{ worksheet: b % 2 ? "sheet-a" : "sheet-b", scope: "group" }] }),
		...(a % 7 ? {} : { conferenceUrl: b % 2 ? "https://treffen.example/b" : "", script: "", assignment: "Los" }),
	};
}

function take(run: Run, step: Move): void {
	if (step.kind === "join") {
		const comes = run.state.workshop.status !== "ended" && run.state.workshop.door !== "closed";
		if (run.state.participants.length < PEOPLE && comes) {
			run.join(1, () => `Haus ${step.a % 2}`);
		}
		return;
	}
	if (step.kind === "due") {
		run.now += step.b * 2000;
		run.try({ type: "recall.due" });
		return;
	}
	if (step.kind === "publish-vote") {
		const vote = pick(run.state.votes, step.a);
		if (vote) run.try({ type: "vote.publish", document: vote.document, result: { ...RESULT, voted: step.b } });
		return;
	}
	const command = commandOf(step, run.state);
	if (command === null) return;
	run.now += 1 + step.b * 1000;
	run.try(...command);
}

function holdsOfPlan(before: SessionState, after: SessionState): void {
	const ids = after.phases.map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
	expect(ids).not.toContain(after.removedPhase?.phase.id);
	for (const { phase } of after.history) expect(ids).toContain(phase);
	if (after.undo !== null) expect(ids).toContain(after.undo.phase);
	const entered = (state: SessionState) => state.phases.filter(({ enteredAt }) => enteredAt !== null);
	const been = entered(before).map(({ id }) => id);
	expect(ids.filter((id) => been.includes(id))).toEqual(been);
	// Where people were in groups, a change of plan leaves them there.
	if (ids.join() !== before.phases.map(({ id }) => id).join()) {
		for (const { id, kind, sheets } of entered(before)) {
			const inGroups = kind === "group" || sheets.some(({ scope }) => scope === "group");
			if (inGroups) expect(groupingOf(after, id)).toBe(groupingOf(before, id));
		}
	}
	const kept = new Set(after.groupings.map(({ id }) => id));
	const parked = after.removedPhase?.phase.grouping ?? null;
	if (parked !== null) expect(kept.has(parked)).toBe(true);
}

function holds(before: SessionState, after: SessionState): void {
	holdsOfPlan(before, after);
	expect(sessionStateSchema.parse(JSON.parse(JSON.stringify(after)))).toEqual(after);
	for (const { document, result } of before.votes) {
		const now = after.votes.find((vote) => vote.document === document);
		// A result stays what it is until the vote is opened again.
		if (result !== null && now !== undefined) expect(now.result).toEqual(result);
	}
	expect(new Set(after.votes.map(({ document }) => document)).size).toBe(after.votes.length);
	const known = new Map(after.documents.map((document) => [document.id, document]));
	for (const document of before.documents) {
		expect(known.get(document.id)).toMatchObject({ worksheet: document.worksheet, scope: document.scope });
	}
	const keys = after.documents.map(({ worksheet, scope }) => `${worksheet} ${scope.kind} ${scope.id}`);
	expect(new Set(keys).size).toBe(keys.length);
	const groups = new Set(after.groupings.flatMap((grouping) => grouping.groups.map((group) => group.id)));
	for (const { scope } of after.documents) if (scope.kind === "group") expect(groups.has(scope.id ?? "")).toBe(true);
	for (const grouping of after.groupings) {
		const seats = grouping.groups.flatMap((group) => group.members);
		expect(new Set(seats).size).toBe(seats.length);
	}
	expect(after.participants.map(({ id }) => id).slice(0, before.participants.length)).toEqual(
		before.participants.map(({ id }) => id),
	);
	const out = new Set(
		after.participants.filter((person) => person.removedAt !== null || person.waiting).map(({ id }) => id),
	);
	for (const { groups: seated } of after.groupings) {
		for (const { members } of seated) expect(members.filter((member) => out.has(member))).toEqual([]);
	}
	const calls = [...after.help, ...after.questions].map(({ participant }) => participant);
	expect([...calls, ...after.back].filter((person) => out.has(person))).toEqual([]);
	for (const person of after.participants) {
		if (person.removedAt !== null) expect(person.waiting).toBe(false);
		if (person.waiting) expect(after.workshop.door).not.toBe("open");
		if (person.waiting) expect([...known.values()].some(({ scope }) => scope.id === person.id)).toBe(false);
	}
	const groupings = new Set(after.groupings.map((grouping) => grouping.id));
	for (const phase of after.phases) if (phase.grouping !== null) expect(groupings.has(phase.grouping)).toBe(true);
	const running = after.workshop.status === "running";
	if (after.recall !== null) {
		expect(running).toBe(true);
		expect(after.phases.some(({ id }) => id === after.recall?.phase)).toBe(true);
	}
	if (after.spotlight !== null) {
		expect(running).toBe(true);
		expect(known.get(after.spotlight.document)?.scope.kind).toMatch(/group|plenary/);
	}
	for (const document of after.documents) {
		if (document.scope.kind === "participant") expect(document.locked).toBe(false);
	}
	const isBreak = after.phases.find(({ id }) => id === after.currentPhase)?.kind === "break";
	expect(after.back.length === 0 || isBreak).toBe(true);
	expect(new Set(after.back).size).toBe(after.back.length);
	const clocks = [after.timer, ...after.groupTimers.map(({ timer }) => timer)];
	for (const clock of clocks) if (clock.state === "paused") expect(clock.remainingMs).toBeGreaterThanOrEqual(0);
	const owners = after.groupTimers.map(({ id }) => id);
	expect(new Set(owners).size).toBe(owners.length);
	const asked = (state: SessionState) => state.workshop.dimensions?.dimensions.map(({ id }) => id) ?? [];
	const former = after.workshop.formerDimensions.map(({ id }) => id);
	expect(new Set([...asked(after), ...former]).size).toBe(asked(after).length + former.length);
	// What was asked about while a sheet was open keeps a name for good.
	if (before.documents.length > 0) {
		const had = [...asked(before), ...before.workshop.formerDimensions.map(({ id }) => id)];
		expect([...asked(after), ...former]).toEqual(expect.arrayContaining(had));
	}
	if (running) expect(after.history.at(-1)?.phase).toBe(after.currentPhase);
}

test("documents never disappear and nobody sits in two groups of one grouping", () => {
	fc.assert(
		fc.property(walk, ([seed, steps]) => {
			const run = new Run({ seed });
			for (const step of steps) {
				const before = run.state;
				take(run, step);
				holds(before, run.state);
			}
		}),
		SETTINGS,
	);
});

test("a draw leaves group sizes that differ by at most one, with everybody placed", () => {
	fc.assert(
		fc.property(walk, fc.constantFrom("random", "even-by-organisation", "remix"), ([seed, steps], strategy) => {
			const run = new Run({ seed });
			for (const step of steps) take(run, step);
			if (!run.try({ type: "groups.assign", strategy }).ok) return;
			const sizes = run.groups().map((members) => members.length);
			expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
			expect(run.groups().flat().sort()).toEqual([...lookups(run.state).present].map((person) => person.id).sort());
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
	{ ...facilitator, role: "cofacilitator" },
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
			let ballots: BallotCounts = new Map();
			const look = (actor: Actor, step: number): Snapshot => {
				const online = new Set(run.state.participants.filter((_, index) => (index + step) % 3).map(({ id }) => id));
				return view(run.state, { ...NO_BOARDS, presence: online, progress, ballots }, actor, { version, now: run.now });
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
				if (decision) ballots = new Map([...ballots, [decision.id, { eligible: PEOPLE, voted: step.b % PEOPLE }]]);
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
