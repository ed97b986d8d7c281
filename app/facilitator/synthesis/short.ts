/** What a name on a button or an announcement may take of a statement, in UTF-16 units. */
const MOST_SAID = 60;

/** The beginning of a text, on one line. */
export function short(text: string): string {
	const line = text.replace(/\s+/g, " ").trim();
	return line.length > MOST_SAID ? `${line.slice(0, MOST_SAID - 1)}…` : line;
}
