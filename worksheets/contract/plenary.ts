import * as z from "zod/mini";
import { distributionSchema } from "../assessment/distribution.ts";
import { languageSchema } from "./language-schemas.ts";
import { PLENARY_VIEWS, SCOPE_KINDS } from "./snapshot.ts";

/**
 * What `GET /api/workshops/{id}/plenary` answers: what all groups, or the people of all
 * municipalities, say of one thing, side by side.
 */

const cellSchema = z.object({
	/**
	 * What the group agreed on: a point's value, or that they do not know; null where they have none. Of a municipality the
	 * median of its people, which can lie between two points; null where too few of them chose one.
	 */
	value: z.nullable(z.union([z.number(), z.literal("unknown")])),
	/** The Perspektive in words; empty where there is none, as the texts. */
	outlook: z.string(),
	evidence: z.string(),
	reason: z.string(),
	dissent: z.string(),
	/** How its people were spread, where that was revealed or counted and they were not too few to stay nameless. */
	distribution: z.nullable(distributionSchema),
});
export type OverviewCell = z.infer<typeof cellSchema>;

const rowSchema = z.object({
	/** One of `units`, and the question that says this. */
	document: z.string(),
	question: z.string(),
	/** In the order of `dimensions`. */
	cells: z.array(cellSchema),
});
export type OverviewRow = z.infer<typeof rowSchema>;

const moduleSchema = z.object({ id: z.string(), label: z.string(), rows: z.array(rowSchema) });
export type OverviewModule = z.infer<typeof moduleSchema>;

export const assessmentSchema = z.object({
	/** `<worksheet>/<block>`. */
	id: z.string(),
	worksheet: z.string(),
	title: z.string(),
	/** What was asked. */
	label: z.string(),
	/**
	 * What of it is told: for those who steer everything, for all others a view that was shown to them. `units` for all: the
	 * rows are municipalities rather than groups.
	 */
	view: z.enum(["all", ...PLENARY_VIEWS]),
	scale: z.object({
		points: z.array(z.object({ value: z.number(), label: z.string() })),
		unknown: z.string(),
	}),
	dimensions: z.array(z.object({ id: z.string(), label: z.string() })),
	/** Whose sheets these are, also those that say nothing yet; of a municipality, a name for its rows that is no sheet's. */
	units: z.array(
		z.object({
			document: z.string(),
			kind: z.enum([...SCOPE_KINDS, "unit"]),
			id: z.nullable(z.string()),
			name: z.string(),
		}),
	),
	/** By name. */
	modules: z.array(moduleSchema),
});
export type Assessment = z.infer<typeof assessmentSchema>;

export const plenarySchema = z.object({ language: languageSchema, assessments: z.array(assessmentSchema) });
export type Plenary = z.infer<typeof plenarySchema>;
