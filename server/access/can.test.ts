import { describe, expect, test } from "vitest";
import { COMMAND_TYPES, type Command, type CommandType } from "../../worksheets/contract/commands.ts";
import { ROLES, type Role } from "../../worksheets/contract/snapshot.ts";
import { facilitator, observer, participant, Run, UNKNOWN_ID } from "../session/testing/workshop.ts";
import type { Actor } from "./actor.ts";
import { can, isInside } from "./can.ts";

/** A workshop in its second phase of three rounds: two people in group A, one in group B, one in none. */
function scene() {
	const run = new Run();
	const [anna = "", ben = "", cleo = "", dora = ""] = run.join(4);
	run.do({ type: "groups.create", count: 2 });
	for (const [person, group] of [
		[anna, 0],
		[ben, 0],
		[cleo, 1],
	] as const) {
		run.do({ type: "groups.move", participant: person, group: run.group(group) });
	}
	run.do({ type: "session.start" }, { type: "phase.go", phase: "own" }, { type: "phase.go", phase: "round-1" });
	const document = (kind: string, id?: string) =>
		run.state.documents.find(({ scope }) => scope.kind === kind && scope.id === id)?.id ?? "";
	return { run, anna, ben, cleo, dora, document };
}

/** Who may send what, once more and independently: the matrix of the contract. */
const STEERING: Role[] = ["facilitator", "cofacilitator"];
const EXPECTED: Record<CommandType, Role[]> = {
	"session.start": STEERING,
	"session.end": STEERING,
	"phase.go": STEERING,
	"phase.undo": STEERING,
	"timer.start": STEERING,
	"timer.pause": STEERING,
	"timer.extend": STEERING,
	"timer.follow": STEERING,
	"groups.create": STEERING,
	"groups.assign": STEERING,
	"groups.move": STEERING,
	"groups.set": STEERING,
	"groups.seat": STEERING,
	"groups.join": ["participant"],
	"worksheet.lock": STEERING,
	"worksheet.unlock": STEERING,
	"sheets.lock": STEERING,
	"spotlight.show": STEERING,
	"spotlight.hide": STEERING,
	"recall.start": STEERING,
	"recall.cancel": STEERING,
	"vote.close": STEERING,
	"vote.reopen": STEERING,
	broadcast: STEERING,
	"message.unpin": STEERING,
	"help.raise": ["participant"],
	"help.answer": STEERING,
	"help.clear": ["facilitator", "cofacilitator", "participant"],
	"question.ask": ["participant"],
	"question.clear": ["facilitator", "cofacilitator", "participant"],
	"participant.back": ["participant"],
	"notes.open": ["participant"],
	"participant.mute": STEERING,
	"participant.remove": STEERING,
	"participant.admit": STEERING,
	"door.set": STEERING,
	"code.renew": STEERING,
	"topic.add": ["facilitator", "cofacilitator", "participant"],
	"topic.done": STEERING,
	"topic.remove": STEERING,
	"alarm.clear": STEERING,
	"workshop.set": STEERING,
	"plan.add": STEERING,
	"plan.change": STEERING,
	"plan.move": STEERING,
	"plan.remove": STEERING,
	"plan.restore": STEERING,
};

function example(type: CommandType): Command {
	const examples: { [Type in CommandType]: Extract<Command, { type: Type }> } = {
		"session.start": { type: "session.start" },
		"session.end": { type: "session.end" },
		"phase.go": { type: "phase.go", phase: "own" },
		"phase.undo": { type: "phase.undo" },
		"timer.start": { type: "timer.start" },
		"timer.pause": { type: "timer.pause" },
		"timer.extend": { type: "timer.extend", ms: 1 },
		"timer.follow": { type: "timer.follow", group: UNKNOWN_ID },
		"groups.create": { type: "groups.create", count: 2 },
		"groups.assign": { type: "groups.assign", strategy: "random" },
		"groups.move": { type: "groups.move", participant: UNKNOWN_ID, group: null },
		"groups.set": { type: "groups.set", group: UNKNOWN_ID },
		"groups.seat": { type: "groups.seat", seats: [{ name: "Anna", group: 0 }] },
		"groups.join": { type: "groups.join", group: UNKNOWN_ID },
		"worksheet.lock": { type: "worksheet.lock", document: UNKNOWN_ID },
		"worksheet.unlock": { type: "worksheet.unlock", document: UNKNOWN_ID },
		"sheets.lock": { type: "sheets.lock", locked: true },
		"spotlight.show": { type: "spotlight.show", document: UNKNOWN_ID },
		"spotlight.hide": { type: "spotlight.hide" },
		"recall.start": { type: "recall.start", ms: 60_000 },
		"recall.cancel": { type: "recall.cancel" },
		"vote.close": { type: "vote.close", document: UNKNOWN_ID },
		"vote.reopen": { type: "vote.reopen", document: UNKNOWN_ID },
		broadcast: { type: "broadcast", text: "Hallo" },
		"message.unpin": { type: "message.unpin", message: UNKNOWN_ID },
		"help.raise": { type: "help.raise" },
		"help.answer": { type: "help.answer", participant: UNKNOWN_ID },
		"help.clear": { type: "help.clear" },
		"question.ask": { type: "question.ask", text: "Wie lange noch?" },
		"question.clear": { type: "question.clear", question: UNKNOWN_ID },
		"participant.back": { type: "participant.back" },
		"notes.open": { type: "notes.open" },
		"participant.mute": { type: "participant.mute", participant: UNKNOWN_ID, muted: true },
		"participant.remove": { type: "participant.remove", participant: UNKNOWN_ID },
		"participant.admit": { type: "participant.admit", participant: UNKNOWN_ID },
		"door.set": { type: "door.set", door: "closed" },
		"code.renew": { type: "code.renew" },
		"topic.add": { type: "topic.add", text: "Später" },
		"topic.done": { type: "topic.done", topic: UNKNOWN_ID, done: true },
		"topic.remove": { type: "topic.remove", topic: UNKNOWN_ID },
		"alarm.clear": { type: "alarm.clear", document: UNKNOWN_ID },
		"workshop.set": { type: "workshop.set", details: {} },
		"plan.add": { type: "plan.add", kind: "break", after: null, title: "Pause", minutes: 10 },
		"plan.change": { type: "plan.change", phase: "closing", patch: { minutes: 5 } },
		"plan.move": { type: "plan.move", phase: "closing", to: 5 },
		"plan.remove": { type: "plan.remove", phase: "closing" },
		"plan.restore": { type: "plan.restore", phase: "closing" },
	};
	return examples[type];
}

describe("commands", () => {
	const matrix = COMMAND_TYPES.flatMap((type) => ROLES.map((role) => [type, role] as const));

	test.each(matrix)("%s by a %s", (type, role) => {
		const { run, anna } = scene();
		const actor: Actor = role === "participant" ? participant(anna) : { ...facilitator, role };
		const allowed = can(run.state, actor, { to: "command", command: example(type) });
		if (EXPECTED[type].includes(role)) expect(allowed).toEqual({ ok: true, value: "write" });
		else expect(allowed).toEqual({ ok: false, refused: "forbidden" });
	});

	test.each(COMMAND_TYPES)("%s from another workshop finds nothing", (type) => {
		const { run } = scene();
		const stranger: Actor = { ...facilitator, workshopId: UNKNOWN_ID };
		expect(can(run.state, stranger, { to: "command", command: example(type) })).toEqual({
			ok: false,
			refused: "not-found",
		});
	});

	test("a participant clears calls of their own group only", () => {
		const { run, anna, ben, cleo, dora } = scene();
		const clear = (actor: string, target: { group?: string; participant?: string }) =>
			can(run.state, participant(actor), { to: "command", command: { type: "help.clear", ...target } }).ok;
		expect(clear(anna, { group: run.group(0) })).toBe(true);
		expect(clear(anna, { participant: ben })).toBe(true);
		expect(clear(anna, { participant: anna })).toBe(true);
		expect(clear(anna, { group: run.group(1) })).toBe(false);
		expect(clear(anna, { participant: cleo })).toBe(false);
		expect(clear(dora, { participant: anna })).toBe(false);
		expect(clear(dora, { group: run.group(0) })).toBe(false);
	});

	test.each(["worksheet.lock", "spotlight.show"] as const)("nobody else's is a participant's own sheet: %s", (type) => {
		const { run, anna, document } = scene();
		const command: Command = { type, document: document("participant", anna) };
		expect(can(run.state, facilitator, { to: "command", command })).toEqual({ ok: false, refused: "forbidden" });
	});

	test("a participant takes back their own questions only", () => {
		const { run, anna, ben } = scene();
		run.as(participant(anna), { type: "question.ask", text: "Wie lange noch?" });
		const command: Command = { type: "question.clear", question: run.state.questions[0]?.id ?? "" };
		expect(can(run.state, participant(ben), { to: "command", command })).toEqual({ ok: false, refused: "forbidden" });
		expect(can(run.state, participant(anna), { to: "command", command }).ok).toBe(true);
	});

	test("nobody closes or opens a vote in a participant's own sheet", () => {
		const { run, anna, document } = scene();
		for (const type of ["vote.close", "vote.reopen"] as const) {
			const command: Command = { type, document: document("participant", anna) };
			expect(can(run.state, facilitator, { to: "command", command })).toEqual({ ok: false, refused: "forbidden" });
		}
	});
});

describe("order in the room", () => {
	const ask = (run: Run, who: string, asked: Parameters<typeof can>[2]) => can(run.state, participant(who), asked);

	test("who was taken out is told so, whatever they ask", () => {
		const { run, anna, document } = scene();
		run.do({ type: "participant.remove", participant: anna });
		for (const id of [document("participant", anna), document("group", run.group(0))]) {
			expect(ask(run, anna, { to: "open", document: id })).toMatchObject({ ok: false, refused: "removed" });
			expect(ask(run, anna, { to: "add-late", document: id, wrote: true })).toMatchObject({ refused: "removed" });
		}
		const command: Command = { type: "question.ask", text: "Warum?" };
		expect(ask(run, anna, { to: "command", command })).toMatchObject({ ok: false, refused: "removed" });
		expect(ask(run, UNKNOWN_ID, { to: "command", command })).toMatchObject({ refused: "unauthenticated" });
	});

	test.each(COMMAND_TYPES)("nothing is for who waits at the door: %s", (type) => {
		const { run, document } = scene();
		run.do({ type: "door.set", door: "waiting" });
		const [emil = ""] = run.join(1);
		expect(ask(run, emil, { to: "command", command: example(type) })).toMatchObject({ refused: "forbidden" });
		for (const { id } of run.state.documents) {
			expect(ask(run, emil, { to: "open", document: id })).toMatchObject({ refused: "forbidden" });
		}
		expect(document("participant", emil)).toBe("");
	});

	test("who is muted reads all as before and writes in their own sheet alone", () => {
		const { run, anna, document } = scene();
		const shared = document("group", run.group(0));
		run.do({ type: "participant.mute", participant: anna, muted: true });
		expect(ask(run, anna, { to: "open", document: shared })).toEqual({ ok: true, value: "read" });
		expect(ask(run, anna, { to: "open", document: document("participant", anna) })).toEqual({
			ok: true,
			value: "write",
		});
		expect(ask(run, anna, { to: "add-late", document: shared, wrote: true })).toMatchObject({ refused: "forbidden" });
		const say = (command: Command) => ask(run, anna, { to: "command", command });
		expect(say({ type: "topic.add", text: "Später" })).toMatchObject({ ok: false, refused: "forbidden" });
		expect(say({ type: "question.ask", text: "Warum?" }).ok).toBe(true);
		expect(say({ type: "help.raise" }).ok).toBe(true);
		run.do({ type: "participant.mute", participant: anna, muted: false });
		expect(ask(run, anna, { to: "open", document: shared })).toEqual({ ok: true, value: "write" });
		expect(say({ type: "topic.add", text: "Später" }).ok).toBe(true);
	});
});

describe("documents", () => {
	const access = (run: Run, actor: Actor, document: string) => {
		const result = can(run.state, actor, { to: "open", document });
		return result.ok ? result.value : result.refused;
	};

	test("a participant's own sheet is theirs alone", () => {
		const { run, anna, ben, document } = scene();
		const own = document("participant", anna);
		expect(access(run, participant(anna), own)).toBe("write");
		for (const actor of [participant(ben), facilitator, { ...facilitator, role: "cofacilitator" } as const, observer]) {
			expect(access(run, actor, own)).toBe("forbidden");
		}
	});

	test("a ballot is closed with the vote, as long as nothing else is decided on that worksheet", () => {
		const { run, anna, cleo, dora, document } = scene();
		const [here, there] = [document("group", run.group(0)), document("group", run.group(1))];
		const ballot = (id: string) => access(run, participant(id), document("participant", id));
		run.do({ type: "vote.close", document: here });
		expect([anna, cleo, dora].map(ballot)).toEqual(["read", "write", "write"]);
		run.do({ type: "vote.close", document: there });
		expect([anna, cleo, dora].map(ballot)).toEqual(["read", "read", "write"]);
		expect(access(run, participant(anna), here)).toBe("write");
		run.do({ type: "vote.reopen", document: here });
		expect([anna, cleo, dora].map(ballot)).toEqual(["write", "read", "write"]);
	});

	test("a group's sheet is its members', and open to those who steer and who observe", () => {
		const { run, anna, cleo, dora, document } = scene();
		const sheet = document("group", run.group(0));
		expect(access(run, participant(anna), sheet)).toBe("write");
		expect(access(run, participant(cleo), sheet)).toBe("forbidden");
		expect(access(run, participant(dora), sheet)).toBe("forbidden");
		expect(access(run, facilitator, sheet)).toBe("write");
		expect(access(run, observer, sheet)).toBe("read");
	});

	test("whoever is moved gets the new group's sheet and loses the former", () => {
		const { run, anna, document } = scene();
		const [former, next] = [document("group", run.group(0)), document("group", run.group(1))];
		run.do({ type: "groups.move", participant: anna, group: run.group(1) });
		expect(access(run, participant(anna), former)).toBe("forbidden");
		expect(access(run, participant(anna), next)).toBe("write");
	});

	test("a second round leaves the first round's sheet with its group", () => {
		const { run, anna, document } = scene();
		const former = document("group", run.group(0));
		run.do({ type: "groups.create", count: 1, phase: "round-2" }, { type: "phase.go", phase: "round-2" });
		expect(access(run, participant(anna), former)).toBe("write");
	});

	test("the plenary's sheet is written by those who steer and read by all", () => {
		const { run, dora, document } = scene();
		run.do({ type: "phase.go", phase: "results" });
		const sheet = document("plenary");
		expect(access(run, facilitator, sheet)).toBe("write");
		expect(access(run, participant(dora), sheet)).toBe("read");
		expect(access(run, observer, sheet)).toBe("read");
	});

	test("the results phase lays the groups' sheets open to read, until it is left", () => {
		const { run, anna, dora, document } = scene();
		const sheet = document("group", run.group(0));
		run.do({ type: "phase.go", phase: "results" });
		expect(access(run, participant(dora), sheet)).toBe("read");
		expect(access(run, participant(anna), sheet)).toBe("write");
		run.do({ type: "phase.go", phase: "round-1" });
		expect(access(run, participant(dora), sheet)).toBe("forbidden");
	});

	test("a sheet in the spotlight is everybody's to read until it is hidden or the next phase begins", () => {
		const { run, anna, cleo, document } = scene();
		const sheet = document("group", run.group(0));
		const other = document("group", run.group(1));
		run.do({ type: "spotlight.show", document: sheet });
		expect(access(run, participant(cleo), sheet)).toBe("read");
		expect(access(run, participant(anna), sheet)).toBe("write");
		expect(access(run, participant(anna), other)).toBe("forbidden");
		run.do({ type: "spotlight.hide" });
		expect(access(run, participant(cleo), sheet)).toBe("forbidden");
		run.do({ type: "spotlight.show", document: sheet }, { type: "phase.go", phase: "own" });
		expect(access(run, participant(cleo), sheet)).toBe("forbidden");
	});

	test("what was shown to all may be taken home by all", () => {
		const { run, dora, document } = scene();
		const sheet = document("group", run.group(0));
		run.do({ type: "phase.go", phase: "results" }, { type: "phase.go", phase: "closing" }, { type: "session.end" });
		expect(access(run, participant(dora), sheet)).toBe("read");
	});

	test("a lock and the end leave reading", () => {
		const { run, anna, document } = scene();
		const sheet = document("group", run.group(0));
		run.do({ type: "worksheet.lock", document: sheet });
		expect(access(run, participant(anna), sheet)).toBe("read");
		expect(access(run, facilitator, sheet)).toBe("read");
		run.do({ type: "worksheet.unlock", document: sheet });
		expect(access(run, participant(anna), sheet)).toBe("write");
		run.do({ type: "session.end" });
		expect(access(run, participant(anna), sheet)).toBe("read");
		expect(access(run, participant(anna), document("participant", anna))).toBe("read");
	});

	test("unknown documents and strangers find nothing", () => {
		const { run, anna, document } = scene();
		expect(access(run, facilitator, UNKNOWN_ID)).toBe("not-found");
		const own = document("participant", anna);
		expect(access(run, { ...participant(anna), workshopId: UNKNOWN_ID }, own)).toBe("not-found");
		expect(access(run, participant(UNKNOWN_ID), own)).toBe("unauthenticated");
	});
});

describe("late contributions", () => {
	const late = (run: Run, actor: Actor, document: string, wrote = false) => {
		const result = can(run.state, actor, { to: "add-late", document, wrote });
		return result.ok ? result.value : result.refused;
	};

	test("are for those to whom a lock or the end has closed the sheet", () => {
		const { run, anna, cleo, document } = scene();
		const sheet = document("group", run.group(0));
		expect(late(run, participant(anna), sheet)).toBe("wrong-state");
		expect(late(run, facilitator, sheet)).toBe("wrong-state");
		run.do({ type: "worksheet.lock", document: sheet });
		expect(late(run, participant(anna), sheet)).toBe("write");
		expect(late(run, participant(cleo), sheet)).toBe("forbidden");
		run.do({ type: "session.end" });
		expect(late(run, participant(anna), document("participant", anna))).toBe("write");
		expect(late(run, facilitator, sheet)).toBe("write");
	});

	test("are for whoever has written in the sheet and may no longer open it", () => {
		const { run, anna, document } = scene();
		const former = document("group", run.group(0));
		run.do({ type: "groups.move", participant: anna, group: run.group(1) });
		expect(late(run, participant(anna), former, true)).toBe("write");
		expect(late(run, participant(anna), former)).toBe("forbidden");
	});

	test("are not for those who only ever read", () => {
		const { run, dora, document } = scene();
		run.do({ type: "phase.go", phase: "results" });
		expect(late(run, participant(dora), document("plenary"))).toBe("forbidden");
		expect(late(run, participant(dora), document("group", run.group(0)))).toBe("forbidden");
		expect(late(run, observer, document("group", run.group(0)))).toBe("forbidden");
		expect(late(run, facilitator, UNKNOWN_ID)).toBe("not-found");
	});
});

test("only the facilitator erases", () => {
	const { run, anna } = scene();
	const erase = (actor: Actor) => can(run.state, actor, { to: "erase" }).ok;
	expect(erase(facilitator)).toBe(true);
	expect(erase({ ...facilitator, role: "cofacilitator" })).toBe(false);
	expect(erase(observer)).toBe(false);
	expect(erase(participant(anna))).toBe(false);
});

test("only the facilitator says who else comes in", () => {
	const { run, anna } = scene();
	const admit = (actor: Actor) => can(run.state, actor, { to: "admit" }).ok;
	expect(admit(facilitator)).toBe(true);
	expect(admit({ ...facilitator, role: "cofacilitator" })).toBe(false);
	expect(admit(observer)).toBe(false);
	expect(admit(participant(anna))).toBe(false);
});

describe("who came by a link", () => {
	const link = "l".repeat(22);
	const message = { to: "command", command: { type: "broadcast", text: "Gut so" } } as const;

	test("is in as long as there is that link, for that role", () => {
		const { run } = scene();
		const co: Actor = { ...facilitator, role: "cofacilitator", link };
		expect(can(run.state, co, message)).toEqual({ ok: false, refused: "unauthenticated" });
		run.try({ type: "link.add", id: link, role: "cofacilitator", label: "" });
		expect(can(run.state, co, message).ok).toBe(true);
		expect(isInside(run.state, { ...observer, link })).toEqual({ ok: false, refused: "unauthenticated" });
		run.try({ type: "link.remove", link });
		for (const ask of [message, { to: "open", document: UNKNOWN_ID }, { to: "erase" }] as const) {
			expect(can(run.state, co, ask)).toEqual({ ok: false, refused: "unauthenticated" });
		}
	});

	test("or by the facilitator's former secret is put out once that was recovered", () => {
		const { run } = scene();
		run.try({ type: "facilitator.renew", link });
		expect(can(run.state, facilitator, { to: "erase" })).toEqual({ ok: false, refused: "unauthenticated" });
		expect(can(run.state, { ...facilitator, link }, { to: "erase" }).ok).toBe(true);
		run.try({ type: "facilitator.renew", link: UNKNOWN_ID });
		expect(isInside(run.state, { ...facilitator, link }).ok).toBe(false);
	});
});

describe("looking back", () => {
	test.each(ROLES)("is for those who steer, at what a group or the room writes: %s", (role) => {
		const { run, anna, document } = scene();
		const actor: Actor = role === "participant" ? participant(anna) : { ...facilitator, role };
		const ask = (id: string) => can(run.state, actor, { to: "look-back", document: id });
		const steering = STEERING.includes(role);
		const group = document("group", run.group(0));
		run.do({ type: "worksheet.lock", document: group });
		expect(ask(group)).toEqual(steering ? { ok: true, value: "write" } : { ok: false, refused: "forbidden" });
		expect(ask(document("participant", anna))).toEqual({ ok: false, refused: "forbidden" });
		expect(ask(UNKNOWN_ID)).toEqual({ ok: false, refused: steering ? "not-found" : "forbidden" });
		run.do({ type: "session.end" });
		expect(ask(group)).toEqual(steering ? { ok: true, value: "read" } : { ok: false, refused: "forbidden" });
	});
});
