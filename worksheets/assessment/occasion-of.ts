import { z } from "zod";
import type { Block } from "../blocks/definitions.ts";
import { type Point, readPoint } from "../blocks/points.ts";
import { ratedParts } from "../blocks/rated-parts.ts";
import type { Localized } from "../contract/languages.ts";
import { type Distribution, distributionOf, pooled } from "./distribution.ts";
import type { Exported, ExportedSheet } from "./exported.ts";
import {
	type ComparedMeasure,
	type ComparedPart,
	LONGEST_ROW,
	LONGEST_TEXT,
	MOST_MEASURES,
	MOST_PARTS,
	type Occasion,
} from "./occasion.ts";
import { thingOf } from "./thing.ts";

/**
 * What a workshop's JSON export gives to the comparison. The shared sheets alone: groups' and the plenary's, which has
 * agreed on a value as a group does and counts as one. Things that people added themselves (own structure modules) have
 * another id in every sheet and are left out.
 */
export function occasionOf({ workshop, language, interim, phases, sheets, actionPlan }: Exported): Occasion {
	const begun = phases.flatMap(({ enteredAt }) => enteredAt ?? []);
	return {
		workshop: workshop.id,
		title: workshop.title,
		series: workshop.series,
		language,
		date: workshop.startsAt ?? begun[0] ?? workshop.endedAt,
		place: workshop.place,
		participants: workshop.participants,
		stage: interim ? (begun.length === 0 ? "coming" : "running") : "ended",
		parts: partsOf(sheets.filter(({ scope }) => scope.kind !== "participant")).slice(0, MOST_PARTS),
		measures: actionPlan.rows.slice(0, MOST_MEASURES).map(measureOf),
	};
}

/** One thing as a sheet has it: what was asked, the shared value and what people said each for themselves. */
interface Found {
	asked: Omit<ComparedPart, "groups" | "people">;
	value: Point | null;
	people: Pick<Distribution, "counts" | "unknown"> | null;
}

function partsOf(sheets: readonly ExportedSheet[]): ComparedPart[] {
	const byThing = new Map<string, Found[]>();
	for (const found of sheets.flatMap(foundIn)) {
		const thing = thingOf(found.asked);
		const known = byThing.get(thing);
		if (known === undefined) byThing.set(thing, [found]);
		else known.push(found);
	}
	return [...byThing.values()].flatMap((found): ComparedPart[] => {
		const [first] = found;
		if (first === undefined) return [];
		const scale = first.asked.points.map(({ value }) => value);
		const groups = distributionOf(
			scale,
			found.map(({ value }) => value),
		);
		const revealed = found.flatMap(({ people }) => people ?? []);
		const people = revealed.length === 0 ? null : pooled(scale, revealed);
		const said = groups.n + groups.unknown + (people === null ? 0 : people.n + people.unknown);
		return said === 0 ? [] : [{ ...first.asked, groups, people }];
	});
}

function foundIn({ worksheet, answered: { title, sections }, revealed }: ExportedSheet): Found[] {
	return sections.flatMap(({ blocks }) =>
		blocks.flatMap(({ definition, answers }) =>
			definition === null
				? []
				: answers.flatMap(({ name, item, answer }): Found[] => {
						if (typeof item?.label === "string") return [];
						const values = valuesOf(definition, answer);
						const people = revealed.find(({ question }) => question === name)?.parts ?? [];
						return ratedParts(definition).map(({ part, label, hint, scale }) => ({
							asked: {
								worksheet,
								title: plain(title),
								question: name,
								prompt: plain(definition.label),
								item: typeof item?.label === "object" ? plain(item.label) : null,
								part,
								label: plain(label),
								hint: hint === undefined ? null : plain(hint),
								points: scale.points.map((point) => ({ value: point.value, label: plain(point.label) })),
							},
							value: readPoint(scale, values.get(part)),
							people: people.find((one) => one.part === part)?.distribution ?? null,
						}));
					}),
		),
	);
}

const cells = z.record(z.string(), z.unknown());
const ANSWERS = {
	scale: z.object({ value: z.unknown() }),
	"module-assessment": z.object({ dimensions: z.array(z.object({ id: z.string(), state: z.unknown() })) }),
	checklist: z.array(z.object({ id: z.string(), answer: z.unknown() })),
	matrix: z.object({ rows: z.array(z.object({ id: z.string(), cells })) }),
};

/** The values of a block's rated parts as an export writes them; of another shape, none. */
function valuesOf({ type }: Block, answer: unknown): Map<string, unknown> {
	switch (type) {
		case "scale":
			return new Map([["", ANSWERS.scale.safeParse(answer).data?.value]]);
		case "module-assessment":
			return new Map(
				ANSWERS["module-assessment"].safeParse(answer).data?.dimensions.map(({ id, state }) => [id, state]),
			);
		case "checklist":
			return new Map(ANSWERS.checklist.safeParse(answer).data?.map((check) => [check.id, check.answer]));
		case "matrix":
			return new Map(
				ANSWERS.matrix
					.safeParse(answer)
					.data?.rows.flatMap((row) =>
						Object.entries(row.cells).map(([column, value]) => [`${row.id}.${column}`, value] as const),
					),
			);
		default:
			return new Map();
	}
}

function measureOf({ id, cells, source }: Exported["actionPlan"]["rows"][number]): ComparedMeasure {
	const textIn = (column: string) =>
		String(cells[column] ?? "")
			.trim()
			.slice(0, LONGEST_TEXT);
	return {
		row: id.slice(0, LONGEST_ROW),
		what: textIn("what"),
		responsible: textIn("responsible"),
		due: textIn("due"),
		status: textIn("status"),
		source: source === undefined ? null : { document: source.document, row: source.row.slice(0, LONGEST_ROW) },
	};
}

/** Without more languages than there are, and within the bound of what is kept. */
function plain({ de, en }: Localized): Localized {
	return { de: de.slice(0, LONGEST_TEXT), en: en.slice(0, LONGEST_TEXT) };
}
