import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { z } from "zod";
import { createdWorkshopSchema } from "../../worksheets/contract/api.ts";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import { createdLinkSchema } from "../../worksheets/contract/links.ts";
import { addedOccasionSchema, type SeriesView, seriesViewSchema } from "../../worksheets/contract/series.ts";
import { holdMeeting, type MeetingOptions } from "../harness/meetings.ts";
import { found, line, openWorkshop, problem, sharedStage } from "./stage.ts";

const current = sharedStage({ environment: { TRUST_PROXY: "1" } });

const FIRST: MeetingOptions = {
	series: { name: "Runder Tisch", number: 1 },
	title: "Erstes Treffen",
	startsAt: "2026-03-02T09:00:00Z",
	values: [
		[1, 2],
		[2, 2],
	],
	measures: [
		{ id: "m1", what: "Beirat einladen", responsible: "Kim", due: "2026-06-01", status: "open" },
		{ id: "m2", what: "Bericht schreiben", status: "begun" },
	],
};
const SECOND: MeetingOptions = {
	series: null,
	title: "Zweites Treffen",
	startsAt: "2026-09-07T09:00:00Z",
	values: [
		[3, 2],
		[4, "unknown"],
	],
	measures: [{ id: "n1", what: "Beirat einladen", status: "done" }],
};

type Meeting = Awaited<ReturnType<typeof holdMeeting>>;

/** The next one of the same series. */
async function copyOf(meeting: Pick<Meeting, "id" | "facilitatorToken">) {
	const on = current();
	const path = `/api/workshops/${meeting.id}/copy`;
	const response = await on.api.call("POST", path, { token: meeting.facilitatorToken, body: {} });
	const copy = createdWorkshopSchema.parse(await response.json());
	const lead = await line(on.url, copy.facilitatorToken);
	const run: Meeting["run"] = async (...commands) => {
		for (const command of commands) expect(await lead.command(command)).toMatchObject({ ok: true });
	};
	return { ...copy, lead, run };
}

async function seriesOf(meeting: Pick<Meeting, "id" | "facilitatorToken">): Promise<string> {
	const { workshop } = await current().api.snapshot(meeting.id, meeting.facilitatorToken);
	return found(workshop.series?.id, "series");
}

type Cookies = readonly Pick<Meeting, "id" | "facilitatorToken">[];
const cookies = (of: Cookies) => ({
	headers: { Cookie: of.map(({ id, facilitatorToken }) => `arena-${id}=${facilitatorToken}`).join("; ") },
});

const ask = (series: string, options: { token?: string; headers?: Record<string, string> }) =>
	current().api.call("GET", `/api/series/${series}`, options);

async function view(series: string, of: Cookies): Promise<SeriesView> {
	const response = await ask(series, cookies(of));
	expect(response.status).toBe(200);
	return seriesViewSchema.parse(await response.json());
}

async function exportOf({ id, facilitatorToken }: Pick<Meeting, "id" | "facilitatorToken">): Promise<unknown> {
	const path = `/api/workshops/${id}/export.json`;
	return await (await current().api.call("GET", path, { token: facilitatorToken })).json();
}

const add = ({ id, facilitatorToken }: Pick<Meeting, "id" | "facilitatorToken">, body: unknown) =>
	current().api.call("POST", `/api/workshops/${id}/occasions`, { token: facilitatorToken, body });

test("two dates of a series are compared for whoever steers both, and each alone for whoever steers one", async () => {
	const first = await holdMeeting(current(), FIRST);
	const second = await holdMeeting(current(), { ...SECOND, workshop: await copyOf(first) });
	const id = await seriesOf(first);
	expect(await seriesOf(second)).toBe(id);

	const both = await view(id, [second, first]);
	expect(both).toMatchObject({ id, name: "Runder Tisch", home: { workshop: second.id, title: "Zweites Treffen" } });
	expect(both.dates).toMatchObject([
		{ workshop: first.id, title: "Erstes Treffen", series: { number: 1 }, stage: "ended", participants: 2, file: null },
		{ workshop: second.id, title: "Zweites Treffen", series: { number: 2 }, stage: "ended", file: null },
	]);
	const [question] = both.comparison.sheets.flatMap(({ questions }) => questions);
	expect(both.comparison.sheets).toHaveLength(1);
	expect(question).toMatchObject({ question: "assessment/steering-committee" });
	// Medians by hand: 1 and 2 before, 3 and 4 now; 2 and 2 before, one 2 and „weiß nicht“ now.
	expect(question?.rows.map(({ changes }) => changes)).toEqual([
		[{ from: 0, to: 1, differs: [], groups: 2, people: null }],
		[{ from: 0, to: 1, differs: [], groups: 0, people: null }],
	]);
	expect(question?.rows[0]?.cells.map((cell) => cell?.groups)).toMatchObject([
		{ n: 2, median: 1.5, lowest: 1, highest: 2 },
		{ n: 2, median: 3.5, lowest: 3, highest: 4 },
	]);
	expect(question?.rows[1]?.cells[1]?.groups).toMatchObject({ n: 1, unknown: 1, median: 2 });
	expect(both.measures).toMatchObject({ before: 0, now: 1 });
	expect(both.measures?.rows.map(({ before, now }) => [before.what, before.status, now?.status ?? null])).toEqual([
		["Beirat einladen", "open", "done"],
		["Bericht schreiben", "begun", null],
	]);

	for (const one of [first, second]) {
		const alone = await view(id, [one]);
		expect(alone.dates.map(({ workshop }) => workshop)).toEqual([one.id]);
		expect(alone.comparison.sheets).toEqual([]);
		expect(alone.measures).toBeNull();
		expect(JSON.stringify(alone)).not.toContain(one === first ? "Zweites" : "Erstes");
		const byToken = await ask(id, { token: one.facilitatorToken });
		expect(seriesViewSchema.parse(await byToken.json())).toEqual(alone);
	}
});

test("nobody else learns of a series: not a stranger, a participant, an observer, nor whoever steers another", async () => {
	const { api } = current();
	const first = await holdMeeting(current(), FIRST);
	const id = await seriesOf(first);
	const other = await openWorkshop(current());
	// The same name typed elsewhere is another series.
	await other.run({ type: "workshop.set", details: { series: { name: "Runder Tisch", number: 1 } } });
	expect(await seriesOf(other)).not.toBe(id);
	const link = async (role: string) => {
		const path = `/api/workshops/${first.id}/links`;
		const answer = await api.call("POST", path, { token: first.facilitatorToken, body: { role } });
		return new URL(createdLinkSchema.parse(await answer.json()).url).hash.slice(1);
	};
	const person = found(first.people[0], "person").token;
	const refused = [
		{},
		{ token: randomBytes(32).toString("base64url") },
		{ token: person },
		{ token: await link("observer") },
		{ token: other.facilitatorToken },
		cookies([{ id: first.id, facilitatorToken: person }]),
		cookies([other]),
		// A token in another workshop's cookie stands for nobody.
		cookies([{ id: first.id, facilitatorToken: other.facilitatorToken }]),
		cookies([{ id: other.id, facilitatorToken: first.facilitatorToken }]),
	];
	for (const options of refused) expect(await problem(await ask(id, options))).toMatchObject({ status: 404 });
	expect(await problem(await ask("nonsense", { token: first.facilitatorToken }))).toMatchObject({ status: 404 });
	const foreign = { ...cookies([first]).headers, Origin: "https://elsewhere.example" };
	expect(await problem(await ask(id, { headers: foreign }))).toMatchObject({ status: 403 });
	expect((await ask(id, { token: await link("cofacilitator") })).status).toBe(200);

	const seen = await api.snapshot(first.id, person);
	expect(seen.workshop.series).toEqual({ name: "Runder Tisch", number: 1 });
	const file = await exportOf({ id: first.id, facilitatorToken: person });
	expect(JSON.stringify(file)).not.toContain(id);
});

test("a file of an earlier workshop is compared, told as a file, taken away again, and goes with its workshop", async () => {
	const { api } = current();
	const earlier = await holdMeeting(current(), FIRST);
	const file = await exportOf(earlier);
	const first = await view(await seriesOf(earlier), [earlier]);
	const later = await holdMeeting(current(), { ...SECOND, series: { name: "Neu", number: 1 } });
	const id = await seriesOf(later);

	const added = await add(later, file);
	expect(added.status).toBe(201);
	expect(addedOccasionSchema.parse(await added.json())).toMatchObject({ id: earlier.id, title: "Erstes Treffen" });
	// Once more, and it is there once.
	expect((await add(later, file)).status).toBe(201);
	const both = await view(id, [later]);
	expect(both.dates).toMatchObject([
		{ ...found(first.dates[0], "date"), file: { home: later.id } },
		{ workshop: later.id, file: null },
	]);
	expect(both.comparison.sheets[0]?.questions[0]?.rows[0]?.changes[0]?.groups).toBe(2);
	expect(both.measures?.rows[0]).toMatchObject({ before: { responsible: "Kim" }, now: { status: "done" } });
	// The workshop itself is newer than its file.
	const withBoth = await view(id, [later, earlier]);
	expect(withBoth.dates.map(({ file: from }) => from === null)).toEqual([false, true]);

	const path = `/api/workshops/${later.id}/occasions/${earlier.id}`;
	const person = found(later.people[0], "person").token;
	expect(await problem(await api.call("DELETE", path, { token: person }))).toMatchObject({ status: 403 });
	expect((await api.call("DELETE", path, { token: later.facilitatorToken })).status).toBe(204);
	expect(await problem(await api.call("DELETE", path, { token: later.facilitatorToken }))).toMatchObject({
		status: 404,
	});
	expect((await view(id, [later])).dates).toHaveLength(1);

	await add(later, file);
	await api.call("DELETE", `/api/workshops/${later.id}`, { token: later.facilitatorToken });
	expect(await problem(await ask(id, cookies([later])))).toMatchObject({ status: 404 });
});

const object = z.record(z.string(), z.unknown());

test("files that are none, too large, of a rehearsal, of a newer version or forged are refused, and nothing is kept", async () => {
	const earlier = await holdMeeting(current(), FIRST);
	const file = object.parse(await exportOf(earlier));
	const later = await openWorkshop(current());
	await later.run({ type: "workshop.set", details: { series: { name: "Neu", number: 1 } } });
	const changed = (change: (text: string) => string) => JSON.parse(change(JSON.stringify(file)));
	const refused: [body: unknown, status: number][] = [
		[{ ...file, version: 2 }, 422],
		[{ ...file, format: "something" }, 422],
		[{ ...file, rehearsal: true }, 409],
		[{ ...file, sheets: "all" }, 422],
		[{ ...file, workshop: { ...object.parse(file.workshop), id: "../../etc" } }, 422],
		[changed((text) => text.replaceAll('"scope":{"kind":"group"', '"scope":{"kind":"everybody"')), 422],
		[changed((text) => text.replaceAll('"type":"module-assessment"', '"type":"module-assessment","extra":1')), 422],
		[changed((text) => text.replace(/"revealed":\[\]/, REVEALED)), 422],
		[[file], 422],
		[null, 400],
		[{ padding: "x".repeat(LIMITS.occasionFileBytes) }, 413],
	];
	for (const [body, status] of refused) expect((await problem(await add(later, body))).status).toBe(status);
	const own = await exportOf(earlier);
	expect(await problem(await add(earlier, own))).toMatchObject({ status: 422 });
	expect((await view(await seriesOf(later), [later])).dates).toHaveLength(1);

	// Whoever may not add is told so before the file is read.
	const huge = { padding: "x".repeat(LIMITS.occasionFileBytes) };
	const stranger = found(earlier.people[0], "person").token;
	expect(await problem(await add({ id: later.id, facilitatorToken: stranger }, huge))).toMatchObject({ status: 403 });

	// Whatever people wrote but their measures is not kept.
	const kept = changed((text) => text.replaceAll('"evidence":""', '"evidence":"GEHEIM"'));
	expect((await add(later, kept)).status).toBe(201);
	expect(JSON.stringify(await view(await seriesOf(later), [later]))).not.toContain("GEHEIM");

	const many = Array.from({ length: LIMITS.occasions }, (_, index) => ({
		...file,
		sheets: [],
		workshop: { ...object.parse(file.workshop), id: `${"f".repeat(20)}${String(index).padStart(2, "0")}` },
	}));
	const statuses = [];
	for (const one of many) statuses.push((await add(later, one)).status);
	expect(statuses).toEqual([...Array(LIMITS.occasions - 1).fill(201), 409]);
});

/** More people than there are, in a place where they would be counted out one by one. */
const REVEALED = `"revealed":[{"question":"assessment/steering-committee","eligible":1,"submitted":1,"parts":[{"part":"x","distribution":{"n":1,"unknown":0,"counts":[{"value":1,"people":1e12}],"median":1,"lowest":1,"highest":1}}]}]`;
