import * as z from "zod/mini";
import { slugSchema } from "../../../worksheets/contract/ids.ts";
import { localizedSchema } from "../../../worksheets/contract/language-schemas.ts";
import type { Language } from "../../../worksheets/contract/languages.ts";
import { accepted, type Result, refusal } from "../../../worksheets/contract/result.ts";
import { withoutSoftHyphens } from "../../../worksheets/report/soft-hyphens.ts";
import { asDimension } from "../../../worksheets/schema/proposed-dimensions.ts";
import { request } from "../../session/api-client.ts";
import type { Preset } from "./draft.ts";

const rowSchema = z.object({ id: slugSchema, label: localizedSchema, hint: z.optional(localizedSchema) });
const presetsSchema = z.array(z.object({ id: slugSchema, title: localizedSchema, dimensions: z.array(rowSchema) }));

/** What the library proposes to assess structure modules by, in the workshop's language. */
export async function loadPresets(language: Language): Promise<Result<Preset[]>> {
	const answer = await request("GET", "/api/dimensions");
	if (!answer.ok) return answer;
	const parsed = presetsSchema.safeParse(answer.value);
	if (!parsed.success) return refusal("unavailable");
	return accepted(
		parsed.data.map(({ id, title, dimensions }) => ({
			id,
			title: withoutSoftHyphens(title[language]),
			dimensions: dimensions.map((row) => asDimension(row, language)),
		})),
	);
}
