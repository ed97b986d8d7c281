import { useEffect, useRef } from "react";
import { headCount } from "../../../worksheets/contract/head-count.ts";
import type { ParticipantView, Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { ActButton } from "../../session/act-button.tsx";
import { Refused } from "../../session/refused.tsx";
import { useAct } from "../../session/use-act.ts";
import { useAnnounce } from "../../ui/announce.tsx";
import { Badge } from "../../ui/badge.tsx";

/** Who stands at the door, the longest first. Newcomers are said politely. */
export function WaitingList({ snapshot }: { snapshot: Snapshot }) {
	const { room, facilitator } = useMessages();
	const { act, refused } = useAct();
	const heading = useRef<HTMLHeadingElement>(null);
	const waiting = snapshot.participants.filter((person) => person.waiting);
	useArrivalsAnnounced(waiting);
	if (snapshot.workshop.status === "ended" || (waiting.length === 0 && refused === null)) return null;

	/** The person's buttons are gone with them: the focus goes to the list's heading. */
	async function decide(type: "participant.admit" | "participant.remove", people: ParticipantView[]): Promise<void> {
		if (await act(...people.map(({ id }) => ({ type, participant: id })))) heading.current?.focus();
	}

	return (
		<section aria-labelledby="waiting-title" className="help-calls" data-open={waiting.length > 0}>
			<h2 id="waiting-title" ref={heading} tabIndex={-1}>
				{room.count({ what: room.waiting, count: headCount(waiting) })}
			</h2>
			<Refused code={refused} />
			{waiting.length > 1 && (
				<div className="cluster">
					<ActButton icon="check" onClick={() => void decide("participant.admit", waiting)}>
						{room.admitAll}
					</ActButton>
				</div>
			)}
			<ul className="help-calls__list">
				{waiting.map((person) => {
					const { id, name, organisation, online, people } = person;
					return (
						<li key={id} className="help-calls__call">
							<p className="cluster">
								<span>
									<strong>{name}</strong>
									{organisation !== undefined && ` (${organisation})`}
								</span>
								{people !== undefined && <Badge kind="info">{facilitator.table({ count: people })}</Badge>}
								{!online && <Badge>{facilitator.offline}</Badge>}
							</p>
							<div className="cluster">
								<ActButton
									icon="check"
									aria-label={room.admitThis({ name })}
									onClick={() => void decide("participant.admit", [person])}
								>
									{room.admit}
								</ActButton>
								<ActButton
									aria-label={room.sendAwayThis({ name })}
									onClick={() => void decide("participant.remove", [person])}
								>
									{room.sendAway}
								</ActButton>
							</div>
						</li>
					);
				})}
			</ul>
		</section>
	);
}

function useArrivalsAnnounced(waiting: readonly ParticipantView[]): void {
	const { room } = useMessages();
	const announce = useAnnounce();
	const known = useRef(new Set(waiting.map(({ id }) => id)));
	useEffect(() => {
		for (const { id, name } of waiting) {
			if (known.current.has(id)) continue;
			known.current.add(id);
			announce(room.waits({ name }));
		}
	}, [waiting, announce, room]);
}
