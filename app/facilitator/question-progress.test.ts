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

test("a section that repeats is asked thing by thing, and by one question before anything is chosen", () => {
	const repeating: Worksheet = {
		...worksheet,
		sections: worksheet.sections.map((section) =>
			section.id === "questions" ? { ...section, repeat: { over: "modules" } } : section,
		),
	};
	expect(questionProgress(undefined, repeating, undefined, "de").map(({ name }) => name)).toEqual(["modules", "why"]);
	const progress = {
		id: testId("d"),
		lastChangeAt: null,
		questions: [
			{ name: "modules", state: "done" as const },
			{ name: "why/board", state: "started" as const },
			{ name: "why/office", state: "empty" as const },
			{ name: "how/board", state: "empty" as const },
			{ name: "how/office", state: "done" as const },
		],
	};
	const questions = questionProgress(progress, repeating, undefined, "de");
	expect(questions.map(({ number, name, state }) => `${number} ${name} ${state}`)).toEqual([
		"1 modules done",
		"2 why/board started",
		"3 how/board empty",
		"4 why/office empty",
		"5 how/office done",
	]);
	expect(countStates(questions)).toEqual({ empty: 2, started: 1, done: 2 });
});
