import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { ActButton } from "../../session/act-button.tsx";
import { Refused } from "../../session/refused.tsx";
import { useAct } from "../../session/use-act.ts";
import { useAnnounce } from "../../ui/announce.tsx";

/** A topic is done, or open again; one that is done may go, so that nothing open goes by a slip of the hand. */
export function TopicTools({ topic: { id, text, done } }: { topic: Snapshot["topics"][number] }) {
	const { room } = useMessages();
	const announce = useAnnounce();
	const { act, refused } = useAct();

	async function remove(): Promise<void> {
		if (!(await act({ type: "topic.remove", topic: id }))) return;
		announce(room.topicRemoved);
		document.getElementById("topic-text")?.focus();
	}

	return (
		<div className="cluster">
			<ActButton
				variant="tertiary"
				icon={done ? "pencil" : "check"}
				aria-label={done ? room.topicReopenThis({ text }) : room.topicDoneThis({ text })}
				onClick={() => void act({ type: "topic.done", topic: id, done: !done })}
			>
				{done ? room.topicReopen : room.topicDoneNow}
			</ActButton>
			{done && (
				<ActButton variant="tertiary" aria-label={room.topicRemoveThis({ text })} onClick={() => void remove()}>
					{room.topicRemove}
				</ActButton>
			)}
			<Refused code={refused} />
		</div>
	);
}
