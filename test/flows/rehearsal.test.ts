import { expect, test } from "vitest";
import { actionsBlock } from "../../worksheets/blocks/actions.ts";
import type { BlockOf } from "../../worksheets/blocks/definitions.ts";
import { addRow } from "../../worksheets/blocks/table.ts";
import { dataFolder, found, line, openWorkshop, problem, sheet, stage } from "./stage.ts";

const rehearsal = (id: string) => `/api/workshops/${id}/rehearsal`;

test("played people join, sit in groups and write; then the lobby is as it was, and the plan stays", async () => {
	const dataDir = await dataFolder();
	const current = await stage({ dataDir, rehearsalPaceMs: 5 });
	const { api, url } = current;
	const workshop = await openWorkshop(current, { people: 1 });
	const { id, facilitatorToken: token } = workshop;
	await workshop.run({ type: "broadcast", text: "Willkommen" });

	const begun = await api.call("POST", rehearsal(id), { token, body: { participants: 4 } });
	expect([begun.status, await begun.json()]).toEqual([201, { participants: 4 }]);
	expect(await problem(await api.call("POST", rehearsal(id), { token, body: { participants: 4 } }))).toMatchObject({
		status: 409,
	});
	const before = await api.snapshot(id, token);
	expect(before.workshop.rehearsal).toBe(true);
	const played = before.participants.filter(({ simulated }) => simulated);
	expect(played).toHaveLength(4);
	expect(played.every(({ name, online }) => name.endsWith("(Probe)") && online)).toBe(true);

	const [plan] = before.phases;
	await workshop.run(
		{ type: "groups.create", count: 2 },
		{ type: "groups.assign", strategy: "random" },
		{ type: "session.start" },
		{ type: "phase.go", phase: "group-structures" },
		{ type: "workshop.set", details: { minutes: { [found(plan, "phase").id]: 99 } } },
		{ type: "broadcast", text: "Nur zur Probe" },
		{ type: "topic.add", text: "Nur zur Probe" },
	);
	// Every group gets answers, and the ranking is there before what is asked about each module.
	await workshop.lead.until(({ progress }) => {
		const groups = progress.filter(({ questions }) => questions.length > 20);
		return (
			groups.length === 2 &&
			groups.every(({ questions }) => questions.filter(({ state }) => state !== "empty").length > 8)
		);
	});
	const file = await api.call("GET", `/api/workshops/${id}/export.md`, { token });
	expect(decodeURIComponent(file.headers.get("content-disposition") ?? "")).toContain("probelauf");
	expect(await file.text()).toMatch(/Probelauf: Kooperation 2.0[\s\S]*\(Probe\)/);
	const person = found(workshop.people[0], "person");
	const { documents } = await api.snapshot(id, person.token);
	const own = found(
		documents.find(({ scope }) => scope.kind === "group"),
		"group's sheet",
	);
	const real = await sheet(url, own.id, person.token);
	real.doc.getMap("done").set("modules", true);
	await real.untilSaved(2);

	const ended = await api.call("DELETE", rehearsal(id), { token });
	expect(ended.status).toBe(204);
	expect([4403, 4404]).toContain(await real.closed);
	const after = await api.snapshot(id, token);
	expect(after.workshop).toMatchObject({ rehearsal: false, status: "lobby" });
	expect(after.participants.map(({ id: one }) => one)).toEqual([person.participantId]);
	expect(after).toMatchObject({ currentPhase: null, groups: [], documents: [], topics: [], progress: [] });
	expect(after.messages.map(({ text }) => text)).toEqual(["Willkommen"]);
	expect(after.phases[0]?.minutes).toBe(99);
	expect(after.phases.every(({ enteredAt }) => enteredAt === null)).toBe(true);
	expect(await problem(await api.call("DELETE", rehearsal(id), { token }))).toMatchObject({ status: 409 });

	// The real meeting begins with empty sheets, also after a restart.
	await current.server[Symbol.asyncDispose]();
	expect(current.server.log.filter(({ level }) => level === "error")).toEqual([]);
	const again = await stage({ dataDir });
	const lead = await line(again.url, token);
	for (const command of [
		{ type: "groups.create", count: 1 },
		{ type: "session.start" },
		{ type: "phase.go", phase: "group-structures" },
	]) {
		expect(await lead.command(command)).toMatchObject({ ok: true });
	}
	const { progress } = await again.api.snapshot(id, token);
	expect(progress.flatMap(({ questions }) => questions).every(({ state }) => state === "empty")).toBe(true);
});

test("a rehearsal that was ended like a meeting is taken away all the same; whoever joined really has a seat", async () => {
	const current = await stage({ rehearsalPaceMs: 5 });
	const { api } = current;
	const { id, code, facilitatorToken: token, run } = await openWorkshop(current);
	await run({ type: "groups.create", count: 2 }, { type: "groups.seat", seats: [{ name: "Anna", group: 1 }] });
	await api.call("POST", rehearsal(id), { token, body: { participants: 2 } });
	await run({ type: "session.start" });
	const anna = await api.join(code, "Anna");
	await run({ type: "session.end" });
	expect((await api.call("DELETE", rehearsal(id), { token })).status).toBe(204);
	const { workshop, groups, participants } = await api.snapshot(id, anna.token);
	expect(workshop).toMatchObject({ status: "lobby", endedAt: null, rehearsal: false });
	expect(participants.map(({ name }) => name)).toEqual(["Anna"]);
	expect(groups.map(({ members }) => members)).toEqual([[], [anna.participantId]]);
});

test("sheets that were open before stay with what stands in them, also after a restart", async () => {
	const PLAN: BlockOf<"actions"> = { id: "steps", type: "actions", label: { de: "Plan", en: "Plan" }, plan: true };
	const dataDir = await dataFolder();
	const current = await stage({ dataDir, rehearsalPaceMs: 5 });
	const { id, facilitatorToken: token, run } = await openWorkshop(current);
	await run({ type: "measures.open" });
	const [before] = (await current.api.snapshot(id, token)).documents;
	const plan = found(before, "plan").id;
	const page = await sheet(current.url, plan, token);
	addRow(page.doc, PLAN, undefined, "open", { what: "Einladen", status: "open" });
	await page.untilSaved(2);

	expect((await current.api.call("POST", rehearsal(id), { token, body: { participants: 2 } })).status).toBe(201);
	await run(
		{ type: "groups.create", count: 1 },
		{ type: "groups.assign", strategy: "random" },
		{ type: "session.start" },
		{ type: "phase.go", phase: "group-structures" },
		{ type: "worksheet.lock", document: plan },
	);
	expect((await current.api.snapshot(id, token)).documents.length).toBeGreaterThan(1);
	// What may have been agreed on for the try comes along to nobody.
	const copied = await current.api.call("POST", `/api/workshops/${id}/copy`, { token, body: { measures: true } });
	expect([copied.status, await copied.json()]).toMatchObject([201, { measures: 0 }]);
	expect((await current.api.call("DELETE", rehearsal(id), { token })).status).toBe(204);
	const { documents } = await current.api.snapshot(id, token);
	expect(documents).toMatchObject([{ id: plan, access: "write" }]);

	await current.server[Symbol.asyncDispose]();
	const again = await stage({ dataDir });
	const kept = await sheet(again.url, plan, token);
	expect(actionsBlock.read(kept.doc, PLAN).rows).toMatchObject([{ id: "open", cells: { what: "Einladen" } }]);
});

test("only the facilitator rehearses, before the start, with one to forty people", async () => {
	const current = await stage({ rehearsalPaceMs: 5 });
	const { api } = current;
	const { id, facilitatorToken, people, run } = await openWorkshop(current, { people: 1 });
	const begin = async (token: string, participants: unknown) =>
		(await api.call("POST", rehearsal(id), { token, body: { participants } })).status;
	expect(await begin(found(people[0], "person").token, 3)).toBe(403);
	for (const wrong of [0, 41, "3", null]) expect(await begin(facilitatorToken, wrong)).toBe(422);
	await run({ type: "session.start" });
	expect(await begin(facilitatorToken, 3)).toBe(409);
	const { participants, workshop } = await api.snapshot(id, facilitatorToken);
	expect([participants.length, workshop.rehearsal]).toEqual([1, false]);
});
