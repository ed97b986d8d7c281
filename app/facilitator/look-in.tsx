import { useEffect, useRef, useState } from "react";
import type { DocumentView, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import type { Worksheets } from "../session/phase-sheets-view.tsx";
import { sheetOwner } from "../session/sheet-name.ts";
import { SheetPanel } from "../session/sheet-panel.tsx";
import { StatusLine } from "../session/status-line.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { EarlierPanel } from "./earlier-panel.tsx";
import { groupSheets } from "./group-sheets.ts";
import { AnswerMeasures } from "./measures/answer-measures.tsx";
import { PlanTools } from "./plan-tools.tsx";
import { SpotlightControl } from "./room/spotlight-control.tsx";

/** A sheet, and the question to begin with; null: the first. */
export interface LookedAt {
	document: string;
	question: string | null;
}

interface LookInProps {
	snapshot: Snapshot;
	worksheets: Worksheets;
	/** Null keeps the dialog closed. */
	lookedAt: LookedAt | null;
	onClose: () => void;
}

/** „Hinschauen“: a sheet to read. Writing in it is a second, explicit step. */
export function LookIn({ snapshot, worksheets, lookedAt, onClose }: LookInProps) {
	const messages = useMessages();
	const document = snapshot.documents.find(({ id }) => id === lookedAt?.document);
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
				<OpenedToRead
					key={document.id}
					snapshot={snapshot}
					document={document}
					question={lookedAt?.question ?? null}
					worksheets={worksheets}
				/>
			)}
		</Dialog>
	);
}

type OpenedToReadProps = Pick<LookInProps, "snapshot" | "worksheets"> & {
	document: DocumentView;
	question: string | null;
};

function OpenedToRead({ snapshot, document, question, worksheets }: OpenedToReadProps) {
	const messages = useMessages();
	const { facilitator } = messages;
	const [writing, setWriting] = useState(false);
	const [earlier, setEarlier] = useState(false);
	const earlierButton = useRef<HTMLButtonElement>(null);
	const shown = useRef(false);
	useEffect(() => {
		// The button stands elsewhere then: the focus goes along.
		if (shown.current !== earlier) earlierButton.current?.focus();
		shown.current = earlier;
	}, [earlier]);
	useEffect(() => {
		// The sheet took the place of another one, and with that went the button that was pressed.
		if (window.document.activeElement === window.document.body) earlierButton.current?.focus();
	}, []);
	const worksheet = worksheets[document.worksheet];
	if (worksheet === undefined) return null;
	const mayWrite = document.access === "write";
	const sheet = facilitator.lookInAt({
		name: sheetOwner(snapshot, document, messages),
		sheet: worksheet.title[snapshot.workshop.language],
	});
	const toggleEarlier = (
		<Button ref={earlierButton} onClick={() => setEarlier(!earlier)}>
			{earlier ? facilitator.earlierBack : facilitator.earlier}
		</Button>
	);
	return (
		<>
			{earlier ? (
				<>
					<div className="cluster">{toggleEarlier}</div>
					<EarlierPanel snapshot={snapshot} document={document} sheet={sheet} onDone={() => setEarlier(false)} />
				</>
			) : (
				<>
					<LookInHint snapshot={snapshot} document={document} writing={writing} />
					<div className="cluster">
						{mayWrite && (
							<Button icon={writing ? "eye" : "pencil"} onClick={() => setWriting(!writing)}>
								{writing ? facilitator.onlyRead : facilitator.writeToo}
							</Button>
						)}
						{toggleEarlier}
					</div>
					{snapshot.workshop.status === "running" && (
						<SpotlightControl snapshot={snapshot} document={document} worksheet={worksheet} />
					)}
					<StatusLine />
				</>
			)}
			{/* Its line is what the group is told of: it stays as long as anything of the sheet is being read. */}
			<div className="look-in__sheet" hidden={earlier}>
				<SheetPanel
					snapshot={snapshot}
					document={document}
					worksheet={worksheet}
					sections={question === null ? undefined : sectionsNow(snapshot, document)}
					readOnly={!writing || earlier}
					question={question}
					planTools={PlanTools}
					answerTools={AnswerMeasures}
				/>
			</div>
		</>
	);
}

/** What the group is told at this moment, as the server says it and not as this page hopes. */
function LookInHint({
	snapshot,
	document,
	writing,
}: Pick<OpenedToReadProps, "snapshot" | "document"> & { writing: boolean }) {
	const { facilitator } = useMessages();
	const isTold = snapshot.watched.some(({ id, by }) => id === document.id && by.includes("facilitation"));
	if (document.scope.kind !== "group") return <p>{writing ? facilitator.writeAlongHint : facilitator.readAlongHint}</p>;
	return <p>{writing ? facilitator.writeTooHint : isTold ? facilitator.lookInHint : facilitator.lookInSoon}</p>;
}

/** What the phase asks for in a group's sheet: there its questions have the numbers that the group sees. */
function sectionsNow(snapshot: Snapshot, { id, scope }: DocumentView): readonly string[] | undefined {
	return groupSheets(snapshot, scope.id ?? "").find(({ document }) => document.id === id)?.sections;
}
