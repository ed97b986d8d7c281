import { describe, expect, it } from "vitest";
import { can } from "../access/can.ts";
import { OpenAccess } from "./open-access.ts";
import { facilitator, participant, Run } from "./testing/workshop.ts";

describe("access that is remembered", () => {
	it("is what was asked anew, after every command and for every document", () => {
		const run = new Run();
		const [anna = "", ben = ""] = run.join(2);
		run.do({ type: "groups.create", count: 2 });
		const actors = [participant(anna), participant(ben), facilitator];
		const access = new OpenAccess();
		const answers = new Set<string>();
		const compare = () => {
			for (const actor of actors) {
				for (const { id } of run.state.documents) {
					const anew = can(run.state, actor, { to: "open", document: id });
					expect(access.ask(run.state, actor, id)).toEqual(anew);
					expect(access.ask(run.state, actor, id)).toEqual(anew);
					answers.add(JSON.stringify(anew));
				}
			}
		};
		compare();
		run.do({ type: "groups.move", participant: anna, group: run.group(0) }, { type: "session.start" });
		for (const phase of ["own", "round-1"]) {
			run.do({ type: "phase.go", phase });
			compare();
		}
		run.do({ type: "groups.move", participant: anna, group: run.group(1) });
		compare();
		for (const { id, scope } of run.state.documents) {
			if (scope.kind === "group") run.do({ type: "worksheet.lock", document: id });
		}
		compare();
		run.do({ type: "session.end" });
		compare();
		expect(answers.size).toBeGreaterThan(2);
	});
});
