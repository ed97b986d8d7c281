import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Storage } from "../storage/storage.ts";
import { changeLog, openStage, openWorkshop, temporaryDirectory, value } from "./testing/sessions.ts";

describe("commands", () => {
	test("that are the same have one effect and one answer, also across a restart", async () => {
		const directory = await temporaryDirectory();
		const before = await openStage({ directory });
		const { facilitator } = await openWorkshop(before);
		const start = { id: randomUUID(), type: "session.start" };
		const refused = { id: randomUUID(), type: "timer.pause" };
		const [first, second] = await Promise.all([
			before.sessions.execute(facilitator, start),
			before.sessions.execute(facilitator, start),
		]);
		const refusedAnswer = await before.sessions.execute(facilitator, refused);
		expect(first).toMatchObject({ ok: true });
		expect(second).toEqual(first);
		expect(refusedAnswer).toMatchObject({ ok: false, error: { code: "wrong-state" } });
		await before.sessions.execute(facilitator, { id: randomUUID(), type: "timer.start" });
		expect(await before.sessions.execute(facilitator, refused)).toEqual(refusedAnswer);
		await before.close();

		const after = await openStage({ directory });
		expect(await after.sessions.execute(facilitator, start)).toEqual(first);
		expect(await after.sessions.execute(facilitator, refused)).toEqual(refusedAnswer);
		expect(value(await after.sessions.snapshot(facilitator)).timer.state).toBe("running");
	});

	test("of somebody else under the same id neither act nor tell the answer", async () => {
		const stage = await openStage();
		const { facilitator, join } = await openWorkshop(stage);
		const { actor } = await join("Kim");
		const command = { id: randomUUID(), type: "session.start" };
		await stage.sessions.execute(facilitator, command);
		expect(await stage.sessions.execute(actor, command)).toMatchObject({ ok: false, error: { code: "invalid" } });
	});

	test.each([
		["nothing", undefined, "malformed"],
		["a text", "session.start", "malformed"],
		["a list", [], "malformed"],
		["no id", { type: "session.start" }, "invalid"],
		["an id that is none", { id: "1", type: "session.start" }, "invalid"],
		["no type", { id: randomUUID() }, "invalid"],
		["an unknown type", { id: randomUUID(), type: "session.explode" }, "unknown-command"],
		["an inherited name as type", { id: randomUUID(), type: "__proto__" }, "unknown-command"],
		["a missing argument", { id: randomUUID(), type: "phase.go" }, "invalid"],
		["a count out of range", { id: randomUUID(), type: "groups.create", count: 61 }, "invalid"],
		["a text of nothing visible", { id: randomUUID(), type: "broadcast", text: "\u200b \u202e" }, "invalid"],
	])("%s is answered, not obeyed", async (_, input, code) => {
		const stage = await openStage();
		const { facilitator } = await openWorkshop(stage);
		const answer = await stage.sessions.execute(facilitator, input);
		expect(answer).toMatchObject({ ok: false, error: { code, message: expect.stringMatching(/^[A-Z].+[.)]$/) } });
		expect(value(await stage.sessions.snapshot(facilitator)).version).toBe(0);
	});

	test("with a wrong field name its path", async () => {
		const stage = await openStage();
		const { send } = await openWorkshop(stage);
		const answer = await send({ type: "workshop.set", details: { retentionDays: 0 } });
		expect(answer).toMatchObject({ error: { message: expect.stringContaining("details.retentionDays") } });
	});

	test("are seen by the next request everywhere once they are answered", async () => {
		const stage = await openStage();
		const { send, facilitator, join } = await openWorkshop(stage);
		const { actor } = await join("Kim");
		const answer = await send({ type: "session.start" });
		for (const reader of [facilitator, actor]) {
			const snapshot = value(await stage.sessions.snapshot(reader));
			expect(snapshot.currentPhase).toBe("welcome");
			expect(answer).toEqual({ ok: true, version: snapshot.version });
		}
	});

	test("that cannot be stored have no effect and may be sent again", async () => {
		let broken = false;
		const wrap = (storage: Storage): Storage =>
			new Proxy(storage, {
				get(target, name) {
					if (name === "saveSession" && broken) return () => Promise.reject(new Error("disk full"));
					const member: unknown = Reflect.get(target, name);
					return typeof member === "function" ? member.bind(target) : member;
				},
			});
		const stage = await openStage({ wrap });
		const { facilitator, code } = await openWorkshop(stage);
		const log = changeLog();
		value(await stage.sessions.subscribe(facilitator, log.listener));
		const command = { id: randomUUID(), type: "session.start" };
		broken = true;
		expect(await stage.sessions.execute(facilitator, command)).toMatchObject({ error: { code: "unavailable" } });
		expect(await stage.sessions.join(code, { name: "Kim", organisation: undefined })).toEqual({
			ok: false,
			refused: "unavailable",
		});
		expect(log.changes).toEqual([]);
		expect(value(await stage.sessions.snapshot(facilitator))).toMatchObject({ currentPhase: null, participants: [] });
		broken = false;
		expect(await stage.sessions.execute(facilitator, command)).toMatchObject({ ok: true });
	});

	test("sent at once are carried out one after another, each with a version of its own", async () => {
		const stage = await openStage();
		const { send, facilitator } = await openWorkshop(stage);
		const answers = await Promise.all(
			Array.from({ length: 20 }, (_, index) => send({ type: "broadcast", text: `Nachricht ${index}` })),
		);
		expect(answers).toEqual(answers.map((_, index) => ({ ok: true, version: index + 1 })));
		const { messages } = value(await stage.sessions.snapshot(facilitator));
		expect(messages.map((message) => message.text)).toEqual(answers.map((_, index) => `Nachricht ${index}`));
	});
});
