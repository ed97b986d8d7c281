import type { DocumentView, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { mySheets } from "./phase-sheets.ts";
import type { Worksheets } from "./phase-sheets-view.tsx";
import { sheetOwner } from "./sheet-name.ts";

interface MySheetsProps {
	snapshot: Snapshot;
	worksheets: Worksheets;
	onOpen: (document: DocumentView) => void;
}

/** „Meine Arbeitsblätter“: every sheet this person may open, also those of earlier phases. */
export function MySheets({ snapshot, worksheets, onOpen }: MySheetsProps) {
	const messages = useMessages();
	const { session } = messages;
	const sheets = mySheets(snapshot);
	const { language } = snapshot.workshop;
	if (sheets.length === 0) return <p>{session.noSheets}</p>;
	return (
		<ul className="sheet-list">
			{sheets.map((document) => (
				<li key={document.id}>
					<button type="button" className="sheet-list__sheet" onClick={() => onOpen(document)}>
						<strong>{worksheets[document.worksheet]?.title[language] ?? document.worksheet}</strong>
						<span>
							{sheetOwner(snapshot, document, messages)}
							{document.access === "read" && ` (${session.toRead})`}
						</span>
					</button>
				</li>
			))}
		</ul>
	);
}
