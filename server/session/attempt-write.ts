import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import { asError } from "../as-error.ts";
import type { Logger } from "../logger.ts";

/** The outcome of a write: `unavailable`, logged with `failure`, where the store does not take it. */
export async function attemptWrite<Value>(
	write: Promise<Value>,
	logger: Logger,
	failure: string,
): Promise<Result<Value>> {
	try {
		return accepted(await write);
	} catch (error) {
		logger.error(failure, { error: asError(error) });
		return refusal("unavailable");
	}
}
