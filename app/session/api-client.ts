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

/** One call of the JSON API, with this browser's cookie. */
export async function request(
	method: "GET" | "POST" | "DELETE",
	path: string,
	body?: unknown,
): Promise<Result<unknown>> {
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

/** A further link for the same person. */
export async function createReturnLink(workshopId: string): Promise<Result<string>> {
	const answer = await request("POST", `/api/workshops/${workshopId}/return-link`);
	if (!answer.ok) return answer;
	const url = urlIn(answer.value);
	return url === null ? refusal("unavailable") : accepted(url);
}

/** A link to one file of the results that works once, without being signed in. */
export async function createDownloadLink(workshopId: string, format: string): Promise<Result<string>> {
	const answer = await request("POST", `/api/workshops/${workshopId}/download-token`, { format });
	if (!answer.ok) return answer;
	const url = urlIn(answer.value);
	return url === null ? refusal("unavailable") : accepted(url);
}

/** A whole page of parsers for one string would weigh more than this page may. */
function urlIn(body: unknown): string | null {
	if (typeof body !== "object" || body === null || !("url" in body) || typeof body.url !== "string") return null;
	return /^https?:\/\//.test(body.url) ? body.url : null;
}

export function leaveWorkshop(workshopId: string): Promise<Result<unknown>> {
	return request("POST", `/api/workshops/${workshopId}/leave`);
}

export function deleteWorkshop(workshopId: string): Promise<Result<unknown>> {
	return request("DELETE", `/api/workshops/${workshopId}`);
}
