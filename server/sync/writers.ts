import type * as Y from "yjs";

/**
 * Whose content a document holds, also where it was taken away again. Who only read has none; nor has who wrote
 * something that is kept beside the document.
 */
export function writersOf(doc: Y.Doc, ownerOf: (client: number) => string | undefined): string[] {
	const owners = [...doc.store.clients.keys()].map(ownerOf);
	return [...new Set(owners.filter((owner) => owner !== undefined))];
}
