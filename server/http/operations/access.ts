import { z } from "zod";
import { enterSchema, linkInputSchema, recoverSchema } from "../../../worksheets/contract/api.ts";
import {
	createdLinkSchema,
	enteredSchema,
	linkViewSchema,
	recoveredSchema,
	recoveryCodeSchema,
} from "../../../worksheets/contract/links.ts";
import { ROLES } from "../../../worksheets/contract/snapshot.ts";
import { FACILITATOR, json, type Operation } from "./operation.ts";

/** How people come in by a link, hand one on, find back and leave. */
export const ACCESS_OPERATIONS: readonly Operation[] = [
	{
		method: "post",
		path: "/api/workshops/{id}/enter",
		summary:
			"Exchange a link's secret for this browser's cookie; with `ask`, only say so where the browser is somebody else already",
		parameters: ["id"],
		body: enterSchema,
		who: "anyone",
		status: 200,
		answer: json(enteredSchema),
		problems: [400, 401, 403, 404, 410, 422, 429, 503],
	},
	{
		method: "post",
		path: "/api/workshops/{id}/links",
		summary:
			"A link for a co-facilitator or an observer, its secret in the fragment and shown here only; facilitator only",
		who: FACILITATOR,
		parameters: ["id"],
		body: linkInputSchema,
		status: 201,
		answer: json(createdLinkSchema),
		problems: [400, 401, 403, 404, 409, 410, 413, 422, 429, 503],
	},
	{
		method: "get",
		path: "/api/workshops/{id}/links",
		summary: "Those links with the day of their last use, without secrets; facilitator only",
		who: FACILITATOR,
		parameters: ["id"],
		status: 200,
		answer: json(z.array(linkViewSchema)),
		problems: [401, 403, 404, 410, 429, 503],
	},
	{
		method: "delete",
		path: "/api/workshops/{id}/links/{linkId}",
		summary: "Take a link back: its lines are closed and it opens nothing any more; facilitator only",
		who: FACILITATOR,
		parameters: ["id", "linkId"],
		status: 204,
		problems: [401, 403, 404, 410, 429, 503],
	},
	{
		method: "post",
		path: "/api/workshops/{id}/recovery-code",
		summary: "A new recovery code in the place of the one before; facilitator only",
		who: FACILITATOR,
		parameters: ["id"],
		status: 201,
		answer: json(recoveryCodeSchema),
		problems: [401, 403, 404, 410, 429, 503],
	},
	{
		method: "post",
		path: "/api/workshops/{code}/recover",
		summary: "A new facilitator's secret for whoever has the recovery code; the one before opens nothing any more",
		parameters: ["code"],
		body: recoverSchema,
		who: "anyone",
		status: 200,
		answer: json(recoveredSchema),
		problems: [400, 401, 404, 410, 413, 422, 429, 503],
	},
	{
		method: "post",
		path: "/api/workshops/{id}/return-link",
		summary: "A further link for the same person, for another device",
		who: ROLES,
		parameters: ["id"],
		status: 201,
		answer: json(z.object({ url: z.string() })),
		problems: [401, 403, 404, 410, 429, 503],
	},
	{
		method: "post",
		path: "/api/workshops/{id}/leave",
		summary: "This browser forgets the workshop; the person can come back by link",
		who: ROLES,
		parameters: ["id"],
		status: 204,
		problems: [401, 403, 404, 410, 429, 503],
	},
];
