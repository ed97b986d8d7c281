import { useEffect, useRef, useState } from "react";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useFormat } from "../i18n/format.ts";
import { useMessages } from "../i18n/provider.tsx";
import { useAnnounce } from "../ui/announce.tsx";
import { Button } from "../ui/button.tsx";

/** Messages of the facilitator stay until they are closed; they are kept in the list of messages as well. */
export function MessageBanners({ snapshot }: { snapshot: Snapshot }) {
	const { session } = useMessages();
	const announce = useAnnounce();
	const { messages } = snapshot;
	const [closed, setClosed] = useState(() => new Set(olderThanPhase(snapshot)));
	const announced = useRef(new Set(messages.map((message) => message.id)));

	useEffect(() => {
		for (const message of messages) {
			if (announced.current.has(message.id)) continue;
			announced.current.add(message.id);
			announce(`${session.messageFrom}: ${message.text}`);
		}
	}, [messages, announce, session]);

	return messages
		.filter((message) => !closed.has(message.id))
		.map((message) => (
			<section key={message.id} className="message-banner" aria-label={session.messageFrom}>
				<p>
					<strong>{session.messageFrom}:</strong> {message.text}
				</p>
				<Button
					variant="tertiary"
					icon="close"
					iconOnly
					onClick={() => setClosed((before) => new Set(before).add(message.id))}
				>
					{session.dismiss}
				</Button>
			</section>
		));
}

/** Who comes (back) to the page is not shown what was said in earlier phases. */
function olderThanPhase(snapshot: Snapshot): string[] {
	const entered = snapshot.phases.find((phase) => phase.id === snapshot.currentPhase)?.enteredAt ?? 0;
	return snapshot.messages.filter((message) => message.at < entered).map((message) => message.id);
}

/** „Mitteilungen“: everything the facilitator has said to this person, the latest first. */
export function MessageList({ messages }: Pick<Snapshot, "messages">) {
	const { session } = useMessages();
	const format = useFormat();
	if (messages.length === 0) return <p>{session.noMessages}</p>;
	return (
		<ul className="message-list">
			{[...messages].reverse().map((message) => (
				<li key={message.id}>
					<time dateTime={new Date(message.at).toISOString()}>{format.time(message.at)}</time> {message.text}
				</li>
			))}
		</ul>
	);
}
