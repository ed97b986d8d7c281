import { z } from "zod";
import { voteResultSchema } from "../../worksheets/assessment/vote-result.ts";
import {
	copyWorkshopSchema,
	createdWorkshopSchema,
	createWorkshopSchema,
	enterSchema,
	joinedSchema,
	joinSchema,
	linkInputSchema,
	recoverSchema,
	rehearsalSchema,
} from "../../worksheets/contract/api.ts";
import { historySchema, setBackAnswerSchema, setBackSchema } from "../../worksheets/contract/history.ts";
import { lateContributionSchema, lateReceiptSchema, lateSubmissionSchema } from "../../worksheets/contract/late.ts";
import {
	createdLinkSchema,
	linkViewSchema,
	recoveredSchema,
	recoveryCodeSchema,
} from "../../worksheets/contract/links.ts";
import { ROLES, type Role, snapshotSchema, voteViewSchema } from "../../worksheets/contract/snapshot.ts";
import { stepSheetSchema } from "../../worksheets/contract/steps.ts";
import { dimensionPresetSchema } from "../../worksheets/schema/source.ts";
import { templateSchema } from "../../worksheets/schema/template.ts";
import { worksheetSchema } from "../../worksheets/schema/worksheet.ts";
import { STEERING } from "../access/can.ts";

/** The page parses a result only where it shows one; other programs want to know its shape. */
const describedSnapshot = z.object({
	...snapshotSchema.shape,
	votes: z.array(z.object({ ...voteViewSchema.shape, result: z.optional(voteResultSchema) })),
});

export interface Operation {
	method: "get" | "post" | "delete";
	path: string;
	summary: string;
	/** Whose tokens of the workshop may ask; „operator“: whoever has the instance's own. */
	who: readonly Role[] | "anyone" | "operator";
	parameters?: readonly string[];
	/** What may stand behind the question mark. */
	query?: readonly string[];
	body?: z.core.$ZodType;
	status: number;
	answer?: { type: string; schema?: z.core.$ZodType };
	problems: readonly number[];
}

const FACILITATOR: readonly Role[] = ["facilitator"];

const json = (schema?: z.core.$ZodType) => ({ type: "application/json", ...(schema ? { schema } : {}) });
const ok = z.object({ status: z.literal("ok") });

export const OPERATIONS: readonly Operation[] = [
	{
		method: "get",
		path: "/healthz",
		who: "anyone",
		summary: "The process answers",
		status: 200,
		answer: json(ok),
		problems: [],
	},
	{
		method: "get",
		path: "/readyz",
		who: "anyone",
		summary: "It can store",
		status: 200,
		answer: json(ok),
		problems: [503],
	},
	{
		method: "get",
		path: "/metrics",
		summary: "Prometheus metrics; needs METRICS_TOKEN as bearer",
		who: "operator",
		status: 200,
		answer: { type: "text/plain" },
		problems: [401, 404],
	},
	{
		method: "get",
		path: "/api/openapi.json",
		summary: "This document",
		who: "anyone",
		status: 200,
		answer: json(),
		problems: [],
	},
	{
		method: "get",
		path: "/api/templates",
		summary: "The workshop templates",
		who: "anyone",
		status: 200,
		answer: json(z.array(templateSummary())),
		problems: [],
	},
	{
		method: "get",
		path: "/api/worksheets",
		summary: "The worksheet library",
		who: "anyone",
		status: 200,
		answer: json(z.array(worksheetSchema.pick({ id: true, version: true, title: true, purpose: true }))),
		problems: [],
	},
	{
		method: "get",
		path: "/api/worksheets/{worksheetId}",
		summary: "One definition as parsed; scales, options and catalogues inline",
		parameters: ["worksheetId"],
		who: "anyone",
		status: 200,
		answer: json(worksheetSchema),
		problems: [404],
	},
	{
		method: "get",
		path: "/api/dimensions",
		summary: "Proposals of what structure modules are assessed by; `workshop.set` takes one, or one's own",
		who: "anyone",
		status: 200,
		answer: json(z.array(dimensionPresetSchema)),
		problems: [],
	},
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
			"Make the next workshop of a series: the same plan, worksheets and settings, no people, no answers; facilitator only",
		who: FACILITATOR,
		parameters: ["id"],
		body: copyWorkshopSchema,
		status: 201,
		answer: json(createdWorkshopSchema),
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
		method: "post",
		path: "/api/workshops/{id}/enter",
		summary: "Exchange a link's secret for this browser's cookie",
		parameters: ["id"],
		body: enterSchema,
		who: "anyone",
		status: 200,
		answer: json(z.object({ role: z.string() })),
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

const problemSchema = z.object({
	type: z.string(),
	title: z.string(),
	status: z.int(),
	code: z.string().optional(),
	detail: z.string().optional(),
});

/** The API as OpenAPI 3.1, its shapes taken from the schemas that parse the requests. */
export function openApiDocument(): object {
	const paths: Record<string, Record<string, object>> = {};
	for (const operation of OPERATIONS) {
		paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) };
	}
	return {
		openapi: "3.1.0",
		info: {
			title: "Arena",
			version: "1",
			description:
				"Live workshops. Session control runs over socket.io (namespace /session), worksheets over the y-websocket protocol (/sync/{documentId}), or its frames over socket.io where WebSockets are blocked (namespace /sync: open, part, taken, ping, pong, close).",
		},
		paths,
		components: {
			securitySchemes: {
				bearer: { type: "http", scheme: "bearer" },
				cookie: {
					type: "apiKey",
					in: "cookie",
					name: "arena-{workshopId}",
					description: "`__Host-arena-{workshopId}` over https; the Origin must be ours",
				},
			},
			schemas: { Problem: z.toJSONSchema(problemSchema) },
		},
	};
}

function describe(operation: Operation): object {
	return {
		summary: operation.summary,
		...access(operation.who),
		...parametersOf(operation),
		...(operation.body
			? { requestBody: { required: true, content: { "application/json": { schema: shape(operation.body, "input") } } } }
			: {}),
		responses: {
			[operation.status]: {
				description: operation.summary,
				...(operation.answer
					? {
							content: {
								[operation.answer.type]: operation.answer.schema
									? { schema: shape(operation.answer.schema, "output") }
									: {},
							},
						}
					: {}),
			},
			...Object.fromEntries(
				operation.problems.map((status) => [
					status,
					{
						description: "Refused",
						content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
					},
				]),
			),
		},
	};
}

function access(who: Operation["who"]): object {
	if (who === "anyone") return {};
	if (who === "operator") return { security: [{ bearer: [] }] };
	return { security: [{ bearer: [] }, { cookie: [] }], "x-roles": who };
}

function parametersOf({ parameters = [], query = [] }: Operation): object {
	const all = [
		...parameters.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } })),
		...query.map((name) => ({ name, in: "query", required: false, schema: { type: "string" } })),
	];
	return all.length === 0 ? {} : { parameters: all };
}

/** Cleaned lines are transforms, which JSON Schema cannot say: there the outside shape is what counts. */
function shape(schema: z.core.$ZodType, io: "input" | "output"): object {
	return z.toJSONSchema(schema, { io, unrepresentable: "any" });
}

function templateSummary() {
	return templateSchema
		.pick({ id: true, title: true, description: true, languages: true })
		.extend({ minutes: z.int(), phases: z.array(z.object({ id: z.string() })) });
}
