import type { Language } from "../../worksheets/contract/languages.ts";
import { readWorksheet } from "../../worksheets/document/read.ts";
import { exampleDocument } from "../../worksheets/examples/example.ts";
import type { ReportNode } from "../../worksheets/report/nodes.ts";
import { reportWorksheet } from "../../worksheets/report/worksheet-report.ts";
import type { Example } from "../../worksheets/schema/example.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";

/** An example as a report would say it, by way of a document, so that the gallery cannot show what a sheet cannot hold. */
export function exampleNodes(worksheet: Worksheet, example: Example, language: Language): ReportNode[] {
	const doc = exampleDocument(worksheet, example, language);
	const nodes = reportWorksheet(readWorksheet(doc, worksheet), language, { headingLevel: 1 });
	doc.destroy();
	return nodes;
}
