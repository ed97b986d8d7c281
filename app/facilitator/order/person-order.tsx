import { useEffect, useRef, useState } from "react";
import type { ParticipantView } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { ActButton } from "../../session/act-button.tsx";
import { Refused } from "../../session/refused.tsx";
import { useAct } from "../../session/use-act.ts";
import { useAnnounce } from "../../ui/announce.tsx";
import { Button } from "../../ui/button.tsx";

/** What may be done about one person: taking the pen, which can be undone, and taking them out, which cannot. */
export function PersonOrder({ person, onDone }: { person: ParticipantView; onDone: () => void }) {
	const { room } = useMessages();
	const announce = useAnnounce();
	const { act, refused } = useAct();
	const [removing, setRemoving] = useState(false);
	const turn = useRef<HTMLButtonElement>(null);
	const shown = useRef(removing);
	useEffect(() => {
		// The button that was pressed is gone: the focus goes to the one that leads back.
		if (shown.current !== removing) turn.current?.focus();
		shown.current = removing;
	}, [removing]);
	const { id, name } = person;
	const muted = person.muted === true;

	async function mute(): Promise<void> {
		if (!(await act({ type: "participant.mute", participant: id, muted: !muted }))) return;
		announce(muted ? room.unmuted({ name }) : room.muted({ name }));
		onDone();
	}

	async function remove(): Promise<void> {
		if (!(await act({ type: "participant.remove", participant: id }))) return;
		announce(room.removed({ name }));
		onDone();
	}

	if (removing) {
		return (
			<div className="stack">
				<p>{room.removeText({ name })}</p>
				<p>{room.removeHint}</p>
				<Refused code={refused} />
				<div className="cluster">
					<Button ref={turn} onClick={() => setRemoving(false)}>
						{room.removeNot}
					</Button>
					<ActButton variant="danger" onClick={() => void remove()}>
						{room.removeNow}
					</ActButton>
				</div>
			</div>
		);
	}
	return (
		<div className="stack">
			<h3>{room.muteTitle}</h3>
			<p>{muted ? room.unmuteText({ name }) : room.muteText({ name })}</p>
			<Refused code={refused} />
			<div className="cluster">
				<ActButton icon={muted ? "unlock" : "lock"} onClick={() => void mute()}>
					{muted ? room.unmute : room.mute}
				</ActButton>
			</div>
			<h3>{room.removeTitle}</h3>
			<p>{room.removeWhat}</p>
			<div className="cluster">
				<Button ref={turn} variant="danger" onClick={() => setRemoving(true)}>
					{room.remove}
				</Button>
			</div>
		</div>
	);
}
