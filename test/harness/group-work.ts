import type { ScopeKind, Snapshot } from "../../worksheets/contract/snapshot.ts";

interface Command extends Record<string, unknown> {
	type: string;
}

/** What the facilitator does to put everybody before a group's sheet: so many groups, then these phases in turn. */
export function toGroupWork(groups: number, ...phases: [string, ...string[]]): Command[] {
	return [
		{ type: "groups.create", count: groups },
		{ type: "groups.assign", strategy: "random" },
		{ type: "session.start" },
		...phases.map((phase) => ({ type: "phase.go", phase })),
	];
}

/** The id of somebody's sheet of this kind: the first one that their snapshot lists. */
export function documentOf({ documents }: Pick<Snapshot, "documents">, kind: ScopeKind): string {
	const document = documents.find(({ scope }) => scope.kind === kind);
	if (document === undefined) throw new Error(`there is no sheet of the kind ${kind}`);
	return document.id;
}
