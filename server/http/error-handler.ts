import type { ErrorRequestHandler } from "express";
import { z } from "zod";
import type { RefusalCode } from "../../worksheets/contract/refusals.ts";
import { refusal } from "../../worksheets/contract/result.ts";
import { asError } from "../as-error.ts";
import type { Logger } from "../logger.ts";
import { sendProblem } from "./problem.ts";

/** What body-parser throws for a body it cannot take, and express.static for a file it does not have. */
const requestError = z.object({ status: z.number() });

const REFUSED: Readonly<Record<number, RefusalCode>> = { 403: "forbidden", 404: "not-found", 413: "too-large" };

/** The last stop: broken requests are refusals, everything else is a bug that is logged once and told as 500. */
export function errorHandler(logger: Logger): ErrorRequestHandler {
	return (error: unknown, request, response, next) => {
		if (response.headersSent) {
			next(error);
			return;
		}
		const known = requestError.safeParse(error);
		if (known.success && known.data.status < 500) {
			sendProblem(response, refusal(REFUSED[known.data.status] ?? "malformed"));
			return;
		}
		if (error instanceof URIError) {
			sendProblem(response, refusal("malformed"));
			return;
		}
		logger.error("request failed", {
			method: request.method,
			error: asError(error),
		});
		response
			.status(500)
			.type("application/problem+json")
			.send(JSON.stringify({ type: "about:blank", title: "Internal error", status: 500 }));
	};
}
