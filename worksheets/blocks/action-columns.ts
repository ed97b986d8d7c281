import type { Column } from "../schema/parts.ts";

/** The columns of every list of actions, so that the steps of all sheets can become one plan. */
export const ACTION_COLUMNS: readonly Column[] = [
	{ id: "what", kind: "text", label: { de: "Maßnahme", en: "Action" } },
	{ id: "goal", kind: "text", label: { de: "Ziel", en: "Goal" } },
	{ id: "responsible", kind: "person", label: { de: "Verantwortlich", en: "Responsible" } },
	{ id: "contributors", kind: "person", label: { de: "Mitwirkende", en: "Contributors" } },
	{ id: "firstStep", kind: "text", label: { de: "Erster Schritt", en: "First step" } },
	{ id: "due", kind: "date", label: { de: "Bis wann", en: "Due" } },
	{ id: "resources", kind: "text", label: { de: "Ressourcen", en: "Resources" } },
	{
		id: "status",
		kind: "choice",
		label: { de: "Status", en: "Status" },
		options: [
			{ id: "open", label: { de: "offen", en: "open" } },
			{ id: "begun", label: { de: "begonnen", en: "begun" } },
			{ id: "done", label: { de: "erledigt", en: "done" } },
			{ id: "dropped", label: { de: "verworfen", en: "dropped" } },
		],
	},
	{ id: "followUp", kind: "date", label: { de: "Wiedervorlage", en: "Follow-up" } },
	{ id: "reference", kind: "text", label: { de: "Bezug", en: "Relates to" } },
	{ id: "body", kind: "text", label: { de: "Gremium", en: "Body" } },
];

/** What a group settles while it works; the plan asks for the rest. */
export const SHORT_COLUMNS: readonly string[] = ["what", "responsible", "due", "firstStep"];

/** Columns that rows of former versions have no text for: a row has their cell once it has their text. */
export const LATER_COLUMNS: readonly string[] = ["reference", "body"];

export const MOST_ACTIONS = 100;

/** What a new action starts with. */
export const NEW_ACTION: Readonly<Record<string, string>> = { status: "open" };
