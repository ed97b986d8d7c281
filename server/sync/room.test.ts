import { expect, it } from "vitest";
import * as Y from "yjs";
import { systemClock } from "../clock.ts";
import { createLogger } from "../logger.ts";
import { SYNC_LIMITS } from "./limits.ts";
import { LoadedDocument } from "./loaded-document.ts";
import type { Peer } from "./peer.ts";
import { Room } from "./room.ts";
import type { Tick } from "./tick.ts";

/** A room over an empty document whose writes are done when the test says so. */
function openRoom() {
	const record = {
		id: "d",
		workshopId: "w",
		worksheet: "s",
		worksheetVersion: 1,
		scopeKind: "group" as const,
		scopeId: "g",
		createdAt: 0,
	};
	const stored = { record, snapshot: null, updates: [], damaged: 0, owners: new Map<number, string>() };
	let writing: (() => void)[] = [];
	const room = new Room(new LoadedDocument(stored, 0, new Y.Doc()), {
		storage: {
			loadDocument: async () => null,
			appendUpdate: () => new Promise((resolve) => writing.push(resolve)),
			compact: () => Promise.resolve(),
		},
		clock: systemClock,
		logger: createLogger("silent"),
		limits: { ...SYNC_LIMITS, gaps: 0 },
		isAllowedName: () => true,
		events: { changed() {}, setBack() {}, broken() {}, disposed() {} },
	});
	return {
		room,
		async commit() {
			const done = writing;
			writing = [];
			for (const resolve of done) resolve();
			await room.settled();
		},
	};
}

function peer(author: string, hear: (tick: Tick) => void): Peer {
	return { author, user: { id: author, name: author, role: "participant" }, hear, send() {}, answer() {}, close() {} };
}

it("has no gap after what a reader falls behind with", async () => {
	const { room, commit } = openRoom();
	const writer = peer("anna", () => undefined);
	// A reader whose line is full asks, while it is told of a commit, how far the document was before it.
	const reader = peer("ben", (tick) => void tick.stateVectorBefore());
	room.join(writer);
	room.join(reader);
	const own = new Y.Doc();
	const updates: Uint8Array[] = [];
	own.on("update", (update: Uint8Array) => updates.push(update));
	for (const letter of "abc") own.getText("note").insert(own.getText("note").length, letter);
	for (const update of updates) {
		expect(room.submit(writer, "update", update, "write")).toEqual({ ok: true, value: "queued" });
		await commit();
	}
	expect(room.doc.getText("note").toString()).toBe("abc");
});
