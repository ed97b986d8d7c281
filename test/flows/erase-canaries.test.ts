import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import * as Y from "yjs";
import type { BlockOf } from "../../worksheets/blocks/definitions.ts";
import { assessmentText, setAssessment } from "../../worksheets/blocks/module-assessment.ts";
import { place, setOwnEntry } from "../../worksheets/blocks/ranking-write.ts";
import { addRow, removeRow } from "../../worksheets/blocks/table.ts";
import { erasureSchema } from "../../worksheets/contract/erasure.ts";
import { worksheetSchema } from "../../worksheets/schema/worksheet.ts";
import { toGroupWork } from "../harness/group-work.ts";
import { holdMeeting, MODULE, SHEET } from "../harness/meetings.ts";
import { picture } from "../harness/sample-files.ts";
import { uploaded } from "../harness/upload.ts";
import { Canaries, foundIn, storedBytes, storedState, stretchesIn } from "./canaries.ts";
import {
	accept,
	addParagraph,
	dataFolder,
	found,
	line,
	openWorkshop,
	problem,
	type Stage,
	sheet,
	stage,
	type Workshop,
} from "./stage.ts";

const DAY = 86_400_000;
const PLAN: BlockOf<"actions"> = { id: "steps", type: "actions", label: { de: "Plan", en: "Plan" }, plan: true };

/** What is said of the workshop and planned for it. */
async function planned({ api, url }: Stage, workshop: Workshop, words: Canaries): Promise<void> {
	const next = () => words.next();
	await workshop.run(
		{
			type: "workshop.set",
			details: {
				title: next(),
				place: next(),
				series: { name: next(), number: 1 },
				conferenceUrl: `https://example.org/${encodeURIComponent(next())}`.replace(/%C3%A4/g, "ä"),
				dimensions: { preset: null, dimensions: [{ id: "own", label: next(), help: next() }] },
			},
		},
		{
			type: "plan.change",
			phase: "group-structures",
			patch: {
				title: next(),
				assignment: next(),
				script: next(),
				materials: [{ label: next(), url: "https://example.org/a" }],
			},
		},
		{ type: "plan.add", kind: "plenary", after: null, title: next(), minutes: 5 },
	);
	const lead = { url, id: workshop.id, token: workshop.facilitatorToken };
	const file = (name: string) => ({ phase: "group-structures", label: next(), name });
	await uploaded(lead, file("bericht.txt"), words.some(5).join("\n"));
	await uploaded(lead, { ...file("bild.png"), alt: next() }, await picture("png"));
	for (const role of ["observer", "cofacilitator"]) {
		const to = `/api/workshops/${workshop.id}/links`;
		await api.call("POST", to, { token: workshop.facilitatorToken, body: { role, label: next() } });
	}
}

/** What people say to each other, and who they are. */
async function spoken(on: Stage, workshop: Workshop, words: Canaries) {
	const next = () => words.next();
	const people = [];
	for (let index = 0; index < 5; index++) people.push(await on.api.join(workshop.code, next(), next()));
	people.push(await on.api.join(workshop.code, next(), next(), [{ name: next() }, { name: next() }]));
	await workshop.run(
		{ type: "groups.create", count: 2, names: words.some(2) },
		...toGroupWork(2, "check-in", "group-structures", "measures").slice(1),
		{
			type: "groups.seat",
			seats: [0, 1, 2].map((group) => ({ name: next(), organisation: next(), group: group % 2 })),
		},
		...words.some(4).map((text) => ({ type: "broadcast", text })),
		...words.some(4).map((text) => ({ type: "topic.add", text })),
	);
	for (const { token } of people.slice(0, 3)) {
		const seat = await line(on.url, token);
		accept(await seat.command({ type: "help.raise", text: next() }));
		accept(await seat.command({ type: "question.ask", text: next() }));
		accept(await seat.command({ type: "topic.add", text: next() }));
		accept(await seat.command({ type: "notes.open" }));
	}
	return people;
}

/** What stands in the sheets, stood there once, or came too late. */
async function written(on: Stage, workshop: Workshop, people: Workshop["people"], words: Canaries): Promise<void> {
	const { api, url } = on;
	const person = found(people[0], "first person");
	const sheets = async (token: string) => (await api.snapshot(workshop.id, token)).documents;
	const own = await sheets(person.token);
	const notes = await sheet(
		url,
		found(
			own.find(({ worksheet }) => worksheet === "notes"),
			"notes",
		).id,
		person.token,
	);
	await notes.write((doc) => addParagraph(doc, "notes", words.next()));
	const checkIn = found(
		own.find(({ worksheet }) => worksheet === "check-in-feedback"),
		"own sheet",
	).id;
	await (await sheet(url, checkIn, person.token)).write((doc) => {
		for (const name of ["background", "expectation"]) doc.getText(name).insert(0, words.next());
	});

	const answer = await api.call("GET", `/api/worksheets/${SHEET}`);
	const blocks = worksheetSchema.parse(await answer.json()).sections.flatMap((section) => section.blocks);
	const ranking = blocks.find((block): block is BlockOf<"ranking"> => block.type === "ranking");
	const assessment = blocks.find((block): block is BlockOf<"module-assessment"> => block.type === "module-assessment");
	const group = found(
		own.find(({ worksheet, scope }) => worksheet === SHEET && scope.kind === "group"),
		"group's",
	);
	const page = await sheet(url, group.id, person.token);
	await page.write((doc) => {
		place(doc, found(ranking, "ranking"), undefined, MODULE, 0);
		setOwnEntry(doc, found(ranking, "ranking"), undefined, "eigener", words.next());
		setAssessment(doc, found(assessment, "assessment"), MODULE, "own", { state: 2 });
		for (const part of ["evidence", "remark", "dissent"] as const)
			assessmentText(doc, found(assessment, "assessment"), MODULE, "own", part).insert(0, words.next());
	});
	for (const word of words.some(12)) await page.write((doc) => addParagraph(doc, "plenary", word));
	// Written and taken away again, one by one and all at once.
	for (const word of words.some(10)) {
		await page.write((doc) => addParagraph(doc, `why-central/${MODULE}`, word));
		await page.write((doc) => doc.getXmlFragment(`why-central/${MODULE}`).delete(0, 1));
	}
	const late = new Y.Doc();
	Y.applyUpdate(late, Y.encodeStateAsUpdate(page.doc));
	late.clientID = page.doc.clientID;
	await page[Symbol.asyncDispose]();
	await workshop.run({ type: "worksheet.lock", document: group.id });
	const before = Y.encodeStateVector(late);
	for (const word of words.some(4)) addParagraph(late, "plenary", word);
	const body = { id: randomUUID(), update: Buffer.from(Y.encodeStateAsUpdate(late, before)).toString("base64") };
	const posted = await api.call("POST", `/api/documents/${group.id}/late`, { token: person.token, body });
	expect(posted.status).toBe(201);

	const plan = found(
		(await sheets(workshop.facilitatorToken)).find(({ worksheet }) => worksheet === "action-plan"),
		"plan",
	);
	const lead = await sheet(url, plan.id, workshop.facilitatorToken);
	await lead.write((doc) => {
		for (let row = 0; row < 6; row++)
			addRow(doc, PLAN, undefined, `r${row}`, { what: words.next(), responsible: words.next() });
	});
	await lead.write((doc) => removeRow(doc, PLAN, undefined, "r0"));
}

/** What a file of an earlier meeting gives to the comparison. */
async function compared(on: Stage, workshop: Workshop, words: Canaries): Promise<void> {
	const { api } = on;
	const measures = [0, 1].map((index) => ({ id: `m${index}`, what: words.next(), responsible: words.next() }));
	const earlier = await holdMeeting(on, {
		series: null,
		title: words.next(),
		startsAt: "2026-03-02T09:00:00Z",
		values: [[1]],
		measures,
	});
	const token = earlier.facilitatorToken;
	const body: unknown = await (await api.call("GET", `/api/workshops/${earlier.id}/export.json`, { token })).json();
	const added = await api.call("POST", `/api/workshops/${workshop.id}/occasions`, {
		token: workshop.facilitatorToken,
		body,
	});
	expect(added.status).toBe(201);
	expect((await api.call("DELETE", `/api/workshops/${earlier.id}`, { token })).status).toBe(204);
}

/** Words that were only tried out, and are taken away by the rehearsal's end. */
async function rehearsed(on: Stage, folder: string, workshop: Workshop): Promise<string[]> {
	const words = ["Kanarie-Probe-Eins", "Kanarie-Probe-Zwei"];
	const path = `/api/workshops/${workshop.id}/rehearsal`;
	const token = workshop.facilitatorToken;
	expect((await on.api.call("POST", path, { token, body: { participants: 2 } })).status).toBe(201);
	await workshop.run(
		{ type: "session.start" },
		{ type: "broadcast", text: found(words[0], "word") },
		{ type: "topic.add", text: found(words[1], "word") },
	);
	expect(foundIn(folder, words)).toEqual(words);
	expect((await on.api.call("DELETE", path, { token })).status).toBe(204);
	return words;
}

test("of a hundred words in every corner of a workshop none is left in any file, whether it was asked for or due", {
	timeout: 120_000,
}, async () => {
	const dataDir = await dataFolder();
	const on = await stage({ dataDir });
	const due = new Canaries("Frist");
	const expiring = await openWorkshop(on, { title: `Fällig ${due.next()}`, people: 1 });
	await expiring.run({ type: "session.start" }, { type: "broadcast", text: due.next() });
	const words = new Canaries("Wort");
	const workshop = await openWorkshop(on);
	const tried = await rehearsed(on, dataDir, workshop);
	await planned(on, workshop, words);
	const people = await spoken(on, workshop, words);
	await written(on, workshop, people, words);
	await compared(on, workshop, words);
	expect(words.words.length).toBeGreaterThanOrEqual(100);

	// So that it can fail: all of them are there before.
	const inState = storedState(dataDir, workshop.id);
	const there = foundIn(dataDir, words.words);
	// A word of the state may lie on two pages of the file; its halves are looked for below.
	expect(words.words.filter((word) => !there.includes(word) && !inState.includes(word))).toEqual([]);
	expect(there.length).toBeGreaterThan(words.words.length * 0.9);
	const stretches = storedBytes(dataDir, workshop.id);
	expect(stretches.length).toBeGreaterThan(20);
	expect(stretchesIn(dataDir, stretches)).toBe(stretches.length);

	const path = `/api/workshops/${workshop.id}`;
	expect((await on.api.call("GET", `${path}/erasure`)).status).toBe(404);
	expect((await on.api.call("DELETE", path, { token: workshop.facilitatorToken })).status).toBe(204);
	expect(foundIn(dataDir, [...words.halves, ...words.words, ...tried])).toEqual([]);
	expect(stretchesIn(dataDir, stretches)).toBe(0);
	const receipt = erasureSchema.parse(await (await on.api.call("GET", `${path}/erasure`)).json());
	expect(receipt).toMatchObject({ why: "asked", participants: 6 });
	expect(receipt.documents).toBeGreaterThan(5);
	expect(Math.abs(receipt.erasedAt - Date.now())).toBeLessThan(60_000);
	expect(await problem(await on.api.call("GET", path))).toMatchObject({ status: 410 });

	// Another one's time is over while nobody is running: the next start takes it away.
	expect(foundIn(dataDir, due.words)).toEqual(due.words);
	await on.server[Symbol.asyncDispose]();
	expect(foundIn(dataDir, words.halves)).toEqual([]);
	const again = await stage({ dataDir, clock: { now: () => Date.now() + 91 * DAY } });
	const gone = `/api/workshops/${expiring.id}`;
	await expect.poll(async () => (await again.api.call("GET", `${gone}/erasure`)).status).toBe(200);
	expect(await (await again.api.call("GET", `${gone}/erasure`)).json()).toMatchObject({
		why: "expired",
		participants: 1,
	});
	expect(foundIn(dataDir, [...due.halves, ...words.halves, ...tried])).toEqual([]);
	expect(await (await again.api.call("GET", `${path}/erasure`)).json()).toEqual(receipt);
});
