import * as z from "zod/mini";
import { comparedMeasuresSchema } from "../assessment/compared-measures.ts";
import { comparisonSchema } from "../assessment/comparison.ts";
import { occasionSchema } from "../assessment/occasion.ts";
import { idSchema } from "./ids.ts";

/** A date of a series, as the comparison's page tells it: an occasion without what is compared. */
const seriesDateSchema = z.extend(z.omit(occasionSchema, { parts: true, measures: true }), {
	/** Where it comes from a file: the workshop to which that was added, and when. Else it is a workshop of this server. */
	file: z.nullable(z.object({ home: idSchema, at: z.number() })),
});
export type SeriesDate = z.infer<typeof seriesDateSchema>;

/** `GET /api/series/{id}`: the dates of a series, in their order, and what has changed between them. */
export const seriesViewSchema = z.object({
	id: idSchema,
	/** As the last of its workshops calls it. */
	name: z.string(),
	dates: z.array(seriesDateSchema),
	comparison: comparisonSchema,
	measures: z.nullable(comparedMeasuresSchema),
	/** The workshop that a file is added to: the last one of this server. It goes when that is erased. */
	home: z.object({ workshop: idSchema, title: z.string(), deleteOn: z.number() }),
});
export type SeriesView = z.infer<typeof seriesViewSchema>;

/** What adding a file answers. */
export const addedOccasionSchema = z.object({ id: idSchema, title: z.string(), date: z.nullable(z.number()) });
export type AddedOccasion = z.infer<typeof addedOccasionSchema>;
