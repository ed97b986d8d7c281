import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { ActButton } from "../act-button.tsx";
import { Refused } from "../refused.tsx";
import { useAct } from "../use-act.ts";
import { backCount } from "./back-count.ts";

/** „Bin zurück“: one click, and everybody sees how many are. */
export function BackFromBreak({ snapshot }: { snapshot: Snapshot }) {
	const { room } = useMessages();
	const { act, refused } = useAct();
	const self = snapshot.participants.find(({ id }) => id === snapshot.you.participantId);
	const isBack = self?.back === true;
	return (
		<div className="cluster">
			<ActButton icon="check" resting={isBack} onClick={() => void act({ type: "participant.back" })}>
				{room.back}
			</ActButton>
			<p role="status">
				{isBack && `${room.backSaid} `}
				{room.backCount(backCount(snapshot))}
			</p>
			<Refused code={refused} />
		</div>
	);
}
