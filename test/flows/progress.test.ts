import { expect, test } from "vitest";
import { PROGRESS_WITHIN } from "../../server/session/live-session.ts";
import { SYNC_LIMITS } from "../../server/sync/limits.ts";
import type { ProgressState, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { Random } from "../harness/random.ts";
import { bringInto, TWELVE, TWELVE_QUESTIONS } from "../harness/twelve.ts";
import { found, line, openWorkshop, sharedStage, sheet } from "./stage.ts";

const current = sharedStage({ environment: TWELVE });
const STATES: readonly ProgressState[] = ["empty", "started", "done"];
const GROUPS = 10;

/** By document, then question. */
type Cells = Record<string, Record<string, ProgressState>>;

function cellsOf({ progress }: Snapshot): Cells {
	return Object.fromEntries(
		progress.map(({ id, questions }) => [id, Object.fromEntries(questions.map(({ name, state }) => [name, state]))]),
	);
}

test("ten groups, twelve questions: after every round of changes all cells are right", {
	timeout: 60_000,
}, async () => {
	const random = new Random(20261121);
	const { url } = current();
	const workshop = await openWorkshop(current(), { template: "twelve", people: GROUPS });
	await workshop.run(
		{ type: "groups.create", count: GROUPS },
		{ type: "groups.assign", strategy: "random" },
		{ type: "session.start" },
	);
	const sheets = await Promise.all(
		workshop.people.map(async ({ token }) => {
			const member = await line(url, token);
			const document = found(
				member.snapshot().documents.find(({ scope }) => scope.kind === "group"),
				"sheet",
			);
			return { document: document.id, open: await sheet(url, document.id, token) };
		}),
	);
	// Of a sheet in which nobody has written yet nothing is told, which is to say that all of it is empty.
	const empty = Object.fromEntries(TWELVE_QUESTIONS.map((name) => [name, "empty" as ProgressState]));
	const expected: Cells = Object.fromEntries(sheets.map(({ document }) => [document, { ...empty }]));
	const told = (snapshot: Snapshot) => ({
		...Object.fromEntries(sheets.map(({ document }) => [document, empty])),
		...cellsOf(snapshot),
	});
	expect(told(workshop.lead.snapshot())).toEqual(expected);

	for (let round = 0; round < 6; round += 1) {
		for (const { document, open } of sheets) {
			for (let change = 0; change < 4; change += 1) {
				const [question, state] = [random.pick(TWELVE_QUESTIONS), random.pick(STATES)];
				bringInto(open.doc, question, state);
				expected[document] = { ...expected[document], [question]: state };
			}
		}
		// Waited for by what the server tells: the cells of all groups together, and no later round mends an earlier one.
		const all = JSON.stringify(sorted(expected));
		await workshop.lead.until((snapshot) => JSON.stringify(sorted(told(snapshot))) === all);
	}
	expect(workshop.lead.snapshot().progress.every(({ lastChangeAt }) => lastChangeAt !== null)).toBe(true);
});

function sorted(cells: Cells): unknown {
	const entries = <Value>(of: Record<string, Value>) =>
		Object.entries(of).sort(([one], [other]) => (one < other ? -1 : 1));
	return entries(cells).map(([document, own]) => [document, entries(own)]);
}

test("what a change waits for until it is told leaves half a second of the two for the rest of its way", () => {
	expect(SYNC_LIMITS.progressEveryMs + PROGRESS_WITHIN).toBeLessThanOrEqual(1_500);
});

test("how far the groups are is told to those who steer, and to nobody else", async () => {
	const { url, api } = current();
	const workshop = await openWorkshop(current(), { template: "twelve", people: 2 });
	await workshop.run({ type: "groups.create", count: 2 }, { type: "groups.assign", strategy: "random" });
	await workshop.run({ type: "session.start" });
	const person = found(workshop.people[0], "person");
	const seat = await line(url, person.token);
	const document = found(
		seat.snapshot().documents.find(({ scope }) => scope.kind === "group"),
		"sheet",
	).id;
	bringInto((await sheet(url, document, person.token)).doc, "goal", "started");
	const { progress } = await workshop.lead.until((snapshot) => snapshot.progress.length > 0);
	expect(progress.map(({ id }) => id)).toEqual([document]);
	await seat.until(({ version }) => version >= workshop.lead.snapshot().version);
	expect(seat.snapshot().progress).toEqual([]);
	expect(await api.snapshot(workshop.id, person.token)).toMatchObject({ progress: [] });
});
