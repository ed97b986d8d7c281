import { isQuestion } from "../../worksheets/blocks/is-question.ts";
import type { Language } from "../../worksheets/contract/languages.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import { useMessages } from "../i18n/provider.tsx";

export interface StaticSheetProps {
	worksheet: Worksheet;
	/** Section ids to show; all when absent. */
	sections?: readonly string[] | undefined;
	language: Language;
}

/**
 * The questions as text: what the server renders, what stands there until the editors have come, and what people
 * without JavaScript read. Imports nothing of the document.
 */
export function StaticSheet({ worksheet, sections, language }: StaticSheetProps) {
	const words = useMessages().session;
	const shown = worksheet.sections.filter(
		(section) =>
			section.role !== "progress" &&
			(sections === undefined || sections.includes(section.id)) &&
			section.blocks.some(isQuestion),
	);
	return (
		<div className="sheet sheet--static">
			<noscript>
				<p className="sheet-notice">{words.sheetWithoutScript}</p>
			</noscript>
			{shown.map((section) => (
				<section key={section.id} className="sheet-static__section">
					<h2>{section.title[language]}</h2>
					{section.intro && <p>{section.intro[language]}</p>}
					<ol>
						{section.blocks.filter(isQuestion).map((block) => (
							<li key={block.id}>
								<p className="sheet-static__question">{block.label[language]}</p>
								{block.hint && <p className="sheet-muted">{block.hint[language]}</p>}
							</li>
						))}
					</ol>
				</section>
			))}
		</div>
	);
}
