import { describe, expect, test } from "vitest";
import { SAMPLES } from "../../test/permissions/commands.ts";
import { COMMAND_TYPES, type Command, type CommandType } from "../../worksheets/contract/commands.ts";
import { ROLES, type Role } from "../../worksheets/contract/snapshot.ts";
import {
	cofacilitator,
	facilitator,
	observer,
	participant,
	type Run,
	UNKNOWN_ID,
} from "../session/testing/workshop.ts";
import type { Actor } from "./actor.ts";
import { can, isInside } from "./can.ts";
import { scene } from "./testing/scene.ts";

/** Who is in, and who may send what; sheets are tried in can-sheets.test.ts. */

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
	"groups.keep": STEERING,
	"groups.set": STEERING,
	"groups.seat": STEERING,
	"groups.join": ["participant"],
	"worksheet.lock": STEERING,
	"worksheet.unlock": STEERING,
	"sheets.lock": STEERING,
	"spotlight.show": STEERING,
	"spotlight.hide": STEERING,
	"plenary.show": STEERING,
	"plenary.withdraw": STEERING,
	"recall.start": STEERING,
	"recall.cancel": STEERING,
	"vote.close": STEERING,
	"vote.reopen": STEERING,
	"rating.reveal": ["facilitator", "cofacilitator", "participant"],
	"rating.reopen": ["facilitator", "cofacilitator", "participant"],
	"units.reveal": ["facilitator", "cofacilitator"],
	"units.hide": ["facilitator", "cofacilitator"],
	broadcast: STEERING,
	"message.unpin": STEERING,
	"help.raise": ["participant"],
	"help.answer": STEERING,
	"help.clear": ["facilitator", "cofacilitator", "participant"],
	"question.ask": ["participant"],
	"question.clear": ["facilitator", "cofacilitator", "participant"],
	"names.remove": ["facilitator"],
	"participant.back": ["participant"],
	"notes.open": ["participant"],
	"measures.open": STEERING,
	"synthesis.open": STEERING,
	"people.set": ["participant"],
	"turn.pass": ["participant"],
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
	"material.remove": STEERING,
};

/** One of a command, about things that nobody has but for the group of Anna and Ben. */
function example(type: CommandType, run: Run): Command {
	const unknown = { participant: UNKNOWN_ID, leaver: UNKNOWN_ID, document: UNKNOWN_ID, message: UNKNOWN_ID };
	const named = { material: UNKNOWN_ID, question: UNKNOWN_ID, topic: UNKNOWN_ID };
	const phase = "closing";
	const turn = { document: UNKNOWN_ID, phase };
	return SAMPLES[type]({ ...unknown, ...named, phase, turn, group: run.group(0) });
}

describe("commands", () => {
	const matrix = COMMAND_TYPES.flatMap((type) => ROLES.map((role) => [type, role] as const));

	test.each(matrix)("%s by a %s", (type, role) => {
		const { run, anna } = scene();
		const actor = { facilitator, cofacilitator, observer, participant: participant(anna) }[role];
		const allowed = can(run.state, actor, { to: "command", command: example(type, run) });
		if (EXPECTED[type].includes(role)) expect(allowed).toEqual({ ok: true, value: "write" });
		else expect(allowed).toEqual({ ok: false, refused: "forbidden" });
	});

	test.each(COMMAND_TYPES)("%s from another workshop finds nothing", (type) => {
		const { run } = scene();
		const stranger: Actor = { ...facilitator, workshopId: UNKNOWN_ID };
		expect(can(run.state, stranger, { to: "command", command: example(type, run) })).toEqual({
			ok: false,
			refused: "not-found",
		});
	});

	test("a participant clears calls of their own group only", () => {
		const { run, anna, ben, cleo, dora } = scene();
		const clear = (actor: string, target: { group?: string; participant?: string }) =>
			can(run.state, participant(actor), { to: "command", command: { type: "help.clear", ...target } }).ok;
		expect(clear(anna, {})).toBe(true);
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
		expect(ask(run, emil, { to: "command", command: example(type, run) })).toMatchObject({ refused: "forbidden" });
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

test("only the facilitator erases", () => {
	const { run, anna } = scene();
	const erase = (actor: Actor) => can(run.state, actor, { to: "erase" }).ok;
	expect(erase(facilitator)).toBe(true);
	expect(erase(cofacilitator)).toBe(false);
	expect(erase(observer)).toBe(false);
	expect(erase(participant(anna))).toBe(false);
});

test("only the facilitator says who else comes in", () => {
	const { run, anna } = scene();
	const admit = (actor: Actor) => can(run.state, actor, { to: "admit" }).ok;
	expect(admit(facilitator)).toBe(true);
	expect(admit(cofacilitator)).toBe(false);
	expect(admit(observer)).toBe(false);
	expect(admit(participant(anna))).toBe(false);
});

describe("who came by a link", () => {
	const link = "l".repeat(22);
	const message = { to: "command", command: { type: "broadcast", text: "Gut so" } } as const;

	test("is in as long as there is that link, for that role", () => {
		const { run } = scene();
		const co: Actor = { ...facilitator, role: "cofacilitator", link };
		for (const actor of [co, { ...facilitator, role: "cofacilitator" } as const])
			expect(can(run.state, actor, message)).toEqual({ ok: false, refused: "unauthenticated" });
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
