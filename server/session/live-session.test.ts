import { describe, expect, test } from "vitest";
import { applyChange } from "../../worksheets/contract/apply-facts.ts";
import type { DocumentProgress } from "../../worksheets/contract/snapshot.ts";
import { changeLog, openStage, openWorkshop, temporaryDirectory, value } from "./testing/sessions.ts";
import { NOW } from "./testing/workshop.ts";

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

	test("nor can a link, and whoever is in by another has lines of their own", async () => {
		const stage = await openStage();
		const { facilitator } = await openWorkshop(stage);
		const watch = async () => {
			const link = value(await stage.sessions.addLink(facilitator, { role: "observer", label: "" }));
			return value(await stage.sessions.authenticate(link.token));
		};
		const [first, second] = [await watch(), await watch()];
		for (let lines = 0; lines < 200; lines += 1) value(await stage.sessions.subscribe(first, () => {}));
		expect(await stage.sessions.subscribe(first, () => {})).toMatchObject({ refused: "too-many-requests" });
		expect(await stage.sessions.subscribe(second, () => {})).toMatchObject({ ok: true });
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

describe("a recall", () => {
	test("is carried out by the server when its time is up, and told to everybody", async () => {
		const stage = await openStage();
		const { join, run } = await openWorkshop(stage);
		const { actor } = await join("Kim");
		await run({ type: "session.start" });
		const log = changeLog();
		const seen = value(await stage.sessions.subscribe(actor, log.listener));
		const changed: string[] = [];
		stage.sessions.onChange((workshop) => changed.push(workshop));
		await run({ type: "recall.start", ms: 20, phase: "results" });
		stage.clock.time += 20;
		await log.until(({ facts }) => facts.some(({ part }) => part === "currentPhase"));
		expect(log.changes.reduce(applyChange, seen.snapshot)).toMatchObject({ currentPhase: "results", recall: null });
		await expect.poll(() => changed).toHaveLength(2);
	});

	test("is carried out after a restart: what was due before anybody looks, the rest in its time", async () => {
		const directory = await temporaryDirectory();
		const before = await openStage({ directory });
		const [due, coming] = [await openWorkshop(before), await openWorkshop(before)];
		for (const { run } of [due, coming]) await run({ type: "session.start" });
		await due.run({ type: "recall.start", ms: 30_000, phase: "results" });
		await coming.run({ type: "recall.start", ms: 60_020, phase: "results" });
		await before.close();
		const after = await openStage({ directory });
		after.clock.time += 60_000;
		expect(value(await after.sessions.snapshot(due.facilitator))).toMatchObject({
			currentPhase: "results",
			recall: null,
		});
		const log = changeLog();
		const waiting = value(await after.sessions.subscribe(coming.facilitator, log.listener));
		expect(waiting.snapshot.currentPhase).toBe("welcome");
		after.clock.time += 20;
		await log.until(({ facts }) => facts.some(({ part }) => part === "currentPhase"));
	});

	test("that cannot be stored keeps nobody out, and is tried again", async () => {
		const directory = await temporaryDirectory();
		const before = await openStage({ directory });
		const { facilitator, run } = await openWorkshop(before);
		await run({ type: "session.start" }, { type: "recall.start", ms: 30_000, phase: "results" });
		await before.close();
		let away = true;
		const after = await openStage({
			directory,
			wrap: (storage) => ({
				...storage,
				saveSession: async (save) => {
					if (away) throw new Error("the store is away");
					return await storage.saveSession(save);
				},
			}),
		});
		after.clock.time += 30_000;
		const log = changeLog();
		const seen = value(await after.sessions.subscribe(facilitator, log.listener));
		expect(seen.snapshot.currentPhase).toBe("welcome");
		away = false;
		await log.until(({ facts }) => facts.some(({ part }) => part === "currentPhase"));
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
		value(await sessions.snapshot(actor));
		expect(asked).toEqual([]);
		expect(value(await sessions.snapshot(facilitator)).progress).toEqual([progressOf(sheet)]);
		expect(value(await sessions.subscribe(facilitator, () => {})).snapshot.progress).toEqual([progressOf(sheet)]);
		expect(asked).toEqual([sheet]);
	});

	test("of one sheet that cannot be read does not hide that of the others", async () => {
		const { sessions, facilitator, run, sheet } = await sceneWithSheets();
		await run({ type: "phase.go", phase: "results" });
		const { documents } = value(await sessions.snapshot(facilitator));
		const readable = documents.map(({ id }) => id).filter((id) => id !== sheet);
		sessions.setProgressSource(async (document) => {
			if (document === sheet) throw new Error("its log is incomplete");
			return progressOf(document);
		});
		expect(readable).not.toEqual([]);
		expect(value(await sessions.snapshot(facilitator)).progress).toEqual(readable.map((id) => progressOf(id)));
	});

	test("that cannot be counted keeps nobody out", async () => {
		const { sessions, facilitator } = await sceneWithSheets();
		sessions.setProgressSource(() => Promise.reject(new Error("no such store")));
		expect(value(await sessions.snapshot(facilitator)).progress).toEqual([]);
	});
});
