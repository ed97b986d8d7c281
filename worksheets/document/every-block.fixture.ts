import type { Block, BlockOf } from "../blocks/definitions.ts";
import type { Localized } from "../contract/languages.ts";
import { type Worksheet, worksheetSchema } from "../schema/worksheet.ts";

/** A worksheet for tests with every block type, some of them repeating over what the ranking chose. */

function both(text: string): Localized {
	return { de: text, en: `${text} (en)` };
}

function named(id: string, text: string) {
	return { id, label: both(text) };
}

const scale = {
	id: "stand",
	points: [
		{ value: 0, label: both("nicht begonnen") },
		{ value: 1, label: both("begonnen") },
		{ value: 2, label: both("umgesetzt") },
	],
	unknown: both("weiß nicht"),
};
const level = {
	id: "level",
	points: ["gering", "eher gering", "eher hoch", "hoch"].map((label, index) => ({
		value: index + 1,
		label: both(label),
	})),
	unknown: both("weiß nicht"),
};
const options = [
	{
		...named("board", "Beirat"),
		members: both("Politik und Verwaltung"),
		mandate: both("beratend"),
		cadence: both("zweimal im Jahr"),
	},
	named("circle", "Kreis"),
	named("constructor", "Konstrukteur"),
];
const repeat = { over: "modules" };
const columns = [
	{ ...named("note", "Notiz"), kind: "text" as const },
	{ ...named("who", "Wer"), kind: "person" as const },
	{ ...named("when", "Wann"), kind: "date" as const },
	{ ...named("clear", "Klar"), kind: "yes-partly-no" as const },
	{ ...named("kind", "Art"), kind: "choice" as const, options },
	{ ...named("stand", "Stand"), kind: "scale" as const, scale },
];

// These also make up what is generated.
const form = { ...named("form", "Form"), type: "choice" as const, options, own: true };
const check = {
	...named("check", "Prüfliste"),
	type: "checklist" as const,
	items: [named("mandate", "Mandat"), named("money", "Mittel")],
};
const list = { ...named("list", "Liste"), type: "table" as const, columns, rowName: both("Zeile"), maxRows: 3 };
const grid = {
	...named("grid", "Raster"),
	type: "matrix" as const,
	repeat: { cells: true },
	columns,
	rows: [named("top", "Oben"), named("low", "Unten")],
};

export const everyBlock: Worksheet = worksheetSchema.parse({
	kind: "worksheet",
	id: "every-block",
	version: 3,
	title: both("Alles"),
	purpose: both("Zum Prüfen"),
	terms: [{ id: "lasting", term: both("Verstetigung"), meaning: both("Was über Personen hinaus bleibt.") }],
	sections: [
		{
			id: "selection",
			title: both("Auswahl"),
			blocks: [{ ...named("modules", "Bausteine"), type: "ranking", options, own: true, places: 2 }],
		},
		{
			id: "repeated",
			title: both("Je Baustein"),
			blocks: [
				{ ...named("why", "Warum?"), type: "rich-text", repeat },
				{ ...named("sum", "Fazit?"), type: "rich-text", keyMessage: true, repeat: { ...repeat, cells: true } },
				{
					...named("assessment", "Bewertung"),
					type: "module-assessment",
					repeat: { ...repeat, cells: true },
					dimensions: [named("lasting", "Verstetigung"), named("reach", "Reichweite")],
					state: scale,
					outlooks: [named("extend", "ausbauen"), named("end", "beenden")],
				},
			],
		},
		{
			id: "single",
			title: both("Einmal"),
			blocks: [
				{ ...named("goal", "Ziel?"), type: "rich-text" },
				{ ...named("outcome", "Ergebnis?"), type: "rich-text", keyMessage: true, repeat: { cells: true } },
				{ ...named("name", "Name"), type: "text" },
				{ ...named("day", "Tag"), type: "text", format: "date", optional: true },
				form,
				{ ...named("paths", "Wege"), type: "multi-choice", options, own: true, reason: true },
				{ ...named("mood", "Stimmung"), type: "scale", scale },
				check,
				{
					...named("ticks", "Haken"),
					type: "checklist",
					answers: "tick",
					items: [named("first", "Erstens"), named("second", "Zweitens")],
				},
				{
					...named("rated", "Stand der Dinge"),
					type: "checklist",
					answers: { scale },
					note: true,
					repeat: { cells: true },
					items: [named("order", "Auftrag"), named("staff", "Personal")],
				},
				{
					...named("chosen", "Gewählt"),
					type: "checklist",
					answers: { options },
					items: [named("lead", "Leitung"), named("work", "Arbeit")],
				},
				list,
				grid,
				{ ...named("steps", "Schritte"), type: "actions" },
				{
					...named("actors", "Akteure"),
					type: "actor-map",
					repeat: { cells: true },
					rowName: both("Akteur"),
					private: true,
					parts: [
						{
							id: "who",
							title: both("Wer"),
							columns: [
								{ ...named("name", "Name"), kind: "text" },
								{ ...named("field", "Bereich"), kind: "choice", options },
							],
						},
						{
							id: "rating",
							title: both("Einschätzung"),
							columns: [
								{ ...named("influence", "Einfluss"), kind: "scale", scale: level },
								{ ...named("interest", "Interesse"), kind: "scale", scale: level },
								{ ...named("active", "Aktiv"), kind: "yes-partly-no" },
							],
						},
					],
					axes: { across: "interest", up: "influence" },
					quadrants: {
						both: both("eng einbinden"),
						across: both("informieren"),
						up: both("überzeugen"),
						neither: both("beobachten"),
					},
				},
				{ ...named("ruling", "Beschluss?"), type: "decision", repeat: { cells: true }, method: "points", points: 4 },
				{ ...named("board", "Synthese"), type: "synthesis", repeat: { cells: true } },
				{
					...named("profile", "Profil"),
					type: "generated",
					view: "profile",
					of: [{ name: both("Raster"), block: { ...grid, columns: columns.filter(({ kind }) => kind === "scale") } }],
				},
				{
					...named("fitting", "Passende Formate"),
					type: "generated",
					view: "format-suggestion",
					of: [form],
					suggestions: [{ when: "board", formats: [{ ...named("council", "Rat"), why: both("Weil er berät") }] }],
				},
				{
					...named("lean", "Schlank?"),
					type: "generated",
					view: "lean-structure",
					of: [check, list],
					columns: { name: "note", mandate: "who", cadence: "when", kind: "kind", theme: "note" },
				},
			],
		},
		{
			id: "progress",
			role: "progress",
			title: both("Fortschritt"),
			blocks: [{ ...named("done", "Fertig"), type: "checklist", answers: "tick", items: [named("goal", "Ziel?")] }],
		},
	],
});

/** One of its blocks by id, as the type it is. */
export function blockOf<Kind extends Block["type"]>(type: Kind, id: string): BlockOf<Kind> {
	for (const section of everyBlock.sections) {
		for (const block of section.blocks) if (block.id === id && isOf(block, type)) return block;
	}
	throw new Error(`no ${type} block ${id}`);
}

function isOf<Kind extends Block["type"]>(block: Block, type: Kind): block is BlockOf<Kind> {
	return block.type === type;
}
