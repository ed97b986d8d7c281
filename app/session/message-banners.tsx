import { useEffect, useRef, useState } from "react";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { useAnnounce } from "../ui/announce.tsx";
import { Button } from "../ui/button.tsx";

/**
 * What those who steer have said stays, the latest first and each sender's on its own, until it is closed here or taken
 * down there; it is kept in the list of messages as well.
 */
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
			announce(`${session.messageFrom[message.by]}: ${message.text}`);
		}
	}, [messages, announce, session]);

	return messages
		.filter((message) => message.pinned && !closed.has(message.id))
		.reverse()
		.map((message) => (
			<section key={message.id} className="message-banner" aria-label={session.messageFrom[message.by]}>
				<p>
					<strong>{session.messageFrom[message.by]}:</strong> {message.text}
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
