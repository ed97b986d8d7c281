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
	/** Whose sheet it is, in words; null leaves a blank to write a group's name on. */
	owner: string | null;
	/** Null leaves a blank. */
	date: string | null;
	content: SheetContent;
	language: Language;
	/** Beside the title's line: the way to the live sheet. */
	code?: ReactNode;
}

/** A sheet to read on the screen and to print on A4. */
export function SheetOnPaper({ owner, date, content, language, code }: SheetOnPaperProps) {
	const { gallery } = useMessages();
	return (
		<article className="paper">
			<div className="paper__line">
				<p>{owner ?? <Blank label={gallery.group} />}</p>
				<p>{date === null ? <Blank label={gallery.date} /> : `${gallery.date}: ${date}`}</p>
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

function Blank({ label }: { label: string }) {
	return (
		<>
			{label}: <span className="paper__blank" />
		</>
	);
}
