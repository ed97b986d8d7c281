import { Run } from "../../session/testing/workshop.ts";

/** A workshop in its second phase of three rounds: two people in group A, one in group B, one in none. */
export function scene() {
	const run = new Run();
	const [anna = "", ben = "", cleo = "", dora = ""] = run.join(4);
	run.do({ type: "groups.create", count: 2 });
	run.seat([anna, 0], [ben, 0], [cleo, 1]);
	run.do({ type: "session.start" }, { type: "phase.go", phase: "own" }, { type: "phase.go", phase: "round-1" });
	const document = (kind: string, id?: string) =>
		run.state.documents.find(({ scope }) => scope.kind === kind && scope.id === id)?.id ?? "";
	return { run, anna, ben, cleo, dora, document };
}
