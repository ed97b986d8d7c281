import { type DistributionMarks, distributionMarks } from "../../../worksheets/assessment/distribution-marks.ts";
import type { DistributionsNode, ReportNode } from "../../../worksheets/report/nodes.ts";
import type { FileReport } from "../file-report.ts";

/** One page of contents, a little more at worst: who looks for a question uses the bookmarks. */
const MOST_IN_CONTENTS = 40;
/** What has no more headings is looked through as fast as its contents. */
const TOO_FEW_FOR_CONTENTS = 8;

/** What report.typ reads. Every string is data; the template sets it as text. */
export interface PdfReport extends Omit<FileReport, "nodes"> {
	/** Down to which level the contents name headings, 0 where there are none; the bookmarks name all. */
	contentsDepth: 0 | 1 | 2;
	nodes: PdfNode[];
}

type PdfNode = Exclude<ReportNode, DistributionsNode> | DrawnDistributions;

interface DrawnDistributions extends Omit<DistributionsNode, "parts"> {
	/** Null where nobody chose a point. */
	parts: (Omit<DistributionsNode["parts"][number], "distribution"> & { marks: DistributionMarks | null })[];
}

/** The same report with everything that Typst draws worked out: it computes nothing itself. */
export function pdfReport({ nodes, ...around }: FileReport): PdfReport {
	const named = nodes.filter((node) => node.kind === "heading" && node.level <= 2).length;
	return {
		...around,
		contentsDepth: contentsDepth(named),
		nodes: nodes.map((node) => (node.kind === "distributions" ? drawn(node) : node)),
	};
}

function contentsDepth(headings: number): PdfReport["contentsDepth"] {
	if (headings <= TOO_FEW_FOR_CONTENTS) return 0;
	return headings > MOST_IN_CONTENTS ? 1 : 2;
}

function drawn({ parts, ...node }: DistributionsNode): DrawnDistributions {
	return {
		...node,
		parts: parts.map(({ distribution, ...part }) => ({
			...part,
			marks: distribution.n === 0 ? null : distributionMarks(distribution, null),
		})),
	};
}
