import type { Result } from "../../../worksheets/contract/result.ts";
import { request } from "../../session/api-client.ts";

/** So many people are played from now on. */
export function beginRehearsal(workshopId: string, participants: number): Promise<Result<unknown>> {
	return request("POST", `/api/workshops/${workshopId}/rehearsal`, { participants });
}

export function endRehearsal(workshopId: string): Promise<Result<unknown>> {
	return request("DELETE", `/api/workshops/${workshopId}/rehearsal`);
}
