import { createHash, hash } from "node:crypto";
import type { Snapshot } from "../storage.ts";
import type { Schema } from "./schema.ts";

/** SHA-256 of the bytes, 32 bytes. */
export function checksum(bytes: Uint8Array): Uint8Array {
	return hash("sha256", bytes, "buffer");
}

export function isIntact(row: { bytes: Uint8Array; checksum: Uint8Array }): boolean {
	return Buffer.compare(checksum(row.bytes), row.checksum) === 0;
}

export function snapshotChecksum({ state, stateVector }: Pick<Snapshot, "state" | "stateVector">): Uint8Array {
	return stateVector === undefined ? checksum(state) : createHash("sha256").update(state).update(stateVector).digest();
}

export function isIntactSnapshot(row: Pick<Schema["snapshots"], "bytes" | "state_vector" | "checksum">): boolean {
	const { bytes: state, state_vector: stateVector } = row;
	const found = snapshotChecksum({ state, ...(stateVector === null ? {} : { stateVector }) });
	return Buffer.compare(found, row.checksum) === 0;
}

/** A plain view of what the driver read: callers compare and pass on `Uint8Array`s, not `Buffer`s. */
export function plain(bytes: Uint8Array): Uint8Array {
	return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
