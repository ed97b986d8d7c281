/** How a writer's caret is told apart: eight values, the same as the groups' in the light theme (design tokens). */
export const CARET_COLOURS: readonly string[] = [
	"#1a69d4",
	"#7c3804",
	"#28695b",
	"#bd2099",
	"#47006d",
	"#7d6f06",
	"#3a3d49",
	"#5c0300",
];

/** The CSS class that paints a caret; the sheet of styles has a light and a dark value for each. */
export function caretClass(colour: string): string {
	const index = CARET_COLOURS.indexOf(colour.toLowerCase());
	return `caret--${Math.max(index, 0) + 1}`;
}

/**
 * The colour to take when others (by client id) are there already: the lower id keeps its colour, the higher one moves
 * to a free colour; with more than eight writers colours repeat.
 */
export function caretColour(clientId: number, others: ReadonlyMap<number, string>): string {
	const first = CARET_COLOURS[clientId % CARET_COLOURS.length] ?? "#1a69d4";
	const taken = new Set([...others].filter(([other]) => other < clientId).map(([, colour]) => colour.toLowerCase()));
	if (!taken.has(first)) return first;
	return CARET_COLOURS.find((colour) => !taken.has(colour)) ?? first;
}
