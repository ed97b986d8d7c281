import type { ReactNode } from "react";
import type { Language } from "../../worksheets/contract/languages.ts";
import type { ReportNode } from "../../worksheets/report/nodes.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import { useMessages } from "../i18n/provider.tsx";
import { ReportView } from "../ui/report-view.tsx";
import { BlankSheet } from "./blank-sheet.tsx";

/** A sheet's content in one of its forms: to fill in by hand, or with what is in it as every report would say it. */
export type SheetContent = { form: "empty"; worksheet: Worksheet } | { form: "filled"; nodes: ReportNode[] };

export interface SheetOnPaperProps {
	/** What stands on the line below the title of a printed page; a blank to write on where it is empty. */
	group: string;
	date: string;
	content: SheetContent;
	language: Language;
	/** Beside the title's line: the way to the live sheet. */
	code?: ReactNode;
}

/** A sheet to read on the screen and to print on A4. */
export function SheetOnPaper({ group, date, content, language, code }: SheetOnPaperProps) {
	const { gallery } = useMessages();
	return (
		<article className="paper">
			<div className="paper__line">
				<p>
					{gallery.group}: <span className="paper__blank">{group}</span>
				</p>
				<p>
					{gallery.date}: <span className="paper__blank">{date}</span>
				</p>
			</div>
			{code}
			{content.form === "empty" ? (
				<BlankSheet worksheet={content.worksheet} language={language} />
			) : (
				<div lang={language}>
					<ReportView nodes={content.nodes} below={1} />
				</div>
			)}
		</article>
	);
}
