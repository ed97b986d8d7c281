import { z } from "zod";
import { OPERATIONS } from "./operations/all.ts";
import type { Operation } from "./operations/operation.ts";

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
		...(operation.upload ? { requestBody: { required: true, content: { "application/octet-stream": {} } } } : {}),
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

function parametersOf({ parameters = [], query = [], upload }: Operation): object {
	const all = [
		...parameters.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } })),
		...query.map((name) => ({ name, in: "query", required: false, schema: { type: "string" } })),
		...(upload === undefined
			? []
			: [
					{
						name: upload.header,
						in: "header",
						required: true,
						description: "This as JSON, percent-encoded",
						content: { "application/json": { schema: shape(upload.says, "input") } },
					},
				]),
	];
	return all.length === 0 ? {} : { parameters: all };
}

/** Cleaned lines are transforms, which JSON Schema cannot say: there the outside shape is what counts. */
function shape(schema: z.core.$ZodType, io: "input" | "output"): object {
	return z.toJSONSchema(schema, { io, unrepresentable: "any" });
}
