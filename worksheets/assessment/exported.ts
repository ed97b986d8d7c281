import { z } from "zod";
import { blockSchema } from "../blocks/definitions.ts";
import { isRated } from "../blocks/rated-parts.ts";
import { idSchema, questionNameSchema, slugSchema } from "../contract/ids.ts";
import { languageSchema, localizedSchema } from "../contract/language-schemas.ts";
import { scopeKindSchema } from "../contract/snapshot.ts";

/**
 * As much of a JSON export (report/results.ts) as a comparison is made from. The file comes from outside: whatever of it
 * is used has a shape and a bound here, and all the rest of it is left where it was.
 */

const line = z.string().max(2_000);
/** As many as there may be: what goes beyond is left out, so that one large sheet does not cost the whole date. */
function upTo<Entry extends z.ZodType>(most: number, entry: Entry) {
	return z.preprocess((value: unknown) => (Array.isArray(value) ? value.slice(0, most) : value), z.array(entry));
}

/** A question is asked of fewer things; only own entries, which are not compared, come to more. */
const MOST_ANSWERS = 200;
/** Every cell of the largest matrix (blocks/definitions.ts). */
const MOST_PARTS = 40 * 8;

/** More people than any workshop has seats, tables included. */
const count = z.int().min(0).max(10_000);
const distribution = z.object({
	unknown: count,
	counts: z.array(z.object({ value: z.number(), people: count })).max(11),
});

/** Only blocks that rate something are looked into: a later release may have types that this one does not know. */
const RATING_TYPES = new Set(["scale", "module-assessment", "checklist", "matrix"]);
const definition = z.looseObject({ id: slugSchema, type: z.string() }).transform((block, context) => {
	if (!RATING_TYPES.has(block.type)) return null;
	const parsed = blockSchema.safeParse(block);
	if (parsed.success) return isRated(parsed.data) ? parsed.data : null;
	context.addIssue({ code: "custom", message: `${block.type}: not as this release knows it` });
	return z.NEVER;
});

const sheet = z.object({
	worksheet: slugSchema,
	scope: z.object({ kind: scopeKindSchema }),
	answered: z.object({
		title: localizedSchema,
		sections: z
			.array(
				z.object({
					blocks: z
						.array(
							z.object({
								definition,
								answers: upTo(
									MOST_ANSWERS,
									z.object({
										name: questionNameSchema,
										/** The name of an own entry is a plain text. */
										item: z.object({ label: z.union([localizedSchema, z.string()]) }).optional(),
										answer: z.unknown(),
									}),
								),
							}),
						)
						.max(200),
				}),
			)
			.max(100),
	}),
	/** Absent in files of releases in which nothing was revealed yet. */
	revealed: upTo(
		MOST_ANSWERS,
		z.object({
			question: questionNameSchema,
			parts: upTo(MOST_PARTS, z.object({ part: z.string().max(200), distribution })),
		}),
	).default([]),
});
export type ExportedSheet = z.infer<typeof sheet>;

export const exportedSchema = z.object({
	format: z.literal("arena-results"),
	version: z.literal(1),
	interim: z.boolean(),
	rehearsal: z.boolean().default(false),
	language: languageSchema,
	/** A file of a group or of the measures alone would pass for what all have said. */
	part: z.object({ kind: z.literal("all") }).default({ kind: "all" }),
	workshop: z.object({
		id: idSchema,
		title: line,
		startsAt: z.int().nullable(),
		endedAt: z.int().nullable(),
		place: line,
		series: z.object({ name: line, number: z.int() }).nullable().default(null),
		participants: z.int().min(0),
	}),
	phases: z.array(z.object({ enteredAt: z.int().nullable() })).max(200),
	sheets: z.array(sheet).max(2_000),
	actionPlan: z
		.object({
			rows: z.array(
				z.object({
					id: z.string(),
					cells: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
					source: z.object({ document: idSchema, row: z.string() }).optional(),
				}),
			),
		})
		.default({ rows: [] }),
});
export type Exported = z.infer<typeof exportedSchema>;
