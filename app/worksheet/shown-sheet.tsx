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
	/** The question's name in the document; null: all that has been answered. */
	question: string | null;
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

function Shown({
	snapshot,
	document,
	worksheet,
	question,
	sheet,
	children,
}: ShownSheetProps & { sheet: SheetDocument }) {
	const { language, dimensions, formerDimensions } = snapshot.workshop;
	const outside = document.outside === true;
	const report = useMemo(() => {
		const asked = withDimensions(worksheet, { dimensions, formerDimensions });
		const read = () =>
			reportWorksheet(only(readWorksheet(sheet.doc, asked, { outside }), question), language, { headingLevel: 1 });
		return docValue(sheet.doc, read, READ_EVERY_MS);
	}, [sheet, worksheet, dimensions, formerDimensions, outside, question, language]);
	const nodes = useSyncExternalStore(report.subscribe, report.get);
	const saveState = useSyncExternalStore(sheet.onSaveState, sheet.saveState);
	return children(saveState.kind === "loading" ? null : nodes);
}

/** The sheet with nothing but that question's answer; where none is named, with all that has been answered. */
function only(answered: Answered, question: string | null): Answered {
	const sections = answered.sections.flatMap((section) => {
		const blocks = section.blocks.flatMap((block) => {
			const answers = block.answers.filter(({ name, empty }) => (question === null ? !empty : name === question));
			return answers.length === 0 ? [] : [{ ...block, answers }];
		});
		return blocks.length === 0 ? [] : [{ ...section, blocks }];
	});
	return { ...answered, sections };
}
