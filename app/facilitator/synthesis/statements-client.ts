import * as z from "zod/mini";
import { accepted, type Result, refusal } from "../../../worksheets/contract/result.ts";
import { type AnswerSheet, answerSheetSchema } from "../../../worksheets/contract/statements.ts";
import { request } from "../../session/api-client.ts";

const listSchema = z.array(answerSheetSchema);

/** What all sheets that this person may open say in words, as the server has them. */
export async function loadStatements(workshopId: string): Promise<Result<AnswerSheet[]>> {
	const answer = await request("GET", `/api/workshops/${workshopId}/statements`);
	if (!answer.ok) return answer;
	const parsed = listSchema.safeParse(answer.value);
	return parsed.success ? accepted(parsed.data) : refusal("unavailable");
}
