import type { NewDocument, NewLate, NewUpdate, NewWorkshop } from "../storage.ts";

/** Small things to store; everything that a test does not care about has a plain value. */

export const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };

function ignore(): void {
	// Tests that expect failures would fill the output with them.
}

export function bytes(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}

export function document(workshopId: string, id: string): NewDocument {
	return {
		id,
		workshopId,
		worksheet: "inventory",
		worksheetVersion: 3,
		scopeKind: "group",
		scopeId: `${id}-group`,
		createdAt: 1000,
	};
}

/** A workshop with documents of these ids. */
export function workshop(
	id: string,
	documents: readonly string[] = [],
	changes: Partial<NewWorkshop> = {},
): NewWorkshop {
	return {
		id,
		code: `code-${id}`,
		createdAt: 1000,
		deleteOn: 9_000_000,
		state: '{"phase":null}',
		definitions: new Map([["inventory", '{"id":"inventory"}']]),
		tokens: [
			{
				hash: bytes(`${id}-token`),
				workshopId: id,
				role: "facilitator",
				participantId: null,
				linkId: null,
				createdAt: 1000,
			},
		],
		documents: documents.map((documentId) => document(id, documentId)),
		recoveryHash: null,
		...changes,
	};
}

export function update(documentId: string, seq: number, changes: Partial<NewUpdate> = {}): NewUpdate {
	return {
		documentId,
		seq,
		update: bytes(`${documentId} ${seq}`),
		author: "anna",
		at: 2000 + seq,
		claims: [],
		...changes,
	};
}

export function late(documentId: string, id: string, changes: Partial<NewLate> = {}): NewLate {
	return { documentId, id, update: bytes(`${documentId} ${id}`), author: "anna", at: 5000, claims: [], ...changes };
}
