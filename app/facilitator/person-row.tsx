import type { ParticipantView, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { GroupBadge } from "../ui/group-badge.tsx";
import { MovePerson } from "./move-person.tsx";

interface PersonRowProps {
	person: ParticipantView;
	snapshot: Snapshot;
	onMore: () => void;
}

/** One of many: what stands out is said, that somebody is there is not, and their group stands in what moves them. */
export function PersonRow({ person, snapshot, onMore }: PersonRowProps) {
	const { facilitator, room } = useMessages();
	const ended = snapshot.workshop.status === "ended";
	const { groups } = snapshot;
	const index = groups.findIndex((group) => group.id === person.group);
	const group = groups[index];
	return (
		<li className="people__person">
			<p className="people__who">
				{group !== undefined && <GroupBadge index={index} name={group.name} compact={!ended} />}
				<span className="people__words">
					<strong>{person.name}</strong>
					{person.organisation !== undefined && <span className="muted small">{person.organisation}</span>}
					{person.people !== undefined && <Badge kind="info">{facilitator.table({ count: person.people })}</Badge>}
					{person.simulated && <Badge kind="warning">{facilitator.simulated}</Badge>}
					{!person.online && <Badge kind="neutral">{facilitator.offline}</Badge>}
					{person.muted && (
						<Badge kind="warning" icon="lock">
							{room.isMuted}
						</Badge>
					)}
				</span>
			</p>
			{groups.length > 0 && !ended && <MovePerson person={person} groups={groups} />}
			{!ended && (
				<Button
					variant="tertiary"
					icon="more"
					iconOnly
					className="people__more"
					aria-label={room.aboutPerson({ name: person.name })}
					onClick={onMore}
				>
					{room.moreAbout}
				</Button>
			)}
		</li>
	);
}
