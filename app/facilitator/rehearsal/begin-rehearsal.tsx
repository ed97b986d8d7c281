import { type FormEvent, useState } from "react";
import { LIMITS } from "../../../worksheets/contract/limits.ts";
import type { RefusalCode } from "../../../worksheets/contract/refusals.ts";
import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { ActButton } from "../../session/act-button.tsx";
import { Refused } from "../../session/refused.tsx";
import { useAnnounce } from "../../ui/announce.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { wholeNumber } from "../whole-number.ts";
import { beginRehearsal } from "./rehearsal-client.ts";

const USUAL = "8";

/** Before the start: the workshop tried out with people whom the server plays. */
export function BeginRehearsal({ snapshot }: { snapshot: Snapshot }) {
	const { facilitator } = useMessages();
	const announce = useAnnounce();
	const [count, setCount] = useState(USUAL);
	const [wrong, setWrong] = useState(false);
	const [busy, setBusy] = useState(false);
	const [refused, setRefused] = useState<RefusalCode | null>(null);
	if (snapshot.workshop.rehearsal || snapshot.you.role !== "facilitator") return null;

	async function begin(event: FormEvent): Promise<void> {
		event.preventDefault();
		const participants = wholeNumber(count, LIMITS.rehearsal);
		setWrong(participants === null);
		if (participants === null || busy) return;
		setBusy(true);
		const begun = await beginRehearsal(snapshot.workshop.id, participants);
		setBusy(false);
		setRefused(begun.ok ? null : begun.refused);
		if (begun.ok) announce(facilitator.rehearsalBegun);
	}

	return (
		<Disclosure summary={facilitator.rehearsal}>
			<form className="stack" noValidate onSubmit={(event) => void begin(event)}>
				<p>{facilitator.rehearsalHint}</p>
				<TextField
					id="rehearsal-count"
					label={facilitator.rehearsalCount}
					error={wrong ? facilitator.rehearsalCountWrong({ max: LIMITS.rehearsal }) : undefined}
					inputMode="numeric"
					width="short"
					value={count}
					onChange={(event) => setCount(event.target.value)}
				/>
				<Refused code={refused} />
				<div className="cluster">
					<ActButton type="submit">{facilitator.rehearsalBegin}</ActButton>
				</div>
			</form>
		</Disclosure>
	);
}
