import * as z from "zod/mini";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import { type StepSheet, stepSheetSchema } from "../../worksheets/contract/steps.ts";
import { request } from "../session/api-client.ts";

const listSchema = z.array(stepSheetSchema);

/** The steps of all sheets that this person may open, as the server has them. */
export async function loadSteps(workshopId: string): Promise<Result<StepSheet[]>> {
	const answer = await request("GET", `/api/workshops/${workshopId}/steps`);
	if (!answer.ok) return answer;
	const parsed = listSchema.safeParse(answer.value);
	return parsed.success ? accepted(parsed.data) : refusal("unavailable");
}
