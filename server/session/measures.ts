import { refusal } from "../../worksheets/contract/result.ts";
import { planBlockOf } from "../../worksheets/plan/steps.ts";
import { lookups, PLENARY } from "./lookups.ts";
import { opened } from "./opened.ts";
import type { SessionState } from "./state.ts";
import { type Context, type Decision, step } from "./step.ts";

/**
 * Opens the plan of measures before its phase, so that what comes up on the way can be taken into it at once. Asking
 * again is no mistake; refused `wrong-state` where no phase of the workshop fills in a plan.
 */
export function openMeasures(state: SessionState, context: Pick<Context, "newId" | "worksheet">): Decision {
	const isPlan = (id: string) => {
		const definition = context.worksheet(id);
		return definition !== undefined && planBlockOf(definition) !== undefined;
	};
	const open = lookups(state).documentsOf.get(PLENARY) ?? [];
	if (open.some((document) => isPlan(document.worksheet))) return step(state);
	const uses = state.phases.flatMap(({ sheets }) => sheets);
	const use = uses.find(({ scope, readOnly, ...sheet }) => {
		return scope === "plenary" && readOnly !== true && isPlan(sheet.worksheet);
	});
	if (use === undefined) return refusal("wrong-state", "no phase fills in a plan of measures");
	return opened(state, use.worksheet, { kind: "plenary" }, context);
}
