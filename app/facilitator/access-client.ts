import * as z from "zod/mini";
import {
	type CreatedLink,
	createdLinkSchema,
	type LinkRole,
	type LinkView,
	linkViewSchema,
	recoveryCodeSchema,
} from "../../worksheets/contract/links.ts";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import { request } from "../session/api-client.ts";

const listSchema = z.array(linkViewSchema);

/** What the server answers, in the shape that is expected; `unavailable` where it is another. */
async function asked<Value>(answer: Promise<Result<unknown>>, schema: z.ZodMiniType<Value>): Promise<Result<Value>> {
	const result = await answer;
	if (!result.ok) return result;
	const parsed = schema.safeParse(result.value);
	return parsed.success ? accepted(parsed.data) : refusal("unavailable");
}

export function loadLinks(workshopId: string): Promise<Result<LinkView[]>> {
	return asked(request("GET", `/api/workshops/${workshopId}/links`), listSchema);
}

export function createLink(workshopId: string, input: { role: LinkRole; label: string }): Promise<Result<CreatedLink>> {
	return asked(request("POST", `/api/workshops/${workshopId}/links`, input), createdLinkSchema);
}

export function revokeLink(workshopId: string, link: string): Promise<Result<unknown>> {
	return request("DELETE", `/api/workshops/${workshopId}/links/${link}`);
}

/** A new recovery code, as it is to be written down. */
export async function renewRecoveryCode(workshopId: string): Promise<Result<string>> {
	const answer = await asked(request("POST", `/api/workshops/${workshopId}/recovery-code`), recoveryCodeSchema);
	return answer.ok ? accepted(answer.value.recoveryCode) : answer;
}
