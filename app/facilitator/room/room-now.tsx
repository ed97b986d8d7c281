import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { ActButton } from "../../session/act-button.tsx";
import { Refused } from "../../session/refused.tsx";
import { backCount } from "../../session/room/back-count.ts";
import { RecallBar } from "../../session/room/recall-bar.tsx";
import { shownName } from "../../session/shown-name.ts";
import { useAct } from "../../session/use-act.ts";

/** The countdown, with the way out of it. */
export function RecallNow({ snapshot }: { snapshot: Snapshot }) {
	const { room } = useMessages();
	const { act, refused } = useAct();
	return (
		<RecallBar snapshot={snapshot}>
			<ActButton onClick={() => void act({ type: "recall.cancel" })}>{room.recallCancel}</ActButton>
			<Refused code={refused} />
		</RecallBar>
	);
}

/** What holds for the whole room at this moment. */
export function RoomNow({ snapshot }: { snapshot: Snapshot }) {
	const messages = useMessages();
	const { room } = messages;
	const { act, refused } = useAct();
	const shown = shownName(snapshot, messages);
	const phase = snapshot.phases.find(({ id }) => id === snapshot.currentPhase);
	return (
		<>
			{shown !== null && (
				<section className="message-banner" aria-label={room.show}>
					<p>
						<strong>{room.shownBy({ what: shown })}</strong>
					</p>
					<ActButton onClick={() => void act({ type: "spotlight.hide" })}>{room.hide}</ActButton>
				</section>
			)}
			{phase?.kind === "break" && <p role="status">{room.backCount(backCount(snapshot))}</p>}
			<Refused code={refused} />
		</>
	);
}
