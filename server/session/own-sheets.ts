import { peopleAt } from "./heads.ts";
import { lookups } from "./lookups.ts";
import type { DocumentState, SessionState } from "./state.ts";

/** Who answers, each for themselves, what is asked in a sheet that people share: votes and ratings. */

/** Everybody, or the group's members; at one device each who sits there. */
export function answerersOf(state: SessionState, { scope }: Pick<DocumentState, "scope">): string[] {
	const { present, groups, participants } = lookups(state);
	if (scope.kind === "plenary") return present.flatMap(peopleAt);
	if (scope.kind === "participant" || scope.id === undefined) return [];
	const members = [...(groups.get(scope.id)?.members ?? [])];
	return members.flatMap((member) => participants.get(member) ?? []).flatMap(peopleAt);
}

/** Where each of them answers; undefined for those who have no sheet of their own yet. */
export function ownSheetsFor(state: SessionState, asking: DocumentState): (string | undefined)[] {
	const { documentsOf } = lookups(state);
	return answerersOf(state, asking).map(
		(person) => documentsOf.get(person)?.find(({ worksheet }) => worksheet === asking.worksheet)?.id,
	);
}
