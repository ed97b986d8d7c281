/** One replacement in a text: `remove` code units from `index` on, then `insert` there. */
export interface TextChange {
	index: number;
	remove: number;
	insert: string;
}

/** A step of a Yjs text event. */
export interface DeltaStep {
	retain?: number | undefined;
	insert?: unknown;
	delete?: number | undefined;
}

export interface Selection {
	start: number;
	end: number;
}

/**
 * The smallest replacement that turns `before` into `after`; null when nothing changed. `caret` is where the caret
 * stands in `after`: it decides which of several equal letters is the new one, so that two people who type into the
 * same word keep their letters where they typed them.
 */
export function changeBetween(before: string, after: string, caret: number): TextChange | null {
	if (before === after) return null;
	const shorter = Math.min(before.length, after.length);
	const tailLimit = Math.min(shorter, Math.max(0, after.length - caret));
	let tail = 0;
	while (tail < tailLimit && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
	let head = 0;
	while (head < shorter - tail && before[head] === after[head]) head += 1;
	// The caret may have been a poor guide (autocorrection changes text before it): take what else is equal.
	while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
	if (splitsPair(before, head) || splitsPair(after, head)) head -= 1;
	if (splitsPair(before, before.length - tail) || splitsPair(after, after.length - tail)) tail -= 1;
	return { index: head, remove: before.length - head - tail, insert: after.slice(head, after.length - tail) };
}

/** Whether a cut at `index` would tear one character (a surrogate pair) in two. */
function splitsPair(text: string, index: number): boolean {
	return isBetween(text.charCodeAt(index - 1), 0xd800, 0xdbff) && isBetween(text.charCodeAt(index), 0xdc00, 0xdfff);
}

function isBetween(value: number, from: number, to: number): boolean {
	return value >= from && value <= to;
}

/** Where a position stands after somebody else's change; text inserted exactly there comes after it. */
export function moveThrough(position: number, delta: readonly DeltaStep[]): number {
	let index = 0;
	let moved = position;
	for (const step of delta) {
		if (step.retain !== undefined) {
			index += step.retain;
		} else if (step.delete !== undefined) {
			moved -= Math.min(step.delete, Math.max(0, moved - index));
		} else {
			const length = typeof step.insert === "string" ? step.insert.length : 1;
			if (index < moved) moved += length;
			index += length;
		}
	}
	return moved;
}

export function moveSelection(selection: Selection, delta: readonly DeltaStep[]): Selection {
	return { start: moveThrough(selection.start, delta), end: moveThrough(selection.end, delta) };
}
