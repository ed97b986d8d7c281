import type { ReactNode } from "react";
import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/provider.tsx";

type Message = Snapshot["messages"][number];

interface MessageListProps {
	messages: readonly Message[];
	/** What stands below a message. */
	children?: (message: Message) => ReactNode;
}

/** „Mitteilungen“: everything that was said to this person and by whom, the latest first. */
export function MessageList({ messages, children }: MessageListProps) {
	const { room } = useMessages();
	const format = useFormat();
	if (messages.length === 0) return <p>{room.noMessages}</p>;
	return (
		<ul className="message-list">
			{[...messages].reverse().map((message) => (
				<li key={message.id}>
					<p>
						<span className="muted">
							<time dateTime={new Date(message.at).toISOString()}>{format.time(message.at)}</time>,{" "}
							{room.sender[message.by]}:
						</span>{" "}
						{message.text}
					</p>
					{children?.(message)}
				</li>
			))}
		</ul>
	);
}
