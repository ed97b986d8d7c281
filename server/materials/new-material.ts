import { z } from "zod";
import { slugSchema } from "../../worksheets/contract/ids.ts";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import { lineSchema, optionalLineSchema } from "../../worksheets/contract/line-schema.ts";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";

const NAME_MOST = 1000;

/** What an upload says of itself before its bytes. */
export const newMaterialSchema = z.strictObject({
	phase: slugSchema,
	label: lineSchema(LIMITS.materialLabelCodePoints),
	/** The file's own name; only its ending is looked at, and none of it kept. */
	name: z.string().max(NAME_MOST),
	/** What a picture shows: required for pictures. */
	alt: optionalLineSchema(LIMITS.altCodePoints).default(""),
});
export type NewMaterial = z.infer<typeof newMaterialSchema>;

/** Reads the header `Arena-Material`: percent-encoded JSON. */
export function readNewMaterial(header: string | undefined): Result<NewMaterial> {
	if (header === undefined) return refusal("malformed", "the header Arena-Material is required");
	let said: unknown;
	try {
		said = JSON.parse(decodeURIComponent(header));
	} catch {
		return refusal("malformed", "Arena-Material: no percent-encoded JSON");
	}
	const parsed = newMaterialSchema.safeParse(said);
	if (parsed.success) return accepted(parsed.data);
	const issue = parsed.error.issues[0];
	return refusal("invalid", issue ? `${issue.path.join(".") || "header"}: ${issue.message}` : undefined);
}
