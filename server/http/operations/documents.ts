import { z } from "zod";
import { historySchema, setBackAnswerSchema, setBackSchema } from "../../../worksheets/contract/history.ts";
import { lateContributionSchema, lateReceiptSchema, lateSubmissionSchema } from "../../../worksheets/contract/late.ts";
import { STEERING } from "../../../worksheets/contract/roles.ts";
import { ROLES } from "../../../worksheets/contract/snapshot.ts";
import { json, type Operation } from "./operation.ts";

/** What comes late to a sheet, and how a sheet is set back to what it was. */
export const DOCUMENT_OPERATIONS: readonly Operation[] = [
	{
		method: "post",
		path: "/api/documents/{id}/late",
		summary:
			"Leave beside a closed worksheet what was written before it closed; 409 while it can be written in. The same id again has one effect",
		who: [...STEERING, "participant"],
		parameters: ["id"],
		body: lateSubmissionSchema,
		status: 201,
		answer: json(lateReceiptSchema),
		problems: [400, 401, 403, 404, 409, 413, 422, 429, 503],
	},
	{
		method: "get",
		path: "/api/documents/{id}/late",
		summary: "What came late, question by question, for whoever may open the worksheet",
		who: ROLES,
		parameters: ["id"],
		status: 200,
		answer: json(z.array(lateContributionSchema)),
		problems: [401, 403, 404, 429, 503],
	},
	{
		method: "get",
		path: "/api/documents/{id}/history",
		summary: "Moments a sheet can be set back to; for those who steer, until a day after the end",
		who: STEERING,
		parameters: ["id"],
		status: 200,
		answer: json(historySchema),
		problems: [401, 403, 404, 410, 429, 503],
	},
	{
		method: "get",
		path: "/api/documents/{id}/history/{at}",
		summary: "A sheet as it was at a moment (epoch milliseconds), as report nodes, to read",
		who: STEERING,
		parameters: ["id", "at"],
		status: 200,
		answer: json(z.object({ at: z.number(), report: z.array(z.looseObject({ kind: z.string() })) })),
		problems: [401, 403, 404, 410, 422, 429, 503],
	},
	{
		method: "post",
		path: "/api/documents/{id}/set-back",
		summary: "Set a sheet back to what it was; the same id again has one effect",
		who: STEERING,
		parameters: ["id"],
		body: setBackSchema,
		status: 200,
		answer: json(setBackAnswerSchema),
		problems: [400, 401, 403, 404, 410, 413, 422, 429, 503],
	},
];
