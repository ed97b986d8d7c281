import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { EMPTY_STEP2, RawClient } from "../../server/sync/bench-client.ts";
import { encodeUpdate } from "../../server/sync/codec.ts";
import { CLOSE } from "../../worksheets/contract/close-codes.ts";
import { documentOf, toGroupWork } from "../harness/group-work.ts";
import { dataFolder, found, openWorkshop, type Stage, sharedStage, sheet, stage } from "./stage.ts";

const current = sharedStage();

const sheets = ({ url }: Stage) => `${url.replace("http", "ws")}/sync`;

/** Two people in two groups, each with an own and a group's sheet. */
async function groupWork(on = current()) {
	const workshop = await openWorkshop(on, { people: 2 });
	await workshop.run(...toGroupWork(2, "check-in", "group-structures"));
	const [anna, ben] = await Promise.all(
		workshop.people.map(async ({ token }) => {
			const snapshot = await on.api.snapshot(workshop.id, token);
			return { token, own: documentOf(snapshot, "participant"), shared: documentOf(snapshot, "group") };
		}),
	);
	return { workshop, anna: found(anna, "first"), ben: found(ben, "second") };
}

/** A line to a sheet that the server has accepted. */
async function enter(document: string, token: string, on = current()): Promise<RawClient> {
	const client = new RawClient(`${sheets(on)}/${document}`, token);
	await client.until(({ type }) => type === "step1");
	return client;
}

function update(change: (doc: Y.Doc) => void): Uint8Array {
	const doc = new Y.Doc();
	change(doc);
	return encodeUpdate(Y.encodeStateAsUpdate(doc));
}

describe("whoever may not open a sheet is told why by the close code, and nothing else", () => {
	test("without a token, or with one nobody gave out", async () => {
		const { anna } = await groupWork();
		for (const token of [null, randomBytes(32).toString("base64url")]) {
			const client = new RawClient(`${sheets(current())}/${anna.shared}`, token);
			expect(await client.closed).toBe(CLOSE.unauthenticated);
			expect(client.received).toEqual([]);
		}
	});

	test("to other people's sheets: a neighbour's group, a person's own, even for the facilitator", async () => {
		const { workshop, anna, ben } = await groupWork();
		for (const [document, token] of [
			[ben.shared, anna.token],
			[ben.own, anna.token],
			[anna.own, workshop.facilitatorToken],
		] as const) {
			const client = new RawClient(`${sheets(current())}/${document}`, token);
			expect(await client.closed).toBe(CLOSE.forbidden);
			expect(client.received).toEqual([]);
		}
	});

	test("to no document, or one of another workshop", async () => {
		const { anna } = await groupWork();
		const other = await groupWork();
		for (const document of [randomBytes(16).toString("base64url"), "nothing", other.anna.shared]) {
			const client = new RawClient(`${sheets(current())}/${document}`, anna.token);
			expect(await client.closed).toBe(CLOSE.notFound);
			expect(client.received).toEqual([]);
		}
	});

	test("to an address that can be none", async () => {
		const { anna } = await groupWork();
		for (const path of ["", "a/b", "%00", "x".repeat(65)]) {
			expect(await new RawClient(`${sheets(current())}/${path}`, anna.token).closed).toBe(CLOSE.malformed);
		}
	});
});

describe("frames that end a line", () => {
	test.each<[string, number, () => Uint8Array]>([
		["garbage", CLOSE.malformed, () => Uint8Array.of(0, 2, 9, 9)],
		["a message nobody knows", CLOSE.malformed, () => Uint8Array.of(77)],
		[
			"a name the worksheet does not have",
			CLOSE.malformed,
			() => update((doc) => doc.getText("elsewhere").insert(0, "x")),
		],
		[
			"an item of a block that does not repeat",
			CLOSE.malformed,
			() => update((doc) => doc.getText("plenary/steering-committee").insert(0, "x")),
		],
		[
			"too large an update",
			CLOSE.tooLarge,
			() => update((doc) => doc.getText("plenary").insert(0, "x".repeat(300_000))),
		],
	])("%s", async (_name, code, frame) => {
		const { anna } = await groupWork();
		const client = await enter(anna.shared, anna.token);
		client.send(frame());
		expect(await client.closed).toBe(code);
		expect(client.savedCounts).toEqual([]);
	});
});

describe("a sheet's line", () => {
	test("opens by cookie from our own pages and from nowhere else", async () => {
		const { workshop, anna } = await groupWork();
		const other = await groupWork();
		const cookie = `arena-${other.workshop.id}=${other.anna.token}; arena-${workshop.id}=${anna.token}`;
		const open = (origin: string | undefined) =>
			new WebSocket(`${sheets(current())}/${anna.shared}`, { headers: { cookie }, ...(origin ? { origin } : {}) });
		const ours = open(current().url);
		await new Promise((resolve) => ours.once("message", resolve));
		ours.close();
		for (const origin of [undefined, "https://elsewhere.example"]) {
			const theirs = open(origin);
			expect(await new Promise((resolve) => theirs.once("close", resolve))).toBe(CLOSE.unauthenticated);
		}
	});

	test("counts what is saved, denies a locked sheet without counting, and goes on when it is unlocked", async () => {
		const { workshop, anna } = await groupWork();
		const client = await enter(anna.shared, anna.token);
		client.send(EMPTY_STEP2);
		client.send(update((doc) => doc.getXmlFragment("plenary").push([new Y.XmlText("eins")])));
		await client.saved(2);
		await workshop.run({ type: "worksheet.lock", document: anna.shared });
		client.send(update((doc) => doc.getXmlFragment("plenary").push([new Y.XmlText("zwei")])));
		await client.until(({ type }) => type === "denied");
		expect(Math.max(...client.savedCounts)).toBe(2);
		await workshop.run({ type: "worksheet.unlock", document: anna.shared });
		expect(await client.closed).toBe(CLOSE.restart);
		await enter(anna.shared, anna.token);
	});

	test("ends with 4403 for who is moved to another group, whose sheet opens instead", async () => {
		const { workshop, anna, ben } = await groupWork();
		const client = await enter(anna.shared, anna.token);
		const { participants } = workshop.lead.snapshot();
		const [one, other] = workshop.people.map(({ participantId }) =>
			participants.find(({ id }) => id === participantId),
		);
		await workshop.run({ type: "groups.move", participant: one?.id, group: other?.group });
		expect(await client.closed).toBe(CLOSE.forbidden);
		const late = new RawClient(`${sheets(current())}/${anna.shared}`, anna.token);
		expect(await late.closed).toBe(CLOSE.forbidden);
		await enter(ben.shared, anna.token);
	});

	test("is told of a restart when the server stops, and finds its words afterwards", async () => {
		const dataDir = await dataFolder();
		const before = await stage({ dataDir });
		const { anna } = await groupWork(before);
		const client = await enter(anna.shared, anna.token, before);
		client.send(update((doc) => doc.getXmlFragment("plenary").push([new Y.XmlText("bleibt")])));
		await client.saved(1);
		await before.server.close();
		expect(await client.closed).toBe(CLOSE.restart);
		const after = await stage({ dataDir });
		const { doc } = await sheet(after.url, anna.shared, anna.token);
		expect(doc.getXmlFragment("plenary").toString()).toBe("bleibt");
	});
});

test("an upgrade to anywhere else is refused", async () => {
	const socket = new WebSocket(`${current().url.replace("http", "ws")}/elsewhere`);
	const status = await new Promise((resolve) => {
		socket.once("unexpected-response", (_request, response) => resolve(response.statusCode));
		socket.on("error", () => undefined);
	});
	expect(status).toBe(404);
	socket.terminate();
});
