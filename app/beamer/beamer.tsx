import { useEffect } from "react";
import type { PhaseView, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { shownView } from "../../worksheets/contract/spotlight.ts";
import { useMessages } from "../i18n/provider.tsx";
import type { Worksheets } from "../session/phase-sheets-view.tsx";
import { useSession } from "../session/session-provider.tsx";
import { TimerDisplay } from "../session/timer-display.tsx";
import { Badge } from "../ui/badge.tsx";
import { BeamerJoin, JoinLine } from "./beamer-join.tsx";
import { BeamerPhase } from "./beamer-phase.tsx";
import { BeamerPlenary } from "./beamer-plenary.tsx";
import { BeamerSpotlight } from "./beamer-spotlight.tsx";
import { GroupTimes } from "./group-times.tsx";
import { RecallBanner } from "./recall-banner.tsx";
import { useWakeLock } from "./use-wake-lock.ts";

interface BeamerProps {
	worksheets: Worksheets;
	/** Scheme and host that people reach us by. */
	origin: string;
}

/**
 * What a projector shows: the room's own picture, to be read from the last row, with nothing to click. It follows the
 * facilitator by itself, keeps the screen awake, and goes on by itself after an outage.
 */
export function Beamer({ worksheets, origin }: BeamerProps) {
	const { facilitator, session } = useMessages();
	const beamer = facilitator.projector;
	const { snapshot } = useSession();
	const { title, language } = snapshot.workshop;
	const index = snapshot.phases.findIndex(({ id }) => id === snapshot.currentPhase);
	const phase = snapshot.phases[index];
	useWakeLock();
	useEffect(() => {
		document.title = beamer.title({ title });
	}, [beamer, title]);
	return (
		<main id="inhalt" className="beamer" tabIndex={-1}>
			<header className="beamer__head">
				<div className="beamer__workshop">
					<p lang={language}>{title}</p>
					{snapshot.workshop.rehearsal && <Badge kind="warning">{session.rehearsal}</Badge>}
				</div>
				{snapshot.workshop.status === "running" && phase !== undefined && (
					<>
						<PhaseNumber snapshot={snapshot} phase={phase} index={index} />
						<TimerDisplay timer={snapshot.timer} planned={phase.minutes} />
					</>
				)}
			</header>
			<RecallBanner snapshot={snapshot} />
			<div className="beamer__stage">
				<Stage snapshot={snapshot} phase={phase} worksheets={worksheets} origin={origin} />
			</div>
			<footer className="beamer__foot">
				<LineState />
				{snapshot.workshop.status === "running" && <GroupTimes snapshot={snapshot} phase={phase} />}
				{snapshot.workshop.status === "running" && snapshot.workshop.door !== "closed" && (
					<JoinLine code={snapshot.workshop.code} origin={origin} />
				)}
			</footer>
		</main>
	);
}

function PhaseNumber({ snapshot, phase, index }: { snapshot: Snapshot; phase: PhaseView; index: number }) {
	const { session, common } = useMessages();
	return (
		<p className="beamer__phase">
			{session.phaseNumber({ number: index + 1, count: snapshot.phases.length })}: {common.phaseKind[phase.kind]}
		</p>
	);
}

function Stage({
	snapshot,
	phase,
	worksheets,
	origin,
}: BeamerProps & { snapshot: Snapshot; phase: PhaseView | undefined }) {
	const { facilitator, session } = useMessages();
	const beamer = facilitator.projector;
	const view = shownView(snapshot.spotlight);
	switch (snapshot.workshop.status) {
		case "lobby":
			return <BeamerJoin snapshot={snapshot} origin={origin} />;
		case "running":
			if (view !== null) return <BeamerPlenary snapshot={snapshot} view={view} />;
			if (snapshot.spotlight !== null) return <BeamerSpotlight snapshot={snapshot} worksheets={worksheets} />;
			return phase === undefined ? null : <BeamerPhase snapshot={snapshot} phase={phase} />;
		case "ended":
			return (
				<>
					<h1>{session.ended}</h1>
					<p>{beamer.thanks}</p>
				</>
			);
	}
}

/** A projector that stands still says so: what it shows may no longer be so. */
function LineState() {
	const { projector: beamer } = useMessages().facilitator;
	const { connection, refused } = useSession();
	const isOff = connection === "reconnecting" || connection === "offline";
	const words = refused !== null ? beamer.noAccess : isOff ? beamer.lineLost : null;
	return (
		words !== null && (
			<p role="status" className="beamer__line">
				{words}
			</p>
		)
	);
}
