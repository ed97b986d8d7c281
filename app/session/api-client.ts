import { z } from "zod";
import type { RefusalCode } from "../../worksheets/contract/refusals.ts";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";

const STATUS: Record<number, RefusalCode> = {
	401: "unauthenticated",
	403: "forbidden",
	404: "not-found",
	409: "full",
	410: "ended",
	413: "too-large",
	422: "invalid",
	429: "too-many-requests",
};

const returnLinkSchema = z.object({ url: z.url() });

async function request(method: "POST" | "DELETE", path: string, body?: unknown): Promise<Result<unknown>> {
	try {
		const response = await fetch(path, {
			method,
			...(body === undefined ? {} : { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }),
		});
		if (!response.ok) return refusal(STATUS[response.status] ?? "unavailable");
		return accepted(response.status === 204 ? null : await response.json());
	} catch (error) {
		// fetch throws a TypeError without a line; a captive portal answers with something that is no JSON.
		if (error instanceof TypeError || error instanceof SyntaxError) return refusal("unavailable");
		throw error;
	}
}

/** Exchanges a link's secret for this browser's cookie. */
export function enterWorkshop(workshopId: string, token: string): Promise<Result<unknown>> {
	return request("POST", `/api/workshops/${workshopId}/enter`, { token });
}

/** A further link for the same person. */
export async function createReturnLink(workshopId: string): Promise<Result<string>> {
	const answer = await request("POST", `/api/workshops/${workshopId}/return-link`);
	if (!answer.ok) return answer;
	const parsed = returnLinkSchema.safeParse(answer.value);
	return parsed.success ? accepted(parsed.data.url) : refusal("unavailable");
}

export function leaveWorkshop(workshopId: string): Promise<Result<unknown>> {
	return request("POST", `/api/workshops/${workshopId}/leave`);
}

export function deleteWorkshop(workshopId: string): Promise<Result<unknown>> {
	return request("DELETE", `/api/workshops/${workshopId}`);
}
