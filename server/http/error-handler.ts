import type { ErrorRequestHandler } from "express";
import { z } from "zod";
import { refusal } from "../../worksheets/contract/result.ts";
import type { Logger } from "../logger.ts";
import { sendProblem } from "./problem.ts";

/** What body-parser throws for a body it cannot take. */
const bodyError = z.object({ type: z.string().optional(), status: z.number() });

/** The last stop: broken bodies are refusals, everything else is a bug that is logged once and told as 500. */
export function errorHandler(logger: Logger): ErrorRequestHandler {
	return (error: unknown, request, response, next) => {
		if (response.headersSent) {
			next(error);
			return;
		}
		const body = bodyError.safeParse(error);
		if (body.success && body.data.status < 500) {
			sendProblem(response, refusal(body.data.type === "entity.too.large" ? "too-large" : "malformed"));
			return;
		}
		if (error instanceof URIError) {
			sendProblem(response, refusal("malformed"));
			return;
		}
		logger.error("request failed", {
			method: request.method,
			error: error instanceof Error ? error : new Error("not an error"),
		});
		response
			.status(500)
			.type("application/problem+json")
			.send(JSON.stringify({ type: "about:blank", title: "Internal error", status: 500 }));
	};
}
