import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { useAct } from "../../session/use-act.ts";
import { useAnnounce } from "../../ui/announce.tsx";
import { NumberForm } from "../number-form.tsx";

/** How long everything is kept after the end; `max` days is the operator's bound. */
export function RetentionForm({ snapshot, max }: { snapshot: Snapshot; max: number }) {
	const { facilitator, session } = useMessages();
	const format = useFormat();
	const announce = useAnnounce();
	const { act, refused } = useAct();
	const { retentionDays, deleteOn } = snapshot.workshop;

	async function save(days: number): Promise<void> {
		const saved = await act({ type: "workshop.set", details: { retentionDays: days } });
		if (saved) announce(facilitator.retentionSaved);
	}

	return (
		<NumberForm
			id="retention"
			label={facilitator.retention}
			hint={session.deletedOn({ date: format.date(deleteOn) })}
			first={retentionDays}
			max={max}
			wrong={facilitator.retentionWrong({ max })}
			send={facilitator.retentionSave}
			refused={refused}
			onSend={save}
		/>
	);
}
