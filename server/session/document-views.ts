import type { DocumentView } from "../../worksheets/contract/snapshot.ts";
import { shownSheet } from "../../worksheets/contract/spotlight.ts";
import { memoize } from "../../worksheets/memoize.ts";
import { type Actor, authorOf } from "../access/actor.ts";
import { can, isOutside, worksheetsShownToAll } from "../access/can.ts";
import type { LateCounts } from "./boards.ts";
import { phasesOf } from "./documents.ts";
import { everAt } from "./heads.ts";
import { lookups, PLENARY } from "./lookups.ts";
import type { DocumentState, SessionState } from "./state.ts";

/** What decides about documents, and about nothing else that is seen. */
const RIGHTS = [
	"documents",
	"votes",
	"groupings",
	"phases",
	"currentPhase",
	"participants",
	"spotlight",
	"shown",
	"links",
	"facilitatorLink",
] as const;
const lastRead = new WeakMap<object, { state: SessionState; read: (actor: Actor) => DocumentView[] }>();

/**
 * The documents each actor may open. Candidates are gathered by scope; whether each of them may be opened `can` says.
 * Looked up once per actor, and kept over states that differ in other things only: a timer, a message, a call.
 */
export function documentsByActor(state: SessionState): (actor: Actor) => DocumentView[] {
	const last = lastRead.get(state.documents);
	if (
		last !== undefined &&
		last.state.workshop.status === state.workshop.status &&
		RIGHTS.every((part) => last.state[part] === state[part])
	) {
		return last.read;
	}
	const phases = memoize((document: DocumentState) => phasesOf(state, document));
	const known = new Map<string, DocumentView[]>();
	const read = (actor: Actor): DocumentView[] => {
		// Of two with one role, one may be here no longer.
		const reader = `${authorOf(actor)} ${actor.link ?? ""}`;
		const documents = known.get(reader) ?? documentsFor(state, actor, phases);
		known.set(reader, documents);
		return documents;
	};
	lastRead.set(state.documents, { state, read });
	return read;
}

function documentsFor(
	state: SessionState,
	actor: Actor,
	phases: (document: DocumentState) => string[],
): DocumentView[] {
	return candidates(state, actor).flatMap((document) => {
		const access = can(state, actor, { to: "open", document: document.id });
		if (!access.ok) return [];
		const { id, worksheet, scope, locked } = document;
		const outside = isOutside(state, actor, document) ? { outside: true as const } : {};
		return [{ id, worksheet, phases: phases(document), scope, access: access.value, locked, late: 0, ...outside }];
	});
}

function candidates(state: SessionState, { participantId }: Actor): readonly DocumentState[] {
	const { documents, documentsOf, groupsOf, participants } = lookups(state);
	const of = (owner: string) => documentsOf.get(owner) ?? [];
	if (participantId === undefined) return sharedDocuments(state);
	const person = participants.get(participantId);
	const people = person === undefined ? [] : everAt(person);
	if (worksheetsShownToAll(state).size > 0) return [...people.flatMap(of), ...sharedDocuments(state)];
	const own = [...people, ...(groupsOf.get(participantId) ?? []), PLENARY].flatMap(of);
	const shown = documents.get(shownSheet(state.spotlight)?.document ?? "");
	return shown === undefined || own.includes(shown) ? own : [...own, shown];
}

const sharedDocuments = memoize((state: SessionState) =>
	state.documents.filter((document) => document.scope.kind !== "participant"),
);

const counted = new WeakMap<readonly DocumentView[], { late: LateCounts; documents: DocumentView[] }>();

/** The same list as long as neither the documents nor the counts have changed, so that comparing views stays cheap. */
export function withLate(documents: DocumentView[], late: LateCounts): DocumentView[] {
	if (late.size === 0) return documents;
	const known = counted.get(documents);
	if (known?.late === late) return known.documents;
	const shown = documents.map((document) => ({ ...document, late: late.get(document.id) ?? 0 }));
	counted.set(documents, { late, documents: shown });
	return shown;
}
