import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { ActButton } from "../session/act-button.tsx";
import { Refused } from "../session/refused.tsx";
import { useServerNow } from "../session/session-provider.tsx";
import { useAct } from "../session/use-act.ts";

/** How long a change of phase is offered to be taken back; later, going back is the better word for it. */
const OFFERED_MS = 120_000;

/** „Nächste Phase“ was a slip of the hand: back, with the time as if nothing had happened. */
export function UndoPhase({ snapshot, onUndone }: { snapshot: Snapshot; onUndone: () => void }) {
	const { facilitator } = useMessages();
	const { act, refused } = useAct();
	const now = useServerNow();
	const { undo } = snapshot;
	const title = snapshot.phases.find(({ id }) => id === undo?.phase)?.title;
	if (undo === null || title === undefined || now - undo.at > OFFERED_MS) return null;
	return (
		<div className="phase-bar__move">
			<ActButton
				variant="tertiary"
				icon="undo"
				onClick={async () => {
					if (await act({ type: "phase.undo" })) onUndone();
				}}
			>
				{facilitator.undoPhase({ title })}
			</ActButton>
			<Refused code={refused} />
		</div>
	);
}
