import { groupLetter } from "../../worksheets/contract/group-letter.ts";

const TOKENS = ["a", "b", "c", "d", "e", "f", "g", "h"] as const;
export type GroupToken = (typeof TOKENS)[number];

export interface GroupMark {
	/** A to Z, then AA. */
	letter: string;
	/** Names colour and shape: `--g-a` … `--g-h`. */
	token: GroupToken;
	/** From the ninth group on colours come again, with a double ring. */
	ring: boolean;
}

/** How the group at this place in the list is told apart: by letter, shape and colour together. */
export function groupMark(index: number): GroupMark {
	return {
		letter: groupLetter(index),
		token: TOKENS[index % TOKENS.length] ?? "a",
		ring: index >= TOKENS.length,
	};
}
