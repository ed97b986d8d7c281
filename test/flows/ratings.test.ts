import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import WebSocket from "ws";
import { z } from "zod";
import { distributionOf } from "../../worksheets/assessment/distribution.ts";
import { type RatingResult, ratingResultSchema } from "../../worksheets/assessment/rating-result.ts";
import type { BlockOf } from "../../worksheets/blocks/definitions.ts";
import { setMatrixCell } from "../../worksheets/blocks/matrix.ts";
import { assessmentText, setAssessment } from "../../worksheets/blocks/module-assessment.ts";
import type { Point } from "../../worksheets/blocks/points.ts";
import { place } from "../../worksheets/blocks/ranking-write.ts";
import type { Joined } from "../../worksheets/contract/api.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { setDone } from "../../worksheets/document/done.ts";
import { worksheetSchema } from "../../worksheets/schema/worksheet.ts";
import { documentOf } from "../harness/group-work.ts";
import { pdfAlternatives } from "../harness/pdf.ts";
import { connectSession } from "../harness/session-client.ts";
import type { SheetClient } from "../harness/sheet-client.ts";
import { accept, dataFolder, found, line, openWorkshop, type Stage, sharedStage, sheet, stage } from "./stage.ts";

const library = fileURLToPath(new URL("../harness/library", import.meta.url));
const OPTIONS = { environment: { WORKSHEETS_DIR: library } };
const current = sharedStage(OPTIONS);

const MODULE = "steering-committee";
const QUESTION = `assessment/${MODULE}`;

async function blocksOf({ api }: Stage, worksheet: string) {
	const response = await api.call("GET", `/api/worksheets/${worksheet}`);
	const blocks = worksheetSchema.parse(await response.json()).sections.flatMap((section) => section.blocks);
	return <Type extends (typeof blocks)[number]["type"]>(type: Type): BlockOf<Type> => {
		const isOfType = (block: (typeof blocks)[number]): block is BlockOf<Type> => block.type === type;
		return found(blocks.find(isOfType), type);
	};
}

interface Rater extends Joined {
	own: string;
	line: SheetClient;
}

/** A group of so many people that has chosen a module, each before their own sheet; one more person sits elsewhere. */
async function atTheRating(on: Stage, people: number) {
	const block = await blocksOf(on, "structure-sustainability");
	const assessment = block("module-assessment");
	const workshop = await openWorkshop(on, { people: people + 1, template: "ratings" });
	await workshop.run({ type: "groups.create", count: 2 });
	const [first, second] = workshop.lead.snapshot().groups;
	for (const [index, { participantId }] of workshop.people.entries()) {
		const group = (index < people ? first : second)?.id;
		await workshop.run({ type: "groups.move", participant: participantId, group });
	}
	await workshop.run({ type: "session.start" }, { type: "phase.go", phase: "in-groups" });
	const raters: Rater[] = [];
	for (const person of workshop.people) {
		const own = documentOf(await on.api.snapshot(workshop.id, person.token), "participant");
		raters.push({ ...person, own, line: await sheet(on.url, own, person.token) });
	}
	const members = raters.slice(0, people);
	const [anna] = members;
	const here = documentOf(await on.api.snapshot(workshop.id, found(anna, "Anna").token), "group");
	const table = await sheet(on.url, here, found(anna, "Anna").token);
	place(table.doc, block("ranking"), undefined, MODULE, 0);
	await table.untilSaved(2);
	const edit = async (rater: Rater | undefined, change: (rater: Rater) => void) => {
		const one = found(rater, "rater");
		await one.line.write(() => change(one));
	};
	/** One value for each dimension, in their order. */
	const rate = (rater: Rater | undefined, values: readonly (Point | null)[], evidence = "") =>
		edit(rater, ({ line: { doc } }) => {
			for (const [index, { id }] of assessment.dimensions.entries()) {
				setAssessment(doc, assessment, MODULE, id, { state: values[index] ?? null });
				if (evidence !== "") assessmentText(doc, assessment, MODULE, id, "evidence").insert(0, evidence);
			}
		});
	const submit = (rater: Rater | undefined, submitted = true) =>
		edit(rater, ({ line: { doc } }) => setDone(doc, QUESTION, submitted));
	const ratingOf = ({ ratings }: Snapshot) =>
		found(
			ratings.find(({ document, question }) => document === here && question === QUESTION),
			"rating",
		);
	const at = { document: here, question: QUESTION };
	await workshop.lead.until(({ ratings }) => ratings.some(({ document }) => document === here));
	return { workshop, assessment, here, table, members, raters, rate, submit, ratingOf, at };
}

const exported = z.object({ sheets: z.array(z.object({ document: z.string(), revealed: z.array(z.unknown()) })) });

const VALUES: readonly (readonly Point[])[] = [
	[3, 4, 0, "unknown", 2],
	[1, 4, 0, 2, 2],
	[2, 0, 0, "unknown", 3],
];

/** Counted by hand from what people rated. */
function expected(values: readonly (readonly (Point | null)[])[], dimensions: readonly { id: string }[]) {
	return dimensions.map(({ id }, index) => ({
		part: id,
		distribution: distributionOf(
			[0, 1, 2, 3, 4],
			values.map((of) => of[index] ?? null),
		),
	}));
}

test("a group reveals what its members have submitted, for everybody who may open its sheet and in every file", async () => {
	const on = current();
	const { workshop, assessment, here, members, raters, rate, submit, ratingOf, at } = await atTheRating(on, 4);
	const [anna, ben] = members;
	for (const [index, values] of VALUES.entries()) {
		await rate(members[index], values);
		await submit(members[index]);
	}
	// Rated and not submitted, and submitted in another group: neither counts.
	await rate(members[3], [0, 0, 0, 0, 0]);
	await rate(raters[4], [0, 0, 0, 0, 0]);
	await submit(raters[4]);
	await workshop.lead.until((snapshot) => ratingOf(snapshot).submitted === 3);
	const hidden = { id: `${here}#${QUESTION}`, document: here, question: QUESTION, eligible: 4, submitted: 3 };
	expect(ratingOf(workshop.lead.snapshot())).toEqual({ ...hidden, revealed: false });

	const outside = await line(on.url, found(raters[4], "outsider").token);
	expect(outside.snapshot().ratings.map(({ document }) => document)).not.toContain(here);
	expect(await outside.command({ type: "rating.reveal", ...at })).toMatchObject({ error: { code: "forbidden" } });
	const person = await line(on.url, found(ben, "Ben").token);
	accept(await person.command({ type: "rating.reveal", ...at }));
	const seen = ratingOf(await workshop.lead.until((snapshot) => ratingOf(snapshot).result !== undefined));
	const result: RatingResult = ratingResultSchema.parse(seen.result);
	expect(result).toEqual({ eligible: 4, submitted: 3, parts: expected(VALUES, assessment.dimensions) });
	expect(seen).toMatchObject({ ...hidden, revealed: true });
	expect(ratingOf(person.snapshot()).result).toEqual(result);
	expect(await person.command({ type: "rating.reveal", ...at })).toMatchObject({ error: { code: "wrong-state" } });

	const taken = async (format: string, token: string) =>
		await (await on.api.call("GET", `/api/workshops/${workshop.id}/export.${format}`, { token })).text();
	for (const token of [workshop.facilitatorToken, found(anna, "Anna").token]) {
		const markdown = await taken("md", token);
		expect(markdown).toContain("Einzeln eingeschätzt: 3 von 4 haben abgegeben");
		expect(markdown).toMatch(/Verstetigung \| 3 \| 2 \| 1–3 \| 0 \| 0: 0 · 1: 1 · 2: 1 · 3: 1 · 4: 0/);
		const { sheets } = exported.parse(JSON.parse(await taken("json", token)));
		const revealed = sheets.flatMap((one) => one.revealed.map((ratings) => [one.document, ratings]));
		expect(revealed).toEqual([[here, { question: QUESTION, ...result }]]);
	}
	const pdf = await on.api.call("GET", `/api/workshops/${workshop.id}/export.pdf`, {
		token: found(anna, "Anna").token,
	});
	const figures = pdfAlternatives(new Uint8Array(await pdf.arrayBuffer()));
	expect(figures).toHaveLength(assessment.dimensions.length);
	expect(figures.find((figure) => figure.startsWith("Verstetigung: Personen je Stufe. "))).toMatch(
		/0 \D+: 0; 1 \D+: 1; 2 \D+: 1; 3 \D+: 1; 4 \D+: 0$/,
	);
	const own = raters.map((rater) => rater.own);
	const lead = exported.parse(JSON.parse(await taken("json", workshop.facilitatorToken)));
	expect(lead.sheets.filter(({ document }) => own.includes(document))).toEqual([]);
	expect(await taken("md", found(raters[4], "outsider").token)).not.toContain("Einzeln eingeschätzt");
});

test("what was revealed stays as it was; opened again, values are kept, and the next reveal counts anew", async () => {
	const on = current();
	const { workshop, members, rate, submit, ratingOf, at } = await atTheRating(on, 2);
	const [anna, ben] = members;
	await rate(anna, [4, 4, 4, 4, 4]);
	await submit(anna);
	await rate(ben, [0, 0, 0, 0, 0]);
	await submit(ben);
	// „Noch einmal ändern“ takes the rating back.
	await submit(ben, false);
	await workshop.run({ type: "rating.reveal", ...at });
	const first = ratingResultSchema.parse(ratingOf(workshop.lead.snapshot()).result);
	expect(first).toMatchObject({
		eligible: 2,
		submitted: 1,
		parts: [{ distribution: { n: 1, median: 4 } }, {}, {}, {}, {}],
	});

	await rate(anna, [1, 1, 1, 1, 1]);
	await submit(ben);
	await workshop.lead.until((snapshot) => ratingOf(snapshot).submitted === 2);
	expect(ratingOf(workshop.lead.snapshot()).result).toEqual(first);

	await workshop.run({ type: "rating.reopen", ...at });
	expect(ratingOf(workshop.lead.snapshot())).toMatchObject({ revealed: false, submitted: 2 });
	expect(ratingOf(workshop.lead.snapshot())).not.toHaveProperty("result");
	await workshop.run({ type: "rating.reveal", ...at });
	expect(ratingOf(workshop.lead.snapshot()).result).toMatchObject({
		submitted: 2,
		parts: [{ distribution: { n: 2, median: 0.5, lowest: 0, highest: 1 } }, {}, {}, {}, {}],
	});
});

test("only what stands in the sheet and is rated alone can be revealed", async () => {
	const on = current();
	const { workshop, here, at } = await atTheRating(on, 1);
	const refused = { error: { code: "wrong-state" } };
	for (const question of ["assessment/education-advisory-board", "assessment", "modules", "continuation-help"]) {
		const command = { type: "rating.reveal", document: here, question };
		expect(await workshop.lead.command(command)).toMatchObject(refused);
	}
	expect(await workshop.lead.command({ type: "rating.reopen", ...at })).toMatchObject(refused);
	expect(await workshop.lead.command({ type: "rating.publish", ...at, result: {} })).toMatchObject({ ok: false });
	expect(workshop.lead.snapshot().ratings).toHaveLength(1);
});

test("in the plenary everybody rates the cells of a matrix, also who sits with others at one device", async () => {
	const on = current();
	const matrix = (await blocksOf(on, "network-check"))("matrix");
	const workshop = await openWorkshop(on, { people: 1, template: "ratings" });
	const table = await on.api.join(workshop.code, "Tisch am Fenster", undefined, [{ name: "Mira" }, { name: "Kim" }]);
	await workshop.run({ type: "session.start" }, { type: "phase.go", phase: "together" });
	const plenary = documentOf(workshop.lead.snapshot(), "plenary");
	await workshop.lead.until(({ ratings }) => ratings.length > 0);
	expect(workshop.lead.snapshot().ratings).toEqual([
		{ id: `${plenary}#check`, document: plenary, question: "check", revealed: false, eligible: 3, submitted: 0 },
	]);
	const row = found(matrix.rows[0], "row").id;
	const { documents } = await on.api.snapshot(workshop.id, table.token);
	const theirs = documents.filter(
		({ worksheet, scope }) => worksheet === "network-check" && scope.kind === "participant",
	);
	for (const [index, { id }] of theirs.entries()) {
		const own = await sheet(on.url, id, table.token);
		await own.write((doc) => {
			setMatrixCell(doc, matrix, undefined, row, "rating", index % 2 === 0 ? 1 : 4);
			setDone(doc, "check", true);
		});
	}
	const person = await line(on.url, found(workshop.people[0], "person").token);
	const reveal = { type: "rating.reveal", document: plenary, question: "check" };
	expect(await person.command(reveal)).toMatchObject({ error: { code: "forbidden" } });
	await workshop.run(reveal);
	const result = ratingResultSchema.parse(workshop.lead.snapshot().ratings[0]?.result);
	expect(result).toMatchObject({ eligible: 3, submitted: 2 });
	expect(result.parts).toHaveLength(matrix.rows.length);
	expect(result.parts[0]).toMatchObject({ part: `${row}.rating`, distribution: { n: 2, lowest: 1, highest: 4 } });
});

test("who has submitted is known again after a restart, and what was revealed is what it was", async () => {
	const folder = await dataFolder();
	const first = await stage({ ...OPTIONS, dataDir: folder });
	const { workshop, members, raters, rate, submit, ratingOf, at } = await atTheRating(first, 3);
	for (const rater of members.slice(0, 2)) {
		await rate(rater, [2, 2, 2, 2, 2]);
		await submit(rater);
	}
	for (const rater of raters) await rater.line[Symbol.asyncDispose]();
	await first.server.close();

	const second = await stage({ ...OPTIONS, dataDir: folder });
	const seen = await second.api.snapshot(workshop.id, found(members[2], "Cleo").token);
	expect(ratingOf(seen)).toMatchObject({ revealed: false, eligible: 3, submitted: 2 });
	const lead = await connectSession(second.url, workshop.facilitatorToken);
	onTestFinished(() => lead[Symbol.asyncDispose]());
	accept(await lead.command({ type: "rating.reveal", ...at }));
	const { result } = ratingOf(lead.snapshot());
	expect(result).toMatchObject({ eligible: 3, submitted: 2 });
	await second.server.close();

	const third = await stage({ ...OPTIONS, dataDir: folder });
	expect(ratingOf(await third.api.snapshot(workshop.id, workshop.facilitatorToken)).result).toEqual(result);
});

/** A y-websocket frame that asks for all of a document: sync step 1 with an empty state vector. */
const ASK_FOR_ALL = Uint8Array.of(0, 0, 1, 0);
const SAVED = 100;

/** Everything that a sheet's line is told from now on, until the listener ends; asks for all that is there. */
function listen(url: string, document: string, token: string, heard: Buffer[]): Promise<number | "open"> {
	const socket = new WebSocket(`${url.replace(/^http/, "ws")}/sync/${document}`, {
		headers: { authorization: `Bearer ${token}` },
	});
	onTestFinished(() => socket.close());
	socket.on("error", () => undefined);
	return new Promise((resolve) => {
		socket.on("open", () => socket.send(ASK_FOR_ALL));
		socket.on("close", (code) => resolve(code));
		socket.on("message", (data: Buffer) => {
			heard.push(Buffer.from(data));
			// The answer to what was asked: sync step 2.
			if (data[0] === 0 && data[1] === 1) resolve("open");
		});
	});
}

/**
 * Whatever anybody but the rater can hear before the reveal, once with each of two ratings. Ids, tokens and times differ
 * between the two workshops and are put out of the way.
 */
async function overheard(on: Stage, values: readonly Point[], evidence: string) {
	const { workshop, here, members, rate, submit, ratingOf } = await atTheRating(on, 4);
	const [anna, ...others] = members.map((member) => found(member, "member"));
	const told: string[][] = [];
	const seen: Snapshot[] = [];
	const frames: Buffer[] = [];
	const tokens = [workshop.facilitatorToken, ...others.map(({ token }) => token)];
	const own = found(anna, "Anna").own;
	const lines = [];
	for (const token of tokens) {
		lines.push(await line(on.url, token));
		expect(await listen(on.url, here, token, frames)).toBe("open");
		// The rater's own sheet is nobody else's, whoever asks.
		const refused: Buffer[] = [];
		expect(await listen(on.url, own, token, refused)).toBe(4403);
		expect(refused).toEqual([]);
	}
	// Who is there, and how far the group is, is told first: from here on there is nothing to tell but of the ratings.
	const isSettled = ({ participants, watched, progress, you }: Snapshot) =>
		participants.filter(({ online }) => online).length === 3 &&
		watched.length === 1 &&
		(you.role === "participant" || progress.some(({ questions }) => questions.some(({ name }) => name === QUESTION)));
	for (const client of lines) await client.until(isSettled);
	// What was still to be told is told with it.
	await workshop.run({ type: "broadcast", text: "Bitte schätzen Sie ein." });
	for (const client of lines) await client.until(({ messages }) => messages.length === 1);
	for (const client of lines) {
		const heard: string[] = [];
		told.push(heard);
		// As they come from the line, text and binary, before anybody has read them.
		client.socket.io.engine.on("packet", ({ type, data }) => {
			if (type === "message") heard.push(Buffer.isBuffer(data) ? data.toString("base64") : String(data));
		});
	}
	const [before, logged] = [frames.length, on.server.log.length];
	await rate(anna, values, evidence);
	await submit(anna);
	for (const client of lines) await client.until((snapshot) => ratingOf(snapshot).submitted === 1);
	const files: string[] = [];
	for (const token of tokens) {
		seen.push(await on.api.snapshot(workshop.id, token));
		for (const format of ["md", "json"]) {
			files.push(await (await on.api.call("GET", `/api/workshops/${workshop.id}/export.${format}`, { token })).text());
		}
	}
	const log = on.server.log
		.slice(logged)
		.map(({ level, message, fields }) => JSON.stringify({ level, message, fields }));
	const plain = (text: string) =>
		text
			.replace(/[A-Za-z0-9_-]{22,64}/g, "<id>")
			.replace(/[A-Z0-9]{9}(?=\\?")/g, "<code>")
			.replace(
				/"(version|now|at|exportedAt|deleteOn|lastChangeAt|changedAt|enteredAt|from|to|startsAt|endedAt)":\s*[\d.]+/g,
				'"$1":0',
			)
			.replace(/\d{2}:\d{2}/g, "<time>");
	return {
		raw: [
			...frames.map((frame) => frame.toString("latin1")),
			...told.flat(),
			...files,
			...log,
			JSON.stringify(seen),
		].join("\n"),
		/** In the group's sheet nothing was said but that nothing is unsaved. */
		later: frames.slice(before).filter(([type]) => type !== SAVED),
		/** To each line, in the order in which it came. */
		told: told.map((heard) => heard.map(plain)),
		seen: plain(JSON.stringify(seen)),
		files: files.map(plain),
		log: [...new Set(log.map(plain))].sort(),
	};
}

test("before the reveal nobody hears what was rated, nor anything that two ratings differ in", async () => {
	const on = current();
	const one = await overheard(on, [4, 4, 4, 4, 4], "Kanarienvogel");
	const other = await overheard(on, [0, "unknown", 1, 0, 0], "Spatz");
	for (const { raw, later } of [one, other]) {
		for (const word of ["Kanarienvogel", "Spatz", "median", "lowest"]) expect(raw).not.toContain(word);
		expect(later).toEqual([]);
	}
	// One number, told once to each.
	expect(one.told.map((heard) => heard.length)).toEqual([1, 1, 1, 1]);
	expect(one.told[0]?.[0]).toContain('"submitted":1');
	expect(one.told).toEqual(other.told);
	expect(one.seen).toEqual(other.seen);
	expect(one.files).toEqual(other.files);
	expect(one.log).toEqual(other.log);
});
