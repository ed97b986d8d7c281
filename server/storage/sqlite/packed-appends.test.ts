import { expect, it } from "vitest";
import { update } from "../testing/fixtures.ts";
import { packRequests, unpackRequests } from "./packed-appends.ts";
import type { Operation, Request } from "./protocol.ts";

const append = (seq: number, claims: number[] = []): Operation => ({
	type: "append-update",
	entry: { ...update("d", seq), update: Uint8Array.of(seq, seq, seq), claims },
});

it("gives every request back in order, however appends and others are mixed", () => {
	const operations: Operation[] = [
		append(1),
		append(2, [7]),
		append(3),
		append(4),
		{ type: "compact", documentId: "d", snapshot: { seq: 4, state: Uint8Array.of(9, 9), at: 1 } },
		append(5),
		{ type: "forget-history", workshopId: "w" },
		append(6),
	];
	const requests = operations.map((operation, index): Request => ({ id: 10 + index, operation }));
	const { parcels, buffer } = packRequests(requests);
	expect(parcels.length).toBeLessThan(requests.length);
	expect(unpackRequests(structuredClone(parcels, { transfer: [buffer] }))).toEqual(requests);
});

it("moves the packed bytes and leaves the caller's where they are", () => {
	const own = append(1);
	const { parcels, buffer } = packRequests([{ id: 1, operation: own }]);
	structuredClone(parcels, { transfer: [buffer] });
	expect(own.type === "append-update" && [...own.entry.update]).toEqual([1, 1, 1]);
});
