import type * as z from "zod/mini";
import { type History, historySchema, type PastSheet, pastSheetSchema } from "../../worksheets/contract/history.ts";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import { request } from "../session/api-client.ts";

/** The moments that a sheet can be set back to. */
export function loadHistory(documentId: string): Promise<Result<History>> {
	return read(`/api/documents/${documentId}/history`, historySchema);
}

/** A sheet as it was. */
export function loadPastSheet(documentId: string, at: number): Promise<Result<PastSheet>> {
	return read(`/api/documents/${documentId}/history/${at}`, pastSheetSchema);
}

async function read<Value>(path: string, schema: z.ZodMiniType<Value>): Promise<Result<Value>> {
	const answer = await request("GET", path);
	if (!answer.ok) return answer;
	const parsed = schema.safeParse(answer.value);
	return parsed.success ? accepted(parsed.data) : refusal("unavailable");
}
