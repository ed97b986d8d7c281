import { expect, test } from "vitest";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import { can } from "../access/can.ts";
import { openMeasures } from "./measures.ts";
import { cofacilitator, facilitator, observer, participant, Run, WORKSHEETS } from "./testing/workshop.ts";

/** As if one of the sheets were a plan of measures; „sheet-b“ comes in the plenary of a later phase. */
function withPlan(id: string): { newId: () => string; worksheet: (id: string) => Worksheet | undefined } {
	const label = { de: "Maßnahmen", en: "Measures" };
	return {
		newId: () => "P".repeat(22),
		worksheet(asked) {
			const known = WORKSHEETS.get(asked);
			const [section] = known?.sections ?? [];
			if (known === undefined || section === undefined || asked !== id) return known;
			return { ...known, sections: [{ ...section, blocks: [{ id: "steps", type: "actions", plan: true, label }] }] };
		},
	};
}

test("the plan opens before its phase, once, for everybody to read", () => {
	const run = new Run();
	const [anna = ""] = run.join(1);
	run.do({ type: "session.start" });
	const context = withPlan("sheet-b");
	const first = openMeasures(run.state, context);
	if (!first.ok) throw new Error(first.refused);
	const opened = { id: "P".repeat(22), worksheet: "sheet-b", scope: { kind: "plenary" }, locked: false };
	expect(first.state.documents.at(-1)).toEqual(opened);
	expect(first.facts).toEqual([{ type: "document-opened", document: opened }]);
	expect(openMeasures(first.state, context)).toMatchObject({ state: first.state, facts: [] });
	const open = (actor: Parameters<typeof can>[1]) => can(first.state, actor, { to: "open", document: opened.id });
	expect([facilitator, cofacilitator].map(open)).toMatchObject([{ value: "write" }, { value: "write" }]);
	expect(open(participant(anna))).toMatchObject({ value: "read" });
	run.state = first.state;
	run.do({ type: "phase.go", phase: "results" });
	expect(
		run.state.documents.filter(({ worksheet, scope }) => worksheet === "sheet-b" && scope.kind === "plenary"),
	).toEqual([opened]);
});

test("a workshop without a plan says so; a plan that groups have is none of the whole workshop's", () => {
	const run = new Run();
	run.do({ type: "session.start" });
	const context = withPlan("sheet-a");
	expect(openMeasures(run.state, context)).toMatchObject({ refused: "wrong-state" });
	expect(run.try({ type: "measures.open" }, facilitator)).toMatchObject({ refused: "wrong-state" });
	expect(run.try({ type: "measures.open" }, observer)).toMatchObject({ refused: "forbidden" });
});
