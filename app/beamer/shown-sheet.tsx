import "../parsing.ts";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { DocumentView, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { type Answered, readWorksheet } from "../../worksheets/document/read.ts";
import { reportWorksheet } from "../../worksheets/report/worksheet-report.ts";
import { withDimensions } from "../../worksheets/schema/own-dimensions.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import { useMessages } from "../i18n/provider.tsx";
import { ReportView } from "../ui/report-view.tsx";
import { docValue } from "../worksheet/document/doc-value.ts";
import { acquireSheet, releaseSheet } from "../worksheet/document/open-sheets.ts";
import type { SheetDocument } from "../worksheet/document/sheet-document.ts";

/** What is shown may lag behind the writing by this much, in milliseconds. */
const READ_EVERY_MS = 250;

interface ShownSheetProps {
	snapshot: Snapshot;
	document: DocumentView;
	worksheet: Worksheet;
	/** The question's name in the document; null: the whole sheet. */
	question: string | null;
}

/** A sheet as its report has it, live. */
export default function ShownSheet(props: ShownSheetProps) {
	const { beamer } = useMessages();
	const sheet = useOpened(props);
	return sheet === null ? <p>{beamer.loading}</p> : <Shown {...props} sheet={sheet} />;
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

function Shown({ snapshot, document, worksheet, question, sheet }: ShownSheetProps & { sheet: SheetDocument }) {
	const { beamer } = useMessages();
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
	if (saveState.kind === "loading") return <p>{beamer.loading}</p>;
	if (nodes.length === 0) return <p>{beamer.nothingYet}</p>;
	return (
		<div className={question === null ? "beamer-sheet beamer-sheet--whole" : "beamer-sheet"} lang={language}>
			<ReportView nodes={nodes} below={1} />
		</div>
	);
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
