import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { applyChange } from "../../worksheets/contract/apply-facts.ts";
import { changeLog, openStage, openWorkshop, temporaryDirectory, value } from "./testing/sessions.ts";
import { UNKNOWN_ID } from "./testing/workshop.ts";

describe("the plan", () => {
	test("takes up a worksheet of the library, and the workshop keeps it", async () => {
		const directory = await temporaryDirectory();
		const before = await openStage({ directory });
		const { id, facilitator, join, run } = await openWorkshop(before);
		await join("Kim");
		expect([...(await before.sessions.worksheets(id)).keys()].sort()).toEqual([
			"notes",
			"sheet-a",
			"sheet-b",
			"synthesis",
		]);
		await run({
			type: "plan.change",
			phase: "welcome",
			patch: { sheets: [{ worksheet: "sheet-c", scope: "participant" }] },
		});
		expect((await before.sessions.worksheet(id, "sheet-c"))?.id).toBe("sheet-c");
		await before.close();
		const after = await openStage({ directory, libraryWithout: ["sheet-c"] });
		expect((await after.sessions.worksheet(id, "sheet-c"))?.id).toBe("sheet-c");
		const answer = await after.sessions.execute(facilitator, { id: randomUUID(), type: "session.start" });
		expect(answer).toMatchObject({ ok: true });
		expect(await after.storage.documentsOf(id)).toMatchObject([{ worksheet: "sheet-c", worksheetVersion: 1 }]);
	});

	test("is one for two facilitators who change it at once", async () => {
		const stage = await openStage();
		const { facilitator, byLink, send } = await openWorkshop(stage);
		const second = await byLink("cofacilitator");
		const log = changeLog();
		const watching = value(await stage.sessions.subscribe(facilitator, log.listener));
		const answers = await Promise.all([
			send({ type: "plan.move", phase: "closing", to: 0 }),
			send({ type: "plan.remove", phase: "own" }, second),
			send({ type: "plan.change", phase: "pause", patch: { minutes: 25 } }),
			send({ type: "plan.remove", phase: "own" }),
			send({ type: "plan.change", phase: "pause", patch: { title: "Kaffee" } }, second),
		]);
		expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, false, true]);
		const told = log.changes.reduce(applyChange, watching.snapshot);
		expect(told.phases).toEqual(value(await stage.sessions.snapshot(facilitator)).phases);
		expect(told.phases.map(({ id }) => id)).toEqual(["closing", "welcome", "round-1", "results", "pause", "round-2"]);
		expect(told.phases[4]).toMatchObject({ title: "Kaffee", minutes: 25 });
		expect(told.removedPhase).toEqual({ id: "own", title: "Allein", index: 2 });
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

describe("a session that cannot be read", () => {
	test("is away rather than missing, and still goes when its time is over", async () => {
		const stage = await openStage();
		const { id, code, facilitator } = await openWorkshop(stage);
		await stage.storage.saveSession({ workshopId: id, version: 1, state: "{ not json" });
		expect(await stage.sessions.snapshot(facilitator)).toEqual({ ok: false, refused: "unavailable" });
		expect(await stage.sessions.invitation(code)).toEqual({ ok: false, refused: "unavailable" });
		expect(await stage.sessions.eraseNow(id)).toBe(true);
		expect(await stage.sessions.snapshot(facilitator)).toEqual({ ok: false, refused: "ended" });
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
		expect(await sessions.erasure(id)).toMatchObject({ why: "asked", participants: 1 });
		expect(await sessions.authenticate(facilitatorToken, id)).toEqual({ ok: false, refused: "ended" });
		expect(await sessions.snapshot(facilitator)).toEqual({ ok: false, refused: "ended" });
		expect(await send({ type: "session.start" })).toMatchObject({ ok: false, error: { code: "ended" } });
		expect(await sessions.invitation(code)).toEqual({ ok: false, refused: "not-found" });
		expect(await sessions.eraseNow(id)).toBe(false);
	});

	test("closes the workshop also where its last traces in the files cannot be wiped yet", async () => {
		const stage = await openStage({
			wrap: (storage) => ({
				...storage,
				eraseWorkshop: async (id, now, why) => {
					await storage.eraseWorkshop(id, now, why);
					throw new Error("no room for a copy");
				},
			}),
		});
		const { id, facilitator, send } = await openWorkshop(stage);
		const gone: string[] = [];
		stage.sessions.onErase((workshopId) => gone.push(workshopId));
		expect(await stage.sessions.erase(facilitator)).toEqual({ ok: false, refused: "unavailable" });
		expect(gone).toEqual([id]);
		expect(await send({ type: "session.start" })).toMatchObject({ error: { code: "ended" } });
	});

	test("refuses whoever is just being let in", async () => {
		const stage = await openStage();
		const { sessions } = stage;
		const { facilitator, id, run } = await openWorkshop(stage);
		await run({ type: "session.start" }, { type: "phase.go", phase: "results" });
		sessions.setProgressSource(async () => {
			await sessions.eraseNow(id);
			return null;
		});
		expect(await sessions.subscribe(facilitator, () => {})).toEqual({ ok: false, refused: "ended" });
	});

	test("an unknown workshop is not found", async () => {
		const { sessions } = await openStage();
		const stranger = { workshopId: UNKNOWN_ID, role: "facilitator" } as const;
		expect(await sessions.snapshot(stranger)).toEqual({ ok: false, refused: "not-found" });
		expect(await sessions.pin(UNKNOWN_ID)).toEqual({ ok: false, refused: "not-found" });
		expect(await sessions.worksheets(UNKNOWN_ID)).toEqual(new Map());
	});
});
