import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import {
	accept,
	addParagraph,
	dataFolder,
	found,
	line,
	openWorkshop,
	problem,
	sharedStage,
	sheet,
	stage,
} from "./stage.ts";

const current = sharedStage();

/** Two people in a group of their own each, at their groups' sheets. */
async function atWork() {
	const { url, api } = current();
	const workshop = await openWorkshop(current(), { people: 2 });
	await workshop.run({ type: "groups.create", count: 1 }, { type: "groups.assign", strategy: "random" });
	await workshop.run({ type: "session.start" }, { type: "phase.go", phase: "group-adaptation" });
	const document = found(
		workshop.lead.snapshot().documents.find(({ scope }) => scope.kind === "group"),
		"sheet",
	).id;
	const [anna, ben] = workshop.people;
	return { url, api, workshop, document, anna: found(anna, "Anna"), ben: found(ben, "Ben") };
}

test("who is taken out loses every line at once, and no way leads back with their token", async () => {
	const { url, api, workshop, document, anna, ben } = await atWork();
	const seat = await line(url, anna.token);
	const shared = await sheet(url, document, anna.token);
	addParagraph(shared.doc, "plenary", "Bleibt stehen");
	const gone = new Promise((resolve) => seat.socket.once("disconnect", resolve));
	await shared.untilSaved(1);
	await workshop.run({ type: "participant.remove", participant: anna.participantId });
	expect(await shared.closed).toBe(4401);
	expect(await gone).toBe("io server disconnect");

	await expect(line(url, anna.token)).rejects.toMatchObject({ data: { code: "removed" } });
	const refused = [
		["GET", `/api/workshops/${workshop.id}`],
		["GET", `/api/workshops/${workshop.id}/export.json`],
		["POST", `/api/workshops/${workshop.id}/return-link`],
		["GET", `/api/documents/${document}/late`],
	] as const;
	for (const [method, path] of refused) {
		const answer = await api.call(method, path, { token: anna.token });
		expect(await problem(answer)).toMatchObject({ status: 403, code: "removed" });
	}
	const entered = await api.call("POST", `/api/workshops/${workshop.id}/enter`, { body: { token: anna.token } });
	expect(await problem(entered)).toMatchObject({ status: 403, code: "removed" });

	// What was written stays, with the name it was written under.
	const theirs = (await api.snapshot(workshop.id, ben.token)).participants.map(({ id }) => id);
	expect(theirs).toEqual([ben.participantId]);
	const file = await api.call("GET", `/api/workshops/${workshop.id}/export.json`, { token: workshop.facilitatorToken });
	const results = await file.json();
	expect(JSON.stringify(results)).toContain("Bleibt stehen");
	expect(results.sheets.find((each: { document: string }) => each.document === document).credits.names).toEqual([
		"Person 1",
	]);
});

test("who is muted reads on; what they write into a shared sheet reaches nobody until they may again", async () => {
	const { url, workshop, document, anna, ben } = await atWork();
	const [writer, reader] = [await sheet(url, document, anna.token), await sheet(url, document, ben.token)];
	const seat = await line(url, anna.token);
	await workshop.run({ type: "participant.mute", participant: anna.participantId, muted: true });
	await seat.until(({ you }) => you.muted === true);
	const access = (id: string) => seat.snapshot().documents.find((each) => each.id === id)?.access;
	expect(access(document)).toBe("read");
	expect(await seat.command({ type: "topic.add", text: "Später" })).toMatchObject({ error: { code: "forbidden" } });
	// An unmodified provider says on the console what the server told it.
	const grumbles = vi.spyOn(globalThis.console, "warn");
	const secret = `Still ${randomUUID()}`;
	addParagraph(writer.doc, "plenary", secret);
	addParagraph(reader.doc, "plenary", "Weiter");
	const has = (text: string) => (doc: typeof reader.doc) => doc.getXmlFragment("plenary").toString().includes(text);
	await writer.until(has("Weiter"));
	await vi.waitUntil(() => grumbles.mock.calls.length > 0);
	expect(grumbles.mock.calls.flat().join()).toMatch(/permission denied/i);
	grumbles.mockClear();
	expect(has(secret)(reader.doc)).toBe(false);
	await workshop.run({ type: "participant.mute", participant: anna.participantId, muted: false });
	await reader.until(has(secret));
	expect(access(document)).toBe("write");
});

test("a door that is closed, one to wait at, and a code that is another from now on", async () => {
	const { url, api } = current();
	const workshop = await openWorkshop(current(), { people: 1 });
	const join = (code: string) => api.call("POST", `/api/workshops/${code}/join`, { body: { name: "Emil" } });
	await workshop.run({ type: "session.start" }, { type: "door.set", door: "closed" });
	expect(await problem(await join(workshop.code))).toMatchObject({ status: 403, code: "door-closed" });

	await workshop.run({ type: "door.set", door: "waiting" });
	const emil = await api.join(workshop.code, "Emil");
	const seat = await line(url, emil.token);
	expect(seat.snapshot()).toMatchObject({ you: { waiting: true }, phases: [], documents: [], workshop: { code: "" } });
	expect(await seat.command({ type: "help.raise" })).toMatchObject({ error: { code: "forbidden" } });
	const file = await api.call("GET", `/api/workshops/${workshop.id}/export.json`, { token: emil.token });
	expect(await problem(file)).toMatchObject({ status: 403 });
	await workshop.lead.until(({ participants }) => participants.some(({ waiting }) => waiting));
	await workshop.run({ type: "participant.admit", participant: emil.participantId });
	const inside = await seat.until(({ you }) => you.waiting === undefined);
	expect(inside).toEqual({ ...(await api.snapshot(workshop.id, emil.token)), now: inside.now });

	await workshop.run({ type: "door.set", door: "open" }, { type: "code.renew" });
	const { code } = workshop.lead.snapshot().workshop;
	expect(code).not.toBe(workshop.code);
	expect(await problem(await join(workshop.code))).toMatchObject({ status: 404 });
	expect((await api.call("GET", `/qr/${workshop.code}.svg`)).status).toBe(404);
	expect((await join(code)).status).toBe(201);
	accept(await workshop.lead.command({ type: "session.end" }));
	expect(await problem(await join(code))).toMatchObject({ status: 410, code: "ended" });
	expect(await problem(await api.call("GET", `/qr/${code}.svg`))).toMatchObject({ status: 410 });
});

test("order is kept over a restart: the code, the door, who waits and who is out", async () => {
	const dataDir = await dataFolder();
	const before = await stage({ dataDir });
	const workshop = await openWorkshop(before, { people: 2 });
	const [anna] = workshop.people;
	await workshop.run({ type: "participant.remove", participant: found(anna, "Anna").participantId });
	await workshop.run({ type: "code.renew" }, { type: "door.set", door: "waiting" });
	const { code } = workshop.lead.snapshot().workshop;
	const emil = await before.api.join(code, "Emil");
	await before.server.close();

	const after = await stage({ dataDir });
	await expect(line(after.url, found(anna, "Anna").token)).rejects.toMatchObject({ data: { code: "removed" } });
	expect((await line(after.url, emil.token)).snapshot().you.waiting).toBe(true);
	const old = await after.api.call("POST", `/api/workshops/${workshop.code}/join`, { body: { name: "Finn" } });
	expect(old.status).toBe(404);
	expect((await after.api.join(code, "Finn")).workshopId).toBe(workshop.id);
});
