import { type FormEvent, useState } from "react";
import { groupLabel } from "../../worksheets/contract/group-letter.ts";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { cleanLine, codePoints } from "../../worksheets/contract/text.ts";
import { useMessages } from "../i18n/provider.tsx";
import { ActButton } from "../session/act-button.tsx";
import { Refused } from "../session/refused.tsx";
import { useAct } from "../session/use-act.ts";
import { useAnnounce } from "../ui/announce.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { SentMessages } from "./room/room-notes.tsx";

const EVERYONE = "all";
const MAX = LIMITS.broadcastCodePoints;

interface MessageFormProps {
	snapshot: Snapshot;
	/** The group it is meant for at first; everyone when null. */
	group: string | null;
	onSent: () => void;
}

/** „Nachricht an alle“, or to one group. */
export function MessageForm({ snapshot, group, onSent }: MessageFormProps) {
	const { facilitator } = useMessages();
	const announce = useAnnounce();
	const { act, refused, busy } = useAct();
	const [to, setTo] = useState(group ?? EVERYONE);
	const [text, setText] = useState("");
	const [tried, setTried] = useState(false);
	const count = codePoints(cleanLine(text));
	const error =
		count === 0 ? facilitator.messageEmpty : count > MAX ? facilitator.messageLong({ count, max: MAX }) : undefined;

	async function send(event: FormEvent): Promise<void> {
		event.preventDefault();
		setTried(true);
		if (error !== undefined || busy) return;
		const target = snapshot.groups.find(({ id }) => id === to);
		const sent = await act({ type: "broadcast", text, ...(target === undefined ? {} : { group: target.id }) });
		if (!sent) return;
		announce(facilitator.messageSent);
		onSent();
	}

	return (
		<form className="stack" onSubmit={(event) => void send(event)}>
			{snapshot.groups.length > 0 && (
				<SelectField
					id="message-to"
					label={facilitator.messageTo}
					value={to}
					options={[
						{ value: EVERYONE, label: facilitator.everyone },
						...snapshot.groups.map(({ id, name }, index) => ({ value: id, label: groupLabel(index, name) })),
					]}
					onChange={(event) => setTo(event.target.value)}
				/>
			)}
			<TextArea
				id="message-text"
				label={facilitator.messageText}
				hint={facilitator.messageHint({ max: MAX })}
				error={tried ? error : undefined}
				rows={3}
				value={text}
				onChange={(event) => setText(event.target.value)}
			/>
			<Refused code={refused} />
			<div className="cluster">
				<ActButton type="submit" variant="primary">
					{facilitator.send}
				</ActButton>
			</div>
			{snapshot.messages.length > 0 && (
				<Disclosure summary={facilitator.messagesSent}>
					<SentMessages snapshot={snapshot} />
				</Disclosure>
			)}
		</form>
	);
}
