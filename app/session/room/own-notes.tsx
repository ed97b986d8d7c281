import { useEffect, useRef, useState } from "react";
import { NOTES } from "../../../worksheets/contract/notes.ts";
import type { DocumentView, Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { Button } from "../../ui/button.tsx";
import { ActButton } from "../act-button.tsx";
import { Refused } from "../refused.tsx";
import { useAct } from "../use-act.ts";

interface OwnNotesProps {
	snapshot: Snapshot;
	onOpen: (document: DocumentView) => void;
}

/** The way to one's own notes; the sheet for them is made when somebody first asks for it. */
export function OwnNotes({ snapshot, onOpen }: OwnNotesProps) {
	const { room } = useMessages();
	const { act, refused } = useAct();
	const [asked, setAsked] = useState(false);
	const { documents, workshop } = snapshot;
	const notes = documents.find(({ worksheet, scope }) => worksheet === NOTES && scope.kind === "participant");
	const open = useRef(onOpen);
	open.current = onOpen;
	useEffect(() => {
		if (!asked || notes === undefined) return;
		setAsked(false);
		open.current(notes);
	}, [asked, notes]);

	async function ask(): Promise<void> {
		if (await act({ type: "notes.open" })) setAsked(true);
	}

	if (notes === undefined && workshop.status === "ended") return <p>{room.notesNone}</p>;
	return (
		<div className="stack">
			<p>{room.notesHint}</p>
			<Refused code={refused} />
			<div className="cluster">
				{notes === undefined ? (
					<ActButton onClick={() => void ask()}>{room.notesOpen}</ActButton>
				) : (
					<Button onClick={() => onOpen(notes)}>{room.notesOpen}</Button>
				)}
			</div>
		</div>
	);
}
