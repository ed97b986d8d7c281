import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { DocumentView, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { type Answered, readWorksheet } from "../../worksheets/document/read.ts";
import type { ReportNode } from "../../worksheets/report/nodes.ts";
import { reportWorksheet } from "../../worksheets/report/worksheet-report.ts";
import { withDimensions } from "../../worksheets/schema/own-dimensions.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import { docValue } from "./document/doc-value.ts";
import { acquireSheet, releaseSheet } from "./document/open-sheets.ts";
import type { SheetDocument } from "./document/sheet-document.ts";

/** What is shown may lag behind the writing by this much, in milliseconds. */
const READ_EVERY_MS = 250;

export interface ShownSheetProps {
	snapshot: Snapshot;
	document: DocumentView;
	worksheet: Worksheet;
	/** Takes what is to be seen; the same function as long as that is the same. */
	pick: (answered: Answered) => Answered;
	/** Draws the report; null while there is none to read yet. */
	children: (report: readonly ReportNode[] | null) => ReactNode;
}

/**
 * A sheet as its report has it, live and without anything to write in. It comes out of the sheet's own file: a file of
 * its own would cut what the two share into many small ones, at the cost of everybody who writes.
 */
export function ShownSheet(props: ShownSheetProps) {
	const sheet = useOpened(props);
	return sheet === null ? props.children(null) : <Shown {...props} sheet={sheet} />;
}

/** Opens the document in an effect, so that neither the server nor a discarded rendering ever dials. */
function useOpened({ snapshot, document }: ShownSheetProps): SheetDocument | null {
	const [sheet, setSheet] = useState<SheetDocument | null>(null);
	const workshopId = snapshot.workshop.id;
	const author = snapshot.you.role;
	const documentId = document.id;
	useEffect(() => {
		const options = { workshopId, author, documentId, keeps: false };
		setSheet(acquireSheet(options, setSheet));
		return () => {
			releaseSheet(options, undefined, setSheet);
			setSheet(null);
		};
	}, [workshopId, author, documentId]);
	return sheet;
}

function Shown({ snapshot, document, worksheet, pick, sheet, children }: ShownSheetProps & { sheet: SheetDocument }) {
	const { language, dimensions, formerDimensions } = snapshot.workshop;
	const outside = document.outside === true;
	const report = useMemo(() => {
		const asked = withDimensions(worksheet, { dimensions, formerDimensions });
		const read = () =>
			reportWorksheet(pick(readWorksheet(sheet.doc, asked, { outside })), language, { headingLevel: 1 });
		return docValue(sheet.doc, read, READ_EVERY_MS);
	}, [sheet, worksheet, dimensions, formerDimensions, outside, pick, language]);
	const nodes = useSyncExternalStore(report.subscribe, report.get);
	const saveState = useSyncExternalStore(sheet.onSaveState, sheet.saveState);
	return children(saveState.kind === "loading" ? null : nodes);
}
