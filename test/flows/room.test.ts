import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { shownSheet } from "../../worksheets/contract/spotlight.ts";
import { accept, dataFolder, found, line, openWorkshop, sharedStage, sheet, stage } from "./stage.ts";

const current = sharedStage();

/** Every frame that the session socket hands to a client, as text. */
function recorded(client: Awaited<ReturnType<typeof line>>): string[] {
	const frames: string[] = [];
	client.socket.io.engine.on("packet", ({ data }: { data?: unknown }) => frames.push(String(data)));
	return frames;
}

test("recorded frames: a question reaches nobody but those who steer and whoever asked", async () => {
	const { url, api } = current();
	const workshop = await openWorkshop(current(), { people: 3 });
	await workshop.run({ type: "groups.create", count: 1 }, { type: "groups.assign", strategy: "random" });
	await workshop.run({ type: "session.start" });
	const lines = await Promise.all(workshop.people.map(({ token }) => line(url, token)));
	const [asker, ...others] = lines;
	const frames = [workshop.lead, ...lines].map(recorded);
	const secret = `Geheim ${randomUUID()}`;
	accept(await found(asker, "asker").command({ type: "question.ask", text: secret }));
	// Whatever was to be told is told before the next change is.
	await workshop.run({ type: "broadcast", text: "Danach" });
	for (const client of lines) await client.until(({ messages }) => messages.some(({ text }) => text === "Danach"));
	const heard = frames.map((each) => each.some((frame) => frame.includes(secret)));
	expect(heard).toEqual([true, true, false, false]);
	for (const each of frames) expect(each.some((frame) => frame.includes("Danach"))).toBe(true);
	for (const { token } of workshop.people.slice(1)) {
		expect(JSON.stringify(await api.snapshot(workshop.id, token))).not.toContain(secret);
		const file = await api.call("GET", `/api/workshops/${workshop.id}/export.json`, { token });
		expect(await file.text()).not.toContain(secret);
	}
	const question = found(workshop.lead.snapshot().questions[0], "question").id;
	const refused = await found(others[0], "other").command({ type: "question.clear", question });
	expect(refused).toMatchObject({ ok: false, error: { code: "forbidden" } });
	accept(await found(asker, "asker").command({ type: "question.clear", question }));
	await workshop.lead.until(({ questions }) => questions.length === 0);
});

test("a recall that comes due while the server is down is carried out when it is back", async () => {
	const dataDir = await dataFolder();
	const before = await stage({ dataDir });
	const workshop = await openWorkshop(before, { people: 1 });
	await workshop.run({ type: "session.start" }, { type: "recall.start", ms: 1, phase: "measures" });
	await before.server.close();
	const after = await stage({ dataDir });
	const seat = await line(after.url, found(workshop.people[0], "person").token);
	expect(seat.snapshot()).toMatchObject({ currentPhase: "measures", recall: null });
});

test("a sheet in the spotlight is open to everybody, and closes at once when it is hidden", async () => {
	const { url } = current();
	const workshop = await openWorkshop(current(), { people: 2 });
	await workshop.run({ type: "groups.create", count: 2 }, { type: "groups.assign", strategy: "random" });
	await workshop.run({ type: "session.start" }, { type: "phase.go", phase: "group-adaptation" });
	const { groups, documents } = workshop.lead.snapshot();
	const document = found(
		documents.find(({ scope }) => scope.id === groups[0]?.id),
		"sheet",
	).id;
	const outsider = found(
		workshop.people.find(({ participantId }) => groups[1]?.members.includes(participantId)),
		"outsider",
	);
	const seat = await line(url, outsider.token);
	expect(seat.snapshot().documents.some(({ id }) => id === document)).toBe(false);
	await workshop.run({ type: "spotlight.show", document });
	await seat.until(({ spotlight }) => shownSheet(spotlight)?.document === document);
	expect(seat.snapshot().documents.find(({ id }) => id === document)).toMatchObject({ access: "read", outside: true });
	const reader = await sheet(url, document, outsider.token);
	await workshop.run({ type: "spotlight.hide" });
	expect(await reader.closed).toBe(4403);
	await seat.until(({ documents: left }) => !left.some(({ id }) => id === document));
});

test("the Themenspeicher stands in every download", async () => {
	const { url, api } = current();
	const workshop = await openWorkshop(current(), { people: 1 });
	const person = found(workshop.people[0], "person");
	await workshop.run({ type: "groups.create", count: 1 }, { type: "groups.assign", strategy: "random" });
	await workshop.run({ type: "session.start" }, { type: "topic.add", text: "Datenschutz *klären*" });
	const seat = await line(url, person.token);
	accept(await seat.command({ type: "topic.add", text: "Räume" }));
	await workshop.run({ type: "topic.done", topic: found(seat.snapshot().topics[0], "topic").id, done: true });
	const group = found(workshop.lead.snapshot().groups[0], "group").name;
	const file = (format: string, token: string) =>
		api.call("GET", `/api/workshops/${workshop.id}/export.${format}`, { token });
	for (const token of [workshop.facilitatorToken, person.token]) {
		const json = await (await file("json", token)).json();
		expect(json).toMatchObject({
			topics: [
				{ text: "Datenschutz *klären*", group: null, done: true },
				{ text: "Räume", group, done: false },
			],
		});
		const markdown = await (await file("md", token)).text();
		expect(markdown).toMatch(/^## Themenspeicher$/m);
		expect(markdown).toContain(String.raw`| Datenschutz \*klären\* | Plenum | erledigt |`);
		expect(markdown).toContain(`| Räume | ${group} | offen |`);
	}
});
