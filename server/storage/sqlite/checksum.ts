import { hash } from "node:crypto";

/** SHA-256 of the bytes, 32 bytes. */
export function checksum(bytes: Uint8Array): Uint8Array {
	return hash("sha256", bytes, "buffer");
}

export function isIntact(row: { bytes: Uint8Array; checksum: Uint8Array }): boolean {
	return Buffer.compare(checksum(row.bytes), row.checksum) === 0;
}

/** A plain view of what the driver read: callers compare and pass on `Uint8Array`s, not `Buffer`s. */
export function plain(bytes: Uint8Array): Uint8Array {
	return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
