import { useRef, useState } from "react";
import type { RefusalCode } from "../../worksheets/contract/refusals.ts";
import { useFormat } from "../i18n/format.ts";
import { useMessages } from "../i18n/provider.tsx";
import { ActButton } from "../session/act-button.tsx";
import { newCommandId } from "../session/command-id.ts";
import { useAnnounce } from "../ui/announce.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { QuestionEnd } from "./question-end.tsx";
import { setBack } from "./set-back.ts";

export interface SetBackGoal {
	document: string;
	/** Whose sheet and which, in words. */
	sheet: string;
	/** Epoch milliseconds. */
	at: number;
	keepLater: boolean;
}

interface SetBackDialogProps {
	/** Null keeps the dialog closed. */
	goal: SetBackGoal | null;
	onClose: () => void;
	onDone: () => void;
}

/** Asks once more: a set-back changes everybody's screen. */
export function SetBackDialog({ goal, onClose, onDone }: SetBackDialogProps) {
	const { facilitator } = useMessages();
	return (
		<Dialog open={goal !== null} title={facilitator.setBackTitle} onClose={onClose}>
			{goal && <Confirm goal={goal} onClose={onClose} onDone={onDone} />}
		</Dialog>
	);
}

function Confirm({ goal, onClose, onDone }: SetBackDialogProps & { goal: SetBackGoal }) {
	const { facilitator } = useMessages();
	const format = useFormat();
	const announce = useAnnounce();
	const [refused, setRefused] = useState<RefusalCode | null>(null);
	const [busy, setBusy] = useState(false);
	// One question is one set-back, however often its answer does not arrive.
	const id = useRef(newCommandId());
	const time = format.time(goal.at);

	async function confirm(): Promise<void> {
		setBusy(true);
		setRefused(null);
		const { document, at, keepLater } = goal;
		const done = await setBack(document, { id: id.current, at, keepLater });
		setBusy(false);
		if (!done.ok) {
			setRefused(done.refused);
			return;
		}
		announce(facilitator.setBackDone({ time }));
		onDone();
	}

	return (
		<>
			<p>
				<strong>{goal.sheet}</strong>
			</p>
			<p>{facilitator.setBackText({ time })}</p>
			<p>{goal.keepLater ? facilitator.setBackKeeping : facilitator.setBackLosing}</p>
			<p>{facilitator.setBackUndo}</p>
			<p role="status">{busy ? facilitator.setBackBusy : ""}</p>
			<QuestionEnd refused={refused} onCancel={onClose}>
				<ActButton variant={goal.keepLater ? "primary" : "danger"} resting={busy} onClick={() => void confirm()}>
					{facilitator.setBackTo({ time: format.clock(goal.at) })}
				</ActButton>
			</QuestionEnd>
		</>
	);
}
