import { useState } from "react";
import { LIMITS } from "../../../worksheets/contract/limits.ts";
import type { RefusalCode } from "../../../worksheets/contract/refusals.ts";
import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { useAnnounce } from "../../ui/announce.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { NumberForm } from "../number-form.tsx";
import { beginRehearsal } from "./rehearsal-client.ts";

const USUAL = 8;

/** Before the start: the workshop tried out with people whom the server plays. */
export function BeginRehearsal({ snapshot }: { snapshot: Snapshot }) {
	const { facilitator } = useMessages();
	const announce = useAnnounce();
	const [busy, setBusy] = useState(false);
	const [refused, setRefused] = useState<RefusalCode | null>(null);
	if (snapshot.workshop.rehearsal || snapshot.you.role !== "facilitator") return null;

	async function begin(participants: number): Promise<void> {
		if (busy) return;
		setBusy(true);
		const begun = await beginRehearsal(snapshot.workshop.id, participants);
		setBusy(false);
		setRefused(begun.ok ? null : begun.refused);
		if (begun.ok) announce(facilitator.rehearsalBegun);
	}

	return (
		<Disclosure summary={facilitator.rehearsal}>
			<div className="stack">
				<p>{facilitator.rehearsalHint}</p>
				<NumberForm
					id="rehearsal-count"
					label={facilitator.rehearsalCount}
					first={USUAL}
					max={LIMITS.rehearsal}
					wrong={facilitator.rehearsalCountWrong({ max: LIMITS.rehearsal })}
					send={facilitator.rehearsalBegin}
					refused={refused}
					onSend={begin}
				/>
			</div>
		</Disclosure>
	);
}
