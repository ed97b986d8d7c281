import { useEffect, useRef } from "react";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { GroupBadge } from "../ui/group-badge.tsx";
import { Icon } from "../ui/icon.tsx";
import { ownGroup } from "./phase-sheets.ts";

const WIDE = "(min-width: 75rem)";

/** One's group: letter, shape, name and people; on wide screens open beside the sheet, elsewhere a line to unfold. */
export function GroupBar({ snapshot, writers }: { snapshot: Snapshot; writers: readonly string[] }) {
	const { session } = useMessages();
	const details = useRef<HTMLDetailsElement>(null);
	const group = ownGroup(snapshot);

	useEffect(() => {
		const wide = window.matchMedia(WIDE);
		const follow = () => {
			if (details.current !== null) details.current.open = wide.matches;
		};
		follow();
		wide.addEventListener("change", follow);
		return () => wide.removeEventListener("change", follow);
	}, []);

	if (group === null) return null;
	const members = snapshot.participants.filter((person) => group.members.includes(person.id));
	return (
		<details ref={details} className="group-bar">
			<summary className="group-bar__summary">
				<GroupBadge index={group.index} name={group.name} />
				<span>{session.groupMembers({ count: members.length })}</span>
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
	);
}
