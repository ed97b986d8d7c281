import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { Actor } from "../../server/access/actor.ts";
import { COMMAND_ROLES } from "../../server/access/can.ts";
import { decide } from "../../server/session/machine.ts";
import { seeded } from "../../server/session/seeded.ts";
import type { DocumentState, SessionState } from "../../server/session/state.ts";
import type { Context, SessionCommand } from "../../server/session/step.ts";
import { brokenBy } from "../../server/session/testing/invariants.ts";
import { facilitator, participant, RATINGS, RESULT, Run, WORKSHEETS } from "../../server/session/testing/workshop.ts";
import type { CommandType } from "../../worksheets/contract/commands.ts";
import { figure, isSoak, timeIsUp, within } from "../harness/scale.ts";
import { SAMPLES, type Things } from "../permissions/commands.ts";

/**
 * Every sequence of commands up to a depth, from a lobby and from the middle of the work: states that are the same but
 * for the names of their ids are looked at once. Time stands still and chance is always the same, so that ways that
 * come to the same do meet.
 */
const DEPTH = isSoak ? 6 : 3;

const nowhere = "nowhere".padEnd(22, "_");

/** Two choices of what a command names: the first and the second of each kind. */
function choices(state: SessionState): Things[] {
	const groups = state.groupings.at(-1)?.groups ?? [];
	const shared = state.documents.filter(({ scope }) => scope.kind !== "participant");
	return (["round-1", "results"] as const).map((phase, index) => ({
		phase,
		turn: { document: ownSheet(state, index)?.id ?? nowhere, phase: "closing" },
		group: groups[index]?.id ?? nowhere,
		participant: state.participants[index]?.id ?? nowhere,
		leaver: state.participants.at(-1)?.id ?? nowhere,
		document: shared.at(-index)?.id ?? nowhere,
		message: state.messages.at(-index)?.id ?? nowhere,
		question: state.questions.at(-index)?.id ?? nowhere,
		topic: state.topics.at(-index)?.id ?? nowhere,
		material: nowhere,
	}));
}

/** The last own sheet of somebody, or of whoever sits with them. */
function ownSheet({ documents, participants }: SessionState, index: number): DocumentState | undefined {
	const { id = "", people = [] } = participants[index] ?? {};
	const owners = [id, ...people.map((person) => person.id)];
	return documents.findLast(({ scope }) => scope.kind === "participant" && owners.includes(scope.id ?? ""));
}

const TYPES = Object.keys(SAMPLES) as CommandType[];

/** What only adds to a list that nothing else depends on: of all of them, one at a time. */
const NOTES: readonly string[] = [
	"topic.add",
	"question.ask",
	"broadcast",
	"help.raise",
	"alarm.raise",
	"link.add",
] satisfies SessionCommand["type"][];

/** What can be tried next: every command, by somebody who may send it, and what the server does by itself. */
function moves(state: SessionState): [SessionCommand, Actor][] {
	const lead: Actor = { ...facilitator, ...(state.facilitatorLink === null ? {} : { link: state.facilitatorLink }) };
	const found = new Map<string, [SessionCommand, Actor]>();
	const { topics, questions, messages, help, alarms, links } = state;
	const isNoted = [topics, questions, messages, help, alarms, links].some(({ length }) => length > 0);
	const add = (command: SessionCommand, actor: Actor): void => {
		const key = `${JSON.stringify(command)} ${actor.participantId}`;
		if (!key.includes(nowhere) && !(isNoted && NOTES.includes(command.type))) found.set(key, [command, actor]);
	};
	for (const things of choices(state)) {
		for (const type of TYPES) {
			const steered = COMMAND_ROLES[type].includes("facilitator");
			add(SAMPLES[type](things), steered ? lead : participant(things.participant));
		}
		add({ type: "alarm.raise", document: things.document, at: 2, before: 1 }, lead);
		add({ type: "vote.publish", document: things.document, result: RESULT }, lead);
		add({ type: "rating.publish", document: things.document, question: "stand", result: RATINGS, counted: [] }, lead);
	}
	const { length } = state.participants;
	const id = `p${length}`.padEnd(22, "-");
	if (length < 3) add({ type: "participant.join", id, name: `Person ${length + 1}` }, participant(id));
	add({ type: "recall.due" }, lead);
	const link = `l${state.links.length}`.padEnd(22, "-");
	if (state.links.length < 2) add({ type: "link.add", id: link, role: "observer", label: "" }, lead);
	for (const { id: one } of state.links) add({ type: "link.remove", link: one }, lead);
	add({ type: "facilitator.renew", link: "renewed".padEnd(22, "-") }, lead);
	return [...found.values()];
}

/** Ids that the machine gave out, as they are and as they stand in a phase's id. */
const IDS = /\bi\d+(?:_{10,}|(?="))/g;

/** The same for states that differ in nothing but what their ids are called. */
function fingerprint(state: SessionState): string {
	const names = new Map<string, string>();
	const text = JSON.stringify(state).replace(IDS, (id) => {
		const name = names.get(id) ?? `#${names.size}`;
		names.set(id, name);
		return name;
	});
	return createHash("sha1").update(text).digest("base64");
}

/** Fresh ids go on from those that a state has, so that the same step from the same state is the same. */
function contextsFor(state: SessionState, now: number): () => Context {
	const ids = [...JSON.stringify(state).matchAll(IDS)].map(([id]) => Number.parseInt(id.slice(1), 10));
	const last = Math.max(0, ...ids);
	return () => {
		let used = last;
		return {
			now,
			random: seeded(1),
			newId: () => {
				used += 1;
				return `i${used}`.padEnd(22, "_");
			},
			newCode: () => "ABCDEFGHK",
			bounds: { retentionDays: 90 },
			worksheet: (id) => WORKSHEETS.get(id),
		};
	};
}

interface Explored {
	states: number;
	steps: number;
	depth: number;
}

function explore(root: SessionState, now: number): Explored {
	const seen = new Set([fingerprint(root)]);
	let frontier = [root];
	let steps = 0;
	let depth = 0;
	for (; depth < DEPTH && frontier.length > 0; depth += 1) {
		const next: SessionState[] = [];
		for (const state of frontier) {
			if (timeIsUp()) return { states: seen.size, steps, depth };
			const contexts = contextsFor(state, now);
			for (const [command, actor] of moves(state)) {
				const decision = decide(state, command, actor, contexts());
				steps += 1;
				if (!decision.ok || decision.state === state) continue;
				const key = fingerprint(decision.state);
				if (seen.has(key)) continue;
				const broken = brokenBy(state, decision.state);
				if (broken.length > 0) throw new Error(`${JSON.stringify(command)}: ${broken.join("; ")}`);
				seen.add(key);
				// What the last step leads to is looked at, and nothing comes after it.
				if (depth + 1 < DEPTH) next.push(decision.state);
			}
		}
		frontier = next;
	}
	return { states: seen.size, steps, depth };
}

test.each(["a lobby with two people", "the middle of the work"])(
	"every way from %s keeps what must hold",
	{
		timeout: within(120_000),
	},
	(from) => {
		const run = new Run({ links: false });
		run.join(2);
		if (from !== "a lobby with two people") {
			run.do(
				{ type: "groups.create", count: 2 },
				{ type: "groups.assign", strategy: "random" },
				{ type: "session.start" },
				{ type: "phase.go", phase: "own" },
				{ type: "phase.go", phase: "round-1" },
			);
		}
		const { states, steps, depth } = explore(run.state, run.now);
		figure("state space", `${from}, to depth ${depth}`, `${states} states, ${steps} steps`);
		expect(depth).toBeGreaterThan(0);
		expect(states).toBeGreaterThan(1000);
	},
);
