import type { PhaseView, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useFormat } from "../i18n/format.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Alert } from "../ui/alert.tsx";
import { nextStart } from "./agenda-times.ts";
import { BackFromBreak, LaterPart, PhaseOffers } from "./later-parts.tsx";
import { OpenChoice } from "./open-choice.tsx";
import { needsGroup, ownGroup, phaseSheets } from "./phase-sheets.ts";
import { PhaseSheetsView, type Worksheets } from "./phase-sheets-view.tsx";
import { useServerNow } from "./session-provider.tsx";

interface StageProps {
	snapshot: Snapshot;
	phase: PhaseView;
	worksheets: Worksheets;
	onWriters: (writers: readonly string[]) => void;
}

/** One phase as a participant sees it: the Auftrag first, then what this kind of phase is about. */
export function PhaseStage(props: StageProps) {
	const { snapshot, phase } = props;
	const { session } = useMessages();
	const inGroups = needsGroup(phase);
	const waitsForGroup = inGroups && ownGroup(snapshot) === null;
	return (
		<>
			{phase.assignment !== "" && (
				<section className="assignment" aria-labelledby="assignment">
					<h2 id="assignment" className="assignment__title">
						{session.assignment}
					</h2>
					<p lang={snapshot.workshop.language}>{phase.assignment}</p>
				</section>
			)}
			<LaterPart>
				<PhaseOffers snapshot={snapshot} phase={phase} />
			</LaterPart>
			{waitsForGroup && !snapshot.groupsOpen && <Alert kind="info" title={session.notAssigned} />}
			{inGroups && <OpenChoice snapshot={snapshot} />}
			<PhaseSheetsView {...props} />
			{/* Below what is being written, so that nothing moves under anybody's hands. */}
			{!inGroups && <OpenChoice snapshot={snapshot} />}
			{!waitsForGroup && phaseSheets(snapshot, phase).length === 0 && <WithoutSheet {...props} />}
		</>
	);
}

function WithoutSheet({ snapshot, phase }: StageProps) {
	const { session } = useMessages();
	switch (phase.kind) {
		case "break":
			return <BreakClock snapshot={snapshot} phase={phase} />;
		case "vote":
			return <p>{session.voteByHand}</p>;
		case "plenary":
		case "input":
		case "individual":
		case "group":
		case "closing":
			return <p>{session.listenNow}</p>;
	}
}

function BreakClock({ snapshot, phase }: { snapshot: Snapshot; phase: PhaseView }) {
	const { session } = useMessages();
	const format = useFormat();
	const now = useServerNow(10_000);
	const time = nextStart(snapshot, phase, now);
	return (
		<>
			<p className="break-clock">
				{time === null ? session.breakNoTime : session.breakUntil({ time: format.time(time) })}
			</p>
			<LaterPart>
				<BackFromBreak snapshot={snapshot} />
			</LaterPart>
		</>
	);
}
