import { expect, test } from "vitest";
import { decisionNodes } from "./decision-paper.ts";
import { toMarkdown } from "./markdown.ts";
import { assessmentOf } from "./overview.fixture.ts";
import type { ResultSheet, Results } from "./results.ts";

const BASE: Results = {
	format: "arena-results",
	version: 1,
	exportedAt: Date.UTC(2026, 2, 8, 12),
	interim: false,
	rehearsal: false,
	language: "de",
	part: { kind: "decision", of: "" },
	recipient: { role: "facilitator", names: [] },
	workshop: {
		id: "A".repeat(22),
		title: "Netzwerk",
		template: "expert-meeting",
		startsAt: Date.UTC(2026, 2, 8, 8),
		endedAt: null,
		place: "",
		series: null,
		deleteOn: 0,
		participants: 1,
	},
	phases: [
		{
			id: "a",
			title: "Arbeit",
			kind: "group",
			minutes: 20,
			assignment: "Was trägt?",
			enteredAt: 1,
			visits: [{ from: 1, to: 2 }],
		},
		{
			id: "b",
			title: "Pause",
			kind: "break",
			minutes: 20,
			assignment: "Kaffee",
			enteredAt: 2,
			visits: [{ from: 2, to: null }],
		},
		{ id: "c", title: "Übersprungen", kind: "group", minutes: 20, assignment: "Nichts", enteredAt: null, visits: [] },
	],
	groups: [],
	sheets: [],
	overview: [],
	actionPlan: { rows: [], missing: { open: 0, without: { responsible: 0, due: 0, firstStep: 0 } }, notTaken: [] },
	topics: [],
	messages: [],
};

const label = { de: "Frage", en: "Question" };

function sheetWith(block: ResultSheet["answered"]["sections"][number]["blocks"][number], title: string): ResultSheet {
	return {
		document: "D".repeat(22),
		worksheet: "any",
		worksheetVersion: 1,
		title,
		scope: { kind: "plenary", id: null, name: "Plenum" },
		credits: { names: [], changedAt: null },
		answered: {
			worksheet: "any",
			version: 1,
			title: label,
			sections: [{ id: "s", title: label, blocks: [block] }],
		},
		withheld: false,
		revealed: [],
		late: [],
	};
}

const paper = (results: Partial<Results>, body: string | null = null) =>
	toMarkdown(decisionNodes({ ...BASE, ...results }, body, "Europe/Berlin"));

test("says of each part that there is nothing, rather than leave it out", () => {
	expect(paper({}, "Rat")).toBe(
		[
			"# Sachverhalt",
			"Grundlage dieser Vorlage ist der Workshop „Netzwerk“ vom 8. März 2026 mit einer Person.",
			"Bearbeitet wurden:",
			"- Arbeit: Was trägt?",
			"# Befund",
			"*Bewertungen der Gruppen und gemeinsame Aussagen liegen nicht vor.*",
			"# Vorschlag",
			"*Abgestimmt wurde im Workshop nicht. Ergänzen Sie hier in der Word-Datei, was dem Gremium vorgeschlagen wird.*",
			"# Maßnahmen",
			"*Für dieses Gremium steht keine Maßnahme im Plan.*\n",
		].join("\n\n"),
	);
});

test("tells the groups' values and the themes as findings, and what was voted on as the proposal", () => {
	const themes = sheetWith(
		{
			definition: { id: "board", type: "synthesis", label },
			answers: [
				{
					name: "board",
					state: "done",
					empty: false,
					answer: {
						clusters: [{ id: "c1", name: "Zeit", statements: [{ id: "s1", text: "Mehr Übergaben" }] }],
						loose: [],
					},
				},
			],
		},
		"Synthese",
	);
	const vote = sheetWith(
		{
			definition: { id: "vote", type: "decision", label, points: 5 },
			answers: [
				{
					name: "vote",
					state: "done",
					empty: false,
					answer: {
						proposal: {
							method: "points",
							question: "Was zuerst?",
							points: 5,
							options: [{ id: "o1", label: "Stelle" }],
						},
						ballots: [],
						asked: [],
						result: {
							method: "points",
							question: "Was zuerst?",
							points: 5,
							eligible: 3,
							voted: 3,
							abstained: 1,
							options: [
								{
									id: "o1",
									label: "Stelle",
									n: 2,
									sum: 9,
									mean: 4.5,
									lowest: 4,
									highest: 5,
									spread: 1,
									counts: [],
									place: 1,
								},
							],
							reasons: [],
							moreReasons: 0,
						},
					},
				},
			],
		},
		"Auswahl mit Punkten",
	);
	const text = paper({
		sheets: [themes, vote],
		overview: [assessmentOf("Beirat", ["Verstetigung"], { "Gruppe A": [0], "Gruppe B": [2] })],
	});
	const [findings = "", proposal = ""] = text.split("# Befund")[1]?.split("# Vorschlag") ?? [];
	expect(findings).toContain("### Zeit\n\n- Mehr Übergaben");
	expect(findings).not.toContain("Überblick");
	expect(proposal).toContain("## Plenum: Auswahl mit Punkten");
	expect(proposal).toContain("Was zuerst?");
	expect(proposal).toContain("| Stelle |");
});
