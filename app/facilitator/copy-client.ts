import * as z from "zod/mini";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import { request } from "../session/api-client.ts";

const copiedSchema = z.object({ facilitatorUrl: z.url(), joinUrl: z.url(), recoveryCode: z.string() });
/** The links of a workshop that was made of another one. */
export type CopiedLinks = z.infer<typeof copiedSchema>;

/** Makes the next workshop of a series. */
export async function copyWorkshop(workshopId: string, title: string): Promise<Result<CopiedLinks>> {
	const answer = await request("POST", `/api/workshops/${workshopId}/copy`, { title });
	if (!answer.ok) return answer;
	const parsed = copiedSchema.safeParse(answer.value);
	return parsed.success ? accepted(parsed.data) : refusal("unavailable");
}
