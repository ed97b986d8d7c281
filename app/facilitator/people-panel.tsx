import { useState } from "react";
import { groupLabel } from "../../worksheets/contract/group-letter.ts";
import { headCount } from "../../worksheets/contract/head-count.ts";
import type { ParticipantView, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { ActButton } from "../session/act-button.tsx";
import { Refused } from "../session/refused.tsx";
import { useAct } from "../session/use-act.ts";
import { useAnnounce } from "../ui/announce.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { GroupBadge } from "../ui/group-badge.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { LatecomersChoice } from "./latecomers-choice.tsx";
import { DoorChoice } from "./order/door-choice.tsx";
import { PersonOrder } from "./order/person-order.tsx";

const NO_GROUP = "none";

/** Everyone who has joined, with their group. People are moved here: the list keeps its order, so focus stays put. */
export function PeoplePanel({ snapshot }: { snapshot: Snapshot }) {
	const { facilitator, room } = useMessages();
	const { groups } = snapshot;
	const [about, setAbout] = useState<string | null>(null);
	const participants = snapshot.participants.filter((person) => !person.waiting);
	const chosen = participants.find(({ id }) => id === about);
	const here = headCount(participants.filter((person) => person.online));
	const unassigned = participants.filter((person) => person.group === undefined);
	return (
		<section aria-labelledby="people-title" className="stack">
			<h2 id="people-title">{facilitator.people}</h2>
			{participants.length === 0 ? (
				<p>{facilitator.noPeople}</p>
			) : (
				<p>{facilitator.peopleCount({ here, all: headCount(participants) })}</p>
			)}
			{groups.length > 0 && unassigned.length > 0 && (
				<p>
					<strong>{facilitator.unassigned({ count: headCount(unassigned) })}</strong>{" "}
					{unassigned.map((person) => person.name).join(", ")}
				</p>
			)}
			{snapshot.workshop.status !== "ended" && (
				<>
					<DoorChoice snapshot={snapshot} />
					<LatecomersChoice snapshot={snapshot} />
				</>
			)}
			<ul className="people">
				{participants.map((person) => (
					<Person key={person.id} person={person} snapshot={snapshot} onMore={() => setAbout(person.id)} />
				))}
			</ul>
			<Dialog
				open={chosen !== undefined}
				title={chosen === undefined ? "" : room.aboutPerson({ name: chosen.name })}
				onClose={() => setAbout(null)}
			>
				{chosen !== undefined && <PersonOrder person={chosen} onDone={() => setAbout(null)} />}
			</Dialog>
		</section>
	);
}

function Person({ person, snapshot, onMore }: { person: ParticipantView; snapshot: Snapshot; onMore: () => void }) {
	const { facilitator, room } = useMessages();
	const ended = snapshot.workshop.status === "ended";
	const { groups } = snapshot;
	const index = groups.findIndex((group) => group.id === person.group);
	const group = groups[index];
	return (
		<li className="people__person">
			<p className="cluster">
				<span>
					<strong>{person.name}</strong>
					{person.organisation !== undefined && ` (${person.organisation})`}
				</span>
				{person.people !== undefined && <Badge kind="info">{facilitator.table({ count: person.people })}</Badge>}
				{person.simulated && <Badge kind="warning">{facilitator.simulated}</Badge>}
				<Badge kind={person.online ? "success" : "neutral"}>
					{person.online ? facilitator.online : facilitator.offline}
				</Badge>
				{group !== undefined && <GroupBadge index={index} name={group.name} />}
				{person.muted && (
					<Badge kind="warning" icon="lock">
						{room.isMuted}
					</Badge>
				)}
				{!ended && (
					<Button variant="tertiary" aria-label={room.aboutPerson({ name: person.name })} onClick={onMore}>
						{room.moreAbout}
					</Button>
				)}
			</p>
			{groups.length > 0 && !ended && <MovePerson person={person} groups={groups} />}
		</li>
	);
}

/** „Verschieben nach …“: chosen first, then done by a button, so that arrow keys in the list move nobody. */
function MovePerson({ person, groups }: { person: ParticipantView; groups: Snapshot["groups"] }) {
	const { facilitator } = useMessages();
	const announce = useAnnounce();
	const { act, refused } = useAct();
	const current = person.group ?? NO_GROUP;
	const [chosen, setChosen] = useState<string | null>(null);
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
				onChange={(event) => setChosen(event.target.value)}
			/>
			<ActButton
				resting={target === current}
				aria-label={facilitator.movePersonNow({ name: person.name })}
				onClick={() => void move()}
			>
				{facilitator.move}
			</ActButton>
			<Refused code={refused} />
		</div>
	);
}
