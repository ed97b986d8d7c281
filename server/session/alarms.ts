import { lookups } from "./lookups.ts";
import type { SessionState } from "./state.ts";
import { type AlarmRaise, type Context, type Decision, step } from "./step.ts";

/** A sheet lost most of its text at once. Only the latest such moment of a sheet is worth a word. */
export function raiseAlarm(state: SessionState, { document, at, before }: AlarmRaise, { newId }: Context): Decision {
	// It may have ended, or the sheet be nobody's to look at, since the room saw it.
	const known = lookups(state).documents.get(document);
	if (state.workshop.status !== "running" || known === undefined || known.scope.kind === "participant")
		return step(state);
	const others = state.alarms.filter((alarm) => alarm.document !== document);
	return step(
		{ ...state, alarms: [...others, { id: newId(), document, at, before }] },
		{ type: "alarm-raised", document },
	);
}

/** Clearing what is clear is no mistake. */
export function clearAlarm(state: SessionState, document: string): Decision {
	const alarms = state.alarms.filter((alarm) => alarm.document !== document);
	return alarms.length === state.alarms.length
		? step(state)
		: step({ ...state, alarms }, { type: "alarm-cleared", document });
}
