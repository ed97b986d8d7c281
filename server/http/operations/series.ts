import { exportedSchema } from "../../../worksheets/assessment/exported.ts";
import { STEERING } from "../../../worksheets/contract/roles.ts";
import { addedOccasionSchema, seriesViewSchema } from "../../../worksheets/contract/series.ts";
import { json, type Operation } from "./operation.ts";

/** Workshops that belong together. */
export const SERIES_OPERATIONS: readonly Operation[] = [
	{
		method: "get",
		path: "/api/series/{seriesId}",
		summary:
			"The dates of a series whose tokens the request brings (one bearer token, or all cookies), with what was added from files, compared; there is none for anybody else",
		parameters: ["seriesId"],
		who: STEERING,
		hidden: true,
		status: 200,
		answer: json(seriesViewSchema),
		problems: [403, 404, 429, 503],
	},
	{
		method: "post",
		path: "/api/workshops/{id}/occasions",
		summary:
			"Add the JSON export of an earlier workshop to the comparison; only what is compared is kept, until this workshop is erased",
		parameters: ["id"],
		who: STEERING,
		body: exportedSchema,
		status: 201,
		answer: json(addedOccasionSchema),
		problems: [400, 401, 403, 404, 409, 410, 413, 422, 429, 503],
	},
	{
		method: "delete",
		path: "/api/workshops/{id}/occasions/{occasionId}",
		summary: "Take an added file out of the comparison again",
		parameters: ["id", "occasionId"],
		who: STEERING,
		status: 204,
		problems: [401, 403, 404, 410, 429, 503],
	},
];
