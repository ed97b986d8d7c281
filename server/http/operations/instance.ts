import { z } from "zod";
import { dimensionPresetSchema } from "../../../worksheets/schema/source.ts";
import { templateSchema } from "../../../worksheets/schema/template.ts";
import { worksheetSchema } from "../../../worksheets/schema/worksheet.ts";
import { json, type Operation } from "./operation.ts";

const ok = z.object({ status: z.literal("ok") });

const templateSummary = templateSchema
	.pick({ id: true, title: true, description: true, languages: true })
	.extend({ minutes: z.int(), phases: z.array(z.object({ id: z.string() })) });

/** What a server says of itself and keeps ready for every workshop. */
export const INSTANCE_OPERATIONS: readonly Operation[] = [
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
		path: "/api/results.schema.json",
		summary:
			"The JSON Schema (draft 2020-12) of `export.json`, in every part but a unit's; docs/results.md explains it",
		who: "anyone",
		status: 200,
		answer: { type: "application/schema+json" },
		problems: [],
	},
	{
		method: "get",
		path: "/api/unit-results.schema.json",
		summary: "The same of `export.json?unit=`",
		who: "anyone",
		status: 200,
		answer: { type: "application/schema+json" },
		problems: [],
	},
	{
		method: "get",
		path: "/api/templates",
		summary: "The workshop templates",
		who: "anyone",
		status: 200,
		answer: json(z.array(templateSummary)),
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
];
