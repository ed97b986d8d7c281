import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createWorkshopSchema, joinSchema } from "../../worksheets/contract/api.ts";
import { applyChange } from "../../worksheets/contract/apply-facts.ts";
import { spokenCode } from "../../worksheets/contract/ids.ts";
import { type DocumentProgress, snapshotSchema } from "../../worksheets/contract/snapshot.ts";
import type { Storage } from "../storage/storage.ts";
import { changeLog, openStage, openWorkshop, temporaryDirectory, value } from "./testing/sessions.ts";
import { NOW, UNKNOWN_ID } from "./testing/workshop.ts";

const DAY = 86_400_000;

describe("creating", () => {
	test("gives a workshop in the lobby, in its language, with what was asked for", async () => {
		const stage = await openStage();
		const created = value(
			await stage.sessions.create({
				template: "small",
				language: "en",
				title: "Our meeting",
				startsAt: NOW + DAY,
				place: "Town hall",
				minutes: { own: 33 },
				retentionDays: 10,
			}),
		);
		const actor = value(await stage.sessions.authenticate(created.facilitatorToken));
		const snapshot = value(await stage.sessions.snapshot(actor));
		expect(snapshotSchema.parse(snapshot)).toEqual(snapshot);
		expect(snapshot.workshop).toMatchObject({
			id: created.id,
			title: "Our meeting",
			status: "lobby",
			code: created.code,
			deleteOn: NOW + 10 * DAY,
			startsAt: NOW + DAY,
			place: "Town hall",
		});
		expect(snapshot.phases.find((phase) => phase.id === "own")?.minutes).toBe(33);
		expect(snapshot.you).toEqual({ role: "facilitator" });
		expect([...(await stage.sessions.worksheets(created.id)).keys()].sort()).toEqual(["sheet-a", "sheet-b"]);
	});

	test.each([
		[{ template: "unknown" }, "template"],
		[{ minutes: { nowhere: 5 } }, "minutes.nowhere"],
		[{ retentionDays: 91 }, "retentionDays"],
	])("%o is refused with the field", async (input, field) => {
		const { sessions } = await openStage();
		const created = await sessions.create(createWorkshopSchema.parse({ template: "small", ...input }));
		expect(created).toMatchObject({ ok: false, refused: "invalid", detail: expect.stringContaining(field) });
	});

	test("asks for the password where there is one", async () => {
		const { sessions } = await openStage({ createPassword: "offen" });
		const create = (password?: string) => sessions.create(createWorkshopSchema.parse({ template: "small", password }));
		expect(await create()).toMatchObject({ ok: false, refused: "unauthenticated" });
		expect(await create("Offen")).toMatchObject({ ok: false, refused: "unauthenticated" });
		expect((await create("offen")).ok).toBe(true);
	});
});

describe("joining", () => {
	test("takes the code as people type it", async () => {
		const stage = await openStage();
		const { code, id } = await openWorkshop(stage);
		const typed = ` ${spokenCode(code).toLowerCase()} `;
		expect(value(await stage.sessions.invitation(typed))).toMatchObject({
			workshopId: id,
			status: "lobby",
			full: false,
		});
		expect(value(await stage.sessions.join(typed, { name: "Kim", organisation: undefined })).workshopId).toBe(id);
	});

	test.each(["", "ABC", "0OIL10OIL", "ABCDEFGHJ", "💣".repeat(9)])("the code %j leads nowhere", async (code) => {
		const { sessions } = await openStage();
		expect(await sessions.join(code, { name: "Kim", organisation: undefined })).toEqual({
			ok: false,
			refused: "not-found",
		});
		expect(await sessions.invitation(code)).toEqual({ ok: false, refused: "not-found" });
	});

	test("cleans what would disguise a name, and keeps equal names apart", async () => {
		const stage = await openStage();
		const { code, facilitator } = await openWorkshop(stage);
		for (const name of ["Kim\u202e gnilk", "  Kim \t gnilk\u200b ", "Jo\u0308rg"]) {
			await stage.sessions.join(code, joinSchema.parse({ name }));
		}
		const { participants } = value(await stage.sessions.snapshot(facilitator));
		expect(participants.map((person) => person.name)).toEqual(["Kim gnilk", "Kim gnilk (2)", "Jörg"]);
	});

	test("three hundred at once all get a seat, and the next is told that it is full", async () => {
		const stage = await openStage();
		const { code, facilitator } = await openWorkshop(stage);
		const joined = await Promise.all(
			Array.from({ length: 301 }, (_, index) =>
				stage.sessions.join(code, { name: `P${index}`, organisation: undefined }),
			),
		);
		expect(joined.filter((result) => result.ok)).toHaveLength(300);
		expect(joined.at(-1)).toEqual({ ok: false, refused: "full" });
		expect(value(await stage.sessions.snapshot(facilitator)).participants).toHaveLength(300);
		expect(value(await stage.sessions.invitation(code)).full).toBe(true);
	});

	test("after the end is refused, while the invitation still says what it was", async () => {
		const stage = await openStage();
		const { code, run } = await openWorkshop(stage);
		await run({ type: "session.start" }, { type: "session.end" });
		expect(await stage.sessions.join(code, { name: "Spät", organisation: undefined })).toEqual({
			ok: false,
			refused: "ended",
		});
		expect(value(await stage.sessions.invitation(code)).status).toBe("ended");
	});
});

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

describe("watching", () => {
	test("tells every change in order and without a gap, so that the watcher sees what is", async () => {
		const stage = await openStage();
		const { facilitator, join, run } = await openWorkshop(stage);
		const { actor } = await join("Kim");
		for (const watcher of [facilitator, actor]) {
			const log = changeLog();
			const subscription = value(await stage.sessions.subscribe(watcher, log.listener));
			await run({ type: "groups.create", count: 2 }, { type: "groups.assign", strategy: "random" });
			await join("Alex");
			const last = value(await stage.sessions.snapshot(watcher));
			const versions = log.changes.map((change) => change.version);
			expect(versions).toEqual(versions.map((_, index) => subscription.snapshot.version + index + 1));
			const told = log.changes.reduce(applyChange, subscription.snapshot);
			expect({ ...told, now: 0 }).toEqual({ ...last, now: 0 });
			subscription.close();
		}
	});

	test("whoever missed something gets the whole, and goes on from there", async () => {
		const stage = await openStage();
		const { facilitator, run } = await openWorkshop(stage);
		const log = changeLog();
		const subscription = value(await stage.sessions.subscribe(facilitator, log.listener));
		await run({ type: "session.start" });
		log.changes.length = 0;
		const whole = subscription.resync();
		expect(whole.currentPhase).toBe("welcome");
		await run({ type: "phase.go", phase: "own" });
		expect(log.changes.reduce(applyChange, whole).currentPhase).toBe("own");
	});

	test("counts as presence until a little after the last line is closed", async () => {
		const stage = await openStage();
		const { facilitator, join } = await openWorkshop(stage);
		const { actor, participantId } = await join("Kim");
		const log = changeLog();
		const watching = value(await stage.sessions.subscribe(facilitator, log.listener));
		const told = () => log.changes.reduce(applyChange, watching.snapshot).participants[0]?.online;
		const isAbout = (online: boolean) => (change: (typeof log.changes)[number]) =>
			change.facts.some(
				(fact) =>
					fact.part === "participants" &&
					fact.put?.some((person) => person.id === participantId && person.online === online) === true,
			);
		const first = value(await stage.sessions.subscribe(actor, () => {}));
		const second = value(await stage.sessions.subscribe(actor, () => {}));
		expect(second.snapshot.participants[0]?.online).toBe(true);
		await log.until(isAbout(true));
		first.close();
		second.close();
		second.close();
		await log.until(isAbout(false));
		expect(told()).toBe(false);
	});

	test("a reload within the grace is no absence", async () => {
		const stage = await openStage({ presenceGraceMs: 60_000 });
		const { join, facilitator } = await openWorkshop(stage);
		const { actor } = await join("Kim");
		value(await stage.sessions.subscribe(actor, () => {})).close();
		expect(value(await stage.sessions.snapshot(facilitator)).participants[0]?.online).toBe(true);
	});

	test("the version never goes back, though presence is not stored", async () => {
		const directory = await temporaryDirectory();
		const before = await openStage({ directory });
		const { facilitator, join } = await openWorkshop(before);
		const { actor } = await join("Kim");
		const log = changeLog();
		value(await before.sessions.subscribe(facilitator, log.listener));
		value(await before.sessions.subscribe(actor, () => {}));
		await log.until(() => true);
		const seen = value(await before.sessions.snapshot(facilitator)).version;
		expect(seen).toBeGreaterThan(1);
		await before.close();
		const after = await openStage({ directory });
		expect(value(await after.sessions.snapshot(facilitator)).version).toBeGreaterThanOrEqual(seen);
	});

	test("one participant cannot open lines without end", async () => {
		const stage = await openStage();
		const { join } = await openWorkshop(stage);
		const { actor } = await join("Kim");
		for (let lines = 0; lines < 20; lines += 1) value(await stage.sessions.subscribe(actor, () => {}));
		expect(await stage.sessions.subscribe(actor, () => {})).toMatchObject({ ok: false, refused: "too-many-requests" });
	});

	test("a listener that fails keeps nothing from the others", async () => {
		const stage = await openStage();
		const { facilitator, run } = await openWorkshop(stage);
		const log = changeLog();
		value(
			await stage.sessions.subscribe(facilitator, () => {
				throw new Error("broken line");
			}),
		);
		value(await stage.sessions.subscribe(facilitator, log.listener));
		await run({ type: "session.start" });
		expect(log.changes).toHaveLength(1);
	});
});

describe("progress", () => {
	const progressOf = (id: string): DocumentProgress => ({
		id,
		questions: [{ name: "answer", state: "started" }],
		lastChangeAt: NOW,
	});

	async function sceneWithSheets() {
		const stage = await openStage();
		const workshop = await openWorkshop(stage);
		const { actor } = await workshop.join("Kim");
		await workshop.run({ type: "groups.create", count: 1 }, { type: "session.start" });
		await workshop.run({ type: "phase.go", phase: "own" }, { type: "phase.go", phase: "round-1" });
		const { documents } = value(await stage.sessions.snapshot(workshop.facilitator));
		const own = value(await stage.sessions.snapshot(actor)).documents;
		return { ...stage, ...workshop, actor, sheet: documents[0]?.id ?? "", ownSheet: own[0]?.id ?? "" };
	}

	test("reported by sync reaches those who steer, and nobody's own sheet is told", async () => {
		const { sessions, id, facilitator, actor, sheet, ownSheet } = await sceneWithSheets();
		const steering = changeLog();
		value(await sessions.subscribe(facilitator, steering.listener));
		sessions.reportProgress(id, progressOf(sheet));
		sessions.reportProgress(id, progressOf(ownSheet));
		const change = await steering.until(({ facts }) => facts.length > 0);
		expect(change.facts).toEqual([{ part: "progress", put: [progressOf(sheet)] }]);
		expect(value(await sessions.snapshot(actor)).progress).toEqual([]);
	});

	test("is counted anew when somebody who steers looks after a restart", async () => {
		const { sessions, facilitator, actor, sheet } = await sceneWithSheets();
		const asked: string[] = [];
		sessions.setProgressSource(async (document) => {
			asked.push(document);
			return progressOf(document);
		});
		value(await sessions.subscribe(actor, () => {}));
		expect(asked).toEqual([]);
		const log = changeLog();
		value(await sessions.subscribe(facilitator, log.listener));
		await log.until(({ facts }) => facts.some((fact) => fact.part === "progress"));
		expect(asked).toEqual([sheet]);
	});
});

describe("documents", () => {
	test("are in the store before anybody is told of them", async () => {
		const stage = await openStage();
		const { facilitator, run, join } = await openWorkshop(stage);
		const { participantId } = await join("Kim");
		await run({ type: "groups.create", count: 1 }, { type: "session.start" }, { type: "phase.go", phase: "own" });
		await run({ type: "phase.go", phase: "round-1" });
		const stored = await stage.storage.documentsOf(facilitator.workshopId);
		expect(stored.map(({ worksheet, scopeKind }) => `${worksheet} ${scopeKind}`).sort()).toEqual([
			"sheet-a group",
			"sheet-a participant",
		]);
		expect(stored.find((document) => document.scopeKind === "participant")).toMatchObject({
			scopeId: participantId,
			worksheetVersion: 1,
		});
	});

	test("access is asked at once while the session is pinned, and follows a lock immediately", async () => {
		const stage = await openStage({ idleMs: 0 });
		const { facilitator, run, id } = await openWorkshop(stage);
		await run({ type: "session.start" }, { type: "phase.go", phase: "results" });
		const [document] = value(await stage.sessions.snapshot(facilitator)).documents;
		const sheet = document?.id ?? "";
		const unpin = value(await stage.sessions.pin(id));
		const told: string[] = [];
		const stop = stage.sessions.onChange((workshopId) => told.push(workshopId));
		expect(stage.sessions.documentAccessNow(facilitator, sheet)).toEqual({ ok: true, value: "write" });
		await run({ type: "worksheet.lock", document: sheet });
		expect(stage.sessions.documentAccessNow(facilitator, sheet)).toEqual({ ok: true, value: "read" });
		expect(told).toEqual([id]);
		stop();
		expect(stage.sessions.displayName(facilitator)).toBe("Moderation");
		unpin();
		unpin();
		expect(await stage.sessions.documentAccess(facilitator, sheet)).toEqual({ ok: true, value: "read" });
		expect(await stage.sessions.documentAccess(facilitator, UNKNOWN_ID)).toEqual({ ok: false, refused: "not-found" });
	});
});

describe("tokens", () => {
	test("unknown ones are nobody's", async () => {
		const { sessions } = await openStage();
		expect(await sessions.authenticate("x".repeat(43))).toEqual({ ok: false, refused: "unauthenticated" });
		expect(await sessions.authenticate("")).toEqual({ ok: false, refused: "unauthenticated" });
	});

	test("a return link is the same person's, and the first token stays valid", async () => {
		const stage = await openStage();
		const { join } = await openWorkshop(stage);
		const { actor, token } = await join("Kim");
		const further = value(await stage.sessions.returnToken(actor));
		expect(further).not.toBe(token);
		expect(value(await stage.sessions.authenticate(further))).toEqual(actor);
		expect(value(await stage.sessions.authenticate(token))).toEqual(actor);
	});

	test("are worth nothing under another server key", async () => {
		const directory = await temporaryDirectory();
		const before = await openStage({ directory });
		const { facilitatorToken } = await openWorkshop(before);
		await before.close();
		const after = await openStage({ directory, serverKey: new Uint8Array(32).fill(8) });
		expect(await after.sessions.authenticate(facilitatorToken)).toEqual({ ok: false, refused: "unauthenticated" });
	});
});

describe("erasing", () => {
	test("leaves nothing but the knowledge that it is gone", async () => {
		const stage = await openStage();
		const { sessions } = stage;
		const { id, code, facilitator, facilitatorToken, join, send } = await openWorkshop(stage);
		const { actor } = await join("Kim");
		const unpin = value(await sessions.pin(id));
		const gone: string[] = [];
		sessions.onErase((workshopId) => gone.push(workshopId));
		expect(await sessions.erase(actor)).toEqual({ ok: false, refused: "forbidden" });
		expect((await sessions.erase(facilitator)).ok).toBe(true);
		expect(gone).toEqual([id]);
		expect(sessions.documentAccessNow(facilitator, UNKNOWN_ID)).toEqual({ ok: false, refused: "ended" });
		unpin();
		expect(await sessions.isErased(id)).toBe(true);
		expect(await sessions.authenticate(facilitatorToken, id)).toEqual({ ok: false, refused: "ended" });
		expect(await sessions.snapshot(facilitator)).toEqual({ ok: false, refused: "ended" });
		expect(await send({ type: "session.start" })).toMatchObject({ ok: false, error: { code: "ended" } });
		expect(await sessions.invitation(code)).toEqual({ ok: false, refused: "not-found" });
		expect(await sessions.eraseNow(id)).toBe(false);
	});

	test("an unknown workshop is not found", async () => {
		const { sessions } = await openStage();
		const stranger = { workshopId: UNKNOWN_ID, role: "facilitator" } as const;
		expect(await sessions.snapshot(stranger)).toEqual({ ok: false, refused: "not-found" });
		expect(await sessions.pin(UNKNOWN_ID)).toEqual({ ok: false, refused: "not-found" });
		expect(await sessions.worksheets(UNKNOWN_ID)).toEqual(new Map());
	});
});
