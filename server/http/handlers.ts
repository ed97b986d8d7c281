import type { Request, RequestHandler, Response } from "express";
import type * as z from "zod/v4/core";
import { safeParse } from "zod/v4/core";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import { sendProblem } from "./problem.ts";

/** A handler that answers itself or returns the refusal to answer with. */
export function answer(handle: (request: Request, response: Response) => Promise<Result<unknown>>): RequestHandler {
	return (request, response, next) => {
		handle(request, response).then((result) => {
			if (!result.ok) sendProblem(response, result);
		}, next);
	};
}

/** No JSON at all is malformed; JSON of another shape is invalid, with the first field that is wrong. */
export function parseBody<Value>(request: Request, schema: z.$ZodType<Value>): Result<Value> {
	const isJson = request.is(["application/json", "application/*+json"]) && request.headers["content-length"] !== "0";
	if (!isJson) return refusal("malformed", "a JSON body is required");
	const parsed = safeParse(schema, request.body);
	if (parsed.success) return accepted(parsed.data);
	const issue = parsed.error.issues[0];
	return refusal("invalid", issue ? `${issue.path.join(".") || "body"}: ${issue.message}` : undefined);
}

export const noStore: RequestHandler = (_request, response, next) => {
	response.set("Cache-Control", "no-store");
	next();
};
