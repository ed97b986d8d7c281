import type { RefusalCode } from "../../worksheets/contract/refusals.ts";
import { type Refusal, type Result, refusal } from "../../worksheets/contract/result.ts";
import type { FailureLimits } from "./limits.ts";

/**
 * Lets a client try a code or a password: `too-many-requests`, and nothing is tried, once its guesses are used up.
 * `wrong`: the refusals that are a guess gone wrong; any other costs nothing.
 */
export async function guess<Value>(
	limits: FailureLimits,
	client: string,
	wrong: readonly RefusalCode[],
	attempt: () => Promise<Result<Value>>,
): Promise<Result<Value>> {
	if (!limits.allows(client)) return refusal("too-many-requests");
	const result = await attempt();
	if (!result.ok && wrong.includes(result.refused)) limits.failed(client);
	return result;
}

/**
 * Counts a token that has turned out to be wrong; `too-many-requests` in its place once a client's guesses are used up.
 * Asked only afterwards, so that a good token is never held up by somebody else's failures behind the same address.
 */
export function wrongToken(limits: FailureLimits, client: string, refused: Refusal): Refusal {
	if (!limits.allows(client)) return refusal("too-many-requests");
	limits.failed(client);
	return refused;
}
