import * as z from "zod/mini";

/**
 * A table as data, for files that are calculated with: what is a number stays one, and a day is a day. The other tables
 * of a report are texts on paper (nodes.ts).
 */

/** Null is an empty cell; a day is `YYYY-MM-DD`. */
const dataCellSchema = z.union([z.string(), z.number(), z.object({ day: z.iso.date() }), z.null()]);
export type DataCell = z.infer<typeof dataCellSchema>;

export const dataTableSchema = z.object({
	/** Not of one line alone, and as long as a question may be: who writes files makes names of it. */
	name: z.string(),
	head: z.array(z.string()),
	/** As many cells each as `head` has. */
	rows: z.array(z.array(dataCellSchema)),
});
export type DataTable = z.infer<typeof dataTableSchema>;
