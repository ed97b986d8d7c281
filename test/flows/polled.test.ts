import { randomBytes } from "node:crypto";
import { describe, expect, onTestFinished, test } from "vitest";
import type { WebsocketProvider } from "y-websocket";
import { EMPTY_STEP2 } from "../../server/sync/bench-client.ts";
import { encodeUpdate } from "../../server/sync/codec.ts";
import { CLOSE } from "../../worksheets/contract/close-codes.ts";
import { documentOf, toGroupWork } from "../harness/group-work.ts";
import { polledNamespace, RawPolled } from "../harness/polled-client.ts";
import { startProxy } from "../harness/proxy.ts";
import { enter, oneGroup, paragraph, polledSheet, raw, textOf } from "./polled-stage.ts";
import { addParagraph, dataFolder, openWorkshop, sharedStage, sheet, stage } from "./stage.ts";

const current = sharedStage();

describe("a sheet over long polling", () => {
	test("shows others' words and saves one's own, as over a WebSocket", async () => {
		const { anna, ben, shared } = await oneGroup(current());
		const polled = polledSheet(current().url, shared, anna);
		const socket = await sheet(current().url, shared, ben);
		addParagraph(polled.doc, "plenary", "über HTTP");
		await polled.allSaved();
		await socket.until((doc) => textOf(doc).includes("über HTTP"));
		addParagraph(socket.doc, "plenary", "über WebSocket");
		await polled.until((doc) => textOf(doc).includes("über WebSocket"));
		expect(textOf(polled.doc)).toBe(textOf(socket.doc));
	});

	test("tells presence both ways, with the name that the server knows", async () => {
		const { anna, ben, shared } = await oneGroup(current());
		const polled = polledSheet(current().url, shared, anna);
		const socket = await sheet(current().url, shared, ben);
		polled.provider.awareness.setLocalState({ user: { color: "#112233" } });
		socket.provider.awareness.setLocalState({ user: { color: "#332211" } });
		const names = (provider: WebsocketProvider) =>
			[...provider.awareness.getStates().values()].map((state) => state.user?.name);
		await expect.poll(() => names(polled.provider)).toContain("Person 2");
		await expect.poll(() => names(socket.provider)).toContain("Person 1");
	});

	test("carries several sheets on one line", async () => {
		const { ben, shared, ownOfBen } = await oneGroup(current());
		const socket = polledNamespace(current().url, ben);
		onTestFinished(() => void socket.disconnect());
		const group = new RawPolled(socket, shared, { line: 1 });
		const own = new RawPolled(socket, ownOfBen, { line: 2 });
		await Promise.all([group, own].map((line) => line.until(({ type }) => type === "step1")));
		group.send(encodeUpdate(paragraph("für alle")));
		own.send(EMPTY_STEP2, EMPTY_STEP2);
		await group.saved(1);
		await own.saved(2);
	});
});

describe("whoever may not open a sheet is told by the same codes", () => {
	test("without a token, or with one nobody gave out", async () => {
		const { shared } = await oneGroup(current());
		for (const token of [undefined, randomBytes(32).toString("base64url")]) {
			const client = raw(current(), shared, token);
			expect(await client.closed).toBe(CLOSE.unauthenticated);
			expect(client.parts).toEqual([]);
		}
	});

	test("somebody else's sheet, none, one of another workshop, an address that can be none", async () => {
		const { anna, ownOfBen } = await oneGroup(current());
		const other = await oneGroup(current());
		for (const [document, code] of [
			[ownOfBen, CLOSE.forbidden],
			[randomBytes(16).toString("base64url"), CLOSE.notFound],
			[other.shared, CLOSE.notFound],
			["a/b", CLOSE.malformed],
			["x".repeat(65), CLOSE.malformed],
		] as const) {
			const client = raw(current(), document, anna);
			expect(await client.closed).toBe(code);
			expect(client.parts).toEqual([]);
		}
	});

	test("a cookie counts from our own pages, the right one of several, and from nowhere else", async () => {
		const { workshop, anna, shared } = await oneGroup(current());
		const other = await oneGroup(current());
		const cookie = `arena-${other.workshop.id}=${other.anna}; arena-${workshop.id}=${anna}`;
		const ours = raw(current(), shared, undefined, { headers: { cookie, origin: current().url } });
		await ours.until(({ type }) => type === "step1");
		const foreign = raw(current(), shared, undefined, { headers: { cookie, origin: "https://elsewhere.example" } });
		expect(await foreign.closed).toBe(CLOSE.unauthenticated);
	});

	test("who is locked out keeps the line and is not counted; who is moved away loses it", async () => {
		const { workshop, anna, shared } = await oneGroup(current());
		const client = await enter(current(), shared, anna);
		client.send(EMPTY_STEP2);
		await client.saved(1);
		await workshop.run({ type: "worksheet.lock", document: shared });
		client.send(encodeUpdate(paragraph("zu spät")));
		await client.until(({ type }) => type === "denied");
		await workshop.run({ type: "worksheet.unlock", document: shared });
		expect(await client.closed).toBe(CLOSE.restart);
		expect(client.received.filter((message) => message.type === "saved").map(({ count }) => count)).toEqual(
			expect.not.arrayContaining([2]),
		);
	});
});

test("an unmodified provider gives up on a sheet that is not theirs any more", async () => {
	const workshop = await openWorkshop(current(), { people: 2 });
	await workshop.run(...toGroupWork(2, "group-structures"));
	const { token = "", participantId } = workshop.people[0] ?? {};
	const snapshot = await current().api.snapshot(workshop.id, token);
	const polled = polledSheet(current().url, documentOf(snapshot, "group"), token);
	await polled.allSaved();
	const closed = new Promise<number>((resolve) => polled.provider.on("closed", ({ code }) => resolve(code)));
	const other = workshop.lead.snapshot().participants.find(({ id }) => id !== participantId)?.group;
	await workshop.run({ type: "groups.move", participant: participantId, group: other });
	expect(await closed).toBe(CLOSE.forbidden);
	expect(polled.provider.shouldConnect).toBe(false);
});

describe("a server that goes", () => {
	test("says 1012, and the words are there on the next one, each once", async () => {
		const dataDir = await dataFolder();
		const before = await stage({ dataDir });
		const proxy = await startProxy(before.url);
		onTestFinished(() => proxy[Symbol.asyncDispose]());
		const { anna, ben, shared } = await oneGroup(before);
		const writer = polledSheet(proxy.url, shared, anna);
		addParagraph(writer.doc, "plenary", "vorher");
		await writer.allSaved();
		const codes: (number | undefined)[] = [];
		writer.provider.on("connection-close", (event) => codes.push(event?.code));
		await before.server.close();
		await expect.poll(() => codes.length).toBeGreaterThan(0);
		expect(codes[0]).toBe(CLOSE.restart);
		addParagraph(writer.doc, "plenary", "dazwischen");

		const after = await stage({ dataDir });
		proxy.lead(after.url);
		await writer.allSaved();
		addParagraph(writer.doc, "plenary", "nachher");
		await writer.allSaved();
		const { doc } = await sheet(after.url, shared, ben);
		expect(textOf(doc)).toBe(
			"<paragraph>vorher</paragraph><paragraph>dazwischen</paragraph><paragraph>nachher</paragraph>",
		);
	});

	test("stops in time while people poll", async () => {
		const on = await stage();
		const { anna, shared } = await oneGroup(on);
		const idle = polledSheet(on.url, shared, anna);
		await idle.allSaved();
		const closed = new Promise((resolve) => idle.provider.on("connection-close", resolve));
		await on.server.close();
		await closed;
	});
});
