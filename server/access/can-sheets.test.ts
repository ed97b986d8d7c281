import { describe, expect, test } from "vitest";
import { ROLES } from "../../worksheets/contract/snapshot.ts";
import {
	cofacilitator,
	facilitator,
	observer,
	participant,
	type Run,
	UNKNOWN_ID,
} from "../session/testing/workshop.ts";
import type { Actor } from "./actor.ts";
import { can } from "./can.ts";
import { scene } from "./testing/scene.ts";

/** Who may open a sheet, add to it late, and look back at what it was. */

describe("documents", () => {
	const access = (run: Run, actor: Actor, document: string) => {
		const result = can(run.state, actor, { to: "open", document });
		return result.ok ? result.value : result.refused;
	};

	test("a participant's own sheet is theirs alone", () => {
		const { run, anna, ben, document } = scene();
		const own = document("participant", anna);
		expect(access(run, participant(anna), own)).toBe("write");
		for (const actor of [participant(ben), facilitator, cofacilitator, observer]) {
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

describe("looking back", () => {
	test.each(ROLES)("is for those who steer, at what a group or the room writes: %s", (role) => {
		const { run, anna, document } = scene();
		const actor = { facilitator, cofacilitator, observer, participant: participant(anna) }[role];
		const ask = (id: string) => can(run.state, actor, { to: "look-back", document: id });
		const steering = role === "facilitator" || role === "cofacilitator";
		const group = document("group", run.group(0));
		run.do({ type: "worksheet.lock", document: group });
		expect(ask(group)).toEqual(steering ? { ok: true, value: "write" } : { ok: false, refused: "forbidden" });
		expect(ask(document("participant", anna))).toEqual({ ok: false, refused: "forbidden" });
		expect(ask(UNKNOWN_ID)).toEqual({ ok: false, refused: steering ? "not-found" : "forbidden" });
		run.do({ type: "session.end" });
		expect(ask(group)).toEqual(steering ? { ok: true, value: "read" } : { ok: false, refused: "forbidden" });
	});
});
