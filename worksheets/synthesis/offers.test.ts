import { expect, test } from "vitest";
import type { AnswerSheet } from "../contract/statements.ts";
import { changedSources, topicsOf } from "./offers.ts";

const scope = { kind: "group", id: "g".repeat(22) } as const;

function answered(document: string, owner: string, texts: Record<string, string>): AnswerSheet {
	const answers = Object.entries(texts).map(([name, text]) => {
		const [question = "", part] = name.split("!");
		return { question, label: `Zu ${question}`, text, ...(part === undefined ? {} : { part: "key-message" as const }) };
	});
	return { document: document.padEnd(22, "-"), worksheet: "review", title: "Rückblick", owner, scope, answers };
}

const sheets = [
	answered("a", "Gruppe A", { goal: "Ziel A", "outcome!": "Kern A", outcome: "Lang A" }),
	answered("b", "Gruppe B", { goal: "Ziel B", "outcome!": "Kern B" }),
	answered("p", "", {}),
];

test("answers stand side by side by question, Kernaussagen first, and say what is on the board already", () => {
	const [kern] = topicsOf(sheets, [])[0]?.offers ?? [];
	if (kern === undefined) throw new Error("nothing is offered");
	const topics = topicsOf(sheets, [{ id: "1", text: "umformuliert", source: kern.source }]);
	expect(
		topics.map(({ label, offers }) => [label, offers.map(({ owner, text, taken }) => [owner, text, taken])]),
	).toEqual([
		[
			"Zu outcome",
			[
				["Gruppe A", "Kern A", true],
				["Gruppe B", "Kern B", false],
			],
		],
		[
			"Zu goal",
			[
				["Gruppe A", "Ziel A", false],
				["Gruppe B", "Ziel B", false],
			],
		],
		["Zu outcome", [["Gruppe A", "Lang A", false]]],
	]);
	expect(kern.source).toMatchObject({ question: "outcome", part: "key-message", name: "Gruppe A: Rückblick" });
});

test("a statement is told of when its source says something else, or nothing", () => {
	const statements = topicsOf(sheets, [])
		.flatMap(({ offers }) => offers)
		.map(({ text, source }, index) => ({ id: `${index}`, text, source }));
	expect(changedSources(sheets, [...statements, { id: "free", text: "Eigene" }])).toEqual(new Map());
	const later = [answered("a", "Gruppe A", { goal: "Ziel A", "outcome!": "Kern A, neu" }), ...sheets.slice(2)];
	// Group B's sheet is not there to be read: nothing is known of it.
	expect([...changedSources(later, statements)]).toEqual([
		["0", "Kern A, neu"],
		["4", ""],
	]);
});
