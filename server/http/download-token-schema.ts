import { z } from "zod";
import { resultPartSchema } from "../../worksheets/contract/result-part.ts";
import { FORMATS } from "../export/exporter.ts";

/** Which file a link is to open: a format, and what else the export's address would say. */
export const downloadTokenSchema = z.object({ format: z.enum(FORMATS), ...resultPartSchema.shape });

/** A link to that file, good once and until then, in epoch milliseconds. */
export const downloadLinkSchema = z.object({ url: z.string(), expiresAt: z.number() });
