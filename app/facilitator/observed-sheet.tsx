import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import type { Worksheets } from "../session/phase-sheets-view.tsx";
import { sheetOwner } from "../session/sheet-name.ts";
import { SheetPanel } from "../session/sheet-panel.tsx";
import { StatusLine } from "../session/status-line.tsx";
import { Dialog } from "../ui/dialog.tsx";

interface ObservedSheetProps {
	snapshot: Snapshot;
	worksheets: Worksheets;
	/** The sheet to look at; null keeps the dialog closed. */
	document: string | null;
	onClose: () => void;
}

/** A sheet as it is being written, to read. */
export function ObservedSheet({ snapshot, worksheets, document: id, onClose }: ObservedSheetProps) {
	const messages = useMessages();
	const document = snapshot.documents.find((candidate) => candidate.id === id);
	const worksheet = document && worksheets[document.worksheet];
	if (document === undefined || worksheet === undefined) return null;
	return (
		<Dialog
			open
			wide
			title={messages.facilitator.lookInAt({
				name: sheetOwner(snapshot, document, messages),
				sheet: worksheet.title[snapshot.workshop.language],
			})}
			onClose={onClose}
		>
			<p>{messages.facilitator.access.observedSheet}</p>
			<StatusLine />
			<SheetPanel key={document.id} snapshot={snapshot} document={document} worksheet={worksheet} readOnly />
		</Dialog>
	);
}
