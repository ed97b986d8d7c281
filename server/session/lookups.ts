import type { Turn } from "../../worksheets/contract/snapshot.ts";
import { memoize } from "../../worksheets/memoize.ts";
import { everAt } from "./heads.ts";
import type { DocumentState, GroupingState, GroupState, ParticipantState, SessionState } from "./state.ts";

/** The same state by id. Access asks for every frame of every sheet, so nothing here is searched twice. */
export interface Lookups {
	/** Everybody with a seat, those at the door included; not those who were taken out. */
	participants: ReadonlyMap<string, ParticipantState>;
	/** Whose device somebody sits at, or sat, where several do; everybody else is under their own id. */
	deviceOf: ReadonlyMap<string, ParticipantState>;
	/** Those of them who are in. */
	present: readonly ParticipantState[];
	removed: ReadonlySet<string>;
	groups: ReadonlyMap<string, { group: GroupState; grouping: GroupingState; members: ReadonlySet<string> }>;
	/** A participant's groups in every grouping, by participant. */
	groupsOf: ReadonlyMap<string, readonly string[]>;
	/** The group in the grouping in force, by participant. */
	groupNow: ReadonlyMap<string, string>;
	documents: ReadonlyMap<string, DocumentState>;
	/** Whose turn is over, by the person whose sheet it is. */
	turnsOf: ReadonlyMap<string, readonly Turn[]>;
	/** Documents by the participant or group they belong to; the plenary's under `PLENARY`. */
	documentsOf: ReadonlyMap<string, readonly DocumentState[]>;
}

/** Key of the plenary's documents; no id looks like it. */
export const PLENARY = "plenary";

/** Built once per state, which is never changed in place. */
export const lookups = memoize((state: SessionState): Lookups => {
	const groups: Map<string, { group: GroupState; grouping: GroupingState; members: ReadonlySet<string> }> = new Map();
	const groupsOf = new Map<string, string[]>();
	const groupNow = new Map<string, string>();
	for (const grouping of state.groupings) {
		for (const group of grouping.groups) {
			groups.set(group.id, { group, grouping, members: new Set(group.members) });
			for (const member of group.members) {
				push(groupsOf, member, group.id);
				if (grouping.id === state.currentGrouping) groupNow.set(member, group.id);
			}
		}
	}
	const documentsOf = new Map<string, DocumentState[]>();
	for (const document of state.documents) push(documentsOf, document.scope.id ?? PLENARY, document);
	const documents = new Map(state.documents.map((document) => [document.id, document]));
	const turnsOf = new Map<string, Turn[]>();
	for (const turn of state.turns) push(turnsOf, documents.get(turn.document)?.scope.id ?? "", turn);
	const seated = state.participants.filter(({ removedAt }) => removedAt === null);
	return {
		participants: new Map(seated.map((participant) => [participant.id, participant])),
		deviceOf: new Map(seated.flatMap((participant) => everAt(participant).map((person) => [person, participant]))),
		present: seated.filter(({ waiting }) => !waiting),
		removed: new Set(state.participants.filter(({ removedAt }) => removedAt !== null).map(({ id }) => id)),
		groups,
		groupsOf,
		groupNow,
		documents,
		turnsOf,
		documentsOf,
	};
});

function push<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
	const list = lists.get(key);
	if (list === undefined) lists.set(key, [value]);
	else list.push(value);
}
