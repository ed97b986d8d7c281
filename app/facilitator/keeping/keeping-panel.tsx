import { useState } from "react";
import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { DeleteWorkshop } from "./delete-workshop.tsx";
import { NamesChoice } from "./names-choice.tsx";
import { RemoveNames } from "./remove-names.tsx";
import { RetentionForm } from "./retention-form.tsx";
import { TakeHomeChoice } from "./take-home-choice.tsx";

interface KeepingPanelProps {
	snapshot: Snapshot;
	maxRetentionDays: number;
	onDeleted: () => void;
}

/** How long the workshop is kept, and under which names: for the facilitator alone. */
export function KeepingPanel({ snapshot, maxRetentionDays, onDeleted }: KeepingPanelProps) {
	const { facilitator } = useMessages();
	const [asking, setAsking] = useState(false);
	const { status, rehearsal } = snapshot.workshop;
	const close = () => setAsking(false);
	return (
		<>
			<h3>{facilitator.keeping}</h3>
			<RetentionForm snapshot={snapshot} max={maxRetentionDays} />
			{status !== "ended" ? <NamesChoice snapshot={snapshot} /> : !rehearsal && <RemoveNames snapshot={snapshot} />}
			<TakeHomeChoice snapshot={snapshot} />
			<div className="cluster">
				<Button variant="danger" icon="trash" onClick={() => setAsking(true)}>
					{facilitator.delete}
				</Button>
			</div>
			<Dialog open={asking} title={facilitator.delete} onClose={close}>
				<DeleteWorkshop snapshot={snapshot} onClose={close} onDeleted={onDeleted} />
			</Dialog>
		</>
	);
}
