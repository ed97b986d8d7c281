import { createServer, type Server as HttpServer } from "node:http";
import { Server, type Socket } from "socket.io";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { connectSession, type SessionConnection } from "./session-connection.ts";
import { testId, testSnapshot } from "./session-fixture.ts";
import { createSessionStore, type SessionState, type SessionStore } from "./session-store.ts";

let http: HttpServer;
let io: Server;
let url: string;
let connections: SessionConnection[];

beforeEach(async () => {
	connections = [];
	http = createServer();
	io = new Server(http, { serveClient: false });
	await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
	const { port } = z.object({ port: z.number() }).parse(http.address());
	url = `http://127.0.0.1:${port}`;
});

afterEach(async () => {
	for (const connection of connections) connection.close();
	await io.close();
});

function connect(): { store: SessionStore; connection: SessionConnection } {
	const store = createSessionStore(testSnapshot());
	const timing = { commandMs: 5_000, offlineMs: 200, retryMs: 10, retryMaxMs: 30 };
	const connection = connectSession({ store, workshopId: testId("w"), url, timing });
	connections.push(connection);
	return { store, connection };
}

/** Resolves with the first state that fits. */
function until(store: SessionStore, fits: (state: SessionState) => boolean): Promise<SessionState> {
	return new Promise((resolve) => {
		const look = () => {
			if (!fits(store.state())) return;
			leave();
			resolve(store.state());
		};
		const leave = store.subscribe(look);
		queueMicrotask(look);
	});
}

function serve(onConnection: (socket: Socket) => void): void {
	io.of("/session").on("connection", onConnection);
}

test("takes the snapshot and the changes that follow", async () => {
	serve((socket) => {
		expect(socket.handshake.auth).toEqual({ workshop: testId("w") });
		socket.emit("snapshot", testSnapshot({ version: 3 }));
		socket.emit("change", { version: 4, now: 1, facts: [{ part: "currentPhase", value: "results" }] });
	});
	const { store } = connect();
	const state = await until(store, ({ snapshot }) => snapshot.version === 4);
	expect(state.connection).toBe("live");
	expect(state.snapshot.currentPhase).toBe("results");
});

test("asks for a whole snapshot when a change cannot be read", async () => {
	serve((socket) => {
		socket.on("resync", (answer) => answer(testSnapshot({ version: 9, currentPhase: "results" })));
		socket.emit("snapshot", testSnapshot());
		socket.emit("change", { version: 4, now: 1, facts: [{ part: "timer", value: { state: "odd" } }] });
	});
	const { store } = connect();
	const { snapshot } = await until(store, (state) => state.snapshot.version === 9);
	expect(snapshot.currentPhase).toBe("results");
});

test("leaves out a change that a resync has overtaken, and keeps the parts no fact names", async () => {
	serve((socket) => {
		socket.emit("snapshot", testSnapshot({ version: 7 }));
		socket.emit("change", { version: 6, now: 1, facts: [{ part: "currentPhase", value: "welcome" }] });
		socket.emit("change", { version: 8, now: 1, facts: [{ part: "groupsOpen", value: true }] });
	});
	const { store } = connect();
	const begun = await until(store, ({ snapshot }) => snapshot.version === 7);
	const { snapshot } = await until(store, (state) => state.snapshot.version === 8);
	expect(snapshot).toMatchObject({ currentPhase: "group-1", groupsOpen: true });
	expect(snapshot.participants).toBe(begun.snapshot.participants);
});

test("sends a command again with the same id when the line broke before the answer", async () => {
	const ids: string[] = [];
	serve((socket) => {
		socket.emit("snapshot", testSnapshot());
		socket.on("command", (envelope: { id: string; type: string }, answer) => {
			ids.push(envelope.id);
			if (ids.length === 1) socket.conn.close();
			else answer({ ok: true, version: 2 });
		});
	});
	const { store, connection } = connect();
	await until(store, (state) => state.connection === "live");
	expect(await connection.send({ type: "timer.pause" })).toEqual({ ok: true, version: 2 });
	expect(ids).toHaveLength(2);
	expect(ids[0]).toBe(ids[1]);
});

test("a command given while there is no line goes out as soon as there is one", async () => {
	serve((socket) => {
		socket.on("command", (_envelope, answer) => answer({ ok: false, error: { code: "ended", message: "over" } }));
		socket.emit("snapshot", testSnapshot());
	});
	const { connection } = connect();
	expect(await connection.send({ type: "session.start" })).toEqual({
		ok: false,
		error: { code: "ended", message: "over" },
	});
});

test("closing answers what still waits with a refusal", async () => {
	serve((socket) => socket.emit("snapshot", testSnapshot()));
	const { store, connection } = connect();
	await until(store, (state) => state.connection === "live");
	const answer = connection.send({ type: "timer.pause" });
	connection.close();
	expect(await answer).toMatchObject({ ok: false, error: { code: "unavailable" } });
});

test("says reconnecting, then offline, then live again", async () => {
	let refuse = false;
	io.of("/session").use((_socket, next) =>
		next(refuse ? Object.assign(new Error("busy"), { data: { code: "unavailable" } }) : undefined),
	);
	serve((socket) => socket.emit("snapshot", testSnapshot()));
	const { store } = connect();
	await until(store, (state) => state.connection === "live");
	refuse = true;
	io.of("/session").disconnectSockets(true);
	await until(store, (state) => state.connection === "reconnecting");
	await until(store, (state) => state.connection === "offline");
	refuse = false;
	expect((await until(store, (state) => state.connection === "live")).refused).toBeNull();
});

test("a final refusal is no broken line", async () => {
	io.of("/session").use((_socket, next) => next(Object.assign(new Error("no"), { data: { code: "ended" } })));
	const { store } = connect();
	expect((await until(store, (state) => state.refused !== null)).refused).toBe("ended");
});
