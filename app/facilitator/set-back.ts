import type { SetBackRequest } from "../../worksheets/contract/history.ts";
import type { Result } from "../../worksheets/contract/result.ts";
import { request } from "../session/api-client.ts";

/** Sets a sheet back for everybody. Sent again with the same id, it happens once. */
export function setBack(documentId: string, body: SetBackRequest): Promise<Result<unknown>> {
	return request("POST", `/api/documents/${documentId}/set-back`, body);
}
