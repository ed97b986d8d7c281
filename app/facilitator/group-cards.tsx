import { useState } from "react";
import { groupLabel } from "../../worksheets/contract/group-letter.ts";
import { headCount } from "../../worksheets/contract/head-count.ts";
import { type GroupView, type Snapshot, WATCHERS } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { ConferenceLink } from "../session/conference-link.tsx";
import { personName } from "../session/person-name.ts";
import type { Worksheets } from "../session/phase-sheets-view.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { GroupBadge } from "../ui/group-badge.tsx";
import { groupSheets, knownSheets } from "./group-sheets.ts";
import { GroupTime, OwnTime } from "./group-time.tsx";
import { ProgressCount } from "./progress-count.tsx";
import { questionProgress } from "./question-progress.ts";
import { SetGroup } from "./set-group.tsx";
import { SheetTools } from "./sheet-tools.tsx";

interface GroupCardsProps {
	snapshot: Snapshot;
	worksheets: Worksheets;
	onLookIn: (document: string) => void;
	onMessage: (group: string) => void;
}

/** All groups in a fixed order: who is there, how far the questions are. Questions, never persons, are counted. */
export function GroupCards({ snapshot, worksheets, onLookIn, onMessage }: GroupCardsProps) {
	const { facilitator } = useMessages();
	const [edited, setEdited] = useState<string | null>(null);
	const editedIndex = snapshot.groups.findIndex((group) => group.id === edited);
	const editedGroup = snapshot.groups[editedIndex];
	return (
		<section aria-labelledby="groups-title" className="stack">
			<h2 id="groups-title">{facilitator.groups}</h2>
			{snapshot.groupsOpen && <p>{facilitator.choiceOpen}</p>}
			{snapshot.groups.length === 0 ? (
				<p>{facilitator.noGroups}</p>
			) : (
				<ul className="group-cards">
					{snapshot.groups.map((group, index) => (
						<li key={group.id} className="group-card">
							<GroupHead snapshot={snapshot} group={group} index={index} />
							<OwnTime snapshot={snapshot} group={group} />
							<GroupSheets snapshot={snapshot} group={group} worksheets={worksheets} onLookIn={onLookIn} />
							<Disclosure
								summary={facilitator.moreOfGroup({ name: groupLabel(index, group.name) })}
								className="group-card__more"
							>
								<GroupTime snapshot={snapshot} group={group} />
								<SheetTools snapshot={snapshot} group={group} worksheets={worksheets} />
								{snapshot.workshop.status !== "ended" && (
									<div className="cluster">
										<Button onClick={() => onMessage(group.id)}>{facilitator.messageGroup}</Button>
										<Button
											icon="pencil"
											aria-label={facilitator.setGroupOf({ name: groupLabel(index, group.name) })}
											onClick={() => setEdited(group.id)}
										>
											{facilitator.setGroup}
										</Button>
									</div>
								)}
							</Disclosure>
						</li>
					))}
				</ul>
			)}
			<Dialog
				open={editedGroup !== undefined}
				title={editedGroup === undefined ? "" : groupLabel(editedIndex, editedGroup.name)}
				onClose={() => setEdited(null)}
			>
				{editedGroup !== undefined && (
					<SetGroup key={editedGroup.id} group={editedGroup} index={editedIndex} onSet={() => setEdited(null)} />
				)}
			</Dialog>
		</section>
	);
}

function GroupHead({ snapshot, group, index }: { snapshot: Snapshot; group: GroupView; index: number }) {
	const { facilitator, session } = useMessages();
	const members = snapshot.participants.filter((person) => group.members.includes(person.id));
	const here = headCount(members.filter((person) => person.online));
	const own = snapshot.documents.filter(({ scope }) => scope.id === group.id).map(({ id }) => id);
	// Two who steer need not both go to the same group.
	const watchers = WATCHERS.filter((kind) =>
		snapshot.watched.some(({ id, by }) => own.includes(id) && by.includes(kind)),
	);
	const callsHelp = snapshot.help.some((call) => call.group === group.id);
	return (
		<>
			<h3 className="cluster">
				<GroupBadge index={index} name={group.name} />
				{watchers.map((kind) => (
					<Badge key={kind} kind="info" icon="eye">
						{session.lookedAt[kind]}
					</Badge>
				))}
				{callsHelp && (
					<Badge kind="warning" icon="hand">
						{facilitator.help}
					</Badge>
				)}
			</h3>
			<p>{facilitator.present({ here, all: headCount(members) })}</p>
			<p className="muted small">{members.map((person) => personName(person, session)).join(", ")}</p>
			{group.expected !== undefined && (
				<p className="muted small">{facilitator.expected({ names: group.expected.join(", ") })}</p>
			)}
			{group.conferenceUrl !== undefined && <ConferenceLink href={group.conferenceUrl} group={group.name} />}
		</>
	);
}

type GroupSheetsProps = Pick<GroupCardsProps, "snapshot" | "worksheets" | "onLookIn"> & { group: GroupView };

/** What the group works in, and how far it is. */
function GroupSheets({ snapshot, group, worksheets, onLookIn }: GroupSheetsProps) {
	const { facilitator } = useMessages();
	const { language } = snapshot.workshop;
	const sheets = knownSheets(snapshot, group, worksheets);
	if (groupSheets(snapshot, group.id).length === 0) return <p className="muted">{facilitator.noSheetYet}</p>;
	return sheets.map(({ document, sections, worksheet, what }) => (
		<div key={document.id} className="group-card__sheet">
			<p className="cluster">
				<span>{worksheet.title[language]}</span>
				{document.locked && (
					<Badge kind="neutral" icon="lock">
						{facilitator.locked}
					</Badge>
				)}
			</p>
			<ProgressCount
				questions={questionProgress(
					snapshot.progress.find(({ id }) => id === document.id),
					worksheet,
					sections,
					language,
				)}
			/>
			<div className="cluster">
				<Button
					icon="eye"
					aria-label={`${facilitator.lookIn}: ${facilitator.lookInAt(what)}`}
					onClick={() => onLookIn(document.id)}
				>
					{facilitator.lookIn}
				</Button>
			</div>
		</div>
	));
}
