import type { LateNote } from "./journal-notes.ts";
import type { FailureReason } from "./save-state.ts";

/**
 * `kept`: it stands beside the sheet now. `open`: the sheet can be written in again, so it simply syncs. `away`: no
 * answer; the same again later.
 */
export type HandedIn = "kept" | "open" | "away" | { refused: FailureReason };

/** Sends what came after a sheet was closed. */
export async function handIn(documentId: string, { id, update }: LateNote): Promise<HandedIn> {
	try {
		const response = await fetch(`/api/documents/${documentId}/late`, {
			method: "POST",
			headers: { "Content-Type": "application/json" },
			body: JSON.stringify({ id, update: base64(update) }),
		});
		if (response.status === 201 && (await answersWith(response, id))) return "kept";
		return outcomeOf(response.status);
	} catch (error) {
		// fetch throws a TypeError without a line; a captive portal answers with something that is no JSON.
		if (error instanceof TypeError || error instanceof SyntaxError) return "away";
		throw error;
	}
}

async function answersWith(response: Response, id: string): Promise<boolean> {
	const body: unknown = await response.json();
	return typeof body === "object" && body !== null && "id" in body && body.id === id;
}

function outcomeOf(status: number): HandedIn {
	switch (status) {
		case 409:
			return "open";
		case 401:
		case 403:
			return { refused: "forbidden" };
		case 404:
		case 410:
			return { refused: "not-found" };
		case 413:
			return { refused: "too-large" };
		case 400:
		case 422:
			return { refused: "malformed" };
		default:
			return "away";
	}
}

/** In pieces: a call takes only so many arguments. */
function base64(bytes: Uint8Array): string {
	const PIECE = 0x8000;
	let binary = "";
	for (let at = 0; at < bytes.length; at += PIECE) binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
	return btoa(binary);
}
