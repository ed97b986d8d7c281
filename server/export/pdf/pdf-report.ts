import { type DistributionMarks, distributionMarks } from "../../../worksheets/assessment/distribution-marks.ts";
import { longDate } from "../../../worksheets/report/dates.ts";
import type { DistributionsNode, ReportNode } from "../../../worksheets/report/nodes.ts";
import { resultsWords } from "../../../worksheets/report/results-words.ts";
import type { TakeHome } from "../../../worksheets/report/take-home.ts";

/** What report.typ reads. Every string is data; the template sets it as text. */
export interface PdfReport {
	title: string;
	language: string;
	product: string;
	interim: string | null;
	headerRight: string;
	footer: string;
	pageWord: string;
	ofWord: string;
	contentsWord: string;
	facts: { label: string; value: string }[];
	nodes: PdfNode[];
}

type PdfNode = Exclude<ReportNode, DistributionsNode> | DrawnDistributions;

interface DrawnDistributions extends Omit<DistributionsNode, "parts"> {
	/** Null where nobody chose a point. */
	parts: (Omit<DistributionsNode["parts"][number], "distribution"> & { marks: DistributionMarks | null })[];
}

export function pdfReport({ title, language, interim, at, facts, nodes }: TakeHome, timeZone: string): PdfReport {
	const words = resultsWords[language];
	const day = longDate(at, language, timeZone);
	return {
		title,
		language,
		product: words.results,
		interim: interim ? words.interim : null,
		headerRight: interim ? `${day} · ${words.interim}` : day,
		footer: words.madeWith,
		pageWord: words.page,
		ofWord: words.of,
		contentsWord: words.contents,
		facts,
		nodes: nodes.map((node) => (node.kind === "distributions" ? drawn(node) : node)),
	};
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
