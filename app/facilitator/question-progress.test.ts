import { expect, test } from "vitest";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import { testId } from "../session/session-fixture.ts";
import { countStates, questionProgress } from "./question-progress.ts";

const text = (value: string) => ({ de: value, en: value });
const question = (id: string) => ({ id, type: "rich-text" as const, label: text(`Frage ${id}`) });
const worksheet: Worksheet = {
	kind: "worksheet",
	id: "modules",
	version: 1,
	title: text("Bausteine"),
	purpose: text("Zweck"),
	sections: [
		{ id: "selection", title: text("Auswahl"), blocks: [question("modules")] },
		{ id: "questions", title: text("Fragen"), blocks: [question("why"), question("how")] },
		{ id: "progress", title: text("Stand"), role: "progress", blocks: [question("done")] },
	],
};

test("numbers the questions of the phase's sections and leaves the done marks out", () => {
	const questions = questionProgress(undefined, worksheet, undefined, "de");
	expect(questions.map(({ number, name, state }) => [number, name, state])).toEqual([
		[1, "modules", "empty"],
		[2, "why", "empty"],
		[3, "how", "empty"],
	]);
	expect(questionProgress(undefined, worksheet, ["questions"], "de").map(({ name }) => name)).toEqual(["why", "how"]);
});

test("a repeating question appears once for each item that was counted", () => {
	const progress = {
		id: testId("d"),
		lastChangeAt: null,
		questions: [
			{ name: "modules", state: "done" as const },
			{ name: "why/board", state: "started" as const },
			{ name: "why/office", state: "empty" as const },
		],
	};
	const questions = questionProgress(progress, worksheet, undefined, "de");
	expect(questions.map(({ name, state }) => `${name} ${state}`)).toEqual([
		"modules done",
		"why/board started",
		"why/office empty",
		"how empty",
	]);
	expect(countStates(questions)).toEqual({ empty: 2, started: 1, done: 1 });
});
