import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import WebSocket from "ws";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { dataFolder, found, line, openWorkshop, type Stage, sharedStage, sheet, stage } from "./stage.ts";

const current = sharedStage();

/** Two groups of one at work, each with its member's line and its sheet. */
async function twoGroups(on: Stage) {
	const workshop = await openWorkshop(on, { people: 2 });
	await workshop.run(
		{ type: "groups.create", count: 2 },
		{ type: "groups.assign", strategy: "random" },
		{ type: "session.start" },
		{ type: "phase.go", phase: "group-adaptation" },
	);
	const members = await Promise.all(
		workshop.people.map(async ({ token }) => {
			const seat = await line(on.url, token);
			const document = found(
				seat.snapshot().documents.find(({ scope }) => scope.kind === "group"),
				"sheet",
			);
			return { token, seat, document: document.id };
		}),
	);
	return { workshop, inside: found(members[0], "member"), outside: found(members[1], "member") };
}

/** A line to a sheet that says nothing at all: no presence, no question. */
async function silentLine(url: string, document: string, token: string): Promise<WebSocket> {
	const socket = new WebSocket(`${url.replace("http", "ws")}/sync/${document}`, {
		headers: { authorization: `Bearer ${token}` },
	});
	onTestFinished(() => socket.terminate());
	await once(socket, "message");
	return socket;
}

const by = (document: string) => (snapshot: Snapshot) => snapshot.watched.find(({ id }) => id === document)?.by ?? [];

test("a group sees that somebody who steers looks in, however silent their line is, until it ends", async () => {
	const { url, api } = current();
	const { workshop, inside, outside } = await twoGroups(current());
	const seen = by(inside.document);
	const looking = await silentLine(url, inside.document, workshop.facilitatorToken);
	await inside.seat.until((snapshot) => seen(snapshot).length > 0);
	expect(seen(inside.seat.snapshot())).toEqual(["facilitation"]);
	expect(await api.snapshot(workshop.id, inside.token)).toMatchObject({
		watched: [{ id: inside.document, by: ["facilitation"] }],
	});
	await workshop.lead.until((snapshot) => seen(snapshot).length > 0);
	await outside.seat.until(({ version }) => version >= inside.seat.snapshot().version);
	expect(outside.seat.snapshot().watched).toEqual([]);

	looking.close();
	await inside.seat.until(({ watched }) => watched.length === 0);
	expect(inside.seat.snapshot().watched).toEqual([]);
});

test("it is over as well when the browser that looked in is gone without a word", async () => {
	const { url } = current();
	const { workshop, inside } = await twoGroups(current());
	const first = await silentLine(url, inside.document, workshop.facilitatorToken);
	const second = await silentLine(url, inside.document, workshop.facilitatorToken);
	await inside.seat.until(({ watched }) => watched.length === 1);
	first.terminate();
	// One of two lines has ended: somebody still looks in.
	await workshop.run({ type: "broadcast", text: "Danach" });
	await inside.seat.until(({ messages }) => messages.length === 1);
	expect(inside.seat.snapshot().watched).toHaveLength(1);
	second.terminate();
	await inside.seat.until(({ watched }) => watched.length === 0);
});

test("nobody of the group can make it appear, and a look at the plenary's sheet is told no group", async () => {
	const { url } = current();
	const { workshop, inside } = await twoGroups(current());
	const own = await sheet(url, inside.document, inside.token);
	own.provider.awareness.setLocalState({ user: { name: "Moderation", role: "facilitator", id: "facilitator" } });
	await workshop.run({ type: "phase.go", phase: "measures" });
	const plenary = found(
		workshop.lead.snapshot().documents.find(({ scope }) => scope.kind === "plenary"),
		"plenary sheet",
	);
	await silentLine(url, plenary.id, workshop.facilitatorToken);
	await workshop.run({ type: "broadcast", text: "Danach" });
	await inside.seat.until(({ messages }) => messages.length === 1);
	expect(inside.seat.snapshot().watched).toEqual([]);
	expect(workshop.lead.snapshot().watched).toEqual([]);
});

test("nothing of it is left when the server comes back", async () => {
	const dataDir = await dataFolder();
	const before = await stage({ dataDir });
	const { workshop, inside } = await twoGroups(before);
	await silentLine(before.url, inside.document, workshop.facilitatorToken);
	await inside.seat.until(({ watched }) => watched.length === 1);
	await before.server.close();
	const after = await stage({ dataDir });
	expect((await line(after.url, inside.token)).snapshot().watched).toEqual([]);
});
