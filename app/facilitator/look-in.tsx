import { useState } from "react";
import type { DocumentView, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import type { Worksheets } from "../session/phase-sheets-view.tsx";
import { sheetOwner } from "../session/sheet-name.ts";
import { SheetPanel } from "../session/sheet-panel.tsx";
import { StatusLine } from "../session/status-line.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";

interface LookInProps {
	snapshot: Snapshot;
	worksheets: Worksheets;
	/** The sheet to look at; null keeps the dialog closed. */
	document: string | null;
	onClose: () => void;
}

/** „Hinschauen“: a sheet to read. Writing in it is a second, explicit step. */
export function LookIn({ snapshot, worksheets, document: id, onClose }: LookInProps) {
	const messages = useMessages();
	const document = snapshot.documents.find((candidate) => candidate.id === id);
	const worksheet = document && worksheets[document.worksheet];
	return (
		<Dialog
			open={document !== undefined}
			wide
			title={
				document && worksheet
					? messages.facilitator.lookInAt({
							name: sheetOwner(snapshot, document, messages),
							sheet: worksheet.title[snapshot.workshop.language],
						})
					: ""
			}
			onClose={onClose}
		>
			{document && worksheet && (
				<LookedAt key={document.id} snapshot={snapshot} document={document} worksheets={worksheets} />
			)}
		</Dialog>
	);
}

function LookedAt({
	snapshot,
	document,
	worksheets,
}: Pick<LookInProps, "snapshot" | "worksheets"> & { document: DocumentView }) {
	const { facilitator } = useMessages();
	const [writing, setWriting] = useState(false);
	const worksheet = worksheets[document.worksheet];
	if (worksheet === undefined) return null;
	const mayWrite = document.access === "write";
	return (
		<>
			<p>{writing ? facilitator.writeTooHint : facilitator.lookInHint}</p>
			{mayWrite && (
				<div className="cluster">
					<Button icon={writing ? "eye" : "pencil"} onClick={() => setWriting(!writing)}>
						{writing ? facilitator.onlyRead : facilitator.writeToo}
					</Button>
				</div>
			)}
			<StatusLine />
			<SheetPanel snapshot={snapshot} document={document} worksheet={worksheet} readOnly={!writing} />
		</>
	);
}
