import { z } from "zod";
import { packageProgressSchema } from "../../../worksheets/contract/package-progress.ts";
import { plenarySchema } from "../../../worksheets/contract/plenary.ts";
import { ROLES } from "../../../worksheets/contract/snapshot.ts";
import { answerSheetSchema } from "../../../worksheets/contract/statements.ts";
import { stepSchema, stepSheetSchema } from "../../../worksheets/contract/steps.ts";
import { FORMATS, type Format } from "../../export/exporter.ts";
import { downloadLinkSchema, downloadTokenSchema } from "../download-token-schema.ts";
import { json, type Operation } from "./operation.ts";

const TYPES: Record<Format, string> = {
	json: "application/json",
	md: "text/markdown",
	pdf: "application/pdf",
	docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	zip: "application/zip",
};

/** What is taken out of a workshop: as a picture, as steps, as statements, as a file. */
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
		summary:
			"The steps of all groups' and plenary sheets that this token may open, sheet by sheet, and what the plan's other sources say by now",
		who: ROLES,
		parameters: ["id"],
		status: 200,
		answer: json(z.array(stepSheetSchema)),
		problems: [401, 403, 404, 410, 429, 503],
	},
	{
		method: "get",
		path: "/api/workshops/{id}/measures",
		summary: "The measures of the workshop's plan, in its order; empty where there is none yet",
		who: ROLES,
		parameters: ["id"],
		status: 200,
		answer: json(z.array(stepSchema)),
		problems: [401, 403, 404, 410, 429, 503],
	},
	{
		method: "get",
		path: "/api/workshops/{id}/measures.ics",
		summary:
			"The plan's days as iCalendar, „Bis wann“ and „Wiedervorlage“ of each measure; with `responsible` only those of one who is responsible, as written in the plan. Not found where no measure has a day",
		who: ROLES,
		parameters: ["id"],
		query: ["responsible"],
		status: 200,
		answer: { type: "text/calendar" },
		problems: [401, 403, 404, 410, 429, 503],
	},
	{
		method: "get",
		path: "/api/workshops/{id}/plenary",
		summary:
			"What the groups say side by side, of each assessment of modules, with what was revealed of three people or more; for participants what everybody is shown at the moment, and after the end what they ever were. Its ETag answers 304 where nothing has changed",
		who: ROLES,
		parameters: ["id"],
		status: 200,
		answer: json(plenarySchema),
		problems: [401, 403, 404, 410, 503],
	},
	{
		method: "get",
		path: "/api/workshops/{id}/statements",
		summary: "What the groups' and plenary sheets that this token may open say in words, sheet by sheet",
		who: ROLES,
		parameters: ["id"],
		status: 200,
		answer: json(z.array(answerSheetSchema)),
		problems: [401, 403, 404, 410, 429, 503],
	},
	{
		method: "get",
		path: "/api/workshops/{id}/export-progress/{packageId}",
		summary:
			"How far a package is that this token, or a link made with it, has asked for with `progress={packageId}`: how many files it has, how many are written, which could not be",
		who: ROLES,
		parameters: ["id", "packageId"],
		status: 200,
		answer: json(packageProgressSchema),
		problems: [401, 403, 404, 410, 503],
	},
	{
		method: "post",
		path: "/api/workshops/{id}/download-token",
		summary:
			"A link to one file of the results, or to an uploaded one (`material`, its id), that works without a cookie and without a header: once, for a minute, for what this token may take home when it is used. The body says the format, and as the file's address would, which part of it",
		who: ROLES,
		parameters: ["id"],
		body: downloadTokenSchema,
		status: 201,
		answer: json(downloadLinkSchema),
		problems: [400, 401, 403, 404, 409, 410, 413, 422, 429, 503],
	},
	...FORMATS.map(
		(format): Operation => ({
			method: "get",
			path: `/api/workshops/{id}/export.${format}`,
			summary:
				"What this token may take home, from the first phase on; of each sheet who wrote in it and when it last changed; ratings that a group has not released only for its members. One of these asks for a part of it: `unit`, an organisation's name: how its people have rated, beside all others and without any text, once that was counted; a participant's own only. `group`, its id: that group's sheets, and what was taken from them into the plan. `part`: `own` for the participant's own sheets, `measures` for the plan, `decision` for a paper that a body can decide on, with `body` as the measures name it. `token`: that of a link (`download-token`), in place of a bearer token or cookie. `progress`, of `export.zip`: a UUID by which `export-progress` says how far it is",
			who: ROLES,
			parameters: ["id"],
			query: ["unit", "group", "part", "body", "token", ...(format === "zip" ? ["progress"] : [])],
			status: 200,
			answer: { type: TYPES[format] },
			problems: [401, 403, 404, 409, 410, 422, 429, 503],
		}),
	),
];
