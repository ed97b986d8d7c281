import { useState } from "react";
import { phaseToRecallTo } from "../../../worksheets/contract/recall-phase.ts";
import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { ActButton } from "../../session/act-button.tsx";
import { useAct } from "../../session/use-act.ts";
import { RadioGroup } from "../../ui/radio-group.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { QuestionEnd } from "../question-end.tsx";

const SECONDS = [30, 60, 120, 0] as const;
const USUAL = 60;

/** „Zurückholen“: where to and how soon. The button says which of the two it is, announcing or doing. */
export function RecallForm({ snapshot, onClose }: { snapshot: Snapshot; onClose: () => void }) {
	const { room } = useMessages();
	const { act, refused } = useAct();
	const { phases, currentPhase } = snapshot;
	const [phase, setPhase] = useState(phaseToRecallTo(phases, currentPhase) ?? phases[0]?.id ?? "");
	const [seconds, setSeconds] = useState<number>(USUAL);

	async function bringBack(): Promise<void> {
		if (await act({ type: "recall.start", ms: seconds * 1000, phase })) onClose();
	}

	return (
		<div className="stack">
			<p>{room.recallHint}</p>
			<SelectField
				id="recall-phase"
				label={room.recallTo}
				value={phase}
				options={phases.filter(({ id }) => id !== currentPhase).map(({ id, title }) => ({ value: id, label: title }))}
				onChange={(event) => setPhase(event.target.value)}
			/>
			<RadioGroup
				id="recall-in"
				label={room.recallIn}
				value={String(seconds)}
				options={SECONDS.map((value) => ({ value: String(value), label: room.recallSpan({ seconds: value }) }))}
				onChange={(value) => setSeconds(Number(value))}
			/>
			<QuestionEnd refused={refused} onCancel={onClose}>
				<ActButton variant="primary" onClick={() => void bringBack()}>
					{seconds === 0 ? room.recallNow : room.recallStart}
				</ActButton>
			</QuestionEnd>
		</div>
	);
}
