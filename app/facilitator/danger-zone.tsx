import { useState } from "react";
import { steers } from "../../worksheets/contract/roles.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { LinkButton } from "../ui/link-button.tsx";
import { AccessLinks } from "./access-links.tsx";
import { AccessPanel } from "./access-panel.tsx";
import { DeleteWorkshop } from "./delete-workshop.tsx";
import { EndWorkshop } from "./end-workshop.tsx";
import { RetentionForm } from "./retention-form.tsx";

interface DangerZoneProps {
	snapshot: Snapshot;
	origin: string;
	maxRetentionDays: number;
	onDeleted: () => void;
}

/** What is needed rarely and cannot be undone, at the end of the page and well away from everything else. */
export function DangerZone({ snapshot, origin, maxRetentionDays, onDeleted }: DangerZoneProps) {
	const { facilitator } = useMessages();
	const [asking, setAsking] = useState<"end" | "delete" | null>(null);
	const { status, id } = snapshot.workshop;
	if (!steers(snapshot.you.role)) return null;
	const close = () => setAsking(null);
	return (
		<section className="cockpit__rare stack" aria-label={facilitator.more}>
			{status === "running" && (
				<Disclosure summary={facilitator.links}>
					<AccessLinks snapshot={snapshot} origin={origin} />
				</Disclosure>
			)}
			<AccessPanel snapshot={snapshot} />
			<Disclosure summary={facilitator.more}>
				{status !== "lobby" && (
					<div className="cluster">
						<LinkButton href={`/w/${id}/ergebnisse`}>{facilitator.results}</LinkButton>
					</div>
				)}
				{snapshot.you.role === "facilitator" && (
					<>
						<h3>{facilitator.keeping}</h3>
						<RetentionForm snapshot={snapshot} max={maxRetentionDays} />
						<div className="cluster">
							<Button variant="danger" icon="trash" onClick={() => setAsking("delete")}>
								{facilitator.delete}
							</Button>
						</div>
					</>
				)}
			</Disclosure>
			{status === "running" && (
				<div className="cluster">
					<Button variant="danger" onClick={() => setAsking("end")}>
						{facilitator.end}
					</Button>
				</div>
			)}
			<Dialog open={asking === "end"} title={facilitator.endTitle} onClose={close}>
				<EndWorkshop snapshot={snapshot} onClose={close} />
			</Dialog>
			<Dialog open={asking === "delete"} title={facilitator.delete} onClose={close}>
				<DeleteWorkshop snapshot={snapshot} onClose={close} onDeleted={onDeleted} />
			</Dialog>
		</section>
	);
}
