import * as z from "zod/mini";

const count = z.int().check(z.gte(0));

/** How far a package is that is being downloaded, as `GET /api/workshops/{id}/export-progress/{packageId}` says it. */
export const packageProgressSchema = z.object({
	/** How many it has; 0 where it has not begun. */
	files: count,
	written: count,
	/** The names of those that could not be written. */
	missing: z.array(z.string()),
	/** Whether nothing more comes; with fewer files than there are to be, it was broken off. */
	over: z.boolean(),
});
export type PackageProgress = z.infer<typeof packageProgressSchema>;
