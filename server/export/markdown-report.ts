import { toMarkdown } from "../../worksheets/report/markdown.ts";
import { resultsWords } from "../../worksheets/report/results-words.ts";
import type { TakeHome } from "../../worksheets/report/take-home.ts";

/** The whole file: its title and what stands on a title page, then the report below it. */
export function markdownReport({ title, language, interim, facts, nodes }: TakeHome): string {
	const head = toMarkdown([
		{ kind: "heading", level: 1, text: title },
		...(interim ? [{ kind: "paragraph" as const, text: resultsWords[language].interim }] : []),
		{ kind: "facts", items: facts },
	]);
	return `${head}\n${toMarkdown(nodes, { below: 1 })}`;
}
