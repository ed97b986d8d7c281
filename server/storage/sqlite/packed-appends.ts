import type { NewUpdate } from "../storage.ts";
import type { Operation, Request } from "./protocol.ts";

/**
 * Appends without claims, of consecutive ids, column by column: objects that cross to another thread cost far more than
 * lists of numbers and short texts do.
 */
export interface PackedAppends {
	firstId: number;
	documents: string[];
	authors: string[];
	seqs: number[];
	times: number[];
	lengths: number[];
	/** All updates, one after the other. */
	bytes: Uint8Array;
}

/** What crosses over, in the order of the asking. */
export type Parcel = Request | PackedAppends;

/** Requests as parcels, all their bytes in `buffer`, which may move to the other thread; the requests stay as they are. */
export function packRequests(requests: readonly Request[]): { parcels: Parcel[]; buffer: ArrayBuffer } {
	const buffer = new ArrayBuffer(requests.reduce((sum, { operation }) => sum + (bytesOf(operation)?.length ?? 0), 0));
	const parcels: Parcel[] = [];
	let open: PackedAppends | null = null;
	let at = 0;
	for (const { id, operation } of requests) {
		const bytes = bytesOf(operation);
		const length = bytes?.length ?? 0;
		const place = new Uint8Array(buffer, at, length);
		if (bytes !== null) {
			place.set(bytes);
		}
		at += length;
		if (!isPlainAppend(operation)) {
			open = null;
			parcels.push({ id, operation: bytes === null ? operation : withBytes(operation, place) });
			continue;
		}
		if (open === null) {
			open = { firstId: id, documents: [], authors: [], seqs: [], times: [], lengths: [], bytes: place };
			parcels.push(open);
		}
		open.bytes = new Uint8Array(buffer, open.bytes.byteOffset, at - open.bytes.byteOffset);
		open.documents.push(operation.entry.documentId);
		open.authors.push(operation.entry.author);
		open.seqs.push(operation.entry.seq);
		open.times.push(operation.entry.at);
		open.lengths.push(length);
	}
	return { parcels, buffer };
}

export function unpackRequests(parcels: readonly Parcel[]): Request[] {
	return parcels.flatMap((parcel) =>
		"operation" in parcel
			? parcel
			: unpackAppends(parcel).map((entry, index) => ({
					id: parcel.firstId + index,
					operation: { type: "append-update", entry },
				})),
	);
}

export function unpackAppends({ documents, authors, seqs, times, lengths, bytes }: PackedAppends): NewUpdate[] {
	let end = 0;
	return documents.map((documentId, index) => {
		const start = end;
		end += lengths[index] ?? 0;
		return {
			documentId,
			seq: seqs[index] ?? 0,
			update: bytes.subarray(start, end),
			author: authors[index] ?? "",
			at: times[index] ?? 0,
			claims: [],
		};
	});
}

function isPlainAppend(operation: Operation): operation is Operation & { type: "append-update" } {
	return (
		operation.type === "append-update" && operation.entry.claims.length === 0 && operation.entry.setBack === undefined
	);
}

function bytesOf(operation: Operation): Uint8Array | null {
	if (operation.type === "append-update") return operation.entry.update;
	if (operation.type === "add-late") return operation.late.update;
	return operation.type === "compact" || operation.type === "condense" ? operation.snapshot.state : null;
}

function withBytes(operation: Operation, bytes: Uint8Array): Operation {
	switch (operation.type) {
		case "append-update":
			return { type: operation.type, entry: { ...operation.entry, update: bytes } };
		case "add-late":
			return { type: operation.type, late: { ...operation.late, update: bytes } };
		case "compact":
		case "condense":
			return { ...operation, snapshot: { ...operation.snapshot, state: bytes } };
		default:
			return operation;
	}
}
