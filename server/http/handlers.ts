import { createHash } from "node:crypto";
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

/**
 * Answers with JSON and its ETag, or with 304 to whoever has it already. Express would not: browsers that compare by
 * themselves add `no-cache`, which to it means that they want all of it again.
 */
export function sendIfNew(request: Request, response: Response, value: unknown): void {
	const body = JSON.stringify(value);
	const mark = `W/"${createHash("sha256").update(body).digest("base64url")}"`;
	response.set("ETag", mark);
	if (request.get("If-None-Match") === mark) response.status(304).end();
	else response.type("json").send(body);
}

export const noStore: RequestHandler = (_request, response, next) => {
	response.set("Cache-Control", "no-store");
	next();
};
