/** Every browser journal of a workshop's sheets begins like this. */
export function journalPrefix(workshopId: string): string {
	return `arena-${workshopId}-`;
}

/**
 * The name of the browser's own copy of a sheet. By person and document: on a shared device nobody's unsent text goes
 * out under somebody else's name.
 */
export function journalName(workshopId: string, author: string, documentId: string): string {
	return `${journalPrefix(workshopId)}${author}-${documentId}`;
}
