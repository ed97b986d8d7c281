import * as z from "zod/mini";
import { distributionSchema } from "../assessment/distribution.ts";
import type { HeatCell, ReportNode, RichBlock, RichRun } from "./nodes.ts";

/** Report nodes as they cross the wire: what nodes.ts says, to be parsed. */

const runSchema: z.ZodMiniType<RichRun> = z.object({
	text: z.string(),
	bold: z.exactOptional(z.literal(true)),
	italic: z.exactOptional(z.literal(true)),
	href: z.exactOptional(z.string()),
});

export const richBlockSchema: z.ZodMiniType<RichBlock> = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("paragraph"), runs: z.array(runSchema) }),
	z.object({
		kind: z.literal("list"),
		ordered: z.boolean(),
		items: z.array(z.array(z.lazy((): z.ZodMiniType<RichBlock> => richBlockSchema))),
	}),
]);

const heatCell = { text: z.string(), level: z.nullable(z.int()), spread: z.exactOptional(z.string()) };
const heatCellSchema: z.ZodMiniType<HeatCell> = z.object(heatCell);

export const reportNodeSchema: z.ZodMiniType<ReportNode> = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("heading"), level: z.literal([1, 2, 3, 4]), text: z.string() }),
	z.object({ kind: z.literal("paragraph"), text: z.string() }),
	z.object({ kind: z.literal("note"), text: z.string() }),
	z.object({ kind: z.literal("rich-text"), blocks: z.array(richBlockSchema) }),
	z.object({ kind: z.literal("list"), ordered: z.boolean(), items: z.array(z.string()) }),
	z.object({
		kind: z.literal("table"),
		caption: z.string(),
		head: z.array(z.string()),
		rows: z.array(z.array(z.string())),
		share: z.exactOptional(z.array(z.number())),
	}),
	z.object({
		kind: z.literal("heatmap"),
		caption: z.string(),
		sentence: z.string(),
		head: z.tuple([z.string(), z.string()], z.string()),
		modules: z.array(
			z.object({
				label: z.string(),
				rows: z.array(z.object({ label: z.string(), cells: z.array(heatCellSchema) })),
			}),
		),
		legend: z.array(z.object({ ...heatCell, label: z.string() })),
	}),
	z.object({
		kind: z.literal("distributions"),
		caption: z.string(),
		head: z.array(z.string()),
		share: z.array(z.number()),
		parts: z.array(
			z.object({
				row: z.array(z.string()),
				distribution: distributionSchema,
				said: z.string(),
				alternative: z.string(),
				ends: z.tuple([z.string(), z.string()]),
			}),
		),
	}),
	z.object({ kind: z.literal("facts"), items: z.array(z.object({ label: z.string(), value: z.string() })) }),
]);
