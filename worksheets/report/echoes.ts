import type { ReportNode } from "./nodes.ts";

/** Without the captions that say once more what the heading above them says: on paper it would stand there twice. */
export function withoutEchoes(nodes: readonly ReportNode[]): ReportNode[] {
	let above = "";
	return nodes.map((node) => {
		if (node.kind === "heading") above = node.text;
		return node.kind === "table" && node.caption === above ? { ...node, caption: "" } : node;
	});
}
