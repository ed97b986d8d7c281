import { useState } from "react";
import type { RefusalCode } from "../../../worksheets/contract/refusals.ts";
import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { ActButton } from "../../session/act-button.tsx";
import { Refused } from "../../session/refused.tsx";
import { Alert } from "../../ui/alert.tsx";
import { useAnnounce } from "../../ui/announce.tsx";
import { endRehearsal } from "./rehearsal-client.ts";

/** Says on every stage that this is only a rehearsal, and takes all of it away in one click. */
export function RehearsalNow({ snapshot }: { snapshot: Snapshot }) {
	const { facilitator } = useMessages();
	const announce = useAnnounce();
	const [busy, setBusy] = useState(false);
	const [refused, setRefused] = useState<RefusalCode | null>(null);
	if (!snapshot.workshop.rehearsal) return null;

	async function end(): Promise<void> {
		if (busy) return;
		setBusy(true);
		const ended = await endRehearsal(snapshot.workshop.id);
		setBusy(false);
		setRefused(ended.ok ? null : ended.refused);
		if (!ended.ok) return;
		announce(facilitator.rehearsalEnded);
		document.getElementById("inhalt")?.focus();
	}

	return (
		<Alert kind="warning" title={facilitator.rehearsalNow}>
			<p>{facilitator.rehearsalNowHint}</p>
			<Refused code={refused} />
			{snapshot.you.role === "facilitator" && (
				<div className="cluster">
					<ActButton onClick={() => void end()}>{facilitator.rehearsalEnd}</ActButton>
				</div>
			)}
		</Alert>
	);
}
