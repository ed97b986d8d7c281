import { z } from "zod";
import { slugSchema } from "../contract/ids.ts";

/**
 * A worksheet as a group might fill it in. Answers stand by block id, in the shapes of examples/fillings.ts; those of a
 * block that repeats by item first.
 */
export const exampleSchema = z.strictObject({
	kind: z.literal("example"),
	worksheet: slugSchema,
	version: z.int().min(1),
	answers: z.record(slugSchema, z.unknown()),
});
export type Example = z.output<typeof exampleSchema>;
