import { useEffect, useRef } from "react";
import { groupLetter } from "../../worksheets/contract/group-letter.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { GroupBadge } from "../ui/group-badge.tsx";
import type { SeatList } from "./seat-list.ts";

/** The groups as a list would make them, before anything is done, and who is here without standing in it. */
export function SeatPreview({ list, participants }: { list: SeatList; participants: Snapshot["participants"] }) {
	const { facilitator } = useMessages();
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => {
		heading.current?.focus();
		heading.current?.scrollIntoView({ block: "start" });
	}, []);
	const listed = new Set(list.seats.map((seat) => seat.name.toLowerCase()));
	const missing = participants.filter((person) => !listed.has(person.name.toLowerCase()));
	return (
		<section aria-labelledby="seat-preview" className="stack">
			<h3 id="seat-preview" ref={heading} tabIndex={-1}>
				{facilitator.listPreview({ people: list.seats.length, groups: list.groups.length })}
			</h3>
			<p>{facilitator.listPreviewHint}</p>
			<ul className="seat-preview">
				{list.groups.map((name, index) => {
					const seats = list.seats.filter((seat) => seat.group === index);
					return (
						<li key={groupLetter(index)} className="stack-tight">
							<span className="cluster">
								<GroupBadge
									index={index}
									name={name === "" ? facilitator.groupByLetter({ letter: groupLetter(index) }) : name}
								/>
								<span>{facilitator.peopleIn({ count: seats.length })}</span>
							</span>
							<span className="small">{seats.map((seat) => seat.name).join(", ")}</span>
						</li>
					);
				})}
			</ul>
			{missing.length > 0 && (
				<p>
					<strong>{facilitator.notListed}</strong> {missing.map((person) => person.name).join(", ")}
				</p>
			)}
		</section>
	);
}
