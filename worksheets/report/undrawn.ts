import type { DistributionsNode, HeatmapNode, ReportNode } from "./nodes.ts";

export type UndrawnNode = Exclude<ReportNode, HeatmapNode | DistributionsNode>;

/** A report for writers that do not draw: what would be a figure is its sentence and its table, with the same numbers. */
export function undrawn(nodes: readonly ReportNode[]): UndrawnNode[] {
	return nodes.flatMap((node): UndrawnNode | UndrawnNode[] => {
		switch (node.kind) {
			case "heatmap":
				return [{ kind: "paragraph", text: node.sentence }, heatmapTable(node)];
			case "distributions":
				return distributionsTable(node);
			default:
				return node;
		}
	});
}

/** The names of modules and groups are longer than the values beside them. */
const HEATMAP_SHARE = [1.8, 1.3];

function heatmapTable({ caption, head, modules }: HeatmapNode): UndrawnNode {
	return {
		kind: "table",
		caption,
		head,
		share: head.map((_, column) => HEATMAP_SHARE[column] ?? 1),
		rows: modules.flatMap(({ label, rows }) =>
			rows.map((row) => [
				label,
				row.label,
				...row.cells.map(({ text, spread }) => (spread === undefined ? text : `${text} (${spread})`)),
			]),
		),
	};
}

function distributionsTable({ caption, head, share, parts }: DistributionsNode): UndrawnNode {
	return { kind: "table", caption, head, rows: parts.map(({ row }) => row), share };
}
