import { unitKey } from "../../worksheets/assessment/units.ts";
import { refusal } from "../../worksheets/contract/result.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { isNameOf, shownView } from "../../worksheets/contract/spotlight.ts";
import { memoize } from "../../worksheets/memoize.ts";
import { peopleAt } from "./heads.ts";
import { lookups } from "./lookups.ts";
import type { DocumentState, SessionState } from "./state.ts";
import { type Context, type Decision, step, type UnitsPublish } from "./step.ts";

/**
 * What the people of each municipality have rated, whatever groups they sat in: counted when somebody who steers asks for
 * it, also after the end, and then as it was until it is counted anew. A count that failed can be done once more.
 */

export function revealUnits(state: SessionState, { now }: Context): Decision {
	if (state.workshop.status === "lobby") return refusal("wrong-state", "the session has not started");
	return step({ ...state, units: { at: now, result: null } }, { type: "units-revealed" });
}

export function publishUnits(state: SessionState, { result }: UnitsPublish): Decision {
	if (state.units?.result !== null) return refusal("wrong-state", "nothing is being counted");
	return step({ ...state, units: { ...state.units, result } }, { type: "units-published" });
}

/** Takes it away again, and whatever was shown of it with it: what is counted later is not shown by that. */
export function hideUnits(state: SessionState): Decision {
	if (state.units === null) return step(state);
	const spotlight = shownView(state.spotlight)?.view === "units" ? null : state.spotlight;
	const shown = state.shown.filter((name) => !isNameOf("units", name));
	return step({ ...state, units: null, spotlight, shown }, { type: "units-hidden" });
}

/** Everybody's own sheets in which something may be rated, with where their owner comes from. */
export function sheetsOfUnits(state: SessionState): { document: DocumentState; unit: string | null }[] {
	const { present, documentsOf } = lookups(state);
	return present.flatMap((participant) =>
		peopleAt(participant)
			.flatMap((person) => documentsOf.get(person) ?? [])
			.map((document) => ({ document, unit: participant.organisation ?? null })),
	);
}

type UnitsView = Snapshot["units"];

/**
 * For those who steer every unit of which something is told; for everybody else their own, where it is among them. The
 * same value as long as nothing of it has changed.
 */
export function unitsFor({ units }: SessionState, organisation: string | undefined, all: boolean): UnitsView {
	if (units === null) return null;
	return all ? allUnits(units) : (ownUnit(units)(unitKey(organisation ?? "")) ?? null);
}

type Counted = NonNullable<SessionState["units"]>;

const allUnits = memoize(
	({ at, result }: Counted): UnitsView => ({ at, counted: result !== null, names: namesIn(result) }),
);

const ownUnit = memoize(({ at, result }: Counted) => {
	const views = new Map(
		namesIn(result).map((name): [string, UnitsView] => [unitKey(name), { at, counted: true, names: [name] }]),
	);
	return (key: string) => views.get(key);
});

/** Each once, in the order of the alphabet. */
function namesIn(result: Counted["result"]): string[] {
	const names = new Map((result ?? []).flatMap(({ units }) => units.map(({ unit }) => [unitKey(unit), unit])));
	return [...names.values()].sort((one, other) => one.localeCompare(other, "de"));
}
