import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { io as connect, type Socket } from "socket.io-client";
import { describe, expect, onTestFinished, test } from "vitest";
import { applyChange } from "../../worksheets/contract/apply-facts.ts";
import { changeSchema } from "../../worksheets/contract/change.ts";
import { type Snapshot, snapshotSchema } from "../../worksheets/contract/snapshot.ts";
import { createFailureLimits } from "../access/limits.ts";
import { attachSessionSocket } from "./socket.ts";
import { logger, openStage, openWorkshop } from "./testing/sessions.ts";

async function openSocketStage() {
	const stage = await openStage();
	const http = createServer();
	const server = new Server(http, { serveClient: false });
	attachSessionSocket(server, stage.sessions, {
		originAllowed: (request) => request.headers.origin === "http://ours",
		limits: createFailureLimits(stage.clock),
		logger,
	});
	await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
	onTestFinished(async () => {
		await server.close();
	});
	const { port } = http.address() as AddressInfo;
	const open = (auth: Record<string, unknown>, headers: Record<string, string> = {}): Socket => {
		const socket = connect(`http://127.0.0.1:${port}/session`, {
			auth,
			extraHeaders: headers,
			forceNew: true,
			reconnection: false,
		});
		onTestFinished(() => {
			socket.disconnect();
		});
		return socket;
	};
	return { ...stage, ...(await openWorkshop(stage)), open };
}

const snapshotOf = (socket: Socket): Promise<Snapshot> =>
	new Promise((resolve, reject) => {
		socket.once("snapshot", (snapshot: unknown) => resolve(snapshotSchema.parse(snapshot)));
		socket.once("connect_error", reject);
	});

const refusalOf = (socket: Socket): Promise<unknown> =>
	new Promise((resolve, reject) => {
		socket.once("connect_error", (error: Error & { data?: { code: unknown } }) => resolve(error.data?.code));
		socket.once("snapshot", () => reject(new Error("let in")));
	});

describe("connecting", () => {
	test("with a token gives the snapshot of that token", async () => {
		const { open, facilitatorToken, id } = await openSocketStage();
		const snapshot = await snapshotOf(open({ token: facilitatorToken }));
		expect(snapshot).toMatchObject({ you: { role: "facilitator" }, workshop: { id, status: "lobby" } });
	});

	test("with a cookie works from our pages only", async () => {
		const { open, id, facilitatorToken } = await openSocketStage();
		const cookie = `arena-${id}=${facilitatorToken}`;
		expect((await snapshotOf(open({}, { cookie, origin: "http://ours" }))).you.role).toBe("facilitator");
		expect(await refusalOf(open({}, { cookie, origin: "http://theirs" }))).toBe("foreign-origin");
		expect(await refusalOf(open({}, { cookie }))).toBe("foreign-origin");
	});

	test("with cookies of two workshops takes the one that is named", async () => {
		const stage = await openSocketStage();
		const other = await openWorkshop(stage);
		const cookie = `arena-${stage.id}=${stage.facilitatorToken}; arena-${other.id}=${other.facilitatorToken}`;
		const headers = { cookie, origin: "http://ours" };
		expect((await snapshotOf(stage.open({ workshop: other.id }, headers))).workshop.id).toBe(other.id);
		expect(await refusalOf(stage.open({}, headers))).toBe("unauthenticated");
	});

	test("without a token, with an unknown one or with nonsense is refused with its code", async () => {
		const { open } = await openSocketStage();
		expect(await refusalOf(open({}))).toBe("unauthenticated");
		expect(await refusalOf(open({ token: "x".repeat(43) }))).toBe("unauthenticated");
		expect(await refusalOf(open({ token: 7 }))).toBe("malformed");
	});

	test("guessing ends after twenty tries, while who is in stays in", async () => {
		const { open, facilitatorToken } = await openSocketStage();
		const inside = open({ token: facilitatorToken });
		await snapshotOf(inside);
		for (let guess = 0; guess < 20; guess += 1) await refusalOf(open({ token: `guess-${guess}` }));
		expect(await refusalOf(open({ token: "one more" }))).toBe("too-many-requests");
		expect(await inside.emitWithAck("command", { id: randomUUID(), type: "session.start" })).toMatchObject({
			ok: true,
		});
	});
});

describe("a line", () => {
	test("answers commands and tells their effect to everybody", async () => {
		const { open, facilitatorToken, join } = await openSocketStage();
		const { token } = await join("Kim");
		const steering = open({ token: facilitatorToken });
		const watching = open({ token });
		const [, before] = await Promise.all([snapshotOf(steering), snapshotOf(watching)]);
		let told = before;
		const started = new Promise<void>((resolve) => {
			watching.on("change", (change: unknown) => {
				told = applyChange(told, changeSchema.parse(change));
				if (told.currentPhase === "welcome") resolve();
			});
		});
		expect(await steering.emitWithAck("command", { id: randomUUID(), type: "session.start" })).toMatchObject({
			ok: true,
		});
		await started;
		expect(told.workshop.status).toBe("running");
		expect(await watching.emitWithAck("command", { id: randomUUID(), type: "session.end" })).toMatchObject({
			ok: false,
			error: { code: "forbidden" },
		});
		expect(snapshotSchema.parse(await watching.emitWithAck("resync")).currentPhase).toBe("welcome");
	});

	test("takes a command sent in the very moment of connecting", async () => {
		const { open, facilitatorToken } = await openSocketStage();
		const socket = open({ token: facilitatorToken });
		expect(await socket.emitWithAck("command", { id: randomUUID(), type: "session.start" })).toMatchObject({
			ok: true,
		});
	});

	test("survives whatever is thrown at it", async () => {
		const { open, facilitatorToken } = await openSocketStage();
		const socket = open({ token: facilitatorToken });
		await snapshotOf(socket);
		socket.emit("command");
		socket.emit("command", { id: randomUUID(), type: "session.start" }, "no function");
		socket.emit("resync");
		socket.emit("nonsense", new Uint8Array(10), { a: [] });
		expect(await socket.emitWithAck("command")).toMatchObject({ error: { code: "malformed" } });
		expect(await socket.emitWithAck("command", new Uint8Array(4))).toMatchObject({ ok: false });
		expect(await socket.emitWithAck("nonsense")).toMatchObject({ error: { code: "unknown-command" } });
		const large = { id: randomUUID(), type: "broadcast", text: "x".repeat(17 * 1024) };
		expect(await socket.emitWithAck("command", large)).toMatchObject({ error: { code: "too-large" } });
		expect(await socket.emitWithAck("command", { id: randomUUID(), type: "timer.start" })).toMatchObject({ ok: true });
	});

	test("a flood from a participant is slowed down, the facilitator is not", async () => {
		const { open, facilitatorToken, join } = await openSocketStage();
		const { token } = await join("Kim");
		const flood = open({ token });
		const steering = open({ token: facilitatorToken });
		await Promise.all([snapshotOf(flood), snapshotOf(steering)]);
		const answers = await Promise.all(Array.from({ length: 300 }, () => flood.emitWithAck("nonsense")));
		expect(answers.some((answer) => answer.error.code === "too-many-requests")).toBe(true);
		expect(await steering.emitWithAck("command", { id: randomUUID(), type: "session.start" })).toMatchObject({
			ok: true,
		});
	});

	test("is closed when the workshop is erased", async () => {
		const { open, facilitatorToken, facilitator, sessions, id } = await openSocketStage();
		const socket = open({ token: facilitatorToken });
		await snapshotOf(socket);
		const closed = new Promise((resolve) => socket.once("disconnect", resolve));
		await sessions.erase(facilitator);
		await closed;
		expect(await refusalOf(open({ token: facilitatorToken, workshop: id }))).toBe("ended");
	});
});
