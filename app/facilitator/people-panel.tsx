import { type ReactNode, useState } from "react";
import { headCount } from "../../worksheets/contract/head-count.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { useMatchesMedia } from "../ui/use-matches-media.ts";
import { LatecomersChoice } from "./latecomers-choice.tsx";
import { DoorChoice } from "./order/door-choice.tsx";
import { PersonOrder } from "./order/person-order.tsx";
import { PersonRow } from "./person-row.tsx";

/** Where the list stands beside the groups; elsewhere it is a line to unfold, or nobody would get past forty people. */
const BESIDE_GROUPS = "(min-width: 48rem)";

/** Everyone who has joined, with their group. People are moved here: the list keeps its order, so focus stays put. */
export function PeoplePanel({ snapshot }: { snapshot: Snapshot }) {
	const { facilitator, room } = useMessages();
	const { groups } = snapshot;
	const [about, setAbout] = useState<string | null>(null);
	const beside = useMatchesMedia(BESIDE_GROUPS);
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
			{participants.length > 0 && (
				<Disclosure summary={facilitator.everybody({ count: headCount(participants) })} open={beside}>
					<PeopleBox>
						{participants.map((person) => (
							<PersonRow key={person.id} person={person} snapshot={snapshot} onMore={() => setAbout(person.id)} />
						))}
					</PeopleBox>
				</Disclosure>
			)}
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

/** Scrolls by itself beside the groups; reachable without a pointer also where nothing in it is. */
function PeopleBox({ children }: { children: ReactNode }) {
	const { facilitator } = useMessages();
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable without a pointer
		<section className="people-box" aria-label={facilitator.people} tabIndex={0}>
			<ul className="people">{children}</ul>
		</section>
	);
}
