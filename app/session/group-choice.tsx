import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { GroupBadge } from "../ui/group-badge.tsx";
import { ActButton } from "./act-button.tsx";
import { personName } from "./person-name.ts";
import { ownGroup } from "./phase-sheets.ts";
import { Refused } from "./refused.tsx";
import { useAct } from "./use-act.ts";

/** While the facilitator leaves the choice open: every group with its people, to join by one button. */
export function GroupChoice({ snapshot }: { snapshot: Snapshot }) {
	const { session } = useMessages();
	const { act, refused } = useAct();
	const own = ownGroup(snapshot);
	const names = new Map(snapshot.participants.map((person) => [person.id, personName(person, session)]));
	return (
		<section aria-labelledby="group-choice" className="group-choice">
			<h2 id="group-choice">{own === null ? session.chooseGroup : session.changeGroup}</h2>
			<p className="muted">{session.chooseGroupHint}</p>
			<Refused code={refused} />
			<ul className="group-choice__list">
				{snapshot.groups.map((group, index) => (
					<li key={group.id} className="group-choice__group">
						<GroupBadge index={index} name={group.name} />
						<p>{group.members.map((member) => names.get(member) ?? "").join(", ")}</p>
						{group.id === own?.id ? (
							<p>{session.inThisGroup}</p>
						) : (
							<ActButton variant="secondary" onClick={() => void act({ type: "groups.join", group: group.id })}>
								{session.joinGroup({ name: group.name })}
							</ActButton>
						)}
					</li>
				))}
			</ul>
		</section>
	);
}
