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
import { EndWorkshop } from "./end-workshop.tsx";
import { KeepingPanel } from "./keeping/keeping-panel.tsx";

interface DangerZoneProps {
	snapshot: Snapshot;
	origin: string;
	maxRetentionDays: number;
	onDeleted: () => void;
}

/** What is needed rarely and cannot be undone, at the end of the page and well away from everything else. */
export function DangerZone({ snapshot, origin, maxRetentionDays, onDeleted }: DangerZoneProps) {
	const { facilitator } = useMessages();
	const [asking, setAsking] = useState(false);
	const { status, id } = snapshot.workshop;
	if (!steers(snapshot.you.role)) return null;
	const close = () => setAsking(false);
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
					<KeepingPanel snapshot={snapshot} maxRetentionDays={maxRetentionDays} onDeleted={onDeleted} />
				)}
			</Disclosure>
			{status === "running" && (
				<div className="cluster">
					<Button variant="danger" onClick={() => setAsking(true)}>
						{facilitator.end}
					</Button>
				</div>
			)}
			<Dialog open={asking} title={facilitator.endTitle} onClose={close}>
				<EndWorkshop snapshot={snapshot} onClose={close} />
			</Dialog>
		</section>
	);
}
