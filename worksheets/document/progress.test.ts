import { expect, it } from "vitest";
import * as Y from "yjs";
import { setAssessment } from "../blocks/module-assessment.ts";
import { place } from "../blocks/ranking-write.ts";
import { setScale } from "../blocks/scale.ts";
import { setDone } from "./done.ts";
import { blockOf, everyBlock } from "./every-block.fixture.ts";
import { progressOf } from "./progress.ts";

it("says of each question how far it is, and of what is rated which parts have a value", () => {
	const doc = new Y.Doc();
	place(doc, blockOf("ranking", "modules"), undefined, "board", 0);
	const assessment = blockOf("module-assessment", "assessment");
	setAssessment(doc, assessment, "board", "reach", { state: "unknown" });
	setAssessment(doc, assessment, "board", "lasting", { outlook: "extend" });
	setScale(doc, blockOf("scale", "mood"), undefined, 2);
	setDone(doc, "mood", true);
	const questions = new Map(progressOf(doc, everyBlock).questions.map((question) => [question.name, question]));
	expect(questions.get("assessment/board")).toEqual({ name: "assessment/board", state: "started", valued: ["reach"] });
	expect(questions.get("mood")).toEqual({ name: "mood", state: "done", valued: [""] });
	expect(questions.get("grid")).toEqual({ name: "grid", state: "empty", valued: [] });
	expect(questions.get("goal")).toEqual({ name: "goal", state: "empty" });
	expect([...questions.keys()]).not.toContain("profile");
});
