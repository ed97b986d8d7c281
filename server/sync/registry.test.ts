import { describe, expect, it, vi } from "vitest";
import { systemClock } from "../clock.ts";
import { createLogger } from "../logger.ts";
import { seed, TableAccess } from "./bench.ts";
import { Writer } from "./bench-client.ts";
import { SYNC_LIMITS } from "./limits.ts";
import { openRoom } from "./open-room.ts";
import type { Peer } from "./peer.ts";
import { Registry } from "./registry.ts";
import { sharedStore } from "./testing/shared-store.ts";

const store = sharedStore();

const peer: Peer = {
	author: "anna",
	user: { id: "anna", name: "Anna", role: "participant" },
	send: () => {},
	answer: () => {},
	hear: () => {},
	close: () => {},
};

describe("a room that broke", () => {
	it("takes no hold away from the room that follows it when it is released late", async () => {
		const { documents } = await seed(store.storage, 2);
		const [documentId = "", otherId = ""] = documents;
		let failures = 1;
		const storage = {
			loadDocument: store.storage.loadDocument,
			compact: store.storage.compact,
			appendUpdate: async () => {
				failures -= 1;
				if (failures >= 0) throw new Error("no space");
			},
		};
		const sources = { storage, access: new TableAccess(), logger: createLogger("silent"), clock: systemClock };
		const registry = new Registry({
			open: (id, broken) => openRoom(id, broken, { ...sources, limits: SYNC_LIMITS }),
			unloadAfterMs: 5,
			compactRowsAtUnload: 50,
			compactAtCloseMs: 1_000,
		});
		const broken = await registry.acquire(documentId);
		broken?.submit(peer, "update", new Writer().type("lost"), "write");
		await vi.waitUntil(() => broken?.isBroken);
		const next = await registry.acquire(documentId);
		if (broken === null || next === null) throw new Error("no room");
		expect(next).not.toBe(broken);

		registry.release(broken);
		const other = await registry.acquire(otherId);
		if (other === null) throw new Error("no room");
		registry.release(other);
		await vi.waitUntil(() => registry.size === 1);
		expect(await registry.peek(documentId)).toBe(next);
		registry.release(next);
		await vi.waitUntil(() => registry.size === 0);
	});
});
