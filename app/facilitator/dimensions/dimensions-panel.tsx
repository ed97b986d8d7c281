import { lazy, useState } from "react";
import { steers } from "../../../worksheets/contract/roles.ts";
import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { asDimension, proposedDimensions } from "../../../worksheets/schema/proposed-dimensions.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { FetchedPart } from "../../session/fetched-part.tsx";
import type { Worksheets } from "../../session/phase-sheets-view.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import type { LeftDraft } from "./draft.ts";

const EditDimensions = lazy(() => import("./edit-dimensions.tsx"));

interface DimensionsPanelProps {
	snapshot: Snapshot;
	/** As the workshop was created with them. */
	worksheets: Worksheets;
}

/** What structure modules are assessed by in this workshop; nothing where no sheet assesses any. */
export function DimensionsPanel({ snapshot, worksheets }: DimensionsPanelProps) {
	const { facilitator } = useMessages();
	const [editing, setEditing] = useState(false);
	// It outlives a dialog that was closed by mistake.
	const [draft, setDraft] = useState<LeftDraft | null>(null);
	const { language, dimensions: own } = snapshot.workshop;
	const proposed = proposedDimensions(Object.values(worksheets))?.map((row) => asDimension(row, language));
	const steering = steers(snapshot.you.role);
	if (proposed === undefined) return null;
	const close = () => setEditing(false);
	return (
		<Disclosure summary={facilitator.dimensions}>
			<div className="stack">
				<p>{facilitator.dimensionsHint}</p>
				<div className="cluster">
					<Badge kind={isProposal(own) ? "info" : "neutral"}>
						{isProposal(own) ? facilitator.dimensionsProposal : facilitator.dimensionsOwn}
					</Badge>
				</div>
				<ol lang={language}>
					{(own?.dimensions ?? proposed).map(({ id, label }) => (
						<li key={id}>{label}</li>
					))}
				</ol>
				{steering && (
					<div className="cluster">
						<Button icon="pencil" onClick={() => setEditing(true)}>
							{facilitator.dimensionsEdit}
						</Button>
					</div>
				)}
			</div>
			<Dialog open={editing} title={facilitator.dimensions} onClose={close}>
				<FetchedPart>
					<EditDimensions snapshot={snapshot} proposed={proposed} left={draft} onDraft={setDraft} onClose={close} />
				</FetchedPart>
			</Dialog>
		</Disclosure>
	);
}

function isProposal(own: Snapshot["workshop"]["dimensions"]): boolean {
	return own === null || own.preset !== null;
}
