import { z } from "zod";
import { idSchema } from "../../worksheets/contract/ids.ts";
import { resultPartSchema } from "../../worksheets/contract/result-part.ts";
import { FORMATS } from "../export/exporter.ts";

/** Which file a link is to open: a format, and what else the export's address would say; or an uploaded file. */
export const downloadTokenSchema = z.union([
	z.object({ format: z.enum(FORMATS), ...resultPartSchema.shape }),
	z.strictObject({ material: idSchema }),
]);

/** A link to that file, good once and until then, in epoch milliseconds. */
export const downloadLinkSchema = z.object({ url: z.string(), expiresAt: z.number() });
