import { useState } from "react";
import { groupLabel } from "../../worksheets/contract/group-letter.ts";
import type { ParticipantView, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { ActButton } from "../session/act-button.tsx";
import { Refused } from "../session/refused.tsx";
import { useAct } from "../session/use-act.ts";
import { useAnnounce } from "../ui/announce.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";

const NO_GROUP = "none";

/** „Verschieben nach …“: chosen first, then done by a button, so that arrow keys in the list move nobody. */
export function MovePerson({ person, groups }: { person: ParticipantView; groups: Snapshot["groups"] }) {
	const { facilitator } = useMessages();
	const announce = useAnnounce();
	const { act, refused } = useAct();
	const current = person.group ?? NO_GROUP;
	const [chosen, setChosen] = useState<string | null>(null);
	// Forty buttons that rest say nothing. The one that came with a choice stays: the focus may be there, and nothing
	// under anybody's finger moves when it leaves.
	const [wanted, setWanted] = useState(false);
	const target = chosen ?? current;

	async function move(): Promise<void> {
		const group = groups.find((candidate) => candidate.id === target);
		if (!(await act({ type: "groups.move", participant: person.id, group: group?.id ?? null }))) return;
		setChosen(null);
		announce(
			group === undefined
				? facilitator.movedOut({ name: person.name })
				: facilitator.moved({ name: person.name, group: groupLabel(groups.indexOf(group), group.name) }),
		);
	}

	return (
		<div className="people__move">
			<SelectField
				id={`move-${person.id}`}
				label={<VisuallyHidden>{facilitator.movePerson({ name: person.name })}</VisuallyHidden>}
				value={target}
				options={[
					...groups.map(({ id, name }, index) => ({ value: id, label: groupLabel(index, name) })),
					{ value: NO_GROUP, label: facilitator.noGroup },
				]}
				onChange={(event) => {
					setChosen(event.target.value);
					setWanted(true);
				}}
			/>
			{wanted && (
				<ActButton
					resting={target === current}
					aria-label={facilitator.movePersonNow({ name: person.name })}
					onClick={() => void move()}
				>
					{facilitator.move}
				</ActButton>
			)}
			<Refused code={refused} />
		</div>
	);
}
