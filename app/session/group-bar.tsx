import { useEffect, useRef } from "react";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Badge } from "../ui/badge.tsx";
import { GroupBadge } from "../ui/group-badge.tsx";
import { Icon } from "../ui/icon.tsx";
import { ConferenceLink } from "./conference-link.tsx";
import { ownGroup } from "./phase-sheets.ts";

const WIDE = "(min-width: 75rem)";

interface GroupBarProps {
	snapshot: Snapshot;
	/** Participant ids of others who are typing in the sheet on the screen. */
	writers: readonly string[];
	/** Whether somebody who steers has the group's sheet open. */
	observed: boolean;
}

/** One's group: letter, shape, name and people; on wide screens open beside the sheet, elsewhere a line to unfold. */
export function GroupBar({ snapshot, writers, observed }: GroupBarProps) {
	const { session } = useMessages();
	const details = useRef<HTMLDetailsElement>(null);
	const group = ownGroup(snapshot);
	const hasGroup = group !== null;

	useEffect(() => {
		if (!hasGroup) return;
		const wide = window.matchMedia(WIDE);
		const follow = () => {
			if (details.current !== null) details.current.open = wide.matches;
		};
		follow();
		wide.addEventListener("change", follow);
		return () => wide.removeEventListener("change", follow);
	}, [hasGroup]);

	if (group === null) return null;
	const members = snapshot.participants.filter((person) => group.members.includes(person.id));
	return (
		<>
			<details ref={details} className="group-bar">
				<summary className="group-bar__summary">
					<span className="group-bar__line">
						<GroupBadge index={group.index} name={group.name} />
						<span>{session.groupMembers({ count: members.length })}</span>
						{observed && (
							<Badge kind="info" icon="eye">
								{session.lookedAt}
							</Badge>
						)}
					</span>
					<span className="group-bar__chevron">
						<Icon name="chevron-down" />
					</span>
				</summary>
				<ul className="name-list">
					{members.map((person) => (
						<li key={person.id}>
							{person.name}
							{person.id === snapshot.you.participantId && ` (${session.you})`}
							{!person.online && <span className="muted"> {session.away}</span>}
							{writers.includes(person.id) && (
								<span className="writes">
									<Icon name="pencil" small /> {session.writes}
								</span>
							)}
						</li>
					))}
				</ul>
			</details>
			{group.conferenceUrl !== undefined && <ConferenceLink href={group.conferenceUrl} group={group.name} />}
		</>
	);
}
