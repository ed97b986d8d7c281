import type { Snapshot } from "../../worksheets/contract/snapshot.ts";

/**
 * What of an actor's own view they may take along as a file, once `can` has let them take anything at all. A facilitator
 * may keep participants to their own sheets and their group's: then nothing of other groups and of the plenary is there
 * to be gathered, whatever was shown on the screens.
 */
export function takenHome(snapshot: Snapshot): Snapshot {
	if (!isKeptToOwn(snapshot)) return snapshot;
	const { participantId } = snapshot.you;
	const groups = snapshot.groups.filter(
		({ members }) => participantId !== undefined && members.includes(participantId),
	);
	const documents = snapshot.documents.filter(
		({ scope, outside }) => scope.kind === "participant" || (scope.kind === "group" && outside !== true),
	);
	const known = new Set(documents.map(({ id }) => id));
	const inGroup = ({ group }: { group?: string | null | undefined }) => groups.some(({ id }) => id === group);
	return {
		...snapshot,
		groups,
		documents,
		votes: snapshot.votes.filter(({ id }) => known.has(id)),
		ratings: snapshot.ratings.filter(({ document }) => known.has(document)),
		units: null,
		topics: snapshot.topics.filter((topic) => topic.by === participantId || inGroup(topic)),
		messages: snapshot.messages.filter(inGroup),
	};
}

/** Whether what all groups say side by side is not for this actor's files. */
export function isKeptToOwn({ workshop, you }: Pick<Snapshot, "workshop" | "you">): boolean {
	return you.role === "participant" && workshop.takeHome === "own";
}
