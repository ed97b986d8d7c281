import type { IncomingMessage } from "node:http";
import type { Storage } from "../storage/storage.ts";
import { workshopTokens } from "./cookies.ts";

/** What could be a document's id; whether it is one, only who has a token is told. */
const SEGMENT = /^[A-Za-z0-9_-]{1,64}$/;

export function couldBeDocument(documentId: string): boolean {
	return SEGMENT.test(documentId);
}

/** The token among a browser's cookies that counts for a document: a browser may know several workshops. */
export async function sheetCookie(
	request: IncomingMessage,
	documentId: string,
	storage: Pick<Storage, "findDocument">,
): Promise<string | null> {
	const tokens = workshopTokens(request.headers.cookie);
	if (tokens.size === 0) return null;
	const document = await storage.findDocument(documentId);
	const [anyToken = null] = tokens.values();
	return document === null ? anyToken : (tokens.get(document.workshopId) ?? null);
}
