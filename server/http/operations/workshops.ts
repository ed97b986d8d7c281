import { z } from "zod";
import { ratingResultSchema } from "../../../worksheets/assessment/rating-result.ts";
import { voteResultSchema } from "../../../worksheets/assessment/vote-result.ts";
import {
	copiedWorkshopSchema,
	copyWorkshopSchema,
	createdWorkshopSchema,
	createWorkshopSchema,
	joinedSchema,
	joinSchema,
	rehearsalSchema,
} from "../../../worksheets/contract/api.ts";
import { erasureSchema } from "../../../worksheets/contract/erasure.ts";
import { ROLES, ratingViewSchema, snapshotSchema, voteViewSchema } from "../../../worksheets/contract/snapshot.ts";
import { FACILITATOR, json, type Operation } from "./operation.ts";

/** The page parses a result only where it shows one; other programs want to know its shape. */
const describedSnapshot = z.object({
	...snapshotSchema.shape,
	ratings: z.array(z.object({ ...ratingViewSchema.shape, result: z.optional(ratingResultSchema) })),
	votes: z.array(z.object({ ...voteViewSchema.shape, result: z.optional(voteResultSchema) })),
});

/** How a workshop comes to be, is tried out, joined, looked at and erased. */
export const WORKSHOP_OPERATIONS: readonly Operation[] = [
	{
		method: "post",
		path: "/api/workshops",
		summary: "Create a workshop from a template",
		body: createWorkshopSchema,
		who: "anyone",
		status: 201,
		answer: json(createdWorkshopSchema),
		problems: [400, 401, 413, 422, 429, 503],
	},
	{
		method: "post",
		path: "/api/workshops/{id}/copy",
		summary:
			"Make the next workshop of a series: the same plan, worksheets and settings, with `measures` the open measures, no people, no answers; facilitator only",
		who: FACILITATOR,
		parameters: ["id"],
		body: copyWorkshopSchema,
		status: 201,
		answer: json(copiedWorkshopSchema),
		problems: [400, 401, 403, 404, 410, 413, 422, 429, 503],
	},
	{
		method: "post",
		path: "/api/workshops/{id}/rehearsal",
		summary: "Try the workshop out, before its start, with people whom the server plays; facilitator only",
		who: FACILITATOR,
		parameters: ["id"],
		body: rehearsalSchema,
		status: 201,
		answer: json(rehearsalSchema),
		problems: [400, 401, 403, 404, 409, 410, 413, 422, 429, 503],
	},
	{
		method: "delete",
		path: "/api/workshops/{id}/rehearsal",
		summary: "The lobby as it was: nobody who was played, no word written since; the plan stays",
		who: FACILITATOR,
		parameters: ["id"],
		status: 204,
		problems: [401, 403, 404, 409, 410, 503],
	},
	{
		method: "post",
		path: "/api/workshops/{code}/join",
		summary:
			"Join with the spoken code, from creation to end; 403 `door-closed` while the facilitator lets nobody in, and a snapshot that says `you.waiting` where they let people in one by one",
		parameters: ["code"],
		body: joinSchema,
		who: "anyone",
		status: 201,
		answer: json(joinedSchema),
		problems: [400, 403, 404, 409, 410, 413, 422, 429, 503],
	},
	{
		method: "get",
		path: "/api/workshops/{id}",
		summary: "The snapshot, as the session socket sends it to this token",
		who: ROLES,
		parameters: ["id"],
		status: 200,
		answer: json(describedSnapshot),
		problems: [401, 403, 404, 410, 429, 503],
	},
	{
		method: "delete",
		path: "/api/workshops/{id}",
		summary: "Erase the workshop and all it holds; facilitator only",
		who: FACILITATOR,
		parameters: ["id"],
		status: 204,
		problems: [401, 403, 404, 410, 429, 503],
	},
	{
		method: "get",
		path: "/api/workshops/{id}/erasure",
		summary:
			"What is left of a workshop that was erased: when, why and how much, no name and no word; 404 for any other. Every other call with its id answers 410",
		who: "anyone",
		parameters: ["id"],
		status: 200,
		answer: json(erasureSchema),
		problems: [404, 503],
	},
];
