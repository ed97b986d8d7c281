import { type FormEvent, useState } from "react";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useFormat } from "../i18n/format.ts";
import { useMessages } from "../i18n/provider.tsx";
import { ActButton } from "../session/act-button.tsx";
import { Refused } from "../session/refused.tsx";
import { useAct } from "../session/use-act.ts";
import { useAnnounce } from "../ui/announce.tsx";
import { TextField } from "../ui/text-field.tsx";
import { wholeNumber } from "./whole-number.ts";

/** How long everything is kept after the end; `max` days is the operator's bound. */
export function RetentionForm({ snapshot, max }: { snapshot: Snapshot; max: number }) {
	const { facilitator, session } = useMessages();
	const format = useFormat();
	const announce = useAnnounce();
	const { act, refused } = useAct();
	const { retentionDays, deleteOn } = snapshot.workshop;
	const [typed, setTyped] = useState(String(retentionDays));
	const [wrong, setWrong] = useState(false);

	async function save(event: FormEvent): Promise<void> {
		event.preventDefault();
		const days = wholeNumber(typed, max);
		setWrong(days === null);
		if (days === null) return;
		const saved = await act({ type: "workshop.set", details: { retentionDays: days } });
		if (saved) announce(facilitator.retentionSaved);
	}

	return (
		<form className="stack" onSubmit={(event) => void save(event)}>
			<TextField
				id="retention"
				label={facilitator.retention}
				hint={session.deletedOn({ date: format.date(deleteOn) })}
				error={wrong ? facilitator.retentionWrong({ max }) : undefined}
				inputMode="numeric"
				width="short"
				value={typed}
				onChange={(event) => setTyped(event.target.value)}
			/>
			<Refused code={refused} />
			<div className="cluster">
				<ActButton type="submit">{facilitator.retentionSave}</ActButton>
			</div>
		</form>
	);
}
