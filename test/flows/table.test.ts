import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Vote } from "../../worksheets/assessment/methods.ts";
import { voteResultSchema } from "../../worksheets/assessment/vote-result.ts";
import { questionOf, setMethod, setVote } from "../../worksheets/blocks/decision-write.ts";
import { addRow, cellText } from "../../worksheets/blocks/table.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { decisionOf } from "../../worksheets/document/votes.ts";
import { worksheetSchema } from "../../worksheets/schema/worksheet.ts";
import { documentOf } from "../harness/group-work.ts";
import { accept, dataFolder, found, line, openWorkshop, problem, type Stage, sheet, stage } from "./stage.ts";

const library = fileURLToPath(new URL("../harness/library", import.meta.url));
const environment = { WORKSHEETS_DIR: library };

/** Two who sit alone and a table of four with two names, before a question with two options. */
async function tableAtTheVote(on: Stage) {
	const answer = await on.api.call("GET", "/api/worksheets/ballot");
	const block = found(decisionOf(worksheetSchema.parse(await answer.json())), "decision");
	const workshop = await openWorkshop(on, { people: 2, template: "ballots" });
	const people = [{ name: "Geheimnisträgerin" }, {}, { name: "" }, { name: "Mirabelle" }];
	const table = await on.api.join(workshop.code, "Tisch am Fenster", undefined, people);
	await workshop.run({ type: "session.start" });
	const plenary = documentOf(workshop.lead.snapshot(), "plenary");
	const asking = await sheet(on.url, plenary, workshop.facilitatorToken);
	asking.doc.transact(() => {
		questionOf(asking.doc, block).insert(0, "Welcher Baustein zuerst?");
		setMethod(asking.doc, block, "points");
		for (const [id, label] of [
			["r1", "Beirat"],
			["r2", "Netzwerk"],
		] as const) {
			addRow(asking.doc, block, undefined, id);
			cellText(asking.doc, block, undefined, id, "option")?.insert(0, label);
		}
	});
	await asking.untilSaved(2);
	const seat = await line(on.url, table.token);
	const place = { decision: plenary, method: "points" } as const;
	const vote = async (document: string, token: string, votes: Record<string, Vote["value"]>) => {
		const own = await sheet(on.url, document, token);
		await own.untilSaved(1);
		await own.write((doc) => {
			for (const [option, value] of Object.entries(votes)) setVote(doc, block, place, option, value);
		});
	};
	return { workshop, table, seat, plenary, vote };
}

const ownSheets = ({ documents }: Snapshot) => documents.filter(({ scope }) => scope.kind === "participant");
/** How many ballots a file for programmes holds. */
const ballotsIn = (json: string) => json.match(/"method": "points",\s+"abstained"/g)?.length ?? 0;
const voteIn = ({ votes }: Snapshot, document: string) =>
	found(
		votes.find(({ id }) => id === document),
		"vote",
	);

test("a table of four beside two who sit alone: six people vote, and each has said their own", async () => {
	const dataDir = await dataFolder();
	const on = await stage({ environment, dataDir });
	const { workshop, table, seat, plenary, vote } = await tableAtTheVote(on);
	const [anna, ben] = workshop.people;

	const sheets = ownSheets(seat.snapshot());
	const { people = [] } = seat.snapshot().you;
	expect(people.map(({ name }) => name)).toEqual(["Geheimnisträgerin", "Person 2", "Person 3", "Mirabelle"]);
	expect(sheets.map(({ scope }) => scope.id)).toEqual(people.map(({ id }) => id));
	expect(voteIn(workshop.lead.snapshot(), plenary)).toMatchObject({ eligible: 6, voted: 0 });

	for (const [index, { id }] of sheets.slice(0, 3).entries()) {
		await vote(id, table.token, index === 0 ? { r1: 3 } : { r1: 1, r2: 2 });
		accept(await seat.command({ type: "turn.pass", document: id, phase: "together" }));
	}
	const own = documentOf(await on.api.snapshot(workshop.id, found(anna, "Anna").token), "participant");
	await vote(own, found(anna, "Anna").token, { r2: 3 });
	await workshop.lead.until((snapshot) => voteIn(snapshot, plenary).voted === 4);
	expect(seat.snapshot().you.turns).toHaveLength(3);

	// Nobody else opens any of them: not whoever steers, nor the table somebody else's.
	for (const token of [workshop.facilitatorToken, found(ben, "Ben").token]) {
		for (const { id } of sheets) {
			expect((await problem(await on.api.call("GET", `/api/documents/${id}/late`, { token }))).status).toBe(403);
		}
		const snapshot = JSON.stringify(await on.api.snapshot(workshop.id, token));
		expect(snapshot).not.toContain("Mirabelle");
		expect(snapshot).toContain('"people":4');
	}
	const foreign = await on.api.call("GET", `/api/documents/${own}/late`, { token: table.token });
	expect(foreign.status).toBe(403);

	// What is known of the votes is looked up again after a restart.
	await on.server.close();
	const after = await stage({ environment, dataDir });
	const lead = await line(after.url, workshop.facilitatorToken);
	expect(voteIn(lead.snapshot(), plenary)).toMatchObject({ eligible: 6, voted: 4 });
	accept(await lead.command({ type: "vote.close", document: plenary }));
	const closed = await lead.until((snapshot) => voteIn(snapshot, plenary).result !== undefined);
	const result = voteResultSchema.parse(voteIn(closed, plenary).result);
	expect(result).toMatchObject({ eligible: 6, voted: 4, abstained: 0 });
	expect(result.options.map(({ label, sum, n, spread }) => [label, sum, n, spread])).toEqual([
		["Netzwerk", 7, 4, 3],
		["Beirat", 5, 4, 3],
	]);

	const file = async (format: string, token: string) =>
		await (await after.api.call("GET", `/api/workshops/${workshop.id}/export.${format}`, { token })).text();
	const secret = "Stimmen und Einschätzungen der Personen an diesem Gerät stehen nicht in der Datei";
	for (const format of ["md", "json"]) {
		expect(await file(format, workshop.facilitatorToken)).not.toMatch(/Mirabelle|Geheimnisträgerin/);
		expect(await file(format, table.token)).toMatch(/Geheimnisträgerin[\s\S]*Person 2[\s\S]*Mirabelle/);
	}
	expect(await file("md", workshop.facilitatorToken)).toMatch(/Teilnehmende\D+6\b/);
	// One file for the whole table: it would tell each how the others voted. Who is alone finds their own vote.
	const one = found(anna, "Anna").token;
	expect(await file("md", table.token)).toContain(secret);
	expect(await file("md", table.token)).not.toContain("Meine Stimme");
	expect(ballotsIn(await file("json", table.token))).toBe(0);
	expect(await file("md", one)).toMatch(/Netzwerk \| 3\b/);
	expect(await file("md", one)).not.toContain(secret);
	expect(ballotsIn(await file("json", one))).toBe(1);

	const lines = JSON.stringify([...on.server.log, ...after.server.log]);
	expect(lines).not.toMatch(/Mirabelle|Geheimnisträgerin|Tisch am Fenster/);
	expect(
		(await after.api.call("DELETE", `/api/workshops/${workshop.id}`, { token: workshop.facilitatorToken })).status,
	).toBe(204);
	expect((await after.api.call("GET", `/api/workshops/${workshop.id}`, { token: table.token })).status).toBe(410);
});

test("who comes late to a table votes too, and whoever goes does no longer", async () => {
	const on = await stage({ environment });
	const { workshop, table, seat, plenary, vote } = await tableAtTheVote(on);
	const { people = [] } = seat.snapshot().you;
	const listed = people.map(({ id, name }) => ({ id, name }));
	accept(await seat.command({ type: "people.set", people: [...listed, { name: "Nora" }] }));
	await workshop.lead.until((snapshot) => voteIn(snapshot, plenary).eligible === 7);
	const fifth = found(ownSheets(await seat.until((snapshot) => ownSheets(snapshot).length === 5))[4], "fifth sheet");
	await vote(fifth.id, table.token, { r1: 3 });
	await workshop.lead.until((snapshot) => voteIn(snapshot, plenary).voted === 1);

	// As from a second device that does not know of her.
	const stays = await seat.command({ type: "people.set", people: listed });
	expect(stays).toMatchObject({ error: { code: "wrong-state" } });
	accept(await seat.command({ type: "people.set", people: listed, leaving: [fifth.scope.id] }));
	await workshop.lead.until(
		(snapshot) => voteIn(snapshot, plenary).eligible === 6 && voteIn(snapshot, plenary).voted === 0,
	);
	const gone = ownSheets(
		await seat.until((snapshot) => snapshot.documents.some(({ id, access }) => id === fifth.id && access === "read")),
	);
	expect(gone).toHaveLength(5);
});

test("a table is of two to twelve, and takes as many seats", async () => {
	const on = await stage({ environment });
	const { code } = await openWorkshop(on);
	const join = (people: number) =>
		on.api.call("POST", `/api/workshops/${code}/join`, {
			body: { name: "Tisch", people: Array.from({ length: people }, () => ({})) },
		});
	for (const many of [0, 1, 13]) expect((await problem(await join(many))).status).toBe(422);
	for (const many of [2, 12]) expect((await join(many)).status).toBe(201);
});
