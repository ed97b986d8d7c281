import * as z from "zod/mini";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import { stepSchema } from "../../worksheets/contract/steps.ts";
import { missingIn } from "../../worksheets/plan/missing.ts";
import { request } from "../session/api-client.ts";

const measuresSchema = z.array(stepSchema);

const copiedSchema = z.object({
	facilitatorUrl: z.url(),
	joinUrl: z.url(),
	recoveryCode: z.string(),
	measures: z.number(),
});
/** The links of a workshop that was made of another one, and how many measures came along. */
export type CopiedLinks = z.infer<typeof copiedSchema>;

/** Makes the next workshop of a series; with `measures` those that are still open stand in its plan. */
export async function copyWorkshop(
	workshopId: string,
	wanted: { title: string; measures: boolean },
): Promise<Result<CopiedLinks>> {
	const answer = await request("POST", `/api/workshops/${workshopId}/copy`, wanted);
	if (!answer.ok) return answer;
	const parsed = copiedSchema.safeParse(answer.value);
	return parsed.success ? accepted(parsed.data) : refusal("unavailable");
}

/** How many measures of the plan are neither done nor dropped. */
export async function countOpenMeasures(workshopId: string): Promise<Result<number>> {
	const answer = await request("GET", `/api/workshops/${workshopId}/measures`);
	if (!answer.ok) return answer;
	const parsed = measuresSchema.safeParse(answer.value);
	if (!parsed.success) return refusal("unavailable");
	return accepted(missingIn(parsed.data.map(({ row, cells }) => ({ id: row, cells }))).open);
}
