import type * as Y from "yjs";
import type { Language } from "../../worksheets/contract/languages.ts";
import { readWorksheet } from "../../worksheets/document/read.ts";
import { toMarkdown } from "../../worksheets/report/markdown.ts";
import { reportWorksheet } from "../../worksheets/report/worksheet-report.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";

/**
 * A sheet with its answers as Markdown: what people take along when the server cannot. `outside`: without what the group
 * whose sheet it is keeps to itself.
 */
export function sheetAsText(doc: Y.Doc, worksheet: Worksheet, language: Language, outside: boolean): string {
	const answered = readWorksheet(doc, worksheet, { outside });
	return `# ${worksheet.title[language]}\n\n${toMarkdown(reportWorksheet(answered, language, { headingLevel: 2 }))}`;
}
