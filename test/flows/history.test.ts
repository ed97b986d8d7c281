import { randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type * as Y from "yjs";
import { type History, historySchema, setBackAnswerSchema } from "../../worksheets/contract/history.ts";
import type { ScopeKind } from "../../worksheets/contract/snapshot.ts";
import { documentOf, toGroupWork } from "../harness/group-work.ts";
import {
	addParagraph,
	dataFolder,
	found,
	openWorkshop,
	problem,
	type Stage,
	sheet,
	stage,
	type Workshop,
} from "./stage.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.UTC(2027, 2, 3, 10, 0, 0);

/** Words enough for their loss to be worth a note. */
const text = (what: string) => `${what}: ${"Wir haben das im Kreis Nord lange besprochen. ".repeat(6)}`;

function clockAt(time: number) {
	return {
		time,
		now() {
			return this.time;
		},
	};
}

interface Scene {
	on: Stage;
	clock: ReturnType<typeof clockAt>;
	workshop: Workshop;
	dataDir: string;
	document(kind: ScopeKind): string;
	history(document: string, token?: string): Promise<History>;
	setBack(document: string, body: Record<string, unknown>, token?: string): Promise<Response>;
}

/** A workshop at group work: so many groups with one person each. */
async function scene(groups = 1, people = groups): Promise<Scene> {
	const [clock, dataDir] = [clockAt(START - MINUTE), await dataFolder()];
	const on = await stage({ clock, dataDir });
	const workshop = await openWorkshop(on, { people });
	await workshop.run(...toGroupWork(groups, "check-in", "group-structures"));
	clock.time = START;
	return {
		on,
		clock,
		workshop,
		dataDir,
		...asking(on, workshop),
		document: (kind) => documentOf(workshop.lead.snapshot(), kind),
	};
}

function asking(on: Stage, workshop: Workshop) {
	return {
		async history(document: string, token = workshop.facilitatorToken) {
			const response = await on.api.call("GET", `/api/documents/${document}/history`, { token });
			expect(response.status).toBe(200);
			return historySchema.parse(await response.json());
		},
		setBack: (document: string, body: Record<string, unknown>, token = workshop.facilitatorToken) =>
			on.api.call("POST", `/api/documents/${document}/set-back`, { token, body: { id: randomUUID(), ...body } }),
	};
}

const shown = (doc: Y.Doc) => doc.getXmlFragment("plenary").toString();

describe("a wiped sheet", () => {
	test("raises a note, comes back whole, and what others wrote stays: fifty at once", {
		timeout: 120_000,
	}, async () => {
		const { on, clock, workshop, setBack } = await scene(50);
		const { lead } = workshop;
		const sheets = await Promise.all(
			workshop.people.map(async ({ token, participantId }) => {
				const id = documentOf(await on.api.snapshot(workshop.id, token), "group");
				const person = await sheet(on.url, id, token);
				await person.untilSaved(1);
				return { id, person, participantId };
			}),
		);
		const colleague = await sheet(on.url, found(sheets[0], "sheet").id, workshop.facilitatorToken);
		for (const { person, participantId } of sheets) {
			await person.write((doc) => addParagraph(doc, "plenary", text(participantId)));
		}
		const written = sheets.map(({ person }) => shown(person.doc));
		// The room has to have seen it whole before it can miss it.
		await lead.until(({ progress }) =>
			sheets.every(({ id }) =>
				progress.some((sheetOf) => sheetOf.id === id && sheetOf.questions.some(({ state }) => state !== "empty")),
			),
		);
		clock.time += MINUTE;
		await Promise.all(sheets.map(({ person }) => person.write((doc) => doc.getXmlFragment("plenary").delete(0, 1))));
		await lead.until(({ alarms }) => alarms.length === sheets.length);
		clock.time += 5_000;
		await colleague.write((doc) => addParagraph(doc, "plenary", "Danach."));

		// A second line of the facilitator's finds the notes as well; nobody else hears of them.
		const { alarms } = await on.api.snapshot(workshop.id, workshop.facilitatorToken);
		expect(alarms).toHaveLength(50);
		expect((await on.api.snapshot(workshop.id, found(workshop.people[0], "person").token)).alarms).toEqual([]);
		expect(JSON.stringify(alarms)).not.toContain(found(workshop.people[0], "person").participantId);

		await Promise.all(
			alarms.map(async ({ document, before }) => {
				const response = await setBack(document, { at: before });
				expect([response.status, setBackAnswerSchema.parse(await response.json())]).toEqual([200, { at: before }]);
			}),
		);
		expect((await on.api.snapshot(workshop.id, workshop.facilitatorToken)).alarms).toEqual([]);
		for (const [index, { person }] of sheets.entries()) {
			const whole = index === 0 ? `${written[0]}<paragraph>Danach.</paragraph>` : (written[index] ?? "");
			await person.until((doc) => shown(doc).length === whole.length);
			expect(shown(person.doc)).toBe(whole);
		}
	});

	test("that nobody misses is let go of by a command", async () => {
		const { on, clock, workshop, document } = await scene();
		const id = document("group");
		const person = await sheet(on.url, id, found(workshop.people[0], "person").token);
		await person.write((doc) => addParagraph(doc, "plenary", text("Alles")));
		await workshop.lead.until(({ progress }) => progress.some((of) => of.id === id && of.lastChangeAt !== null));
		clock.time += 1_000;
		await person.write((doc) => doc.getXmlFragment("plenary").delete(0, 1));
		const { alarms } = await workshop.lead.until((snapshot) => snapshot.alarms.length > 0);
		expect(alarms).toMatchObject([{ document: id, at: START + 1_000, before: START }]);
		await workshop.run({ type: "alarm.clear", document: id }, { type: "alarm.clear", document: id });
		await workshop.lead.until((snapshot) => snapshot.alarms.length === 0);
	});
});

describe("what a sheet was", () => {
	test("is offered by phase and minute, shown to read, and set back to, also where the sheet is locked", async () => {
		const { on, clock, workshop, document, history, setBack } = await scene();
		const id = document("group");
		const person = await sheet(on.url, id, found(workshop.people[0], "person").token);
		expect(await history(id)).toEqual({ from: null, points: [] });
		await person.write((doc) => addParagraph(doc, "plenary", "Erste Fassung."));
		clock.time += 2 * MINUTE;
		await person.write((doc) => addParagraph(doc, "plenary", "Zweite Fassung."));
		const both = shown(person.doc);
		clock.time += MINUTE;
		const phase = found(workshop.lead.snapshot().currentPhase, "phase");
		await workshop.run({ type: "phase.go", phase: "closing" }, { type: "phase.go", phase });
		clock.time += MINUTE;
		await person.write((doc) => {
			doc.getXmlFragment("plenary").delete(0, 2);
			addParagraph(doc, "plenary", "Dritte Fassung.");
		});
		expect(await history(id)).toEqual({
			from: START,
			points: [
				{ at: START, reason: "minute" },
				{ at: START + 2 * MINUTE, reason: "minute" },
				{ at: START + 3 * MINUTE, reason: "phase-end", phase },
			],
		});

		const end = START + 3 * MINUTE;
		const preview = await on.api.call("GET", `/api/documents/${id}/history/${end}`, {
			token: workshop.facilitatorToken,
		});
		const report = JSON.stringify(await preview.json());
		expect(report).toContain("Erste Fassung.");
		expect(report).not.toContain("Dritte Fassung.");

		await workshop.run({ type: "worksheet.lock", document: id });
		const before = shown(person.doc);
		expect((await setBack(id, { at: end })).status).toBe(200);
		await person.until((doc) => shown(doc).length === both.length + before.length);
		expect(shown(person.doc)).toContain("Dritte Fassung.");
		clock.time += MINUTE;
		expect((await setBack(id, { at: end, keepLater: false })).status).toBe(200);
		await person.until((doc) => shown(doc) === both);
		const undo = (await history(id)).points.filter(({ reason }) => reason === "before-set-back");
		expect(undo).toHaveLength(2);
		expect((await setBack(id, { at: undo[0]?.at, keepLater: false })).status).toBe(200);
		await person.until((doc) => shown(doc) === before);
	});

	test("survives compaction, a restart, and everybody leaving; the same request has one effect", async () => {
		const { on, clock, workshop, dataDir, document } = await scene();
		const id = document("group");
		const person = await sheet(on.url, id, found(workshop.people[0], "person").token);
		await person.write((doc) => addParagraph(doc, "plenary", "Anfang. "));
		const line = (person.doc.getXmlFragment("plenary").get(0) as Y.XmlElement).get(0) as Y.XmlText;
		const moments: { at: number; shown: string }[] = [];
		for (let minute = 0; minute < 3; minute += 1) {
			clock.time += MINUTE;
			const saved = person.saved();
			for (let letter = 0; letter < 380; letter += 1) line.insert(line.length, String.fromCharCode(97 + (letter % 26)));
			await person.untilSaved(saved + 380);
			moments.push({ at: clock.time, shown: shown(person.doc) });
		}
		clock.time += MINUTE;
		await person.write(() => line.delete(0, line.length));
		await person[Symbol.asyncDispose]();
		await on.server.close();

		const again = await stage({ clock, dataDir });
		const { setBack, history } = asking(again, workshop);
		expect((await history(id)).points.map(({ at }) => at)).toEqual([START, ...moments.map(({ at }) => at)]);
		const reader = await sheet(again.url, id, found(workshop.people[0], "person").token);
		for (const moment of [found(moments[0], "moment"), found(moments[2], "moment")]) {
			const body = { id: randomUUID(), at: moment.at, keepLater: false };
			for (let time = 0; time < 2; time += 1) expect((await setBack(id, body)).status).toBe(200);
			await reader.until((doc) => shown(doc) === moment.shown);
		}
		await again.server.close();
		const third = await stage({ clock, dataDir });
		const late = asking(third, workshop);
		expect((await late.history(id)).points.filter(({ reason }) => reason === "before-set-back")).toHaveLength(2);
	});

	test("is for those who steer, and no private sheet's", async () => {
		const { on, clock, workshop, document, setBack, history } = await scene(1, 1);
		const { token } = found(workshop.people[0], "person");
		const id = document("group");
		const own = documentOf(await on.api.snapshot(workshop.id, token), "participant");
		const person = await sheet(on.url, id, token);
		await person.write((doc) => addParagraph(doc, "plenary", "Da."));
		const facilitator = workshop.facilitatorToken;
		const ask = async (path: string, asker?: string) =>
			(await problem(await on.api.call("GET", `/api/documents/${path}`, asker === undefined ? {} : { token: asker })))
				.status;
		for (const path of [`${id}/history`, `${id}/history/${START}`]) {
			expect(await ask(path)).toBe(401);
			expect(await ask(path, token)).toBe(403);
		}
		expect((await setBack(id, { at: START }, token)).status).toBe(403);
		expect(await ask(`${own}/history`, facilitator)).toBe(403);
		expect((await setBack(own, { at: START })).status).toBe(403);
		expect(await ask(`${"A".repeat(22)}/history`, facilitator)).toBe(404);
		expect(await ask(`${id}/history/${START - 1}`, facilitator)).toBe(404);
		expect(await ask(`${id}/history/${clock.time + 1}`, facilitator)).toBe(422);
		expect(await ask(`${id}/history/yesterday`, facilitator)).toBe(404);
		expect((await setBack(id, { at: "10:31" })).status).toBe(422);
		expect((await setBack(id, { at: START - 1 })).status).toBe(404);

		await workshop.run({ type: "session.end" });
		expect((await setBack(id, { at: START })).status).toBe(410);
		expect((await history(id)).from).toBe(START);
	});

	test("is forgotten a day after the end, from the disk as well; the sheet stays", async () => {
		const { on, clock, workshop, dataDir, document } = await scene();
		const id = document("group");
		const person = await sheet(on.url, id, found(workshop.people[0], "person").token);
		await person.write((doc) => addParagraph(doc, "plenary", "KanarieGeloescht"));
		await person.write((doc) => doc.getXmlFragment("plenary").delete(0, 1));
		await person.write((doc) => addParagraph(doc, "plenary", "KanarieBleibt"));
		await workshop.run({ type: "session.end" });
		clock.time += 23 * HOUR;
		await on.server.close();
		const early = await stage({ clock, dataDir });
		expect((await asking(early, workshop).history(id)).from).toBe(START);
		await early.server.close();
		expect(await holds(dataDir, "KanarieGeloescht")).toBe(true);

		clock.time += 2 * HOUR;
		const late = await stage({ clock, dataDir });
		await expect.poll(async () => (await asking(late, workshop).history(id)).from).toBeNull();
		await late.server.close();
		expect(await holds(dataDir, "KanarieGeloescht")).toBe(false);
		const last = await stage({ clock, dataDir });
		const exported = await last.api.call("GET", `/api/workshops/${workshop.id}/export.md`, {
			token: workshop.facilitatorToken,
		});
		expect(await exported.text()).toContain("KanarieBleibt");
	});
});

/** Whether a word stands in any file below a folder. */
async function holds(folder: string, word: string): Promise<boolean> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile());
	const contents = await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name))));
	return contents.some((bytes) => bytes.includes(word));
}
