import { fileURLToPath } from "node:url";
import * as decoding from "lib0/decoding";
import { expect, onTestFinished, test } from "vitest";
import WebSocket from "ws";
import { z } from "zod";
import { type Method, QUESTION_ITSELF, type Vote } from "../../worksheets/assessment/methods.ts";
import { voteResultSchema } from "../../worksheets/assessment/vote-result.ts";
import { questionOf, setAbstained, setMethod, setReason, setVote } from "../../worksheets/blocks/decision-write.ts";
import type { BlockOf } from "../../worksheets/blocks/definitions.ts";
import { addRow, cellText } from "../../worksheets/blocks/table.ts";
import type { Joined } from "../../worksheets/contract/api.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { decisionOf } from "../../worksheets/document/votes.ts";
import { worksheetSchema } from "../../worksheets/schema/worksheet.ts";
import { documentOf } from "../harness/group-work.ts";
import { connectSession } from "../harness/session-client.ts";
import type { SheetClient } from "../harness/sheet-client.ts";
import { accept, dataFolder, found, openWorkshop, type Stage, sharedStage, sheet, stage } from "./stage.ts";

const library = fileURLToPath(new URL("../harness/library", import.meta.url));
const OPTIONS = { environment: { WORKSHEETS_DIR: library } };
const current = sharedStage(OPTIONS);

async function definition({ api }: Stage): Promise<BlockOf<"decision">> {
	const response = await api.call("GET", "/api/worksheets/ballot");
	return found(decisionOf(worksheetSchema.parse(await response.json())), "decision");
}

interface Voter extends Joined {
	own: string;
	line: SheetClient;
}

/** Why a line was denied something. */
function readAuth(decoder: decoding.Decoder): string {
	decoding.readVarUint(decoder);
	return decoding.readVarString(decoder);
}

/** A question with two options before so many people, who all have their ballots open. */
async function atTheVote(on: Stage, people: number, method: Method, named = true) {
	const block = await definition(on);
	const workshop = await openWorkshop(on, { people, template: "ballots" });
	await workshop.run({ type: "session.start" });
	const plenary = documentOf(workshop.lead.snapshot(), "plenary");
	const table = await sheet(on.url, plenary, workshop.facilitatorToken);
	table.doc.transact(() => {
		questionOf(table.doc, block).insert(0, "Welcher Baustein zuerst?");
		setMethod(table.doc, block, method);
		for (const [id, label] of named
			? ([
					["r1", "Beirat"],
					["r2", "Netzwerk"],
				] as const)
			: []) {
			addRow(table.doc, block, undefined, id);
			cellText(table.doc, block, undefined, id, "option")?.insert(0, label);
		}
	});
	await table.untilSaved(2);
	const voters: Voter[] = [];
	for (const person of workshop.people) {
		const own = documentOf(await on.api.snapshot(workshop.id, person.token), "participant");
		voters.push({ ...person, own, line: await sheet(on.url, own, person.token) });
	}
	const place = { decision: plenary, method };
	const vote = async (voter: Voter | undefined, votes: Record<string, Vote["value"]>, reason = "") => {
		await found(voter, "voter").line.write((doc) => {
			for (const [option, value] of Object.entries(votes)) {
				setVote(doc, block, place, option, value);
				if (reason !== "") setReason(doc, block, plenary, option, reason);
			}
		});
	};
	const voteOf = ({ votes }: Snapshot) =>
		found(
			votes.find(({ id }) => id === plenary),
			"vote",
		);
	return { block, workshop, plenary, table, voters, place, vote, voteOf };
}

const exported = z.object({
	sheets: z.array(
		z.object({
			document: z.string(),
			answered: z.object({
				sections: z.array(
					z.object({ blocks: z.array(z.object({ answers: z.array(z.object({ answer: z.unknown() })) })) }),
				),
			}),
		}),
	),
});

test("a vote is closed by the facilitator, counted from everybody's own sheet, and published to all", async () => {
	const on = current();
	const { workshop, plenary, voters, vote, voteOf, place, block } = await atTheVote(on, 4, "points");
	const [anna, ben, cleo] = voters;
	await vote(anna, { r1: 2, r2: 1 });
	await vote(ben, { r2: 3 });
	await found(cleo, "voter").line.write((doc) => setAbstained(doc, block, place, true));
	await workshop.lead.until((snapshot) => voteOf(snapshot).voted === 3);
	expect(voteOf(workshop.lead.snapshot())).toEqual({ id: plenary, closed: false, eligible: 4, voted: 3 });

	const person = await connectSession(on.url, found(anna, "voter").token);
	onTestFinished(() => person[Symbol.asyncDispose]());
	expect(await person.command({ type: "vote.close", document: plenary })).toMatchObject({
		error: { code: "forbidden" },
	});
	await workshop.run({ type: "vote.close", document: plenary });
	const result = voteResultSchema.parse(
		voteOf(await person.until((snapshot) => voteOf(snapshot).result !== undefined)).result,
	);
	expect(result).toMatchObject({ method: "points", eligible: 4, voted: 3, abstained: 1 });
	expect(result.options.map(({ label, sum, place: rank }) => [label, sum, rank])).toEqual([
		["Netzwerk", 4, 1],
		["Beirat", 2, 2],
	]);
	expect(voteOf(workshop.lead.snapshot()).result).toEqual(result);

	// The same numbers in every file, and one's own vote in one's own only.
	const taken = async (format: string, token: string) =>
		await (await on.api.call("GET", `/api/workshops/${workshop.id}/export.${format}`, { token })).text();
	for (const token of [workshop.facilitatorToken, found(anna, "voter").token]) {
		const markdown = await taken("md", token);
		expect(markdown).toContain(
			"3 von 4 haben abgestimmt, 1 davon mit Enthaltung. Vorn liegt „Netzwerk“ mit 4 Punkten.",
		);
		const { sheets } = exported.parse(JSON.parse(await taken("json", token)));
		const decided = found(
			sheets.find(({ document }) => document === plenary),
			"sheet",
		);
		expect(decided.answered.sections[0]?.blocks[0]?.answers[0]?.answer).toMatchObject({ result });
	}
	expect(await taken("md", workshop.facilitatorToken)).not.toContain("Meine Angabe");
	expect(await taken("md", found(anna, "voter").token)).toMatch(/Meine Angabe[\s\S]*Beirat \| 2/);
});

test("closed, ballots are locked; opened again, they are as they were, and a new count counts them", async () => {
	const on = current();
	const { workshop, plenary, voters, vote, voteOf, place, block } = await atTheVote(on, 2, "resistance");
	const [anna, ben] = voters;
	await vote(anna, { r1: 2, r2: 9 });
	await vote(ben, { r1: 4, r2: 0 });
	await workshop.run({ type: "vote.close", document: plenary });
	expect(await workshop.lead.command({ type: "vote.close", document: plenary })).toMatchObject({
		error: { code: "wrong-state" },
	});
	const { documents } = await on.api.snapshot(workshop.id, found(anna, "voter").token);
	expect(documents.find(({ id }) => id === anna?.own)?.access).toBe("read");

	// What is written all the same is never counted as saved, and does not reach the sheet.
	const line = found(anna, "voter").line;
	const before = line.saved();
	const denied = new Promise<string>((resolve) => {
		line.provider.messageHandlers[2] = (_encoder, decoder) => resolve(readAuth(decoder));
	});
	setVote(line.doc, block, place, "r1", 10);
	expect(await denied).toMatch(/denied/i);
	expect(line.saved()).toBe(before);
	await line[Symbol.asyncDispose]();

	await workshop.run({ type: "vote.reopen", document: plenary });
	const open = voteOf(await workshop.lead.until((snapshot) => voteOf(snapshot).voted === 2));
	expect(open).toEqual({ id: plenary, closed: false, eligible: 2, voted: 2 });
	await vote(ben, { r2: 1 });
	await workshop.run({ type: "vote.close", document: plenary });
	const result = voteResultSchema.parse(voteOf(workshop.lead.snapshot()).result);
	expect(result.options.map(({ id, sum, highest, spread }) => [id, sum, highest, spread])).toEqual([
		["r1", 6, 4, 2],
		["r2", 10, 9, 8],
		[".as-it-is", 0, null, null],
	]);
});

test("an answer to an earlier method is none to what is asked now, also after the end", async () => {
	const on = current();
	const { block, workshop, plenary, table, voters, vote, voteOf } = await atTheVote(on, 2, "mood");
	await vote(voters[0], { r1: 4 });
	await workshop.lead.until((snapshot) => voteOf(snapshot).voted === 1);
	setMethod(table.doc, block, "consent");
	await workshop.lead.until((snapshot) => voteOf(snapshot).voted === 0);
	setMethod(table.doc, block, "mood");
	await workshop.lead.until((snapshot) => voteOf(snapshot).voted === 1);

	await workshop.run({ type: "session.end" });
	expect(voteOf(workshop.lead.snapshot())).toEqual({ id: plenary, closed: false, eligible: 2, voted: 1 });
	const path = `/api/workshops/${workshop.id}/export.md`;
	const markdown = await (await on.api.call("GET", path, { token: workshop.facilitatorToken })).text();
	expect(markdown).toContain("Die Abstimmung wurde nicht geschlossen. Es gibt kein Ergebnis.");
});

test("a sheet without a question, or without a decision, has nothing to close", async () => {
	const on = current();
	const workshop = await openWorkshop(on, { people: 1, template: "ballots" });
	await workshop.run({ type: "session.start" });
	const document = documentOf(workshop.lead.snapshot(), "plenary");
	const refused = { error: { code: "wrong-state" } };
	expect(await workshop.lead.command({ type: "vote.close", document })).toMatchObject(refused);
	expect(await workshop.lead.command({ type: "vote.reopen", document })).toMatchObject(refused);
	const other = await openWorkshop(on, { template: "cooperation-review" });
	await other.run({ type: "session.start" }, { type: "phase.go", phase: "measures" });
	const plan = found(
		other.lead.snapshot().documents.find(({ worksheet }) => worksheet === "action-plan"),
		"plan",
	).id;
	expect(await other.lead.command({ type: "vote.close", document: plan })).toMatchObject(refused);
	expect(other.lead.snapshot().votes.map(({ id }) => id)).not.toContain(plan);
});

test("a group votes for itself, in the same ballots, and nothing mixes", async () => {
	const on = current();
	const { workshop, plenary, voters, vote, block } = await atTheVote(on, 3, "consent", false);
	const [anna, ben, cleo] = voters.map((voter) => found(voter, "voter"));
	for (const voter of voters) await vote(voter, { [QUESTION_ITSELF]: "grave" }, "Im Plenum dagegen");
	await workshop.run({ type: "groups.create", count: 2 });
	const [first] = workshop.lead.snapshot().groups;
	for (const voter of [anna, ben]) {
		await workshop.run({ type: "groups.move", participant: voter?.participantId, group: first?.id });
	}
	await workshop.run({ type: "phase.go", phase: "in-groups" });
	const here = found(
		workshop.lead.snapshot().documents.find(({ scope }) => scope.kind === "group" && scope.id === first?.id),
		"group's sheet",
	).id;
	const table = await sheet(on.url, here, found(anna, "voter").token);
	questionOf(table.doc, block).insert(0, "Einverstanden?");
	setMethod(table.doc, block, "consent");
	await table.untilSaved(3);
	const seat = { decision: here, method: "consent" } as const;
	await found(anna, "voter").line.write((doc) => setVote(doc, block, seat, QUESTION_ITSELF, "none"));

	await workshop.run({ type: "vote.close", document: here });
	const voted = (snapshot: Snapshot, id: string) => snapshot.votes.find((vote) => vote.id === id);
	expect(voted(workshop.lead.snapshot(), here)?.result).toMatchObject({ eligible: 2, voted: 1, reasons: [] });
	await workshop.lead.until((snapshot) => voted(snapshot, plenary)?.voted === 3);
	const outside = await on.api.snapshot(workshop.id, found(cleo, "voter").token);
	expect(voted(outside, here)).toBeUndefined();
	expect(voted(outside, plenary)).toMatchObject({ closed: false, eligible: 3, voted: 3 });
	// The plenary's vote goes on, also for those whose group has closed its own.
	await vote(anna, { [QUESTION_ITSELF]: "concern" }, "Im Plenum dagegen");
	await workshop.run({ type: "vote.close", document: plenary });
	expect(voted(workshop.lead.snapshot(), plenary)?.result).toMatchObject({ options: [{ counts: [0, 1, 2] }] });
	accept(await workshop.lead.command({ type: "vote.reopen", document: plenary }));
});

test("who has voted is known again after a restart, and a result is what it was", async () => {
	const folder = await dataFolder();
	const first = await stage({ ...OPTIONS, dataDir: folder });
	const { workshop, plenary, voters, vote, voteOf } = await atTheVote(first, 3, "mood");
	await vote(voters[0], { r1: 4 });
	await vote(voters[1], { r1: 2, r2: 1 });
	for (const { line } of voters) await line[Symbol.asyncDispose]();
	await first.server.close();

	const second = await stage({ ...OPTIONS, dataDir: folder });
	const seen = await second.api.snapshot(workshop.id, found(voters[2], "voter").token);
	expect(voteOf(seen)).toEqual({ id: plenary, closed: false, eligible: 3, voted: 2 });
	const lead = await connectSession(second.url, workshop.facilitatorToken);
	onTestFinished(() => lead[Symbol.asyncDispose]());
	accept(await lead.command({ type: "vote.close", document: plenary }));
	const { result } = voteOf(lead.snapshot());
	await second.server.close();

	const third = await stage({ ...OPTIONS, dataDir: folder });
	expect(voteOf(await third.api.snapshot(workshop.id, workshop.facilitatorToken)).result).toEqual(result);
});

/** Everything that a line is told, session and sheets, text and binary, until the listener ends. */
function listen(url: string, token: string, heard: Buffer[]): () => void {
	const socket = new WebSocket(url, { headers: { authorization: `Bearer ${token}` } });
	socket.on("message", (data: Buffer) => heard.push(Buffer.from(data)));
	socket.on("error", () => undefined);
	return () => socket.close();
}

/**
 * Whatever anybody but the voter can hear while a vote is open, once with each of two ballots. Ids, tokens and times
 * differ between the two workshops and are put out of the way.
 */
async function overheard(on: Stage, votes: Record<string, Vote["value"]>, reason: string) {
	const { workshop, plenary, voters, vote, voteOf } = await atTheVote(on, 3, "consent");
	const [anna, ben] = voters.map((voter) => found(voter, "voter"));
	const heard: Buffer[] = [];
	const told: unknown[] = [];
	const lines = [workshop.facilitatorToken, found(ben, "voter").token];
	for (const token of lines) {
		const client = await connectSession(on.url, token);
		onTestFinished(() => client[Symbol.asyncDispose]());
		client.socket.onAny((...event) => told.push(event));
		const end = listen(`${on.url.replace(/^http/, "ws")}/sync/${plenary}`, token, heard);
		onTestFinished(end);
	}
	const logged = on.server.log.length;
	await vote(anna, votes, reason);
	await workshop.lead.until((snapshot) => voteOf(snapshot).voted === 1);
	const files: string[] = [];
	for (const token of lines) {
		told.push(await on.api.snapshot(workshop.id, token));
		for (const format of ["md", "json"]) {
			files.push(await (await on.api.call("GET", `/api/workshops/${workshop.id}/export.${format}`, { token })).text());
		}
	}
	const log = on.server.log
		.slice(logged)
		.map(({ level, message, fields }) => JSON.stringify({ level, message, fields }));
	const ids = (text: string) =>
		text
			.replace(/[A-Za-z0-9_-]{22,64}/g, "<id>")
			.replace(/[A-Z0-9]{9}(?=")/g, "<code>")
			.replace(
				/"(version|now|exportedAt|deleteOn|lastChangeAt|changedAt|enteredAt|from|to|startsAt|endedAt)":\s*[\d.]+/g,
				'"$1":0',
			)
			.replace(/\d{2}:\d{2}/g, "<time>");
	return {
		raw: [...heard.map((frame) => frame.toString("latin1")), JSON.stringify(told), ...files, ...log].join("\n"),
		frames: heard.length,
		// What came when may differ; what there was to hear may not.
		told: [...new Set([...told.map((event) => ids(JSON.stringify(event)))])].sort(),
		files: files.map(ids),
		log: [...new Set(log.map(ids))].sort(),
	};
}

test("before a vote is closed nobody hears what was voted, nor anything that two ballots differ in", async () => {
	const on = current();
	const one = await overheard(on, { r1: "grave", r2: "none" }, "Kanarienvogel");
	const other = await overheard(on, { r1: "concern" }, "Spatz");
	for (const { raw } of [one, other]) {
		for (const word of ["grave", "concern", "Kanarienvogel", "Spatz", "Einwand:"]) expect(raw).not.toContain(word);
	}
	expect(one.frames).toBeGreaterThan(0);
	expect(one.told).toEqual(other.told);
	expect(one.files).toEqual(other.files);
	expect(one.log).toEqual(other.log);
});
