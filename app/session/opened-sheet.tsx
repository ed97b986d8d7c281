import type { DocumentView, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import type { Worksheets } from "./phase-sheets-view.tsx";
import { sheetOwner } from "./sheet-name.ts";
import { SheetPanel } from "./sheet-panel.tsx";

interface OpenedSheetProps {
	snapshot: Snapshot;
	document: DocumentView;
	worksheets: Worksheets;
	/** Where it is what the room is shown: to read only, at that question. */
	shown?: { question: string | null } | undefined;
	onWriters: (writers: readonly string[]) => void;
	onClose: () => void;
}

/** A sheet taken out of „Meine Arbeitsblätter“, whole, in place of the phase. */
export function OpenedSheet({ snapshot, document, worksheets, shown, onWriters, onClose }: OpenedSheetProps) {
	const messages = useMessages();
	const { session } = messages;
	const worksheet = worksheets[document.worksheet];
	if (worksheet === undefined) return null;
	return (
		<>
			<div className="cluster">
				<Button icon="chevron-left" onClick={onClose}>
					{session.backToPhase}
				</Button>
			</div>
			<h2>{worksheet.title[snapshot.workshop.language]}</h2>
			<p>{sheetOwner(snapshot, document, messages)}</p>
			{document.scope.kind === "participant" && (
				<Badge kind="info">{snapshot.you.people ? session.privateTable : session.privateSheet}</Badge>
			)}
			<SheetPanel
				key={document.id}
				snapshot={snapshot}
				document={document}
				worksheet={worksheet}
				readOnly={shown !== undefined || snapshot.workshop.status === "ended"}
				question={shown?.question}
				onWriters={onWriters}
			/>
		</>
	);
}
