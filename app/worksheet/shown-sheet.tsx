import { type ReactNode, useMemo, useSyncExternalStore } from "react";
import { type Answered, readWorksheet } from "../../worksheets/document/read.ts";
import type { ReportNode } from "../../worksheets/report/nodes.ts";
import { reportWorksheet } from "../../worksheets/report/worksheet-report.ts";
import { docValue } from "./document/doc-value.ts";
import type { SheetDocument } from "./document/sheet-document.ts";
import type { SheetProps } from "./sheet-props.ts";
import { useAsked } from "./use-asked.ts";
import { type OpenedProps, useSheetDocument } from "./use-sheet-document.ts";

/** What is shown may lag behind the writing by this much, in milliseconds. */
const READ_EVERY_MS = 250;

export interface ShownSheetProps extends OpenedProps, Pick<SheetProps, "own"> {
	/** Takes what is to be seen; the same function as long as that is the same. */
	pick: (answered: Answered) => Answered;
	/** Draws the report; null while there is none to read yet. */
	children: (report: readonly ReportNode[] | null) => ReactNode;
}

/**
 * A sheet as its report has it, live and without anything to write in. It comes out of the sheet's own file: a file of
 * its own would cut what the two share into many small ones, at the cost of everybody who writes.
 */
export function ShownSheet(kept: ShownSheetProps) {
	const worksheet = useAsked(kept);
	const props = { ...kept, worksheet };
	const sheet = useSheetDocument(props);
	return sheet === null ? kept.children(null) : <Shown {...props} sheet={sheet} />;
}

function Shown({ document, worksheet, language, pick, sheet, children }: ShownSheetProps & { sheet: SheetDocument }) {
	const outside = document.outside === true;
	const report = useMemo(() => {
		const read = () =>
			reportWorksheet(pick(readWorksheet(sheet.doc, worksheet, { outside })), language, { headingLevel: 1 });
		return docValue(sheet.doc, read, READ_EVERY_MS);
	}, [sheet, worksheet, outside, pick, language]);
	const nodes = useSyncExternalStore(report.subscribe, report.get);
	const saveState = useSyncExternalStore(sheet.onSaveState, sheet.saveState);
	return children(saveState.kind === "loading" ? null : nodes);
}
