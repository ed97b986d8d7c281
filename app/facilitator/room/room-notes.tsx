import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { ActButton } from "../../session/act-button.tsx";
import { Refused } from "../../session/refused.tsx";
import { MessageList } from "../../session/room/message-list.tsx";
import { TopicList } from "../../session/room/topic-list.tsx";
import { useAct } from "../../session/use-act.ts";
import { Badge } from "../../ui/badge.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { TopicTools } from "./topic-tools.tsx";

/** What was put aside and what was said, to unfold. */
export function RoomNotes({ snapshot }: { snapshot: Snapshot }) {
	const { room } = useMessages();
	const { topics, messages } = snapshot;
	const ended = snapshot.workshop.status === "ended";
	return (
		<div className="stack">
			<Disclosure summary={room.count({ what: room.topics, count: topics.filter(({ done }) => !done).length })}>
				<TopicList snapshot={snapshot}>{(topic) => !ended && <TopicTools topic={topic} />}</TopicList>
			</Disclosure>
			<Disclosure summary={room.count({ what: room.messages, count: messages.length })}>
				<SentMessages snapshot={snapshot} />
			</Disclosure>
		</div>
	);
}

/** What was sent, to whom; what is pinned may be taken down. */
export function SentMessages({ snapshot }: { snapshot: Snapshot }) {
	const { room } = useMessages();
	const { act, refused } = useAct();
	const ended = snapshot.workshop.status === "ended";
	return (
		<>
			<Refused code={refused} />
			<MessageList messages={snapshot.messages}>
				{({ id, text, group, pinned }) => (
					<div className="cluster">
						<span className="muted small">
							{group === undefined
								? room.messageToAll
								: room.messageToGroup({ group: snapshot.groups.find((each) => each.id === group)?.name ?? "–" })}
						</span>
						{pinned && !ended && (
							<>
								<Badge kind="info">{room.pinned}</Badge>
								<ActButton
									variant="tertiary"
									aria-label={room.unpinThis({ text })}
									onClick={() => void act({ type: "message.unpin", message: id })}
								>
									{room.unpin}
								</ActButton>
							</>
						)}
					</div>
				)}
			</MessageList>
		</>
	);
}
