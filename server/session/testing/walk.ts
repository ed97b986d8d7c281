import fc from "fast-check";
import type { Command } from "../../../worksheets/contract/commands.ts";
import type { PhasePatch } from "../../../worksheets/contract/phase-patch.ts";
import { DOORS, PHASE_KINDS, PLENARY_VIEWS } from "../../../worksheets/contract/snapshot.ts";
import type { Actor } from "../../access/actor.ts";
import type { SessionState } from "../state.ts";
import { facilitator, participant, RATINGS, RESULT, type Run, TEMPLATE } from "./workshop.ts";

/** Random walks over every command. */

/** How many join at most. */
export const PEOPLE = 6;

/** A step names things by number; what the number means is looked up in the state the walk has reached. */
export const move = fc.record({
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
		"keep",
		"seat",
		"rename",
		"move",
		"choose",
		"lock",
		"unlock",
		"lock all",
		"show",
		"show view",
		"hide",
		"withdraw view",
		"recall",
		"stay",
		"due",
		"link",
		"unlink",
		"close-vote",
		"publish-vote",
		"reopen-vote",
		"reveal",
		"publish-ratings",
		"count units",
		"publish units",
		"hide units",
		"reopen-ratings",
		"say",
		"unpin",
		"help",
		"answer",
		"clear",
		"ask",
		"reply",
		"back",
		"notes",
		"measures",
		"synthesis",
		"table",
		"pass",
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
export type Move = typeof move extends fc.Arbitrary<infer Value> ? Value : never;
/** A seed, the steps, and whether the workshop is ended after them. */
export const walk = fc.tuple(fc.integer(), fc.array(move, { minLength: 5, maxLength: 40 }), fc.boolean());

const STRATEGIES = ["random", "even-by-organisation", "self", "remix"] as const;

export function pick<Item>(items: readonly Item[], number: number): Item | undefined {
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
	const rated = pick(
		state.documents.filter(({ worksheet }) => worksheet === "sheet-b"),
		a,
	);
	const by = person && b % 2 ? participant(person) : facilitator;
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
		case "keep":
			return planned ? steering({ type: "groups.keep", phase: planned }) : null;
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
		case "show view":
			return steering({
				type: "plenary.show",
				view: pick(PLENARY_VIEWS, a) ?? "heatmap",
				worksheet: pick(["sheet-c", "sheet-a", "sheet-none"], b) ?? "sheet-c",
				...(a % 3 === 0 ? { dimension: b % 2 ? "lasting" : "none" } : {}),
			});
		case "withdraw view":
			return steering({
				type: "plenary.withdraw",
				view: pick(PLENARY_VIEWS, a) ?? "heatmap",
				worksheet: "sheet-c",
				...(a % 3 === 0 ? { dimension: "lasting" } : {}),
			});
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
		case "notes":
			return person ? [{ type: "notes.open" }, participant(person)] : null;
		case "measures":
			return steering({ type: "measures.open" });
		case "synthesis":
			return steering({ type: "synthesis.open" });
		case "table":
			return person ? [tableOf(state, person, a, b), participant(person)] : null;
		case "pass":
			return passedBy(state, a, b);
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
		case "reveal":
			return rated ? [{ type: "rating.reveal", document: rated.id, question: "stand" }, by] : null;
		case "reopen-ratings":
			return rated ? [{ type: "rating.reopen", document: rated.id, question: "stand" }, by] : null;
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

/** One to four at somebody's device: those who sit there, but for some of them, and others who come. */
function tableOf(state: SessionState, person: string, a: number, b: number): Command {
	const known = (state.participants.find(({ id }) => id === person)?.people ?? []).slice(1);
	const stay = known.filter((_, index) => (index + a) % 3 > 0);
	const come = Array.from({ length: b % 3 }, () => ({ name: a % 2 ? "" : "Kim" }));
	return {
		type: "people.set",
		people: [{ id: person, name: a % 4 ? "" : "Anna" }, ...stay.map(({ id, name }) => ({ id, name })), ...come],
		// Now and then from an older list, which does not know of everybody.
		...(b % 4 ? { leaving: known.map(({ id }) => id) } : {}),
	};
}

/** Somebody at a table is done with their sheet. */
function passedBy({ documents, participants, phases }: SessionState, a: number, b: number): [Command, Actor] | null {
	const table = pick(
		participants.filter(({ people }) => people.length > 0),
		a,
	);
	const owners = new Set(table?.people.map(({ id }) => id));
	const sheet = pick(
		documents.filter(({ scope }) => owners.has(scope.id ?? "")),
		b,
	);
	const phase = sheet && phases.find(({ sheets }) => sheets.some(({ worksheet }) => worksheet === sheet.worksheet));
	if (!table || !sheet || !phase) return null;
	return [{ type: "turn.pass", document: sheet.id, phase: phase.id }, participant(table.id)];
}

function patchOf(a: number, b: number): PhasePatch {
	return {
		...(a % 2 ? { minutes: 1 + b, materials: [{ label: `Blatt ${b}`, url: "https://bibliothek.example/a" }] } : {}),
		...(a % 3 ? {} : { kind: pick(PHASE_KINDS, b) ?? "plenary", groupsRule: "remix", title: `Phase ${b}` }),
		...(a % 5 ? {} : { sheets: [{ worksheet: b % 2 ? "sheet-a" : "sheet-b", scope: "group" }] }),
		...(a % 7 ? {} : { conferenceUrl: b % 2 ? "https://treffen.example/b" : "", script: "", assignment: "Los" }),
	};
}

/** Takes a step where it means anything; what the machine refuses changes nothing. */
export function take(run: Run, step: Move): void {
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
	if (step.kind === "publish-ratings") {
		const reveal = pick(run.state.reveals, step.a);
		if (!reveal) return;
		const { document, question } = reveal;
		run.try({ type: "rating.publish", document, question, result: { ...RATINGS, submitted: step.b }, counted: [] });
		return;
	}
	if (step.kind === "count units" || step.kind === "publish units" || step.kind === "hide units") {
		// What was rated is counted after the end as well.
		if (run.state.workshop.status === "ended") return;
		if (step.kind === "count units") run.try({ type: "units.reveal" });
		else if (step.kind === "hide units") run.try({ type: "units.hide" });
		else run.try({ type: "units.publish", result: [] });
		return;
	}
	if (step.kind === "link" || step.kind === "unlink") {
		// Who comes in may change after the end, and nothing else may.
		if (run.state.workshop.status === "ended") return;
		const id = `l${step.a % 40}`.padEnd(22, "-");
		const role = step.b % 2 ? "observer" : "cofacilitator";
		const isThere = run.state.links.some((link) => link.id === id);
		if (step.kind === "unlink") run.try({ type: "link.remove", link: id });
		else if (!isThere) run.try({ type: "link.add", id, role, label: "" });
		return;
	}
	const command = commandOf(step, run.state);
	if (command === null) return;
	run.now += 1 + step.b * 1000;
	run.try(...command);
}
