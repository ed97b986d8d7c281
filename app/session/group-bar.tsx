import { useEffect, useRef } from "react";
import { headCount } from "../../worksheets/contract/head-count.ts";
import { type Snapshot, WATCHERS } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { useAnnounce } from "../ui/announce.tsx";
import { Badge } from "../ui/badge.tsx";
import { GroupBadge } from "../ui/group-badge.tsx";
import { Icon } from "../ui/icon.tsx";
import { ConferenceLink } from "./conference-link.tsx";
import { personName } from "./person-name.ts";
import { ownGroup } from "./phase-sheets.ts";

const WIDE = "(min-width: 75rem)";

interface GroupBarProps {
	snapshot: Snapshot;
	/** Participant ids of others who are typing in the sheet on the screen. */
	writers: readonly string[];
}

/** One's group: letter, shape, name and people; on wide screens open beside the sheet, elsewhere a line to unfold. */
export function GroupBar({ snapshot, writers }: GroupBarProps) {
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
						<span>{session.groupMembers({ count: headCount(members) })}</span>
						<LookedAt snapshot={snapshot} />
					</span>
					<span className="group-bar__chevron">
						<Icon name="chevron-down" />
					</span>
				</summary>
				<ul className="name-list">
					{members.map((person) => (
						<li key={person.id}>
							{personName(person, session)}
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

/** Who looks into one's group's sheets at this moment: to see while it lasts, and said once when it begins. */
function LookedAt({ snapshot }: { snapshot: Snapshot }) {
	const { session } = useMessages();
	const announce = useAnnounce();
	const said = WATCHERS.filter((kind) => snapshot.watched.some(({ by }) => by.includes(kind)))
		.map((kind) => session.lookedAt[kind])
		.join(", ");
	useEffect(() => {
		if (said !== "") announce(said);
	}, [said, announce]);
	return said === "" ? null : (
		<Badge kind="info" icon="eye">
			{said}
		</Badge>
	);
}
