import type { Command } from "../../worksheets/contract/commands.ts";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import { refusal } from "../../worksheets/contract/result.ts";
import { nameOfView, shownView } from "../../worksheets/contract/spotlight.ts";
import { SYNTHESIS } from "../../worksheets/contract/synthesis.ts";
import { lookups } from "./lookups.ts";
import { hasCounted, hasView } from "./plenary-views.ts";
import type { SessionState } from "./state.ts";
import { type Context, type Decision, step } from "./step.ts";

/** Puts a sheet, or one of its answers, on everybody's screen. Another one takes its place. */
export function showSpotlight(
	state: SessionState,
	{ document, question }: Extract<Command, { type: "spotlight.show" }>,
): Decision {
	if (state.workshop.status !== "running") return refusal("wrong-state", "the session has not started");
	const sheet = lookups(state).documents.get(document);
	if (sheet === undefined) return refusal("not-found", "document");
	const spotlight = { document, question: question ?? null };
	const shown = sheet.worksheet === SYNTHESIS ? withShown(state.shown, SYNTHESIS) : state.shown;
	return step({ ...state, spotlight, shown }, { type: "spotlight-set", document });
}

function withShown(shown: string[], what: string): string[] {
	return shown.includes(what) ? shown : [...shown, what];
}

/**
 * Puts what all groups' sheets of a worksheet say on everybody's screen: `not-found` where the workshop has no such
 * sheet, or the sheet no such assessment; of municipalities `wrong-state` before anything was counted of them.
 */
export function showView(
	state: SessionState,
	{ view, worksheet, dimension: only }: Extract<Command, { type: "plenary.show" }>,
	context: Context,
): Decision {
	if (state.workshop.status !== "running") return refusal("wrong-state", "the session has not started");
	const dimension = only ?? null;
	const isUsed = state.documents.some((document) => document.worksheet === worksheet);
	const definition = isUsed ? context.worksheet(worksheet) : undefined;
	if (definition === undefined || !hasView(definition, dimension)) return refusal("not-found", "worksheet");
	if (view === "units" && !hasCounted(state, worksheet)) return refusal("wrong-state", "nothing is counted");
	const spotlight = { view, worksheet, dimension };
	const name = nameOfView(spotlight);
	const shown = withShown(state.shown, name);
	if (shown.length > LIMITS.shownViews) return refusal("full", "shown");
	return step({ ...state, spotlight, shown }, { type: "plenary-shown", worksheet });
}

/** Takes a view back from what people keep after the end. Taking back what they do not keep is no mistake. */
export function withdrawView(
	state: SessionState,
	{ view, worksheet, dimension }: Extract<Command, { type: "plenary.withdraw" }>,
): Decision {
	const name = nameOfView({ view, worksheet, dimension: dimension ?? null });
	if (!state.shown.includes(name)) return step(state);
	const now = shownView(state.spotlight);
	const spotlight = now !== null && nameOfView(now) === name ? null : state.spotlight;
	const shown = state.shown.filter((one) => one !== name);
	return step({ ...state, spotlight, shown }, { type: "plenary-withdrawn", worksheet });
}

/** Hiding what is hidden is no mistake. */
export function hideSpotlight(state: SessionState): Decision {
	if (state.spotlight === null) return step(state);
	return step({ ...state, spotlight: null }, { type: "spotlight-set", document: null });
}
