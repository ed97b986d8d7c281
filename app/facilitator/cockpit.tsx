import { lazy, useState } from "react";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { FetchedPart } from "../session/fetched-part.tsx";
import type { Worksheets } from "../session/phase-sheets-view.tsx";
import { useSession } from "../session/session-provider.tsx";
import { useEndedDevice } from "../session/use-ended-device.ts";
import { useKnownWorksheets } from "../session/use-known-worksheets.ts";
import { useTimerVoice } from "../session/use-timer-voice.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { SkipLinks } from "../ui/skip-links.tsx";
import { AfterEnd } from "./after-end.tsx";
import { AgendaPanel } from "./agenda-panel.tsx";
import { BeforeStart } from "./before-start.tsx";
import { DangerZone } from "./danger-zone.tsx";
import { DimensionsPanel } from "./dimensions/dimensions-panel.tsx";
import { FormGroups } from "./form-groups.tsx";
import { GroupCards } from "./group-cards.tsx";
import { groupSheets } from "./group-sheets.ts";
import { HelpCalls } from "./help-calls.tsx";
import { LineNotice } from "./line-notice.tsx";
import { type LookedAt, LookIn } from "./look-in.tsx";
import { ProgressMatrix } from "./matrix/progress-matrix.tsx";
import { MeasuresProvider } from "./measures/measures.tsx";
import { MessageForm } from "./message-form.tsx";
import { WaitingList } from "./order/waiting-list.tsx";
import { OtherViews } from "./other-views.tsx";
import { PeoplePanel } from "./people-panel.tsx";
import { PhaseBar } from "./phase-bar.tsx";
import { PlanLinks } from "./plan-links.tsx";
import { PlenarySheets } from "./plenary-sheets.tsx";
import { PutOut } from "./put-out.tsx";
import { UnitsPanel } from "./ratings/units-panel.tsx";
import { BeginRehearsal } from "./rehearsal/begin-rehearsal.tsx";
import { RehearsalNow } from "./rehearsal/rehearsal-now.tsx";
import { QuestionList } from "./room/question-list.tsx";
import { RoomBar } from "./room/room-bar.tsx";
import { RoomNotes } from "./room/room-notes.tsx";
import { RecallNow, RoomNow } from "./room/room-now.tsx";
import { WipeAlarms } from "./wipe-alarms.tsx";

const RatingsPanel = lazy(async () => ({ default: (await import("./ratings/ratings-panel.tsx")).RatingsPanel }));

export interface CockpitProps {
	worksheets: Worksheets;
	/** Scheme and host that people reach us by. */
	origin: string;
	/** The operator's bound, in days. */
	maxRetentionDays: number;
	onDeleted: () => void;
}

/** The facilitator's one page, with the sheet open that the address asks for: before, during and after the workshop. */
export function Cockpit({ asked, ...props }: CockpitProps & { asked: LookedAt | null }) {
	const { facilitator } = useMessages();
	const { snapshot } = useSession();
	useTimerVoice(snapshot, "all");
	useEndedDevice(snapshot);
	useKnownWorksheets(props.worksheets);
	const [lookedAt, setLookedAt] = useState<LookedAt | null>(asked);
	const look = (document: string, question?: string) => setLookedAt({ document, question: question ?? null });
	return (
		<>
			<SkipLinks />
			<RecallNow snapshot={snapshot} />
			<main id="inhalt" className="cockpit" tabIndex={-1}>
				<header className="cockpit__head">
					<p className="muted">
						{snapshot.you.role === "cofacilitator" ? facilitator.access.roles.cofacilitator : facilitator.cockpit}
					</p>
					<h1 lang={snapshot.workshop.language}>{snapshot.workshop.title}</h1>
					<PutOut />
					<LineNotice />
					<RehearsalNow snapshot={snapshot} />
					<RoomNow snapshot={snapshot} />
				</header>
				<div className="cockpit__lead">
					<WaitingList snapshot={snapshot} />
					<Lead {...props} snapshot={snapshot} onLookIn={look} />
				</div>
				<nav className="cockpit__agenda" aria-label={facilitator.agenda}>
					<AgendaPanel snapshot={snapshot} />
					<PlanLinks snapshot={snapshot} />
				</nav>
				<div className="cockpit__main">
					<Groups {...props} snapshot={snapshot} onLookIn={look} />
					<PlenarySheets {...props} snapshot={snapshot} onLookIn={look} />
					{snapshot.workshop.status === "lobby" ? (
						<BeginRehearsal snapshot={snapshot} />
					) : (
						<RoomNotes snapshot={snapshot} />
					)}
					<UnitsPanel {...props} snapshot={snapshot} />
					{snapshot.workshop.status === "running" && <DimensionsPanel {...props} snapshot={snapshot} />}
				</div>
				<aside className="cockpit__side stack" aria-label={facilitator.people}>
					<OtherViews workshop={snapshot.workshop.id} />
					<PeoplePanel snapshot={snapshot} />
				</aside>
				<DangerZone
					snapshot={snapshot}
					origin={props.origin}
					maxRetentionDays={props.maxRetentionDays}
					onDeleted={props.onDeleted}
				/>
			</main>
			<MeasuresProvider worksheets={props.worksheets} onOpen={look}>
				<LookIn
					snapshot={snapshot}
					worksheets={props.worksheets}
					lookedAt={lookedAt}
					onClose={() => setLookedAt(null)}
				/>
			</MeasuresProvider>
		</>
	);
}

type StageProps = CockpitProps & {
	snapshot: Snapshot;
	/** Opens a sheet to read, at a question where one is named. */
	onLookIn: (document: string, question?: string) => void;
};

/** What steers, and what has to be seen at once. */
function Lead(props: StageProps) {
	const { snapshot, worksheets, onLookIn } = props;
	switch (snapshot.workshop.status) {
		case "lobby":
			return (
				<>
					<BeforeStart {...props} />
					<DimensionsPanel {...props} />
				</>
			);
		case "running":
			return (
				<>
					<PhaseBar snapshot={snapshot} />
					<WipeAlarms snapshot={snapshot} worksheets={worksheets} />
					<HelpCalls
						snapshot={snapshot}
						onLookIn={(group) => {
							const sheet = groupSheets(snapshot, group)[0];
							if (sheet !== undefined) onLookIn(sheet.document.id);
						}}
					/>
					<QuestionList snapshot={snapshot} />
					<ProgressMatrix snapshot={snapshot} worksheets={worksheets} onLookIn={onLookIn} />
					{snapshot.ratings.length > 0 && (
						<FetchedPart>
							<RatingsPanel snapshot={snapshot} worksheets={worksheets} onLookIn={onLookIn} />
						</FetchedPart>
					)}
				</>
			);
		case "ended":
			return (
				<>
					<AfterEnd snapshot={snapshot} />
					<ProgressMatrix snapshot={snapshot} worksheets={worksheets} onLookIn={onLookIn} />
				</>
			);
	}
}

/** The groups with what is done to all of them: forming them anew, and speaking to them. */
function Groups({ snapshot, worksheets, onLookIn }: StageProps) {
	const { facilitator } = useMessages();
	const [forming, setForming] = useState(false);
	const [list, setList] = useState("");
	const [messageTo, setMessageTo] = useState<{ group: string | null } | null>(null);
	const ended = snapshot.workshop.status === "ended";
	return (
		<>
			<GroupCards
				snapshot={snapshot}
				worksheets={worksheets}
				onLookIn={onLookIn}
				onMessage={(group) => setMessageTo({ group })}
			/>
			{!ended && (
				<RoomBar snapshot={snapshot}>
					<Button icon="people" onClick={() => setForming(true)}>
						{snapshot.groups.length === 0 ? facilitator.formGroups : facilitator.formGroupsAgain}
					</Button>
					<Button onClick={() => setMessageTo({ group: null })}>{facilitator.message}</Button>
				</RoomBar>
			)}
			<Dialog open={forming} title={facilitator.formGroups} onClose={() => setForming(false)}>
				<FormGroups snapshot={snapshot} list={list} onList={setList} onFormed={() => setForming(false)} />
			</Dialog>
			<Dialog open={messageTo !== null} title={facilitator.messageTitle} onClose={() => setMessageTo(null)}>
				<MessageForm snapshot={snapshot} group={messageTo?.group ?? null} onSent={() => setMessageTo(null)} />
			</Dialog>
		</>
	);
}
