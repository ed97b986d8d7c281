import { z } from "zod";
import { ROLES } from "../../../worksheets/contract/snapshot.ts";
import { stepSheetSchema } from "../../../worksheets/contract/steps.ts";
import { json, type Operation } from "./operation.ts";

/** What is taken out of a workshop: as a picture, as steps, as a file. */
export const TAKE_HOME_OPERATIONS: readonly Operation[] = [
	{
		method: "get",
		path: "/qr/{code}.svg",
		summary: "The join link as a QR code; with `blatt`, a document's id, the link that goes on to that sheet",
		parameters: ["code"],
		query: ["blatt"],
		who: "anyone",
		status: 200,
		answer: { type: "image/svg+xml" },
		problems: [404, 410, 429, 503],
	},
	{
		method: "get",
		path: "/api/workshops/{id}/steps",
		summary: "The steps of all groups' and plenary sheets that this token may open, sheet by sheet",
		who: ROLES,
		parameters: ["id"],
		status: 200,
		answer: json(z.array(stepSheetSchema)),
		problems: [401, 403, 404, 410, 429, 503],
	},
	...(["json", "md", "pdf"] as const).map(
		(format): Operation => ({
			method: "get",
			path: `/api/workshops/{id}/export.${format}`,
			summary:
				"What this token may take home, from the first phase on; of each sheet who wrote in it and when it last changed; ratings that a group has not released only for its members",
			who: ROLES,
			parameters: ["id"],
			status: 200,
			answer: { type: { json: "application/json", md: "text/markdown", pdf: "application/pdf" }[format] },
			problems: [401, 403, 404, 409, 410, 429, 503],
		}),
	),
];
