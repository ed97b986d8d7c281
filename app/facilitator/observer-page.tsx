import { useState } from "react";
import { groupLabel } from "../../worksheets/contract/group-letter.ts";
import type { GroupView, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { shownSheet } from "../../worksheets/contract/spotlight.ts";
import { useMessages } from "../i18n/provider.tsx";
import { personName } from "../session/person-name.ts";
import type { Worksheets } from "../session/phase-sheets-view.tsx";
import { RecallBar } from "../session/room/recall-bar.tsx";
import { useSession } from "../session/session-provider.tsx";
import { shownName } from "../session/shown-name.ts";
import { TimerDisplay } from "../session/timer-display.tsx";
import { useKnownWorksheets } from "../session/use-known-worksheets.ts";
import { Alert } from "../ui/alert.tsx";
import { Button } from "../ui/button.tsx";
import { GroupBadge } from "../ui/group-badge.tsx";
import { LinkButton } from "../ui/link-button.tsx";
import { SkipLinks } from "../ui/skip-links.tsx";
import { AfterEnd } from "./after-end.tsx";
import { agendaPosition } from "./agenda-position.ts";
import { groupSheets } from "./group-sheets.ts";
import { ObservedAgenda } from "./observed-agenda.tsx";
import { ObservedSheet } from "./observed-sheet.tsx";
import { OtherViews } from "./other-views.tsx";
import { PlenarySheets } from "./plenary-sheets.tsx";
import { PutOut } from "./put-out.tsx";

/** The page of somebody who came by an observer's link: all that is shared, to read, and nothing to steer. */
export function ObserverPage({ worksheets }: { worksheets: Worksheets }) {
	const { access } = useMessages().facilitator;
	const { snapshot, connection, refused } = useSession();
	const [lookedAt, setLookedAt] = useState<string | null>(null);
	useKnownWorksheets(worksheets);
	const isOff = connection === "reconnecting" || connection === "offline";
	return (
		<>
			<SkipLinks />
			<RecallBar snapshot={snapshot} />
			<main id="inhalt" className="cockpit cockpit--observed" tabIndex={-1}>
				<header className="cockpit__head">
					<p className="muted">{access.observing}</p>
					<h1 lang={snapshot.workshop.language}>{snapshot.workshop.title}</h1>
					<p>{access.observingHint}</p>
					<OtherViews workshop={snapshot.workshop.id} />
					<PutOut />
					<ObservedSpotlight snapshot={snapshot} onLookIn={setLookedAt} />
					{refused === null && isOff && <Alert kind="warning" role="status" title={access.lineLost} />}
				</header>
				<div className="cockpit__main">
					<ObservedStage snapshot={snapshot} />
					<ObservedGroups snapshot={snapshot} worksheets={worksheets} onLookIn={setLookedAt} />
					<PlenarySheets snapshot={snapshot} worksheets={worksheets} onLookIn={setLookedAt} />
				</div>
				<ObservedAgenda snapshot={snapshot} />
			</main>
			<ObservedSheet
				snapshot={snapshot}
				worksheets={worksheets}
				document={lookedAt}
				onClose={() => setLookedAt(null)}
			/>
		</>
	);
}

/** What is shown to everybody: it stays the observer's own doing to look at it. */
function ObservedSpotlight({ snapshot, onLookIn }: Pick<ObservedGroupsProps, "snapshot" | "onLookIn">) {
	const messages = useMessages();
	const { room, facilitator } = messages;
	const what = shownName(snapshot, messages);
	if (what === null) return null;
	const shown = shownSheet(snapshot.spotlight);
	const news = room.shown({ what });
	return (
		<section className="message-banner" aria-label={news}>
			<p role="status">
				<strong>{news}</strong>
			</p>
			{shown === null ? (
				<LinkButton href={`/w/${snapshot.workshop.id}/plenum`} icon="eye">
					{facilitator.toPlenary}
				</LinkButton>
			) : (
				<Button icon="eye" onClick={() => onLookIn(shown.document)}>
					{facilitator.lookIn}
				</Button>
			)}
		</section>
	);
}

function ObservedStage({ snapshot }: { snapshot: Snapshot }) {
	const { facilitator, session, common } = useMessages();
	const { index, current } = agendaPosition(snapshot);
	if (snapshot.workshop.status === "ended") return <AfterEnd snapshot={snapshot} />;
	if (current === undefined) return <p>{facilitator.access.notStarted}</p>;
	return (
		<section className="phase-bar" aria-label={facilitator.phaseBar}>
			<div className="phase-bar__head">
				<div>
					<p className="muted">
						{session.phaseNumber({ number: index + 1, count: snapshot.phases.length })}:{" "}
						{common.phaseKind[current.kind]}
					</p>
					<h2 className="phase-bar__title" lang={snapshot.workshop.language}>
						{current.title}
					</h2>
				</div>
				<TimerDisplay timer={snapshot.timer} planned={current.minutes} />
			</div>
			<p className="phase-bar__assignment" lang={snapshot.workshop.language}>
				{current.assignment}
			</p>
		</section>
	);
}

interface ObservedGroupsProps {
	snapshot: Snapshot;
	worksheets: Worksheets;
	onLookIn: (document: string) => void;
}

function ObservedGroups({ snapshot, ...props }: ObservedGroupsProps) {
	const { facilitator } = useMessages();
	return (
		<section aria-labelledby="groups-title" className="stack">
			<h2 id="groups-title">{facilitator.groups}</h2>
			{snapshot.groups.length === 0 ? (
				<p>{facilitator.noGroups}</p>
			) : (
				<ul className="group-cards">
					{snapshot.groups.map((group, index) => (
						<ObservedGroup key={group.id} group={group} index={index} snapshot={snapshot} {...props} />
					))}
				</ul>
			)}
		</section>
	);
}

type ObservedGroupProps = ObservedGroupsProps & { group: GroupView; index: number };

function ObservedGroup({ snapshot, group, index, worksheets, onLookIn }: ObservedGroupProps) {
	const { facilitator, session } = useMessages();
	const { access } = facilitator;
	const { language } = snapshot.workshop;
	const members = snapshot.participants.filter(({ id }) => group.members.includes(id));
	const names = members.map((person) => personName(person, session));
	const sheets = groupSheets(snapshot, group.id);
	return (
		<li className="group-card">
			<h3 className="cluster">
				<GroupBadge index={index} name={group.name} />
			</h3>
			<p className="muted small">{names.length === 0 ? access.nobody : access.members({ names: names.join(", ") })}</p>
			{sheets.length === 0 && <p className="muted">{facilitator.noSheetYet}</p>}
			{sheets.map(({ document }) => {
				const title = worksheets[document.worksheet]?.title[language] ?? document.worksheet;
				const what = facilitator.lookInAt({ name: groupLabel(index, group.name), sheet: title });
				return (
					<div key={document.id} className="group-card__sheet">
						<p lang={language}>{title}</p>
						<div className="cluster">
							<Button icon="eye" aria-label={`${facilitator.lookIn}: ${what}`} onClick={() => onLookIn(document.id)}>
								{facilitator.lookIn}
							</Button>
						</div>
					</div>
				);
			})}
		</li>
	);
}
